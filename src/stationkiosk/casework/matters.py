"""Matters within one transaction: opened and moved by a row of their track, with their clocks."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.tracks.track import STAYS, Action, Track
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit


def open_matter(
    station: Station, unit: Unit, case_id: UUID, case_number: str, n: int, track: Track
) -> tuple[Deadline, ...]:
    """Open matter ``n`` of a case on ``track`` and return the deadlines that begin to run."""
    row, now = track.opening(), station.clock.now()
    unit.insert(
        tables.Matter,
        case_id=case_id,
        n=n,
        track=track.id,
        state=row.to_state,
        opened_at=now,
        since=now,
        owner_role=_holder(track, row.to_state),
        version=1,
        number=f"{case_number}/{n}",
    )
    return start_clocks(station, unit, case_id, n, row.starts)


def move_matter(station: Station, unit: Unit, matter: Record, track: Track, row: Action) -> None:
    """Carry out one row of the track on a matter: its state, its holder and its clocks."""
    stays = row.to_state == STAYS
    unit.update(
        tables.Matter,
        {"case_id": matter.case_id, "n": matter.n},
        expect_version=matter.version,
        state=matter.state if stays else row.to_state,
        since=matter.since if stays else station.clock.now(),
        owner_role=matter.owner_role if stays else _holder(track, row.to_state),
    )
    stop_clocks(station, unit, matter.case_id, matter.n, row.stops)
    start_clocks(station, unit, matter.case_id, matter.n, row.starts)


def start_clocks(
    station: Station, unit: Unit, case_id: UUID, matter_n: int, rules: Iterable[str]
) -> tuple[Deadline, ...]:
    """Start the clocks named by deadline rules today; each keeps the trace of its reckoning."""
    begun = tuple(station.reference.deadline(rule, station.today()) for rule in rules)
    first = _next_deadline(unit, case_id)
    for n, deadline in enumerate(begun, first):
        unit.insert(
            tables.Deadline,
            case_id=case_id,
            n=n,
            matter_n=matter_n,
            rule=deadline.rule,
            start=deadline.start,
            due=deadline.due,
            provisional=deadline.provisional,
            stopped_at=None,
            trace=[{"zh": line.zh, "en": line.en} for line in deadline.trace],
        )
    return begun


def stop_clocks(station: Station, unit: Unit, case_id: UUID, matter_n: int, rules: Iterable[str]) -> None:
    """Stop the running clocks of a matter that go by these rules."""
    table = tables.Deadline.__table__
    running = unit.connection.execute(
        select(table.c.n).where(
            table.c.case_id == case_id,
            table.c.matter_n == matter_n,
            table.c.rule.in_(tuple(rules)),
            table.c.stopped_at.is_(None),
        )
    ).scalars()
    for n in list(running):
        unit.update(tables.Deadline, {"case_id": case_id, "n": n}, stopped_at=station.clock.now())


def _holder(track: Track, state: str) -> str:
    """Return the role that has the next word in a state: whoever its first row lets act."""
    for row in track.actions:
        if state in row.from_states and (roles := sorted(row.roles)):
            return roles[0]
    return ""


def _next_deadline(unit: Unit, case_id: UUID) -> int:
    table = tables.Deadline.__table__
    known = unit.connection.execute(select(table.c.n).where(table.c.case_id == case_id)).scalars()
    return max(known, default=0) + 1
