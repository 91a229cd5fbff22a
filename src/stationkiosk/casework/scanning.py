"""What a scanned code opens, so that the kiosk's home page leads to the right page."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework.codes import LENGTHS, Purpose, code_digest
from stationkiosk.casework.guessing import check_patience, note_failure
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import parse_code
from stationkiosk.store.tables import Code, Draft

SCANNED = (Purpose.RECEIPT, Purpose.NOTICE, Purpose.DRAFT)
"""What a code scanned at the kiosk may open."""


def what_opens(station: Station, typed: str) -> str:
    """Return the purpose of a code, "" for what cannot be a code of ours: that costs no try.

    It is slowed like the pages it leads to. Raises Closed ``code_unknown``, which is counted,
    or ``slow_down`` while the device has to wait.
    """
    fits = [purpose for purpose in SCANNED if parse_code(typed, LENGTHS[purpose]).ok]
    for purpose in fits:
        check_patience(station, purpose)
    found = purpose_of(station, typed)
    if fits and not found:
        note_failure(station, fits[0])
        raise Closed("code_unknown")
    return found


def purpose_of(station: Station, typed: str) -> str:
    """Return the purpose of a code, "" where there is none; the caller counts the wrong ones."""
    for purpose in SCANNED:
        read = parse_code(typed, LENGTHS[purpose])
        if read.ok and _known(station, purpose, code_digest(station, purpose, read.code)):
            return purpose.value
    return ""


def _known(station: Station, purpose: Purpose, digest: str) -> bool:
    columns = (Code.digest, Draft.code_digest) if purpose is Purpose.DRAFT else (Code.digest,)
    with station.store.read() as connection:
        found = (connection.execute(select(column).where(column == digest)).first() for column in columns)
        return any(row is not None for row in found)
