"""What a scanned code opens, so that the kiosk's home page leads to the right page."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework.codes import LENGTHS, Purpose, code_digest
from stationkiosk.casework.station import Station
from stationkiosk.domain.numbering import parse_code
from stationkiosk.store.tables import Code, Draft


def what_opens(station: Station, typed: str) -> str:
    """Return the purpose of a code, "" where it opens nothing here.

    It costs no try and tells no more: the page it leads to looks the code up and counts a wrong one.
    """
    for purpose in set(Purpose) - {Purpose.VERIFICATION}:
        read = parse_code(typed, LENGTHS[purpose])
        if read.ok and _known(station, purpose, code_digest(station, purpose, read.code)):
            return purpose.value
    return ""


def _known(station: Station, purpose: Purpose, digest: str) -> bool:
    column = Draft.code_digest if purpose is Purpose.DRAFT else Code.digest
    with station.store.read() as connection:
        return connection.execute(select(column).where(column == digest)).first() is not None
