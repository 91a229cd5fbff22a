"""Noting at the desk that somebody tried to reach a party: which way, what came of it, with which paper."""

from __future__ import annotations

from uuid import UUID

from stationkiosk.casework.contacts import Attempted, log_contact
from stationkiosk.casework.desk.casefile import open_case
from stationkiosk.casework.desk.seeing import CONTACTERS, acting, sees
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part


def contact(station: Station, who: SignedIn, case_id: UUID, attempted: Attempted) -> CaseFile:
    """Note an attempt and return the case as it then is. Closed as ``contacts.log_contact``."""
    with station.store.read() as connection:
        sees(connection, who, case_id).check(Part.CONTACTS)
        actor = acting(connection, who, CONTACTERS, station.device, case_id)
    log_contact(station, case_id, actor, attempted)
    return open_case(station, who, case_id)
