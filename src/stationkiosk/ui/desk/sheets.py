"""Pages of a paper as pictures, for whatever shows one."""

from __future__ import annotations

from stationkiosk.documents import pictures
from stationkiosk.ui.common.thumbnails import Thumbnails

DPI = 132
"""Dots an inch of a page on the screen: sharp at the size it is read, half as sharp at twice that."""


def drawn(pdfs: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Return every page of several PDFs as PNG bytes; runs on the worker."""
    return tuple(page for pdf in pdfs for page in pictures.pages(pdf, DPI))


class Sheets:
    """The pages of one paper among the window's pictures."""

    def __init__(self, name: str, thumbnails: Thumbnails) -> None:
        self._name = name
        self._thumbnails = thumbnails
        self._count = 0
        self._turn = 0

    def put(self, pages: tuple[bytes, ...]) -> None:
        """Show these pages."""
        self.clear()
        for n, page in enumerate(pages):
            self._thumbnails.put(f"{self._name}_{n}", page)
        self._count = len(pages)

    def clear(self) -> None:
        """Show none."""
        for n in range(self._count):
            self._thumbnails.drop(f"{self._name}_{n}")
        self._count = 0
        self._turn += 1

    @property
    def sources(self) -> list[str]:
        """Where QML finds each page."""
        return [f"image://thumbnail/{self._name}_{n}?{self._turn}" for n in range(self._count)]
