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


Place = tuple[bytes, int]
"""Where a page is drawn from: its paper's PDF, and its place in it from 0."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it is drawn from, and its picture as PNG bytes."""

    place: Place
    picture: bytes


def drawn(pdfs: tuple[bytes, ...]) -> tuple[Page, ...]:
    """Return every page of several PDFs with its picture; runs on the worker."""
    return tuple(
        Page((pdf, at), picture) for pdf in pdfs for at, picture in enumerate(pictures.pages(pdf, DPI))
    )


class Finer:
    """Draws the pages that are seen as finely as they are shown; those gone from sight plainly again."""

    def __init__(self, name: str, thumbnails: Thumbnails, plain: int) -> None:
        self._name = name
        self._thumbnails = thumbnails
        self._plain = plain
        self._now: dict[int, int] = {}
        self._turn = 0
        self._drawing = False

    def forget(self) -> None:
        """Every page was drawn plainly."""
        self._now = {}
        self._turn += 1

    def dpi(self, n: int) -> int:
        """Return how many dots an inch a page has now."""
        return self._now.get(n, self._plain)

    def draw(
        self, asking: Asking, places: tuple[Place, ...], seen: range, zoom: float, then: Callable[[], None]
    ) -> None:
        """Draw what is seen at ``zoom`` times its plain size, then do ``then``."""
        dpi = min(MOST_DPI, round(self._plain * max(1.0, zoom)))
        near = {n for n in seen if 0 <= n < len(places)}
        wanted = {n: dpi if n in near else self._plain for n in near | self._now.keys()}
        changes = {n: fine for n, fine in wanted.items() if fine != self.dpi(n)}
        if not changes or self._drawing:
            return
        turn, self._drawing = self._turn, True

        def take(found: dict[int, bytes]) -> None:
            self._drawing = False
            if turn == self._turn:
                for n, picture in found.items():
                    self._thumbnails.put(f"{self._name}_{n}", picture)
                self._now = {n: fine for n, fine in wanted.items() if fine != self._plain}
                then()

        def fail(fault: Exception) -> bool:
            self._drawing = False
            return isinstance(fault, KnownError)

        asking.ask(
            lambda _desk: {n: pictures.page_picture(*places[n], fine) for n, fine in changes.items()},
            take,
            fail,
        )


class Sheets:
    """The pages of one paper among the window's pictures."""

    def __init__(self, name: str, thumbnails: Thumbnails) -> None:
        self._name = name
        self._thumbnails = thumbnails
        self._places: tuple[Place, ...] = ()
        self._turn = 0
        self._finer = Finer(name, thumbnails, DPI)

    def put(self, pages: tuple[Page, ...]) -> None:
        """Show these pages."""
        self.clear()
        self._places = tuple(page.place for page in pages)
        for n, page in enumerate(pages):
            self._thumbnails.put(f"{self._name}_{n}", page.picture)

    def clear(self) -> None:
        """Show none."""
        for n in range(len(self._places)):
            self._thumbnails.drop(f"{self._name}_{n}")
        self._places = ()
        self._finer.forget()
        self._turn += 1

    def sharpen(self, asking: Asking, seen: range, zoom: float, then: Callable[[], None]) -> None:
        """Draw the pages that are seen as finely as they are shown, the others plainly; then ``then``."""
        self._finer.draw(asking, self._places, seen, zoom, then)

    @property
    def sources(self) -> list[str]:
        """Where QML finds each page; a picture that is new has another name."""
        return [
            f"image://thumbnail/{self._name}_{n}?{self._turn}.{self._finer.dpi(n)}"
            for n in range(len(self._places))
        ]
