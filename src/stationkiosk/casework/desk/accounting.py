"""The printers and the accounts of copies, as somebody at the desk may see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from stationkiosk.casework import papers
from stationkiosk.casework.desk.looking import PRINTERS
from stationkiosk.casework.desk.seeing import Sees, acting, sees
from stationkiosk.casework.mediating.sealed_papers import SEALED_KINDS, check_reader
from stationkiosk.casework.papers import FORM_CODES
from stationkiosk.casework.printing import accounts, changing, trials
from stationkiosk.casework.printing.changing import CHANGERS
from stationkiosk.casework.printing.plan import Plan, printer_of, read_plan
from stationkiosk.casework.printing.shown import (
    OTHERS,
    CopiesShown,
    PaperPlanned,
    PrinterFound,
    PrinterShown,
)
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.devices.printing import JobState, PrinterSpec, PrinterState, Trouble
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text

LOOKERS = PRINTERS | {Role.SYSTEM_ADMIN}
"""Who sees the printers, mends their trouble and prints test pages."""


def actor(station: Station, who: SignedIn, wanted: frozenset[Role] = LOOKERS) -> Actor:
    """Return a person in a post that may do what ``wanted`` posts may. Closed ``not_your_role``."""
    with station.store.read() as connection:
        return acting(connection, who, wanted, station.device)


def changer(station: Station, who: SignedIn) -> Actor:
    """Return a person in a post that changes the plan. Closed ``not_your_role``."""
    return actor(station, who, CHANGERS)


def printers(station: Station, who: SignedIn) -> tuple[PrinterShown, ...]:
    """Return the printers as they are now, with what waits in them."""
    actor(station, who)
    refused = _refused(station, who)
    return tuple(_printer(station, spec, refused) for spec in read_plan(station).printers)


def planned(station: Station, who: SignedIn) -> tuple[PaperPlanned, ...]:
    """Return how each kind of paper is printed, the rule for all others first."""
    actor(station, who)
    plan = read_plan(station)
    return tuple(_planned(station, plan, kind) for kind in (OTHERS, *FORM_CODES))


def found(station: Station, who: SignedIn) -> tuple[PrinterFound, ...]:
    """Return the printers that discovery finds, and whether each is written down already."""
    changer(station, who)
    return changing.found(station)


def print_trial(station: Station, who: SignedIn, printer: str) -> str:
    """Print a test page and return its job. Raises as the printer does."""
    note(station, actor(station, who), "print_trial", printer)
    return trials.print_trial(station, printer)


def trial(station: Station, who: SignedIn, printer: str, job: str) -> JobState:
    """Return what became of a test page."""
    actor(station, who)
    return printer_of(station, printer).poll(job)


def cancel_job(station: Station, who: SignedIn, printer: str, job: str) -> None:
    """Take a job out of a printer's queue. Raises as the printer does."""
    note(station, actor(station, who), "cancel_job", printer)
    printer_of(station, printer).cancel(job)


def resume_printer(station: Station, who: SignedIn, printer: str) -> None:
    """Let a paused printer go on. Raises as the printer does."""
    note(station, actor(station, who), "resume_printer", printer)
    printer_of(station, printer).resume()


def copies(station: Station, who: SignedIn, day: date) -> CopiesShown:
    """Return the copies of a day, those of any day that need a hand, and totals."""
    actor(station, who, PRINTERS)
    with station.store.read() as connection:
        of_day = _seen(connection, who, accounts.of_day(connection, day))
        waiting = _seen(connection, who, accounts.waiting(station, connection))
        lines = accounts.shown(station, connection, of_day)
        return CopiesShown(day, lines, accounts.shown(station, connection, waiting), accounts.totals(lines))


def _seen(connection: Connection, who: SignedIn, rows: Iterable[Record]) -> list[Record]:
    known: dict[object, Sees | None] = {}
    kept = []
    for row in rows:
        if row.case_id not in known:
            known[row.case_id] = _sees(connection, who, row)
        seen = known[row.case_id]
        if seen is not None and _sees_paper(connection, who, seen, row):
            kept.append(row)
    return kept


def _sees(connection: Connection, who: SignedIn, row: Record) -> Sees | None:
    try:
        return sees(connection, who, row.case_id)
    except Closed:
        return None


def _sees_paper(connection: Connection, who: SignedIn, seen: Sees, row: Record) -> bool:
    paper = accounts.paper_of(connection, row)
    if not seen.paper(paper.kind) or paper.kind not in SEALED_KINDS:
        return seen.paper(paper.kind)
    try:
        check_reader(
            connection, papers.paper_row(connection, PaperRef(row.case_id, row.paper_n)), who.login
        )
    except Closed:
        return False
    return True


def _printer(station: Station, spec: PrinterSpec, refused: Text | None) -> PrinterShown:
    try:
        printer = station.printers.get(spec.id)
        return PrinterShown(spec, printer.state(), printer.queue(), refused)
    except KnownError as fault:
        return PrinterShown(spec, PrinterState(False, Trouble.of(fault)), (), refused)


def _refused(station: Station, who: SignedIn) -> Text | None:
    try:
        changer(station, who)
    except Closed as fault:
        return station.reference.words.text(f"fault.{fault.key}.what")
    return None


def _planned(station: Station, plan: Plan, kind: str) -> PaperPlanned:
    words = station.reference.words
    title = words.text("printing.others" if kind == OTHERS else f"paper.{kind}.title")
    return PaperPlanned(kind, title, plan.rule(kind), own=kind in plan.papers)


def note(station: Station, who: Actor, act: str, printer: str) -> None:
    """Enter in the station's journal what somebody did at a printer."""
    with station.store.write() as unit:
        unit.journal(None, who, act, station.clock.now(), {"printer": printer})
