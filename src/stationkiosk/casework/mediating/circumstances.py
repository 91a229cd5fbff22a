"""What an act on a mediation may hang on: which signature comes next, what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from stationkiosk.casework.mediating.drafting import FIXED
from stationkiosk.casework.mediating.ground import ground
from stationkiosk.casework.mediating.performing import duty_rows
from stationkiosk.casework.mediating.sealing import mediation_of
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.casework.mediating.signing import unsigned
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.tracks.settling import LAST_SIGNATURE, NO_OPEN_DUTY
from stationkiosk.store.unit import Unit


def circumstances(station: Station, connection: Connection, matter: Record) -> Iterator[str]:
    """Yield what holds of a matter: ``LAST_SIGNATURE``, ``NO_OPEN_DUTY``."""
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
