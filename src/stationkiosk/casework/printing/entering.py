"""The lines of the ledger of copies: entering one, turning it, reading it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from stationkiosk.casework.contacts import AT_ONCE
from stationkiosk.casework.mediating.by_hand import check_to_sign
from stationkiosk.casework.record import Record
from stationkiosk.casework.saying import keep_said
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView, PaperRef
from stationkiosk.documents.theme import Format
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.copies import UNPRINTED, CopyState, Withdrawn, may_turn
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import CASE_ROLES
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

ACTED = tables.Acted.__table__
COPY = tables.Copy.__table__
EVENT = tables.CopyEvent.__table__
PRINTED = "print_copy"
"""What the journal calls it."""
REPRINT = "reprint"
"""Why a copy was printed that somebody came back for."""
AGAIN = "again"
"""Why a further copy was printed for whoever had just filed."""
DESK = "desk"
"""Why a copy was printed at the desk: what its clerk wrote stands beside it."""
TORN = "torn"
"""Why a copy was printed in the place of one that a fault tore."""
MOST_AGAIN = 3
"""How often that is, at the least, whatever the station settled for coming back."""

_SAID = (
    select(EVENT.c.detail)
    .where(EVENT.c.case_id == COPY.c.case_id, EVENT.c.copy_n == COPY.c.n)
    .order_by(EVENT.c.n.desc())
    .limit(1)
    .scalar_subquery()
)
LINES: Select[Any] = select(COPY, func.coalesce(_SAID, "").label("said"))
"""Copies with what was last said of each: a trouble's key, a person's word, why it is taken back."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be entered: a paper in a size, at a printer, for whom and why.

    ``why`` is what somebody at the desk wrote; ``replaces`` the n of a torn copy, 0 for none;
    ``copies`` is how many are printed at once.
    """

    paper: Record
    fmt: Format
    printer: str
    actor: Actor
    reason: str
    why: str = ""
    replaces: int = 0
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Entered:
    """The places of the copies in the ledger, as ``(n, copy_no)``; ``again``: they were there already."""

    places: tuple[tuple[int, int], ...]
    again: bool = False


def read_line(connection: Connection, case_id: UUID, n: int) -> Record:
    """Return a line of the ledger with what was last ``said``."""
    return connection.execute(LINES.where(COPY.c.case_id == case_id, COPY.c.n == n)).one()


def line(station: Station, case_id: UUID, n: int) -> Record:
    """Return a line of the ledger as it is now."""
    with station.store.read() as connection:
        return read_line(connection, case_id, n)


def line_of(station: Station, ref: PaperRef, n: int) -> Record:
    """Return the line of a paper's copy. Closed ``no_such_copy``."""
    with station.store.read() as connection:
        query = LINES.where(COPY.c.case_id == ref.case_id, COPY.c.n == n, COPY.c.paper_n == ref.n)
        row = connection.execute(query).first()
    if row is None:
        raise Closed("no_such_copy")
    return row


def was_taken_back(station: Station, case_id: UUID, n: int) -> bool:
    """Tell whether a copy was ever being taken back, whatever became of it."""
    said = EVENT.c.detail.in_([why.value for why in Withdrawn])
    query = select(EVENT.c.n).where(EVENT.c.case_id == case_id, EVENT.c.copy_n == n, said).limit(1)
    with station.store.read() as connection:
        return connection.execute(query).first() is not None


def view(row: Record) -> CopyView:
    """Return a line as the screens see it."""
    ref = PaperRef(row.case_id, row.paper_n)
    state = CopyState(row.state)
    return CopyView(ref, row.n, state, row.printer, row.said, row.copy_no, row.replaces or 0)


def enter(station: Station, wish: Wish) -> Entered:
    """Enter copies, each a line of its own: from here the station answers for them.

    A paper printed at the desk twice within ``AT_ONCE`` for the same words is one: the key was
    pressed twice. A torn copy is replaced once. Closed as ``by_hand.check_to_sign``, ``reprint``.
    """
    now = station.clock.now()
    with station.store.write() as unit:
        check_member(unit.connection, wish.actor)
        check_to_sign(unit.connection, wish.paper)
        there = _there(unit, wish.paper.case_id)
        known = _known(unit, wish, there, now)
        if known:
            return Entered(tuple((row.n, row.copy_no) for row in known), again=True)
        if wish.reason in (REPRINT, AGAIN):
            _check_limit(station, wish, there)
        return _insert(station, unit, wish, there)


def turn(
    station: Station,
    case_id: UUID,
    n: int,
    state: CopyState,
    said: str = "",
    spooled: Mapping[str, str] | None = None,
) -> bool:
    """Keep what its printer says of a copy; tell whether it may still become that.

    Another thread may have been faster: what came first stands.
    """
    with station.store.write() as unit:
        row = read_line(unit.connection, case_id, n)
        if not may_turn(CopyState(row.state), state):
            return False
        if (row.state, row.said) != (state, said) or spooled:
            keep_turn(station, unit, row, state, said, station.itself(), **(spooled or {}))
    return True


