"""A paper read on the screen: its pages as pictures, in three sizes, moved by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

DPI = 170
"""Dots an inch of the pictures: sharp at the largest size on the panel the pages are drawn for."""

ZOOMS = (1.0, 1.5, 2.2)
"""How wide a page is, in widths of its place."""

PICTURE = "paper-{page}"


class Reader(Bridge):
    """Bridge of the page that shows a paper.

    Signals:
        left(str): go back to this page.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self, words: Words, executor: Executor[Counter], pictures: Thumbnails) -> None:
        super().__init__(words)
        self._executor = executor
        self._pictures = pictures
        self._pages: tuple[bytes, ...] = ()
        self._page = 0
        self._zoom = 0
        self._ref: PaperRef | None = None
        self._title: Text | None = None
        self._back = ""
        self._trouble: KnownError | None = None

    def open(self, ref: PaperRef, title: Text, back: str) -> None:
        """Show a paper; Back leads to the page ``back``."""
        self.forget()
        self._ref, self._title, self._back = ref, title, back
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
        self._pages, self._page, self._zoom = (), 0, 0
        self._ref, self._title, self._back, self._trouble = None, None, "", None
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
        self._pictures.put(PICTURE.format(page=page), self._pages[page])
        self.changed.emit()

    @Slot(int)
    def zoom(self, by: int) -> None:
        """Make the page larger or smaller by one step."""
        self._zoom = min(max(self._zoom + by, 0), len(ZOOMS) - 1)
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Go back to where the paper was opened."""
        back = self._back
        self.forget()
        self.left.emit(back)

    def _get_picture(self) -> str:
        return PICTURE.format(page=self._page) if self._pages else ""

    def _get_where(self) -> str:
        return self.say("reader.page", n=self._page + 1, all=len(self._pages)) if self._pages else ""

    def _get_problem(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        return self.words.join(what, do)

    title = Property(str, lambda self: self.speak(self._title), notify=changed)
    picture = Property(str, _get_picture, notify=changed)
    page = Property(int, lambda self: self._page, notify=changed)
    pages = Property(int, lambda self: len(self._pages), notify=changed)
    where = Property(str, _get_where, notify=changed)
    width = Property(float, lambda self: ZOOMS[self._zoom], notify=changed)
    larger = Property(bool, lambda self: self._zoom + 1 < len(ZOOMS), notify=changed)
    smaller = Property(bool, lambda self: self._zoom > 0, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
