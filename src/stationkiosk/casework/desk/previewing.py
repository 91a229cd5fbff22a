"""What an act would issue, as drafts, for the person at the desk."""

from __future__ import annotations

from stationkiosk.casework import preview as previewed
from stationkiosk.casework.desk.acting import Asked, Looked, act_of
from stationkiosk.casework.door import read_matter
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.store.uuid7 import uuid7


def preview(station: Station, who: SignedIn, asked: Asked) -> tuple[bytes, ...]:
    """Return the papers an act would issue as PDFs with the draft mark. Closed as the act would be."""
    with station.store.read() as connection:
        matter, case_version = read_matter(connection, asked.case_id, asked.matter_n)
    looked = Looked(case_version, matter.version, str(uuid7(station.clock, station.random)))
    return previewed.preview(station, act_of(station, who, asked, looked))
