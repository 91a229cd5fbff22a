"""Looking at evidence and papers from the desk, and printing a paper with a reason."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework import evidence, papers, printing
from stationkiosk.casework.desk.person import Part, Person, check_sees, role_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.saying import needed
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView, PaperRef, Sight
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.evidence import read

EXHIBIT = tables.Exhibit.__table__
PRINTERS = frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.COURT_LIAISON, Role.SUPERVISOR})
"""Who prints papers at the desk."""


def sight(station: Station, person: Person, case_id: UUID, exhibit_n: int, page: int) -> Sight:
    """Return how a page (from 0) of a piece of evidence looks, drawn in the examiner's child process.

    Raises Closed ``part_not_yours``, ``no_such_exhibit``; KnownError as examining does.
    """
    row = _exhibit(station, person, case_id, exhibit_n)
    return evidence.look_at_kept(station, case_id, row.sha256, page)


def exhibit_bytes(station: Station, person: Person, case_id: UUID, exhibit_n: int) -> bytes:
    """Return a piece of evidence as it was brought. Raises as ``sight`` does."""
    row = _exhibit(station, person, case_id, exhibit_n)
    return b"".join(read(station.store, case_id, row.sha256))


def paper(station: Station, person: Person, ref: PaperRef) -> bytes:
    """Return an issued paper's PDF. Closed ``part_not_yours``, ``no_such_paper``."""
    _check_paper(station, person, ref)
    return papers.paper_bytes(station, ref, station.terms.receipt_format)


def print_paper(station: Station, person: Person, ref: PaperRef, reason: str) -> CopyView:
    """Print a paper; the reason stands in the journal. Closed as ``paper``, or ``reason_missing``."""
    why = needed(reason)
    _check_paper(station, person, ref)
    actor = person.actor(role_of(person, PRINTERS), station.device)
    return printing.print_copy(station, ref, actor, printing.DESK, why)


def _exhibit(station: Station, person: Person, case_id: UUID, exhibit_n: int) -> Record:
    check_sees(person.roles, Part.EVIDENCE)
    with station.store.read() as connection:
        query = select(EXHIBIT).where(EXHIBIT.c.case_id == case_id, EXHIBIT.c.n == exhibit_n)
        row = connection.execute(query).first()
    if row is None:
        raise Closed("no_such_exhibit")
    return row


def _check_paper(station: Station, person: Person, ref: PaperRef) -> None:
    check_sees(person.roles, Part.PAPERS)
    there = select(papers.PAPER.c.n).where(papers.PAPER.c.case_id == ref.case_id, papers.PAPER.c.n == ref.n)
    with station.store.read() as connection:
        if connection.execute(there).first() is None:
            raise Closed("no_such_paper")
