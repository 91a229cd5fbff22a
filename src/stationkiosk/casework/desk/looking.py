"""Looking at evidence and papers from the desk, and printing a paper with a reason."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework import evidence, papers
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.mediating.sealed_papers import check_reader
from stationkiosk.casework.printing import copies
from stationkiosk.casework.record import Record
from stationkiosk.casework.saying import needed
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView, PaperRef, Sight
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.evidence import read

EXHIBIT = tables.Exhibit.__table__
PRINTERS = frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.COURT_LIAISON, Role.SUPERVISOR})
"""Who prints papers at the desk."""


def sight(station: Station, who: SignedIn, case_id: UUID, exhibit_n: int, page: int) -> Sight:
    """Return how a page (from 0) of a piece of evidence looks, drawn in the examiner's child process.

    Raises Closed ``part_not_yours``, ``no_such_exhibit``; KnownError as examining does.
    """
    row = _exhibit(station, who, case_id, exhibit_n)
    if row.media_type.startswith("video/"):
        return evidence.look_at_film(station, case_id, row.sha256)
    return evidence.look_at_kept(station, case_id, row.sha256, page)


def exhibit_bytes(station: Station, who: SignedIn, case_id: UUID, exhibit_n: int) -> bytes:
    """Return a piece of evidence as it was brought. Raises as ``sight`` does."""
    row = _exhibit(station, who, case_id, exhibit_n)
    return b"".join(read(station.store, case_id, row.sha256))


def paper(station: Station, who: SignedIn, ref: PaperRef) -> bytes:
    """Return an issued paper's PDF. Closed ``part_not_yours``, ``no_such_paper``, ``not_the_mediator``."""
    _check_paper(station, who, ref)
    return papers.paper_bytes(station, ref, station.terms.receipt_format)


def print_paper(station: Station, who: SignedIn, ref: PaperRef, reason: str) -> CopyView:
    """Print a paper; the reason stands in the journal. Closed as ``paper``, or ``reason_missing``."""
    why = needed(reason)
    _check_paper(station, who, ref)
    with station.store.read() as connection:
        actor = acting(connection, who, PRINTERS, station.device, ref.case_id)
    return copies.print_copy(station, ref, actor, copies.DESK, why)


def copy(station: Station, who: SignedIn, printed: CopyView) -> CopyView:
    """Return what has become of a copy. Closed as ``paper``."""
    _check_paper(station, who, printed.paper)
    return copies.copy_now(station, printed.paper, printed.n)


def _exhibit(station: Station, who: SignedIn, case_id: UUID, exhibit_n: int) -> Record:
    with station.store.read() as connection:
        sees(connection, who, case_id).check(Part.EVIDENCE)
        query = select(EXHIBIT).where(EXHIBIT.c.case_id == case_id, EXHIBIT.c.n == exhibit_n)
        row = connection.execute(query).first()
    if row is None:
        raise Closed("no_such_exhibit")
    return row


def _check_paper(station: Station, who: SignedIn, ref: PaperRef) -> None:
    kept = papers.PAPER.c
    there = select(papers.PAPER).where(kept.case_id == ref.case_id, kept.n == ref.n)
    with station.store.read() as connection:
        seen = sees(connection, who, ref.case_id)
        seen.check(Part.PAPERS)
        found = connection.execute(there).first()
        if found is None:
            raise Closed("no_such_paper")
        if not seen.paper(found.kind):
            raise Closed("part_not_yours")
        check_reader(connection, found, who.login)