def keep_turn(
    station: Station, unit: Unit, row: Record, state: CopyState, said: str, actor: Actor, **changes: str
) -> None:
    """Write a turn down: the line, its turns, the journal."""
    now = station.clock.now()
    values: dict[str, Any] = {"state": state.value, **changes}
    unit.update(tables.Copy, {"case_id": row.case_id, "n": row.n}, **values)
    unit.insert(
        tables.CopyEvent,
        case_id=row.case_id,
        copy_n=row.n,
        n=_next_event(unit, row.case_id, row.n),
        state=state.value,
        at=now,
        detail=said,
    )
    unit.journal(row.case_id, actor, "copy", now, {"copy": row.n, "state": state.value})


def keep_why(station: Station, unit: Unit, case_id: UUID, action: str, why: str) -> None:
    """Keep what somebody at the desk wrote for a copy, private."""
    keep_said(unit, case_id, action, {"reason": why}, str(uuid7(station.clock, station.random)))


def _there(unit: Unit, case_id: UUID) -> Sequence[Record]:
    return unit.connection.execute(select(COPY).where(COPY.c.case_id == case_id)).all()


def _known(unit: Unit, wish: Wish, there: Sequence[Record], now: datetime) -> list[Record]:
    """Return the copies that a wish asks for a second time."""
    if wish.replaces:
        return [row for row in there if row.replaces == wish.replaces]
    if wish.reason != DESK or _last_why(unit, wish.paper.case_id) != wish.why:
        return []
    return [row for row in there if _just_printed(row, wish, now)]


def _just_printed(row: Record, wish: Wish, now: datetime) -> bool:
    same = (row.paper_n, row.reason, row.asked_by) == (wish.paper.n, DESK, wish.actor.role.value)
    return same and row.state not in UNPRINTED and abs(now - row.asked_at) <= AT_ONCE


def _insert(station: Station, unit: Unit, wish: Wish, there: Sequence[Record]) -> Entered:
    case_id, paper_n, now = wish.paper.case_id, wish.paper.n, station.clock.now()
    first = max((row.n for row in there), default=0) + 1
    first_no = sum(row.paper_n == paper_n for row in there) + 1
    places = tuple((first + more, first_no + more) for more in range(wish.copies))
    at_desk = wish.actor.role in CASE_ROLES
    for n, copy_no in places:
        unit.insert(
            tables.Copy,
            case_id=case_id,
            n=n,
            paper_n=paper_n,
            format=wish.fmt,
            copy_no=copy_no,
            reason=wish.reason,
            printer=wish.printer,
            asked_by=wish.actor.role.value,
            asked_at=now,
            state=CopyState.RENDERED.value,
            sha256=None,
            job="",
            asked_name=wish.actor.name if at_desk else "",
            device=station.device,
            replaces=wish.replaces or None,
        )
    if wish.why:
        keep_why(station, unit, case_id, PRINTED, wish.why)
    for n, _copy_no in places:
        detail = {"copy": n, "paper": paper_n, "reason": wish.reason}
        unit.journal(case_id, wish.actor, PRINTED, now, detail)
    return Entered(places)


def _last_why(unit: Unit, case_id: UUID) -> str:
    """Return what was written for the last copy of a case that somebody gave a reason for."""
    said = select(ACTED.c.inputs).where(ACTED.c.case_id == case_id, ACTED.c.action == PRINTED)
    last = unit.connection.execute(said.order_by(ACTED.c.n.desc()).limit(1)).scalar()
    return str(last["reason"]) if last else ""


def _check_limit(station: Station, wish: Wish, copies: Sequence[Record]) -> None:
    today, most = station.today(), station.terms.reprints_a_day
    if wish.reason == AGAIN:
        most = max(most, MOST_AGAIN)
    again = [
        row
        for row in copies
        if (row.paper_n, _asked_for(row, copies)) == (wish.paper.n, wish.reason)
        and station_day(row.asked_at) == today
        and row.state not in UNPRINTED
    ]
    if not most:
        raise Closed("reprints_off")
    if len(again) >= most:
        raise Closed("reprints_used_up", most=str(most))


def _asked_for(row: Record, copies: Sequence[Record]) -> str:
    """Return why a copy was asked for; one in the place of a torn one counts as that one."""
    known = {one.n: one for one in copies}
    while row.replaces:
        row = known[row.replaces]
    return str(row.reason)


def _next_event(unit: Unit, case_id: UUID, n: int) -> int:
    known = unit.connection.execute(
        select(func.max(EVENT.c.n)).where(EVENT.c.case_id == case_id, EVENT.c.copy_n == n)
    )
    return (known.scalar() or 0) + 1
