"""What an act on a mediation may hang on: which signature comes next, what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from stationkiosk.casework.mediating.drafting import FIXED
from stationkiosk.casework.mediating.ground import ground
from stationkiosk.casework.mediating.performing import duty_rows
from stationkiosk.casework.mediating.sealing import mediation_of
from stationkiosk.casework.mediating.sessions import sessions_of
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.casework.mediating.signing import unsigned
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import posts_of
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.tracks.settling import LAST_SIGNATURE, NO_OPEN_DUTY
from stationkiosk.domain.tracks.talking import (
    MEDIATOR_GONE,
    SESSION_HELD,
    SESSION_PLANNED,
    SESSION_UNFINISHED,
)
from stationkiosk.store.unit import Unit

SITTING = frozenset({"mediating", "suspended", "signing"})
"""States in which an act may be about a session."""


def circumstances(station: Station, connection: Connection, matter: Record) -> Iterator[str]:
    """Yield what holds of a matter: of its signatures and duties, its sessions and its mediator."""
    if matter.track == "mediation" and matter.state in SITTING:
        yield from _of_sessions(sessions_of(connection, matter))
        if mediator_gone(connection, matter):
            yield MEDIATOR_GONE
    signing = (matter.track, matter.state) == ("mediation", "signing")
    if signing and mediation_of(connection, matter.case_id, matter.n) is not None:
        known = ground(station, Unit(connection, station.random), matter)
        version = known.newest()
        if version is not None and version.state == FIXED and len(unsigned(known, version)) == 1:
            yield LAST_SIGNATURE
    if (matter.track, matter.state) == ("mediation", "agreed"):
        duties = duty_rows(connection, matter)
        if all(row.state != DutyState.OPEN.value for row in duties):
            yield NO_OPEN_DUTY


def mediator_gone(connection: Connection, matter: Record) -> bool:
    """Tell whether a matter has a mediator who is no member any more, or in another post."""
    found = mediation_of(connection, matter.case_id, matter.n)
    return found is not None and Role.MEDIATOR not in posts_of(connection, found.mediator)


def _of_sessions(sessions: Sequence[Record]) -> Iterator[str]:
    if any(not one.opened_at and not one.closed_at for one in sessions):
        yield SESSION_PLANNED
    if any(not one.closed_at for one in sessions):
        yield SESSION_UNFINISHED
    if any(one.opened_at for one in sessions):
        yield SESSION_HELD
