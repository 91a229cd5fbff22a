"""What the public may ask of the station at one kiosk: every use case the screens have, in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog

from stationkiosk.casework import (
    adding,
    answering,
    evidence,
    filing,
    helping,
    messages,
    notices,
    papers,
    pin,
    printing,
    ratings,
    startup,
    tracking,
)
from stationkiosk.casework.drafts import Drafts
from stationkiosk.casework.maintenance import Maintenance
from stationkiosk.casework.scanning import what_opens
from stationkiosk.casework.startup import Outcome
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import (
    Called,
    CopyView,
    DraftOpened,
    EvidenceTerms,
    Face,
    Filed,
    MessageLeft,
    Notice,
    PaperRef,
    Progress,
    Sight,
)
from stationkiosk.devices.evidence.folder import Listing
from stationkiosk.devices.readers import Card
from stationkiosk.documents.pictures import pages
from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Application, Exhibit
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.opening import opening
from stationkiosk.domain.response import Response
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.domain.text import Language
from stationkiosk.ledger.seal import seal_text
from stationkiosk.store.evidence import drop
from stationkiosk.store.progress import silent

log = structlog.get_logger()


class Counter:
    """One kiosk's counter. Every method blocks: call it off the UI thread.

    It holds what a session must not lose and must not outlive: the keys of open drafts, the
    small pictures of their evidence, the copies on their way. ``close_session`` drops them.
    """

    def __init__(self, station: Station) -> None:
        self._station = station
        self._drafts = Drafts(station)
        self._maintenance: Maintenance | None = None
        self._thumbnails: dict[tuple[UUID, str], bytes] = {}
        self._copies: list[CopyView] = []
        self._opened: set[PaperRef] = set()
        self._tracked: set[str] = set()
        self._rated: set[str] = set()

    def start_up(self) -> tuple[Outcome, ...]:
        """Put right what the last run left undone; see ``casework.startup``."""
        return startup.start_up(self._station)

    def face(self) -> Face:
        """Return what the home page says about this station now."""
        station = self._station
        printer, now = station.printer.state(), station.clock.now()
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
        )

    def open_draft(self, journey: str) -> DraftOpened:
        """Begin an application; the code in the answer opens it again."""
        return self._drafts.open(journey)

    def save_draft(self, draft_id: UUID, body: dict[str, Any], card: Card | None = None) -> None:
        """Keep an application as it now is."""
        self._drafts.save(draft_id, body, card.id_number if card else "")

    def resume_by_code(self, typed: str) -> tuple[UUID, dict[str, Any]]:
        """Open the application a code was shown for."""
        return self._drafts.resume_by_code(typed)

    def resume_by_card(self, card: Card) -> tuple[UUID, dict[str, Any]] | None:
        """Open the newest application this card was laid on for, if any."""
        return self._drafts.resume_by_id(card.id_number)

    def discard_draft(self, draft_id: UUID) -> None:
        """Drop an application that was begun, with its evidence."""
        self._drafts.discard(draft_id)

    def close_session(self) -> None:
        """Forget everything held for this person; call back copies that still wait in a queue.

        With nobody at the screen, drafts whose day has come are dropped, and the heads of all
        chains are signed where that is due.
        """
        self._drafts.forget_keys()
        self._station.reader.forget()
        self._maintenance = None
        self._thumbnails.clear()
        self._opened.clear()
        self._tracked.clear()
        self._rated.clear()
        self._end_call(helping.CallEnd.LEFT)
        if self._station.scanner is not None:
            self._station.scanner.forget()
        copies, self._copies = self._copies, []
        for copy in copies:
            try:
                printing.call_back(self._station, copy.paper, copy.n)
            except KnownError as fault:
                log.warning("copy_not_called_back", copy=copy.n, fault=str(fault))
        startup.tidy(self._station)

    def close(self) -> None:
        """Close the station: the window is going away."""
        try:
            self.close_session()
        finally:
            self._station.close()

    def seal(self, field: str, text: str, reader: str = MEDIATOR) -> bytes:
        """Encipher a sealed answer to the key of ``reader``; this machine cannot open it again.

        KnownError ``officer_key_missing`` where the station has no key for the officers yet.
        """
        return seal_text(self._station.keys.public_of(reader), text, field.encode())

    def evidence_terms(self) -> EvidenceTerms:
        """Return where evidence may come from here and how much is taken."""
        return evidence.evidence_terms(self._station)

    def found_files(self, source: str = evidence.USB) -> Listing:
        """Return the files that could be kept as evidence; see ``casework.evidence.found_files``."""
        return evidence.found_files(self._station, source)

    def begin_scan(self) -> None:
        """From now on what the office scanner writes is this person's."""
        evidence.begin_scan(self._station)

    def keep_evidence(
        self,
        draft_id: UUID,
        path: Path,
        source: str,
        purpose: str = "",
        progress: Callable[[int, int], None] = silent,
    ) -> Exhibit:
        """Examine and keep a file under a draft; see ``casework.evidence.keep_evidence``."""
        arrived = evidence.keep_evidence(self._station, draft_id, path, source, purpose, progress)
        return self._remembered(draft_id, arrived)

    def keep_picture(
        self, draft_id: UUID, data: bytes, source: str = evidence.CAMERA, name: str = "photo.jpg"
    ) -> Exhibit:
        """Keep a picture taken at this kiosk under a draft."""
        return self._remembered(
            draft_id, evidence.keep_picture(self._station, draft_id, data, source, name)
        )

    def look_at_found(self, path: Path, source: str, page: int) -> Sight:
        """Return how a file looks that is not kept yet."""
        return evidence.look_at_found(self._station, path, source, page)

    def look_at_kept(self, draft_id: UUID, sha256: str, page: int) -> Sight:
        """Return how a kept file looks. KnownError ``evidence_missing``: its draft is not open."""
        if not self._drafts.is_open(draft_id):
            raise KnownError("evidence_missing", name=sha256)
        return evidence.look_at_kept(self._station, draft_id, sha256, page)

    def _remembered(self, draft_id: UUID, arrived: evidence.Arrived) -> Exhibit:
        if arrived.thumbnail:
            self._thumbnails[draft_id, arrived.exhibit.sha256] = arrived.thumbnail
        return arrived.exhibit

    def drop_evidence(self, draft_id: UUID, sha256: str) -> None:
        """Take a kept file out of a draft again; nothing of it stays."""
        self._thumbnails.pop((draft_id, sha256), None)
        drop(self._station.store, draft_id, sha256)

    def thumbnail(self, draft_id: UUID, sha256: str) -> bytes | None:
        """Return the small picture (PNG) of a kept file, if it has one; drawn again for a draft resumed."""
        known = self._thumbnails.get((draft_id, sha256))
        if known is None and self._drafts.is_open(draft_id):
            known = evidence.small_picture(self._station, draft_id, sha256)
            if known is not None:
                self._thumbnails[draft_id, sha256] = known
        return known

    def file(self, application: Application, client_key: str) -> Filed:
        """File the dispute for good and make its receipt; see ``casework.filing.file_application``.

        Once the filing is committed nothing takes it back: a receipt that could not be made
        now is owed, and is made when it is printed or when the program next starts.
        """
        filed = filing.file_application(self._station, application, client_key)
        self._make_now(filed)
        return filed

    def _make_now(self, filed: Filed) -> None:
        try:
            papers.paper_bytes(self._station, filed.receipt, self._station.terms.receipt_format)
        except Exception:
            log.exception("receipt_owed", case=filed.number)
        self._opened.add(filed.receipt)

    def open_notice(self, typed: str) -> Notice:
        """Return the complaint that the code on a notice opens; see ``casework.answering.open_notice``."""
        return answering.open_notice(self._station, typed)

    def respond(self, typed_code: str, response: Response, client_key: str) -> Filed:
        """Enter an answer for good and make its receipt; see ``casework.answering.respond``."""
        answered = answering.respond(self._station, typed_code, response, client_key)
        self._make_now(answered)
        return answered

    def add_proof(self, addition: Addition) -> Filed:
        """Enter proof for a case that is there and make its receipt; see ``casework.adding.add_proof``."""
        added = adding.add_proof(self._station, addition)
        self._make_now(added)
        return added

    def receipt_page(self, ref: PaperRef, page: int = 1, dpi: int = 110) -> bytes:
        """Return a page of a paper as a picture (PNG) for the screen."""
        pdf = papers.paper_bytes(self._station, ref, self._station.terms.receipt_format)
        return pages(pdf, dpi)[page - 1]

    def print_receipt(self, ref: PaperRef, reason: str = "first") -> CopyView:
        """Hand one copy to the printer."""
        copy = printing.print_copy(self._station, ref, self._station.public(), reason)
        self._copies.append(copy)
        return copy

    def copy(self, ref: PaperRef, n: int) -> CopyView:
        """Return what has become of a copy."""
        return printing.copy_now(self._station, ref, n)

    def in_hand(self, ref: PaperRef, n: int, yes: bool) -> CopyView:
        """Keep the person's word for whether the paper is in their hand."""
        return printing.in_hand(self._station, ref, n, yes)

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
        self._check_opened(ref)
        return tuple(pages(papers.paper_bytes(self._station, ref, self._station.terms.receipt_format), dpi))

    def reprint(self, ref: PaperRef) -> CopyView:
        """Print once more a paper that this session tracked; see ``casework.printing.reprint``."""
        self._check_opened(ref)
        copy = printing.reprint(self._station, ref, self._station.public())
        self._copies.append(copy)
        return copy

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

    def _end_call(self, how: helping.CallEnd) -> None:
        try:
            helping.end_call(self._station, how)
        except KnownError as fault:
            log.warning("call_not_ended", fault=str(fault))

    def what_opens(self, typed: str) -> str:
        """Return what a scanned code opens: "receipt", "draft", "notice", or "" for nothing here."""
        return what_opens(self._station, typed)

    def read_card(self, *, asked: bool = False) -> Card | None:
        """Return the ID card laid on the reader, or None; see ``IdReader.read``."""
        return self._station.reader.read(asked=asked)

    def card_trouble(self) -> str:
        """Return the key of what keeps the reader from reading, "" while nothing does or there is none."""
        return self._station.reader.state().trouble

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

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` whenever the store changed, from a thread of the feed; return how to stop."""
        return self._station.feed.subscribe(lambda _change: callback())
