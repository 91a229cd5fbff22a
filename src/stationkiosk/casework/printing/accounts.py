"""The accounts of copies: those of a day, those that need a hand, totals by paper and printer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from stationkiosk.casework.printing.entering import COPY, EVENT, LINES
from stationkiosk.casework.printing.plan import stored_plan, with_folder
from stationkiosk.casework.printing.shown import CopyShown, Total, Turn
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.copies import UNPRINTED, CopyState, Needs, needs
from stationkiosk.domain.staff import CASE_ROLES
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import Words
from stationkiosk.store import tables
from stationkiosk.store.lists import unknown

CASE = tables.Case.__table__
PAPER = tables.Paper.__table__
STAFF = tables.Staff.__table__
THERE = timedelta(minutes=10)
"""How long somebody may stand at a kiosk after a copy was asked for there."""
LATELY = timedelta(days=7)
"""How far back copies are looked for that were not collected or did not come out."""

_LATER = COPY.alias("later")
_AGAIN = exists().where(
    _LATER.c.case_id == COPY.c.case_id,
    _LATER.c.paper_n == COPY.c.paper_n,
    _LATER.c.n > COPY.c.n,
    _LATER.c.state.not_in([state.value for state in UNPRINTED]),
)
_LINES: Select[Any] = LINES.add_columns(_AGAIN.label("again"))
_UNKNOWN = _LINES.where(unknown())
_LEFT = (CopyState.SETTLED, CopyState.ABANDONED, CopyState.FAILED)
_PUBLIC = [role.value for role in Role if role not in CASE_ROLES]


def of_day(connection: Connection, day: date) -> Sequence[Record]:
    """Return the lines of the copies asked for on a day of the station, the newest first."""
    begin, end = (datetime.combine(one, time(), STATION_TIME) for one in (day, day + timedelta(days=1)))
    query = _LINES.where(COPY.c.asked_at >= begin, COPY.c.asked_at < end)
    return connection.execute(query.order_by(COPY.c.asked_at.desc(), COPY.c.n.desc())).all()


def waiting(station: Station, connection: Connection) -> list[Record]:
    """Return the lines of the copies that need a hand, the oldest first."""
    since = station.clock.now() - LATELY
    left = _LINES.where(
        COPY.c.asked_at >= since,
        COPY.c.state.in_([state.value for state in _LEFT]),
        COPY.c.asked_by.in_(_PUBLIC),
    )
    rows = [*connection.execute(_UNKNOWN), *connection.execute(left)]
    return sorted((row for row in rows if needs_of(station, row)), key=lambda row: row.asked_at)


def waiting_count(station: Station) -> int:
    """Return how many copies need a hand."""
    with station.store.read() as connection:
        return len(waiting(station, connection))


def needs_of(station: Station, row: Record) -> Needs:
    """Return what a copy waits for now."""
    of_public = row.asked_by in _PUBLIC
    there = of_public and abs(station.clock.now() - row.asked_at) < THERE
    return needs(CopyState(row.state), row.said, of_public=of_public, there=there, again=row.again)


def shown(station: Station, connection: Connection, rows: Sequence[Record]) -> tuple[CopyShown, ...]:
    """Return lines as the desk shows them."""
    words = station.reference.words
    printers = {spec.id: spec.name for spec in with_folder(station, stored_plan(connection)).printers}
    names = {row.login: row.name for row in connection.execute(select(STAFF.c.login, STAFF.c.name))}
    return tuple(
        CopyShown(
            ref=PaperRef(row.case_id, row.paper_n),
            n=row.n,
            copy_no=row.copy_no,
            case_number=paper.case_number,
            paper_number=paper.number,
            title=words.text(f"paper.{paper.kind}.title"),
            printer=printers.get(row.printer) or _named(words, row.printer),
            reason=words.text(f"printing.reason.{row.reason}"),
            asked_by=_asked_by(words, row, names),
            asked_at=row.asked_at,
            state=CopyState(row.state),
            needs=needs_of(station, row),
            trouble=row.said,
            turns=_turns(connection, row),
        )
        for row in rows
        for paper in [paper_of(connection, row)]
    )


def totals(copies: Iterable[CopyShown]) -> tuple[Total, ...]:
    """Return how many copies of each paper left each printer."""
    counts: dict[tuple[Text, Text], Counter[str]] = {}
    for copy in copies:
        count = counts.setdefault((copy.title, copy.printer), Counter())
        count["printed"] += copy.state in _OUT
        count["taken"] += copy.state is CopyState.IN_HAND
        count["failed"] += copy.state in UNPRINTED
    return tuple(
        Total(title, printer, count["printed"], count["taken"], count["failed"])
        for (title, printer), count in counts.items()
    )


_OUT = (CopyState.SETTLED, CopyState.IN_HAND, CopyState.ABANDONED)


def paper_of(connection: Connection, row: Record) -> Record:
    """Return the paper of a copy: its kind and number, and the case's number."""
    query = select(
        PAPER.c.case_id, PAPER.c.n, PAPER.c.kind, PAPER.c.number, CASE.c.number.label("case_number")
    )
    of = PAPER.join(CASE, CASE.c.id == PAPER.c.case_id)
    found = query.select_from(of).where(PAPER.c.case_id == row.case_id, PAPER.c.n == row.paper_n)
    return connection.execute(found).one()


def _turns(connection: Connection, row: Record) -> tuple[Turn, ...]:
    query = select(EVENT).where(EVENT.c.case_id == row.case_id, EVENT.c.copy_n == row.n)
    turns = connection.execute(query.order_by(EVENT.c.n))
    return tuple(Turn(CopyState(turn.state), turn.at, turn.detail) for turn in turns)


def _named(words: Words, printer: str) -> Text:
    return Text(printer, printer) if printer else words.text("printing.nowhere")


def _asked_by(words: Words, row: Record, names: Mapping[str, str]) -> Text:
    if row.asked_by in _PUBLIC:
        return words.text("printing.public")
    name = names.get(row.asked_name or "", row.asked_name or "")
    return Text(name, name) if name else words.text(f"role.{row.asked_by}")
