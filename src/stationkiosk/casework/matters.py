"""Matters within one transaction: opened and moved by a row of their track, with their clocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from stationkiosk.casework.clocks import (
    drop_asked,
    lengthen_clock,
    pause_clocks,
    resume_clocks,
    set_clock,
    start_clocks,
    stop_clocks,
)
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.tracks.track import STAYS, Action, Owning, Track
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Doing:
    """Who acts, with what inputs, in which circumstances."""

    actor: Actor
    inputs: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


Entering = Callable[[Station, Unit, Record, Doing], None]
"""Enter the rows of an act on a matter, read before it moved. Raises Closed for what will not do."""


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
        owner=None,
    )
    return start_clocks(station, unit, case_id, n, row.starts)


def move_matter(
    station: Station, unit: Unit, matter: Record, track: Track, row: Action, doing: Doing
) -> None:
    """Carry out one row of the track on a matter: its state, its holder, its owner and its clocks."""
    to_state = row.leads_to(doing.known)
    stays = to_state == STAYS
    holder = matter.owner_role if stays else _holder(track, to_state)
    unit.update(
        tables.Matter,
        {"case_id": matter.case_id, "n": matter.n},
        expect_version=matter.version,
        state=matter.state if stays else to_state,
        since=matter.since if stays else station.clock.now(),
        owner_role=holder,
        owner=_owner(matter, row, doing),
    )
    _move_clocks(station, unit, matter, row, doing)


def _move_clocks(station: Station, unit: Unit, matter: Record, row: Action, doing: Doing) -> None:
    case_id, n = matter.case_id, matter.n
    drop_asked(station, unit, case_id, n, row.drops)
    if row.resumes:
        resume_clocks(station, unit, case_id, n, row.resumes)
    stop_clocks(station, unit, case_id, n, row.ends(doing.known))
    if row.pauses:
        pause_clocks(station, unit, case_id, n, row.pauses)
    if row.lengthens:
        lengthen_clock(station, unit, case_id, n, row.lengthens, doing.inputs)
    start_clocks(station, unit, case_id, n, row.clocks(doing.known))
    for rule, need in row.sets:
        set_clock(station, unit, case_id, n, rule, date.fromisoformat(doing.inputs[need]))


def _owner(matter: Record, row: Action, doing: Doing) -> str | None:
    named = {
        Owning.ACTOR: doing.actor.name,
        Owning.NAMED: doing.inputs.get("member"),
        Owning.MEDIATOR: doing.inputs.get("mediator"),
    }
    return named.get(row.owning, matter.owner)


def _holder(track: Track, state: str) -> str:
    """Return the role that has the next word in a state: its holder, or whoever its first row lets act."""
    if holder := track.state(state).holder:
        return holder.value
    for row in track.actions:
        if state in row.from_states and (roles := sorted(row.roles)):
            return roles[0]
    return ""
