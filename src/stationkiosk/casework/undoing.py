"""Taking back the last act of a case: by whoever did it, where nothing left the station by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Integer, func, literal_column, select

from stationkiosk.casework.clocks import DEADLINE, change
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import Action
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

ACTED = tables.Acted.__table__
CASE = tables.Case.__table__
JOURNAL = tables.Journal.__table__
MATTER = tables.Matter.__table__
OUTBOX = tables.Outbox.__table__
PAPER = tables.Paper.__table__

_ROW: ColumnElement[int] = literal_column("outbox.rowid", Integer)
_KEPT = ("state", "since", "owner_role", "owner")
_OF_CLOCK = ("due", "provisional", "stopped_at", "trace", "pauses", "longer", "still_since")
_MOMENTS = frozenset({"since", "stopped_at"})
_DAYS = frozenset({"due", "still_since"})


@dataclass(frozen=True, slots=True)
class LastAct:
    """The last act of a case that still stands: on which matter, which row, when and by whom."""

    n: int
    matter_n: int
    row: Action
    at: datetime
    role: str
    actor: str


def picture(unit: Unit, matter: Record) -> dict[str, Any]:
    """Return how a matter and its clocks stand, so that an act can be taken back.

    With it goes what has left the station so far, by count: the machine's clock may be set back.
    """
    rows = unit.connection.execute(_clocks(matter.case_id, matter.n)).all()
    return {
        "matter": {name: _plain(getattr(matter, name)) for name in _KEPT},
        "left": _left(unit.connection, matter.case_id),
        "clocks": {str(row.n): {name: _plain(getattr(row, name)) for name in _OF_CLOCK} for row in rows},
    }


def undoable(connection: Connection, case_id: UUID, actor: Actor) -> LastAct | None:
    """Return the act that this actor may take back now, None where there is none."""
    found = _last(connection, case_id)
    return found[0] if found and not _why_not(connection, case_id, actor, *found) else None


def undo(station: Station, case_id: UUID, actor: Actor, case_version: int) -> None:
    """Take back the last act of a case: its matter and clocks stand again as before it.

    Clocks that it started are stopped. Raises Closed ``nothing_to_undo``, ``undo_not_yours``,
    ``undo_issued`` or ``undo_queued``, and what ``staff.check_member`` raises; Changed when the case
    moved on.
    """
    with station.store.write() as unit:
        station, connection = station.at_one_moment(), unit.connection
        check_member(connection, actor)
        version = connection.execute(select(CASE.c.version).where(CASE.c.id == case_id)).scalar_one()
        if version != case_version:
            raise Changed("case", case_version, version)
        found = _last(connection, case_id)
        if found is None:
            raise Closed("nothing_to_undo")
        last, acted = found
        if why := _why_not(connection, case_id, actor, last, acted):
            raise Closed(why)
        _restore(station, unit, case_id, last.matter_n, acted.before)
        now = station.clock.now()
        unit.update(tables.Acted, {"case_id": case_id, "n": last.n}, undone_at=now)
        unit.update(tables.Case, {"id": case_id}, expect_version=version)
        detail = {"matter": last.matter_n, "action": last.row.id, "undone": acted.seq}
        unit.journal(case_id, actor, "undo", now, detail)


def _last(connection: Connection, case_id: UUID) -> tuple[LastAct, Record] | None:
    query = (
        select(ACTED, MATTER.c.track, JOURNAL.c.at, JOURNAL.c.role, JOURNAL.c.actor)
        .join(MATTER, (MATTER.c.case_id == ACTED.c.case_id) & (MATTER.c.n == ACTED.c.matter_n))
        .join(JOURNAL, (JOURNAL.c.chain == str(case_id)) & (JOURNAL.c.seq == ACTED.c.seq))
        .where(ACTED.c.case_id == case_id)
    )
    acted = connection.execute(query.order_by(ACTED.c.n.desc()).limit(1)).first()
    if acted is None or acted.undone_at is not None:
        return None
    row = TRACKS[acted.track].action(acted.action)
    return LastAct(acted.n, acted.matter_n, row, acted.at, acted.role, acted.actor), acted


def _why_not(connection: Connection, case_id: UUID, actor: Actor, last: LastAct, acted: Record) -> str:
    if (last.role, last.actor) != (actor.role.value, actor.name):
        return "undo_not_yours"
    papers, before = _left(connection, case_id)["papers"], acted.before.get("left")
    if before is None or not last.row.undoable or papers > before["papers"]:
        return "undo_issued"
    queued = select(OUTBOX.c.id).where(before["queued"] < _ROW, OUTBOX.c.case_id == case_id).limit(1)
    return "undo_queued" if connection.execute(queued).first() else ""


def _left(connection: Connection, case_id: UUID) -> dict[str, int]:
    """Return how many papers a case has, and how far the queue of the station goes."""
    papers = select(func.count()).select_from(PAPER).where(PAPER.c.case_id == case_id)
    queued = select(func.max(_ROW)).select_from(OUTBOX)
    return {
        "papers": connection.execute(papers).scalar_one(),
        "queued": connection.execute(queued).scalar() or 0,
    }


def _restore(station: Station, unit: Unit, case_id: UUID, matter_n: int, before: dict[str, Any]) -> None:
    kept = {name: _back(name, value) for name, value in before["matter"].items()}
    unit.update(tables.Matter, {"case_id": case_id, "n": matter_n}, **kept)
    for row in unit.connection.execute(_clocks(case_id, matter_n)).all():
        stood = before["clocks"].get(str(row.n))
        if stood is None:
            change(unit, row, stopped_at=station.clock.now())
            continue
        values = {name: _back(name, value) for name, value in stood.items()}
        if values != {name: getattr(row, name) for name in _OF_CLOCK}:
            change(unit, row, **values)


def _clocks(case_id: UUID, matter_n: int) -> Any:  # noqa: ANN401
    return select(DEADLINE).where(DEADLINE.c.case_id == case_id, DEADLINE.c.matter_n == matter_n)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _back(name: str, value: Any) -> Any:  # noqa: ANN401
    if value is None:
        return None
    if name in _MOMENTS:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if name in _DAYS else value
