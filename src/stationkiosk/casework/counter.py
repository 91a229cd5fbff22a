"""What the public may ask of the station at one kiosk: every use case the screens have, in one place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

import structlog

from stationkiosk.casework import (
    adding,
    answering,
    filing,
    helping,
    messages,
    notices,
    papers,
    pin,
    ratings,
    startup,
    tracking,
)
from stationkiosk.casework.gathering import Gathering
from stationkiosk.casework.maintenance import Maintenance
from stationkiosk.casework.mediating.screen import Screen, Staged
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.casework.printing import copies, plan, tending
from stationkiosk.casework.printing.shown import PrinterOffered
from stationkiosk.casework.scanning import what_opens
from stationkiosk.casework.selftest import working
from stationkiosk.casework.startup import Outcome
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import (
    Called,
    CopyView,
    Face,
    Filed,
    MessageLeft,
    Notice,
    PaperRef,
    Progress,
)
from stationkiosk.documents.pictures import page_picture, pages
from stationkiosk.domain.actors import Role
from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Application, Signature
from stationkiosk.domain.copies import MOVING, Withdrawn, withdrawn
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.opening import opening
from stationkiosk.domain.response import Response
from stationkiosk.domain.text import Language

log = structlog.get_logger()

AT_THE_KIOSK = (Role.APPLICANT, Role.RESPONDENT, Role.SYSTEM_ADMIN, Role.STATION)
"""For whom a kiosk prints: the public, and whoever typed the admin PIN there."""


class Counter(Gathering):
    """One kiosk's counter. Every method blocks: call it off the UI thread.

    It holds what a session must not lose and must not outlive: the keys of open drafts, the
    small pictures of their evidence, the copies on their way. ``close_session`` drops them.
    """

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._screen = Screen(station)
        self._maintenance: Maintenance | None = None
        self._copies: dict[tuple[UUID, int], CopyView] = {}
        self._printing = threading.Lock()
        self._opened: set[PaperRef] = set()
        self._tracked: set[str] = set()
        self._rated: set[str] = set()

    def start_up(self) -> tuple[Outcome, ...]:
        """Put right what the last run left undone; see ``casework.startup``."""
        return startup.start_up(self._station, AT_THE_KIOSK)

    def face(self) -> Face:
        """Return what the home page says about this station now."""
        station = self._station
        sizes = papers.sizes_of("receipt", station.terms.receipt_format)
        printer, now = plan.state_for(station, "receipt", *sizes, public=True), station.clock.now()
        return Face(
            station_code=station.device,
            station=station.site.name,
            address=station.site.address,
            hours=station.site.hours,
            phone=station.site.phone,
            notice=notices.shown_notice(station),
            printer_ready=printer.ready,
            card_reader_ready=station.reader.state().ready,
            demo=station.terms.demo,
            printer_trouble=printer.trouble.value,
            at=now,
            opening=opening(station.site.opening, station.reference.calendar, now),
            max_respondents=station.terms.max_respondents,
            missing=working.missing(station),
            reprints=station.terms.reprints_a_day > 0,
        )

    def close_session(self) -> None:
        """Forget everything held for this person; call back copies that still wait in a queue.

        With nobody at the screen, drafts whose day has come are dropped, and the heads of all
        chains are signed where that is due.
        """
        self.forget_drafts()
        self._maintenance = None
        self._opened.clear()
        self._tracked.clear()
        self._rated.clear()
        self._end_call(helping.CallEnd.LEFT)
        printed, self._copies = self._copies, {}
        self._take_back(list(printed.values()))
        startup.tidy(self._station)

    def close(self) -> None:
        """Close the station: the window is going away."""
        try:
            self.close_session()
            self._screen.close()
        finally:
            self._station.close()

    def file(self, application: Application, client_key: str) -> Filed:
        """File the dispute for good and make its receipt; see ``casework.filing.file_application``.

        Once the filing is committed nothing takes it back: a receipt that could not be made
        now is owed, and is made when it is printed or when the program next starts.
        """
        filed = filing.file_application(self._station, application, client_key)
        return self._handed(filed)

    def _handed(self, filed: Filed) -> Filed:
        self._make_now(filed)
        self._opened.add(filed.receipt)
        return filed

    def open_notice(self, typed: str) -> Notice:
        """Return the complaint that the code on a notice opens; see ``casework.answering.open_notice``."""
        return answering.open_notice(self._station, typed)

    def respond(self, typed_code: str, response: Response, client_key: str) -> Filed:
        """Enter an answer for good and make its receipt; see ``casework.answering.respond``."""
        answered = answering.respond(self._station, typed_code, response, client_key)
        return self._handed(answered)

    def add_proof(self, addition: Addition) -> Filed:
        """Enter proof for a case that is there and make its receipt; see ``casework.adding.add_proof``."""
        added = adding.add_proof(self._station, addition)
        return self._handed(added)

    def print_receipt(self, ref: PaperRef, reason: str = "first", printer: str = "") -> CopyView:
        """Hand one copy to a printer, the one of the plan where none is chosen; see ``copies.print_copy``.

        While a copy of the paper is under way there it is that one: a second tap prints nothing. At
        another printer it is taken back from the first.
        """
        return self._print(
            ref,
            printer,
            lambda: copies.print_copy(self._station, ref, self._station.public(), reason, printer=printer),
        )

    def printers_for(self, ref: PaperRef) -> tuple[PrinterOffered, ...]:
        """Return the printers at hand that take a paper, the one it would go to first."""
        kind = papers.read_paper(self._station, ref).kind
        sizes = papers.sizes_of(kind, self._station.terms.receipt_format)
        return plan.offered(self._station, kind, *sizes, public=True)

    def print_later(self, ref: PaperRef, n: int) -> CopyView:
        """Take a copy back: its person prints it another time. It is cancelled, with trouble ``later``.

        Until its printer has let go of it, it is under way with that trouble: ask on.
        """
        return tending.take_back(self._station, ref, n, Withdrawn.LATER)

    def copy(self, ref: PaperRef, n: int) -> CopyView:
        """Return what has become of a copy, or of the new copy printed in the place of a torn one.

        For whoever left, nothing is printed any more.
        """
        session = self._copies
        with self._printing:
            if (ref.case_id, n) not in session:
                return copies.copy_now(self._station, ref, n)
            copy = copies.copy_or_instead(self._station, ref, n, self._station.public())
            return copy if copy.n == n else self._watched(session, copy)

    def in_hand(self, ref: PaperRef, n: int, yes: bool) -> CopyView:
        """Keep the person's word for whether the paper is in their hand."""
        return copies.in_hand(self._station, ref, n, yes)

    def tend(self) -> int:
        """Look after the copies of sessions that are over, and return how many changed; every few seconds.

        Nothing is done while a copy is being handed over.
        """
        if not self._printing.acquire(blocking=False):
            return 0
        try:
            return tending.tend(self._station, AT_THE_KIOSK, frozenset(self._copies))
        finally:
            self._printing.release()

    def _print(self, ref: PaperRef, printer: str, hand_over: Callable[[], CopyView]) -> CopyView:
        session = self._copies
        with self._printing:
            under_way = self._under_way(ref)
            if under_way and printer in ("", under_way.printer):
                return under_way
            if under_way:
                tending.take_back(self._station, ref, under_way.n, Withdrawn.ELSEWHERE)
            return self._watched(session, hand_over())

    def _watched(self, session: dict[tuple[UUID, int], CopyView], copy: CopyView) -> CopyView:
        """Let a session watch a copy; one that came out too late for its session is taken back."""
        session[copy.paper.case_id, copy.n] = copy
        if session is not self._copies:
            self._take_back([copy])
        return copy

    def _under_way(self, ref: PaperRef) -> CopyView | None:
        """Return the copy of a paper that this session waits for, unless it is being taken back."""
        known = [copy.n for copy in self._copies.values() if copy.paper == ref]
        for n in known:
            copy = copies.copy_now(self._station, ref, n)
            if copy.state in MOVING and not withdrawn(copy.trouble):
                return copy
        return None

    def _take_back(self, printed: Iterable[CopyView]) -> None:
        for copy in printed:
            try:
                tending.call_back(self._station, copy.paper, copy.n)
            except KnownError as fault:
                log.warning("copy_not_called_back", copy=copy.n, fault=str(fault))

    def progress(self, typed: str) -> Progress:
        """Return where the case of a receipt code stands."""
        return self._open(tracking.progress(self._station, typed))

    def progress_by_number(self, number: str, tail: str) -> Progress:
        """Return the same by case number and the end of a number of one's own."""
        return self._open(tracking.progress_by_number(self._station, number, tail))

    def _open(self, seen: Progress) -> Progress:
        self._tracked |= {case.number for case in (seen, *seen.others)}
        self._opened |= {paper.ref for case in (seen, *seen.others) for paper in case.papers}
        return seen

    def paper_pages(self, ref: PaperRef, dpi: int) -> tuple[bytes, ...]:
        """Return the pages (PNG) of a paper that this session filed or tracked; else Closed."""
        return tuple(pages(self._opened_paper(ref), dpi))

    def paper_page(self, ref: PaperRef, page: int, dpi: int) -> bytes:
        """Return one of these pages, from 0; else Closed."""
        return page_picture(self._opened_paper(ref), page, dpi)

    def _opened_paper(self, ref: PaperRef) -> bytes:
        self._check_opened(ref)
        return papers.paper_bytes(self._station, ref, self._station.terms.receipt_format)

    def reprint(self, ref: PaperRef, printer: str = "") -> CopyView:
        """Print once more a paper that this session tracked; see ``copies.reprint``, ``print_receipt``."""
        self._check_opened(ref)
        return self._print(
            ref, printer, lambda: copies.reprint(self._station, ref, self._station.public(), printer)
        )

    def _check_opened(self, ref: PaperRef) -> None:
        if ref not in self._opened:
            raise Closed("paper_not_open")

    def rate(self, marks: Mapping[str, int]) -> None:
        """Count marks given after a filing: each question once a session; see ``casework.ratings``."""
        fresh = {question: mark for question, mark in marks.items() if question not in self._rated}
        ratings.rate(self._station, fresh)
        self._rated |= set(fresh)

    def leave_message(
        self, text: str, code: str, phone: str, language: Language, number: str = ""
    ) -> MessageLeft:
        """Keep a message for the station, about the case ``number`` if this session tracked it."""
        note = messages.Note(text, code, phone, language)
        return messages.leave_message(self._station, note, number if number in self._tracked else "")

    def call_staff(self, page: str) -> Called:
        """Enter a call for staff, which the station's other windows hear of."""
        return helping.call_staff(self._station, page)

    def end_call(self, came: bool) -> None:
        """End the call: staff came, or nobody is needed any more."""
        helping.end_call(self._station, helping.CallEnd.CAME if came else helping.CallEnd.TAKEN_BACK)

    def call_waits(self, n: int) -> bool:
        """Tell whether a call still waits for somebody; at the desk it may have been answered."""
        return helping.call_waits(self._station, n)

    def _end_call(self, how: helping.CallEnd) -> None:
        try:
            helping.end_call(self._station, how)
        except KnownError as fault:
            log.warning("call_not_ended", fault=str(fault))

    def what_opens(self, typed: str) -> str:
        """Return what a scanned code opens: "receipt", "draft", "notice", or "" for nothing here."""
        return what_opens(self._station, typed)

    def open_maintenance(self, typed: str) -> bool:
        """Open the acts of staff until the session closes; tell whether this was the admin PIN."""
        if not pin.check_pin(self._station, typed):
            return False
        self._maintenance = Maintenance(self._station)
        self._maintenance.note("opened")
        return True

    @property
    def maintenance(self) -> Maintenance:
        """The acts of staff. Raises Closed ``not_admin`` where the admin PIN was not typed."""
        if self._maintenance is None:
            raise Closed("not_admin")
        return self._maintenance

    def check_admin_pin(self, typed: str) -> bool:
        """Tell whether this is the admin PIN, typed by staff who witness a signature."""
        return pin.check_pin(self._station, typed, pin.WITNESS_DOOR)

    def stage(self, busy: bool) -> Staged | None:
        """Return what a desk has this screen do, None while it is the public's; see ``Screen.look``."""
        return self._screen.look(busy)

    def stage_picture(self, page: int, dpi: int) -> bytes:
        """Return a page (from 0) of what a desk shows here as PNG. Closed ``text_changed``."""
        return self._screen.picture(page, dpi)

    def stage_words(self, page: int) -> str:
        """Return the words of a page (from 0) of what a desk shows here. Closed ``text_changed``."""
        return self._screen.words(page)

    def sign_text(self, signature: Signature) -> Staged | None:
        """Enter a signature under the text shown here, and give the screen back; see ``Screen.sign``."""
        return self._screen.sign(signature)

    def give_back(self, ending: Ending) -> Staged | None:
        """Give the screen back to the desk unsigned, and say why."""
        return self._screen.give_back(ending)

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` whenever the store changed, from a thread of the feed; return how to stop."""
        return self._station.feed.subscribe(lambda _change: callback())
