"""What staff did, as an auditor reads it: who, what, when and why, out of the journal itself.

It names cases by their number and members by their name, and nobody else: what was changed
stands in the journal as it is, private values as digests only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, literal, select, tuple_

from stationkiosk.casework.desk.views import Audited, AuditPage
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn, check_present
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part, may_see
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text, listed
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.ledger.canonical import parse
from stationkiosk.ledger.journal import STATION_CHAIN
from stationkiosk.store import tables
from stationkiosk.store.station_tables import AUDITED

LINES = 50
JOURNAL = tables.Journal.__table__
_PLACE = (JOURNAL.c.at, JOURNAL.c.chain, JOURNAL.c.seq)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose acts are wanted, from which day until which; empty fields do not narrow."""

    since: date | None = None
    until: date | None = None
    who: str = ""


def audit(station: Station, who: SignedIn, asked: Asked, after: str = "") -> AuditPage:
    """Return a page of what staff did, the newest first, to an auditor.

    ``after`` is what the page before gave. Closed ``part_not_yours``, ``no_such_page``.
    """
    query = select(JOURNAL).where(AUDITED)
    if asked.who:
        query = query.where(JOURNAL.c.actor == asked.who)
    if asked.since is not None and asked.since > date.min:
        query = query.where(JOURNAL.c.at >= _begin(asked.since))
    if asked.until is not None and asked.until < date.max:
        query = query.where(JOURNAL.c.at < _begin(asked.until + timedelta(days=1)))
    if after:
        place = (
            literal(part, column.type) for part, column in zip(_read_place(after), _PLACE, strict=True)
        )
        query = query.where(tuple_(*_PLACE) < tuple_(*place))
    with station.store.read() as connection:
        if not may_see(check_present(connection, who), Part.AUDIT):
            raise Closed("part_not_yours")
        rows = connection.execute(query.order_by(*(part.desc() for part in _PLACE)).limit(LINES + 1)).all()
        names = dict(connection.execute(select(tables.Staff.login, tables.Staff.name)).all())
        lines = tuple(_line(station, connection, row, names) for row in rows[:LINES])
    return AuditPage(lines, _write_place(rows[LINES - 1]) if len(rows) > LINES else "")


def _line(station: Station, connection: Connection, row: Record, names: Mapping[str, str]) -> Audited:
    body = parse(row.body)
    detail: Mapping[str, Any] = body["detail"]
    case_id = None if row.chain == STATION_CHAIN else UUID(row.chain)
    acted = next((change["key"] for change in body["rows"] if change["table"] == "acted"), None)
    return Audited(
        at=row.at,
        login=row.actor,
        name=names.get(row.actor, ""),
        role=station.reference.words.text(f"role.{row.role}"),
        device=row.device,
        what=_what(station, connection, row, case_id, detail),
        about=_number(connection, case_id) if case_id else str(detail.get("login", "")),
        reason=_reason(connection, case_id, acted) if case_id and acted else str(detail.get("reason", "")),
        chain=row.chain,
        seq=row.seq,
        hash=row.hash,
    )


def _what(
    station: Station, connection: Connection, row: Record, case_id: UUID | None, detail: Mapping[str, Any]
) -> Text:
    words = station.reference.words
    track, _, act = row.action.partition(".")
    if act and track in TRACKS:
        label = next((one.label for one in TRACKS[track].actions if one.id == act), Text(act, act))
        return words.text("audit.acted").put(track=TRACKS[track].label, action=label)
    key = f"audit.did.{row.action}"
    if not words.has(key):
        return words.text("audit.did.other").put(action=row.action)
    paper = _paper(station, connection, case_id, detail.get("paper"))
    return words.text(key).put(paper=paper, posts=_posts(station, detail.get("roles", ())))


def _posts(station: Station, roles: Iterable[str]) -> Text:
    return listed(station.reference.words.text(f"role.{role}") for role in roles)


def _paper(station: Station, connection: Connection, case_id: UUID | None, n: int | None) -> Text:
    """Return the title of a paper that an entry is about."""
    words = station.reference.words
    query = select(tables.Paper.kind).where(tables.Paper.case_id == case_id, tables.Paper.n == n)
    kind = connection.execute(query).scalar() if case_id is not None and n is not None else None
    return words.text(f"paper.{kind}.title") if kind else words.text("audit.a_paper")


def _number(connection: Connection, case_id: UUID) -> str:
    query = select(tables.Case.number).where(tables.Case.id == case_id)
    return connection.execute(query).scalar() or str(case_id)


def _reason(connection: Connection, case_id: UUID, key: Mapping[str, Any]) -> str:
    query = select(tables.Acted.inputs).where(tables.Acted.case_id == case_id, tables.Acted.n == key["n"])
    inputs = connection.execute(query).scalar() or {}
    return str(inputs.get("reason", ""))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, STATION_TIME)


def _write_place(row: Record) -> str:
    return f"{(row.at - _EPOCH) // timedelta(microseconds=1)}/{row.chain}/{row.seq}"


def _read_place(after: str) -> tuple[datetime, str, int]:
    try:
        at, chain, seq = after.split("/")
        return _EPOCH + timedelta(microseconds=int(at)), chain, int(seq)
    except (ValueError, OverflowError):
        raise Closed("no_such_page") from None
