"""Taking a scan into a case at the desk: a paper signed by hand, the proof that something was done."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework import rows
from stationkiosk.casework.desk.casefile import open_case
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.evidence import SCANNER, USB, found_files, keep_evidence
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.devices.evidence.folder import Found
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.store import tables
from stationkiosk.store.evidence import copy, drop_all
from stationkiosk.store.uuid7 import uuid7

TAKERS = frozenset({Role.CLERK, Role.MEDIATOR})
"""Who takes scans in."""

PAPER = "paper"
"""What such an exhibit is said to show."""

EXHIBIT = tables.Exhibit.__table__
PARTY = tables.Party.__table__


def take_scan(station: Station, who: SignedIn, case_id: UUID, party_n: int, case_version: int) -> CaseFile:
    """Keep the newest scan, or file of a stick, as an exhibit and return the case as it then is.

    ``party_n`` is who brought it: a party or whoever speaks for one. Raises Closed as
    ``seeing.acting``, ``no_such_party``, Changed; KnownError ``scan_missing`` where there is none,
    ``proof_there_already``, and what ``casework.evidence.keep_evidence`` raises.
    """
    with station.store.read() as connection:
        acting(connection, who, TAKERS, station.device, case_id)
        sees(connection, who, case_id).check(Part.EVIDENCE)
        brought_by = _side(connection, case_id, party_n)
    file, source = _newest(station)
    kept_under = uuid7(station.clock, station.random)
    exhibit = keep_evidence(station, kept_under, file.path, source, PAPER).exhibit
    with station.store.write() as unit:
        actor = acting(unit.connection, who, TAKERS, station.device, case_id)
        there = _there(unit.connection, case_id, exhibit.sha256)
        if not there:
            copy(unit.connection, kept_under, case_id)
            rows.insert_exhibits(unit, case_id, (exhibit,), brought_by)
            unit.update(tables.Case, {"id": case_id}, expect_version=case_version)
            unit.journal(case_id, actor, "take_scan", station.clock.now())
        drop_all(unit.connection, kept_under)
    if there:
        raise KnownError("proof_there_already")
    return open_case(station, who, case_id)


def _side(connection: Connection, case_id: UUID, party_n: int) -> int | None:
    """Return whose an exhibit is that a party brought: the number of the other side, None the filer."""
    query = select(PARTY).where(PARTY.c.case_id == case_id, PARTY.c.n == party_n)
    party = connection.execute(query).first()
    if party is None:
        raise Closed("no_such_party")
    other = party.role == PartyRole.RESPONDENT.value
    return party.answers_for or (party.n if other else None)


def _newest(station: Station) -> tuple[Found, str]:
    """Return the file that was written last: by the scanner, or where it has none, on a stick."""
    for source, there in ((SCANNER, station.scanner is not None), (USB, _stick_in(station))):
        files = found_files(station, source).files if there else ()
        if files:
            return max(files, key=lambda file: file.modified), source
    raise KnownError("scan_missing")


def _stick_in(station: Station) -> bool:
    return any(stick.present() for stick in station.sticks)


def _there(connection: Connection, case_id: UUID, sha256: str) -> bool:
    query = select(EXHIBIT.c.n).where(EXHIBIT.c.case_id == case_id, EXHIBIT.c.sha256 == sha256)
    return connection.execute(query.limit(1)).first() is not None
