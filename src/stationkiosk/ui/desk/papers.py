"""The papers of the open case: read on the screen, printed, printed again with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.casework.desk.views import CaseFile, PaperShown
from stationkiosk.casework.views import CopyView
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.copy_watch import CopyWatch
from stationkiosk.ui.desk.plans import FIRST_COPY
from stationkiosk.ui.desk.sheets import Page, Sheets, drawn
from stationkiosk.ui.desk.shown import Shown


class Papers(Bridge):
    """Bridge of the papers tab and of the paper that is read over it.

    Signals:
        refreshed: other pages are to be shown.
        sharpened: the pages that are seen were drawn as finely as they are shown.
        listed: other papers.
        opened: a paper came up; focus goes to it.
        left(at): it was put away; focus goes back to this line.
        chosen(at, printers): where a paper is to be printed is asked, and why where it was printed before.
    """

    changed = Signal()
    refreshed = Signal()
    sharpened = Signal()
    listed = Signal()
    opened = Signal()
    left = Signal(int)
    chosen = Signal(int, object)

    def __init__(self, words: Words, asking: Asking, thumbnails: Thumbnails) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asking = asking
        self._shown = Shown(words)
        self.refreshed.connect(self.sharpened)
        self._sheets = Sheets("paper", thumbnails)
        self._file: CaseFile | None = None
        self._watch = CopyWatch(words, asking)
        self._watch.setParent(self)
        self._watch.changed.connect(self.changed)
        self._turn = 0
        self._shut()

    def _shut(self) -> None:
        self._at = -1
        self._looking = False
        self._unseen: KnownError | None = None
        self._sheets.clear()
        self._turn += 1

    def take(self, file: CaseFile | None) -> None:
        """Take the case whose papers are listed; None for none."""
        same = file is not None and self._file is not None and file.case_id == self._file.case_id
        self._file = file
        if not same:
            self._shut()
            self._watch.forget()
            self.refreshed.emit()
        self.listed.emit()
        self.changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether a paper is read."""
        return self._at >= 0

    # what QML may do

    @Slot(int)
    def read(self, at: int) -> None:
        """Read a paper on the screen."""
        if not 0 <= at < len(self._papers):
            return
        self._shut()
        self._at, self._looking = at, True
        turn, ref = self._turn, self._papers[at].ref
        self._asking.ask(
            lambda desk: drawn((desk.paper(ref),)),
            lambda pages: self._drew(turn, pages),
            lambda trouble: self._cannot_read(turn, trouble),
        )
        self.refreshed.emit()
        self.changed.emit()
        self.opened.emit()

    @Slot(int, int, float)
    def sharpen(self, first: int, last: int, zoom: float) -> None:
        """Draw the pages that are seen as finely as they are shown."""
        self._sheets.sharpen(self._asking, range(first, last + 1), zoom, self.sharpened.emit)

    @Slot()
    def close(self) -> None:
        """Put the paper away."""
        at = self._at
        if at >= 0:
            self._shut()
            self.refreshed.emit()
            self.changed.emit()
            self.left.emit(at)

    @Slot(int)
    def print(self, at: int) -> None:
        """Print a paper; one that was printed before is asked a reason for."""
        if not 0 <= at < len(self._papers):
            return
        if self._papers[at].copies:
            self.choose(at)
        else:
            self.print_for(self._papers[at], FIRST_COPY)

    @Slot(int)
    def choose(self, at: int) -> None:
        """Ask where a paper is to be printed."""
        if 0 <= at < len(self._papers):
            ref = self._papers[at].ref

            def unknown(fault: Exception) -> bool:
                self.chosen.emit(at, ())
                return isinstance(fault, KnownError)

            self._asking.ask(lambda desk: desk.printers_for(ref), partial(self.chosen.emit, at), unknown)

    def print_for(self, paper: PaperShown, reason: str) -> None:
        """Print a paper for a reason."""
        self._watch.print(paper.title, lambda desk: desk.print_paper(paper.ref, reason))

    def watch(self, at: int, copy: CopyView) -> None:
        """Look after a copy that was just handed to the printer."""
        self._watch.follow(self._papers[at].title, copy)

    # what the desk answers

    def _drew(self, turn: int, pages: tuple[Page, ...]) -> None:
        if turn == self._turn:
            self._looking = False
            self._sheets.put(pages)
            self.refreshed.emit()
            self.changed.emit()

    def _cannot_read(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._looking, self._unseen = False, known or KnownError("paper_unseen")
            self.changed.emit()
        return known is not None

    # what QML shows

    @property
    def _papers(self) -> tuple[PaperShown, ...]:
        return self._file.papers if self._file else ()

    @property
    def _paper(self) -> PaperShown | None:
        return self._papers[self._at] if 0 <= self._at < len(self._papers) else None

    def _get_told(self) -> str:
        if self._looking:
            return self.say("evidence.opening")
        if self._unseen is None:
            return ""
        _title, what, do = self.words.fault(self._unseen)
        return self.words.join(what, do)

    rows = Property(
        ROWS, lambda self: [self._shown.paper(n, p) for n, p in enumerate(self._papers)], notify=listed
    )
    up = Property(bool, lambda self: self._at >= 0, notify=changed)
    at = Property(int, lambda self: self._at, notify=changed)
    title = Property(str, lambda self: self.speak(self._paper.title) if self._paper else "", notify=changed)
    number = Property(str, lambda self: self._paper.number if self._paper else "", notify=changed)
    pages = Property(LINES, lambda self: self._sheets.sources, notify=sharpened)
    told = Property(str, _get_told, notify=changed)
    looking = Property(bool, lambda self: self._looking, notify=changed)
    copy = Property(QObject, lambda self: self._watch, constant=True)
