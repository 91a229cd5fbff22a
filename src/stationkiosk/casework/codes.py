"""Codes that people type or scan: one table of who holds what, and what each opens.

The table and the journal keep only a keyed digest of a code; the code itself stands on its paper.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.guessing import check_patience, note_failure
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import code_bits, make_code, parse_code
from stationkiosk.store.tables import Code
from stationkiosk.store.unit import Unit


class Purpose(StrEnum):
    """What a code opens."""

    RECEIPT = "receipt"
    """The progress of a case, to whoever holds the receipt."""
    VERIFICATION = "verification"
    """Whether a paper is true, to whoever holds the paper."""
    DRAFT = "draft"
    """An application begun and not yet filed."""

    NOTICE = "notice"
    """The complaint that a notice tells of, to answer it: to whoever was sent the notice."""


LENGTHS = {Purpose.RECEIPT: 12, Purpose.VERIFICATION: 12, Purpose.DRAFT: 8, Purpose.NOTICE: 12}
"""Signs of each code, the check signs among them."""


def new_code(station: Station, purpose: Purpose) -> str:
    """Return an unused code as people read it, in groups of four."""
    return make_code(station.random, LENGTHS[purpose])


def code_digest(station: Station, purpose: Purpose, code: str) -> str:
    """Return the digest a code is found by (HMAC-SHA-256 under the station's pepper)."""
    plain = f"{purpose}:{code.replace('-', '')}".encode()
    return hmac.new(station.keys.pepper, plain, hashlib.sha256).hexdigest()


def record_code(
    station: Station,
    unit: Unit,
    purpose: Purpose,
    code: str,
    *,
    case_id: UUID,
    paper_n: int | None = None,
    holder: str,
    opens_at: datetime,
    ends_at: datetime | None = None,
) -> None:
    """Enter a code into the table within ``unit``."""
    unit.insert(
        Code,
        case_id=case_id,
        digest=code_digest(station, purpose, code),
        purpose=purpose.value,
        paper_n=paper_n,
        holder=holder,
        bits=code_bits(LENGTHS[purpose]),
        opens_at=opens_at,
        ends_at=ends_at,
    )


def read_code(station: Station, purpose: Purpose, typed: str) -> str:
    """Return ``typed`` as a well-formed code.

    A code that fails its own check is a slip of the finger: it costs no try. Raises Closed
    ``code_short`` or ``code_mistyped``, or ``slow_down`` while the device has to wait.
    """
    check_patience(station, purpose)
    read = parse_code(typed, LENGTHS[purpose])
    if read.wrong_group:
        raise Closed("code_mistyped", group=str(read.wrong_group))
    if read.missing:
        raise Closed("code_short", missing=str(read.missing))
    return read.code


def find_code(station: Station, purpose: Purpose, typed: str) -> Record:
    """Return the row of a typed code; Closed ``code_unknown`` or ``code_ended`` if it opens nothing."""
    code = read_code(station, purpose, typed)
    table = Code.__table__
    with station.store.read() as connection:
        row = connection.execute(
            select(table).where(table.c.digest == code_digest(station, purpose, code))
        ).first()
    if row is None or row.purpose != purpose:
        note_failure(station, purpose)
        raise Closed("code_unknown")
    if row.ends_at is not None and row.ends_at <= station.clock.now():
        raise Closed("code_ended")
    return row
