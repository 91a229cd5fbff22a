"""Looking at evidence and papers from the desk, and printing a paper with a reason."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework import evidence, papers
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.mediating.sealed_papers import check_reader
from stationkiosk.casework.printing import copies, plan, runs
from stationkiosk.casework.printing.entering import DESK, line_of
from stationkiosk.casework.printing.shown import PrinterOffered
from stationkiosk.casework.record import Record
from stationkiosk.casework.saying import needed
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView, PaperRef, Sight
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.copies import MOVING, CopyState, Word
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.evidence import read

EXHIBIT = tables.Exhibit.__table__
PRINTERS = frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.COURT_LIAISON, Role.SUPERVISOR})
"""Who prints papers at the desk."""
SETTLED = "settle_copy"
"""Under which name stands what somebody wrote when they said what became of a copy."""


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


def print_paper(station: Station, who: SignedIn, ref: PaperRef, reason: str, printer: str = "") -> CopyView:
    """Print a paper; the reason stands in the journal. Closed as ``paper``, or ``reason_missing``.

    KnownError ``printer_none_fits`` where the ``printer`` chosen does not take it.
    """
    why = needed(reason)
    _check_paper(station, who, ref)
    return copies.print_copy(station, ref, _printing(station, who, ref), DESK, why, printer=printer)


def copy(station: Station, who: SignedIn, printed: CopyView) -> CopyView:
    """Return what has become of a copy and those printed with it: see ``runs.copy_of_run``.

    Closed as ``paper``.
    """
    _check_paper(station, who, printed.paper)
    actor = _printing(station, who, printed.paper)
    return runs.copy_of_run(station, printed.paper, printed.n, actor)


def settle_copy(
    station: Station, who: SignedIn, ref: PaperRef, n: int, word: Word, reason: str
) -> CopyView:
    """Say what became of a copy; the reason stands in the journal.

    Closed as ``print_paper``; ``copy_settled`` where nothing is asked of it any more, or not this.
    """
    why = needed(reason)
    _check_paper(station, who, ref)
    actor = _printing(station, who, ref)
    if (state := CopyState(line_of(station, ref, n).state)) in MOVING:
        raise Closed("copy_moving")
    settled = copies.say(station, ref, n, word, actor, why, SETTLED)
    if settled.state is state:
        raise Closed("copy_settled")
    return settled


def printers_for(station: Station, who: SignedIn, ref: PaperRef) -> tuple[PrinterOffered, ...]:
    """Return the printers that take a paper, the one of its rule first. Closed as ``paper``."""
    _check_paper(station, who, ref)
    kind = papers.read_paper(station, ref).kind
    return plan.offered(station, kind, *papers.sizes_of(kind, station.terms.receipt_format), public=False)


def _printing(station: Station, who: SignedIn, ref: PaperRef) -> Actor:
    with station.store.read() as connection:
        return acting(connection, who, PRINTERS, station.device, ref.case_id)


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
