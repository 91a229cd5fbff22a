"""The proof page: where proof may come from, what is there, what was added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.views import EvidenceTerms
from stationkiosk.devices.evidence.folder import Listing
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.files import show_size
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.executor import Worker
from stationkiosk.ui.common.keeping import STOPPED, Keeping
from stationkiosk.ui.common.offered import PER_PAGE, Offered, exhibit_row, found_row
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.taking import Taking

OF_ONE_FILE = ("file_", "examine_", "stick_", "scanner_", "too_many_")
"""How the keys of faults begin that concern one file and are told beside it."""

MISSING = ("stick_missing", "stick_gone", "scanner_missing")
LOOK_MS = 1000
"""How often the scanner's folder is looked at while somebody scans."""

USB, CAMERA, SCANNER = "usb", "camera", "scanner"


class Proof(Bridge):
    """Bridge of the proof page. It knows no journey: whoever walks hands in what is kept.

    Signals:
        listed: what was added is another list; apart from ``changed``, so that looking rebuilds no row.
        kept: an exhibit is in the store.
        described: what an exhibit shows, by its hash and one of ``PURPOSES``, or "".
        dropped: one is to be taken out, by its hash.
        onward: go on; True when the proof comes later.
        largeAsked: a found file (``Offered``) or an exhibit is to be looked at.
        cameraAsked: pictures are to be taken.
    """

    changed = Signal()
    listed = Signal()
    kept = Signal(object)
    described = Signal(str, str)
    dropped = Signal(str)
    onward = Signal(bool)
    largeAsked = Signal(object, str)  # noqa: N815
    cameraAsked = Signal()  # noqa: N815

    def __init__(self, words: Words, executor: Worker[Taking], thumbnails: Thumbnails) -> None:
        super().__init__(words)
        self._executor = executor
        self._thumbnails = thumbnails
        words.changed.connect(self.listed)
        self._keeping = Keeping(executor)
        self._keeping.moved.connect(self.changed)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self._ask)
        self._until: Callable[[], Text | None] = lambda: None
        self._terms: EvidenceTerms | None = None
        self._exhibits: tuple[Exhibit, ...] = ()
        self._drawn: set[str] = set()
        self._clear()

    def _clear(self) -> None:
        self._case: UUID | None = None
        self._source = USB
        self._found: tuple[Offered, ...] = ()
        self._more = self._coming = self._looking = self._scanning = False
        self._there = True
        self._first = 0
        self._problem = ""

    @property
    def case(self) -> UUID | None:
        """The draft that proof is kept under, None until it is there."""
        return self._case

    @property
    def terms(self) -> EvidenceTerms | None:
        """Where proof may come from and how much, None until the station has said so."""
        return self._terms

    @property
    def exhibits_kept(self) -> tuple[Exhibit, ...]:
        """What was added, as whoever walks holds it."""
        return self._exhibits

    def open(
        self, case: UUID | None, exhibits: tuple[Exhibit, ...], until: Callable[[], Text | None]
    ) -> None:
        """Show what is kept and look for files; ``until`` says by which day proof may come later."""
        self._case, self._until, self._problem = case, until, ""
        self.take(exhibits)
        self._executor.ask(lambda counter: counter.evidence_terms(), self._learn)

    def take(self, exhibits: tuple[Exhibit, ...]) -> None:
        """Take the list of exhibits as the walk now holds it."""
        self._exhibits = exhibits
        kept = frozenset(exhibit.sha256 for exhibit in exhibits)
        self._found = tuple(found.without(kept) for found in self._found)
        self._draw_missing()
        self.listed.emit()
        self.changed.emit()

    def blame(self, problem: str) -> None:
        """Say what is missing."""
        self._problem = problem
        self.changed.emit()

    def forget(self) -> None:
        """Hold no file and no picture."""
        self._keeping.forget()
        self._looks.stop()
        self._clear()
        self._exhibits, self._terms = (), None
        self._drawn.clear()
        self._until = lambda: None
        self._thumbnails.clear()
        self.listed.emit()
        self.changed.emit()

    def arrive(self, exhibit: Exhibit, picture: bytes | None) -> bool:
        """An exhibit is in the store; return False where the same bytes were there before."""
        if picture:
            self._thumbnails.put(exhibit.sha256, picture)
        if any(kept.sha256 == exhibit.sha256 for kept in self._exhibits):
            return False
        self.kept.emit(exhibit)
        return True

    def index_of(self, file: Offered) -> int | None:
        """Return where a file stands among those that were found."""
        return self._at(file.file.path)

    # what QML may do

    @Slot(str)
    def choose(self, source: str) -> None:
        """Choose where the next proof comes from."""
        if source == CAMERA:
            self.cameraAsked.emit()
        elif source != self._source:
            self._source, self._found, self._first = source, (), 0
            self._more = self._coming = self._scanning = False
            self.rest()
            self.look()

    @Slot()
    def look(self) -> None:
        """Look for files again."""
        self._there = True
        self._ask()
        self.changed.emit()

    @Slot()
    def scan(self) -> None:
        """From now on what comes out of the scanner is this person's."""
        self._executor.ask(
            lambda counter: counter.begin_scan(),
            self._scan,
            lambda fault: self._cannot_look(SCANNER, fault),
        )

    @Slot()
    def rest(self) -> None:
        """The page goes away: look no more."""
        self._looks.stop()

    @Slot()
    def wake(self) -> None:
        """The page is there: go on looking for scans, or for a stick that is not in yet."""
        if self._scanning or (self._source == USB and not self._there):
            self._looks.start()

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Show the next files of a long list, or those before."""
        most = max(0, (len(self._found) - 1) // PER_PAGE * PER_PAGE)
        self._first = min(max(0, self._first + pages * PER_PAGE), most)
        self.changed.emit()

    @Slot(int)
    def add(self, index: int) -> None:
        """Keep a file as an exhibit."""
        found, case = self._found[index], self._case
        if case is None or found.busy or found.exhibit is not None:
            return
        self._problem = ""
        self._put(index, replace(found, busy=True, trouble=None))
        path = found.file.path
        self._keeping.keep(
            case,
            path,
            self._source,
            lambda exhibit, picture: self._keep(path, exhibit, picture),
            lambda trouble: self._refuse(path, trouble),
        )

    @Slot(int)
    def stop(self, index: int) -> None:
        """Stop keeping a file."""
        self._keeping.stop(self._found[index].file.path)

    @Slot(int)
    def lookAt(self, index: int) -> None:  # noqa: N802
        """Look at a file that was found."""
        self.largeAsked.emit(self._found[index], self._source)

    @Slot(int)
    def lookAtKept(self, index: int) -> None:  # noqa: N802
        """Look at an exhibit."""
        self.largeAsked.emit(self._exhibits[index], "")

    @Slot(str)
    def remove(self, sha256: str) -> None:
        """Take an exhibit out."""
        self.dropped.emit(sha256)

    @Slot(str, str)
    def describe(self, sha256: str, purpose: str) -> None:
        """Say what an exhibit shows."""
        self.described.emit(sha256, purpose)

    @Slot()
    def next(self) -> None:
        """Go on with what is kept, once nothing is being saved any more."""
        if any(found.busy for found in self._found):
            self.blame(self.say("evidence.still_saving"))
        else:
            self.onward.emit(False)

    @Slot()
    def later(self) -> None:
        """Go on and bring the proof later."""
        self.onward.emit(True)

    # what the counter answers

    def _learn(self, terms: EvidenceTerms) -> None:
        self._terms = terms
        if self._source not in terms.sources:
            self._source = next((source for source in (USB, SCANNER) if source in terms.sources), "")
        self.changed.emit()
        if self._source == USB:
            self.look()

    @Slot()
    def _ask(self) -> None:
        """Ask for the files that are there now, without a word where one waits for them."""
        source = self._source
        if self._looking or not source or (source == SCANNER and not self._scanning):
            return
        self._looking = True
        self._executor.ask(
            lambda counter: counter.found_files(source),
            lambda listing: self._saw(source, listing),
            lambda trouble: self._cannot_look(source, trouble),
        )

    def _scan(self, _none: None) -> None:
        self._scanning = self._there = True
        self._looks.start()
        self.changed.emit()

    def _saw(self, source: str, listing: Listing) -> None:
        self._looking = False
        if source != self._source:
            self._ask()
            return
        self._there = True
        if source == USB:
            self._looks.stop()
        before = {old.file: old for old in self._found}
        found = tuple(before.get(new, Offered(new)) for new in listing.files)
        if self._source == SCANNER:
            held = tuple(old for old in self._found if old.exhibit or old.busy)
            found = (*held, *(new for new in found if new not in held))
            if (found, listing.coming) == (self._found, self._coming):
                return
        self._found, self._more, self._coming = found, listing.more, listing.coming
        self._first = min(self._first, max(0, (len(found) - 1) // PER_PAGE * PER_PAGE))
        self.changed.emit()

    def _cannot_look(self, source: str, trouble: Exception) -> bool:
        self._looking = False
        if source != self._source:
            self._ask()
            return True
        missing = isinstance(trouble, KnownError) and trouble.key in MISSING
        if missing and source == USB:
            self._looks.start()
        else:
            self._looks.stop()
        told, self._there = not self._there, not missing
        if not (told and missing):
            self._coming = self._scanning = self._more = False
            self._found = ()
            self.changed.emit()
        return True

    def _keep(self, path: Path, exhibit: Exhibit, picture: bytes | None) -> None:
        self._problem = ""
        twin = next((kept for kept in self._exhibits if kept.sha256 == exhibit.sha256), None)
        trouble = KnownError("file_twice", name=twin.name) if twin else None
        index = self._at(path)
        if index is not None:
            kept = None if twin else exhibit
            self._put(index, replace(self._found[index], busy=False, exhibit=kept, trouble=trouble))
        self.arrive(exhibit, picture)

    def _refuse(self, path: Path, trouble: Exception) -> bool:
        index = self._at(path)
        known = trouble if isinstance(trouble, KnownError) else None
        stopped = known is not None and known.key == STOPPED
        if index is not None:
            told = None if stopped else known
            self._put(index, replace(self._found[index], busy=False, trouble=told))
        return known is not None and known.key.startswith(OF_ONE_FILE)

    def _draw_missing(self) -> None:
        """Ask for the small pictures of what was kept before this session."""
        case = self._case
        for exhibit in self._exhibits if case is not None else ():
            drawn = self._thumbnails.has(exhibit.sha256) or exhibit.sha256 in self._drawn
            if case is not None and not drawn and not exhibit.seconds:
                self._drawn.add(exhibit.sha256)
                self._ask_picture(case, exhibit.sha256)

    def _ask_picture(self, case: UUID, sha256: str) -> None:
        self._executor.ask(
            lambda counter: counter.thumbnail(case, sha256),
            lambda picture: self._show_picture(sha256, picture),
        )

    def _show_picture(self, sha256: str, picture: bytes | None) -> None:
        if picture:
            self._thumbnails.put(sha256, picture)
            self.listed.emit()

    def _at(self, path: Path) -> int | None:
        return next((i for i, found in enumerate(self._found) if found.file.path == path), None)

    def _put(self, index: int, found: Offered) -> None:
        self._found = (*self._found[:index], found, *self._found[index + 1 :])
        self.changed.emit()

    # what QML shows

    def _get_exhibits(self) -> list[dict[str, object]]:
        has = self._thumbnails.has
        return [exhibit_row(self.words, exhibit, picture=has(exhibit.sha256)) for exhibit in self._exhibits]

    def _get_files(self) -> list[dict[str, object]]:
        shown = enumerate(self._found[self._first : self._first + PER_PAGE], self._first)
        return [found_row(self.words, found, index) for index, found in shown]

    def _get_sources(self) -> list[str]:
        return list(self._terms.sources) if self._terms else []

    def _get_until(self) -> str:
        return self.speak(self._until())

    def _get_looking(self) -> bool:
        return self._terms is None or (self._looking and self._there and self._source == USB)

    def _get_state(self) -> str:
        """Return what is to be said of the source and its files; a key below ``evidence``."""
        if self._source == SCANNER:
            return self._scanner_state()
        if self._get_looking():
            return "looking"
        if not self._source:
            return "no_source"
        if self._found:
            return "found"
        if not self._there:
            return "stick_out" if self._exhibits else "none"
        return "empty"

    def _scanner_state(self) -> str:
        if not self._there:
            return "scanner_out"
        if not self._scanning:
            return "scanner"
        if self._coming:
            return "scan_coming"
        return "scanned" if self._found else "scanning"

    def _get_room(self) -> str:
        terms = self._terms
        if terms is None or not self._exhibits:
            return ""
        return self.say(
            "evidence.room",
            n=len(self._exhibits),
            most=terms.most_files,
            size=show_size(sum(exhibit.size for exhibit in self._exhibits)),
            all=show_size(terms.most_total),
        )

    def _get_place(self) -> str:
        """Return which files of a long list show."""
        if len(self._found) <= PER_PAGE:
            return self.say("evidence.newest", n=len(self._found)) if self._more else ""
        last = min(self._first + PER_PAGE, len(self._found))
        told = self.say("evidence.place", first=self._first + 1, last=last, all=len(self._found))
        newest = self.say("evidence.newest", n=len(self._found)) if self._more else ""
        return "  ".join(part for part in (told, newest) if part)

    exhibits = Property(ROWS, _get_exhibits, notify=listed)
    files = Property(ROWS, _get_files, notify=changed)
    sources = Property(LINES, _get_sources, notify=changed)
    source = Property(str, lambda self: self._source, notify=changed)
    looking = Property(bool, _get_looking, notify=changed)
    scanning = Property(bool, lambda self: self._scanning, notify=changed)
    state = Property(str, _get_state, notify=changed)
    percent = Property(int, lambda self: self._keeping.percent, notify=changed)
    room = Property(str, _get_room, notify=changed)
    place = Property(str, _get_place, notify=changed)
    hasBefore = Property(bool, lambda self: self._first > 0, notify=changed)  # noqa: N815
    hasAfter = Property(  # noqa: N815
        bool, lambda self: self._first + PER_PAGE < len(self._found), notify=changed
    )
    problem = Property(str, lambda self: self._problem, notify=changed)
    laterBy = Property(str, _get_until, notify=changed)  # noqa: N815
