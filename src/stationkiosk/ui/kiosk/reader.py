"""A paper read on the screen as it prints: pages as pictures in three sizes, moved by buttons or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtGui import QImage

from stationkiosk.casework.views import PaperIssued, PaperRef
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.zooming import DPI, Zoom

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

PICTURE = "paper-{page}"


class Reader(Bridge):
    """Bridge of the page that shows a paper.

    Signals:
        left(str): go back to this page.
        printAsked(paper, str): the paper is to be printed; it was opened from this page.
    """

    changed = Signal()
    left = Signal(str)
    printAsked = Signal(object, str)  # noqa: N815

    def __init__(self, words: Words, executor: Executor[Counter], pictures: Thumbnails) -> None:
        super().__init__(words)
        self._executor = executor
        self._pictures = pictures
        self._pages: tuple[bytes, ...] = ()
        self._page = self._shown = 0
        self._zoom = Zoom()
        self._prints = False
        self._paper: PaperIssued | None = None
        self._back = ""
        self._trouble: KnownError | None = None

    def open(self, paper: PaperIssued, back: str, *, prints: bool) -> None:
        """Show a paper; Back leads to the page ``back``. ``prints``: it may be printed from here."""
        self.forget()
        self._paper, self._back, self._prints = paper, back, prints
        ref = paper.ref
        self._executor.ask(
            lambda counter: counter.paper_pages(ref, DPI),
            lambda pages: self._take(ref, pages),
            lambda trouble: self._cannot(ref, trouble),
        )
        self.changed.emit()

    def forget(self) -> None:
        """Hold no paper."""
        for page in range(len(self._pages)):
            self._pictures.drop(PICTURE.format(page=page))
        self._pages, self._page = (), 0
        self._zoom.forget()
        self._prints = False
        self._paper, self._back, self._trouble = None, "", None
        self.changed.emit()

    def _take(self, ref: PaperRef, pages: tuple[bytes, ...]) -> None:
        if ref == self._ref:
            self._pages = pages
            self._turn(0)

    def _cannot(self, ref: PaperRef, trouble: Exception) -> bool:
        if ref != self._ref:
            return isinstance(trouble, KnownError)
        self._trouble = trouble if isinstance(trouble, KnownError) else None
        self.changed.emit()
        return self._trouble is not None

    @Slot(int)
    def turn(self, by: int) -> None:
        """Show the next page or the one before."""
        self._turn(self._page + by)

    def _turn(self, page: int) -> None:
        if not 0 <= page < len(self._pages):
            return
        self._pictures.drop(PICTURE.format(page=self._page))
        self._page = page
        self._show(page, QImage.fromData(self._pages[page]))
        if self._zoom.dpi != DPI:
            self._draw()

    def _show(self, page: int, picture: QImage) -> None:
        self._zoom.drawn(picture.width())
        self._pictures.put(PICTURE.format(page=page), picture)
        self._shown += 1
        self.changed.emit()

    def _draw(self) -> None:
        """Have the page that shows drawn as finely as its size needs; what shows stays until it is."""
        ref, page, dpi = self._ref, self._page, self._zoom.dpi
        if ref is None:
            return
        self._executor.ask(
            lambda counter: QImage.fromData(counter.paper_page(ref, page, dpi)),
            lambda picture: self._drawn(ref, page, dpi, picture),
            lambda trouble: isinstance(trouble, KnownError),
        )

    def _drawn(self, ref: PaperRef, page: int, dpi: int, picture: QImage) -> None:
        if (ref, page, dpi) == (self._ref, self._page, self._zoom.dpi):
            self._show(page, picture)

    @Slot(int)
    def zoom(self, by: int) -> None:
        """Make the page larger or smaller by one step."""
        self._zoom.by(by)
        self.changed.emit()

    @Slot(int)
    def fit(self, pixels: int) -> None:
        """Take how wide the page shows, in pixels."""
        if self._pages and self._zoom.fit(pixels):
            self._draw()

    @Slot()
    def print(self) -> None:
        """Print the paper that is read here."""
        paper, back = self._paper, self._back
        if self._prints and paper is not None:
            self.forget()
            self.printAsked.emit(paper, back)

    @Slot()
    def leave(self) -> None:
        """Go back to where the paper was opened."""
        back = self._back
        self.forget()
        self.left.emit(back)

    @property
    def _ref(self) -> PaperRef | None:
        return self._paper.ref if self._paper else None

    def _get_title(self) -> str:
        return self.speak(self._paper.title) if self._paper else ""

    def _get_picture(self) -> str:
        return PICTURE.format(page=self._page) if self._pages else ""

    def _get_where(self) -> str:
        return self.say("reader.page", n=self._page + 1, all=len(self._pages)) if self._pages else ""

    def _get_problem(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        return self.words.join(what, do)

    title = Property(str, _get_title, notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    page = Property(int, lambda self: self._page, notify=changed)
    pages = Property(int, lambda self: len(self._pages), notify=changed)
    where = Property(str, _get_where, notify=changed)
    shown = Property(int, lambda self: self._shown, notify=changed)
    prints = Property(bool, lambda self: self._prints, notify=changed)
    width = Property(float, lambda self: self._zoom.width, notify=changed)
    larger = Property(bool, lambda self: self._zoom.larger, notify=changed)
    smaller = Property(bool, lambda self: self._zoom.smaller, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
