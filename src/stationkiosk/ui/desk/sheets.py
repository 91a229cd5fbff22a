"""Pages of a paper as pictures, for whatever shows one; drawn anew where they are looked at closely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stationkiosk.documents import pictures
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.desk.asking import Asking

DPI = 132
"""Dots an inch of a page on the screen: sharp at the size it is read first."""
MOST_DPI = 330
"""How finely a page is drawn at most: more is more than a panel shows of A4 at three times the size."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its paper's PDF, its place in it from 0, and its picture as PNG bytes."""

    pdf: bytes
    at: int
    picture: bytes


def drawn(pdfs: tuple[bytes, ...]) -> tuple[Page, ...]:
    """Return every page of several PDFs with its picture; runs on the worker."""
    return tuple(
        Page(pdf, at, picture) for pdf in pdfs for at, picture in enumerate(pictures.pages(pdf, DPI))
    )


class Sheets:
    """The pages of one paper among the window's pictures."""

    def __init__(self, name: str, thumbnails: Thumbnails) -> None:
        self._name = name
        self._thumbnails = thumbnails
        self._pages: tuple[Page, ...] = ()
        self._turn = 0
        self._finer: dict[int, int] = {}
        self._drawing = False

    def put(self, pages: tuple[Page, ...]) -> None:
        """Show these pages."""
        self.clear()
        self._pages = pages
        for n, page in enumerate(pages):
            self._thumbnails.put(f"{self._name}_{n}", page.picture)

    def clear(self) -> None:
        """Show none."""
        for n in range(len(self._pages)):
            self._thumbnails.drop(f"{self._name}_{n}")
        self._pages = ()
        self._finer = {}
        self._turn += 1

    def sharpen(self, asking: Asking, seen: range, zoom: float, then: Callable[[], None]) -> None:
        """Draw the pages that are seen as finely as they are shown, the others plainly; then ``then``."""
        dpi = min(MOST_DPI, round(DPI * max(1.0, zoom)))
        wanted = {n: dpi for n in seen if 0 <= n < len(self._pages) and dpi > DPI}
        missing = [n for n, fine in wanted.items() if self._finer.get(n) != fine]
        if wanted == self._finer or self._drawing:
            return
        turn, pages, self._drawing = self._turn, self._pages, True

        def take(found: dict[int, bytes]) -> None:
            self._drawing = False
            if turn == self._turn:
                self._refine(wanted, found)
                then()

        def fail(fault: Exception) -> bool:
            self._drawing = False
            return isinstance(fault, KnownError)

        asking.ask(
            lambda _desk: {n: pictures.page_picture(pages[n].pdf, pages[n].at, dpi) for n in missing},
            take,
            fail,
        )

    def _refine(self, wanted: dict[int, int], found: dict[int, bytes]) -> None:
        for n in self._finer.keys() - wanted.keys():
            self._thumbnails.put(f"{self._name}_{n}", self._pages[n].picture)
        for n, picture in found.items():
            self._thumbnails.put(f"{self._name}_{n}", picture)
        self._finer = wanted

    @property
    def sources(self) -> list[str]:
        """Where QML finds each page; a picture that is new has another name."""
        return [
            f"image://thumbnail/{self._name}_{n}?{self._turn}.{self._finer.get(n, DPI)}"
            for n in range(len(self._pages))
        ]
