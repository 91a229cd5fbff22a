"""Gets ready in idle moments what the first showing of a page would otherwise wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QFont, QImage, QPainter

from stationkiosk.ui.common.fonts import FAMILY

TURN_MS = 12
GLYPHS_A_TURN = 40

FACES = (
    (36, QFont.Weight.Normal),
    (28, QFont.Weight.Normal),
    (36, QFont.Weight.Medium),
    (36, QFont.Weight.Bold),
    (56, QFont.Weight.Bold),
    (28, QFont.Weight.Medium),
)
"""Sizes in design pixels and weights that the theme uses; the most used first."""


class Ahead(QObject):
    """Does the pieces of ``work`` one at a time, each in a turn of its own of the event loop."""

    def __init__(self, work: Iterator[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._turns = QTimer(self)
        self._turns.setInterval(TURN_MS)
        self._turns.timeout.connect(self._turn)

    @property
    def under_way(self) -> bool:
        """Whether there is still something to do."""
        return self._turns.isActive()

    def start(self) -> None:
        """Begin."""
        self._turns.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._turns.stop()

    @Slot()
    def _turn(self) -> None:
        try:
            next(self._work)
        except StopIteration:
            self.stop()


def glyphs(said: Iterable[str], scale: float) -> Iterator[None]:
    """Have Qt draw every character of ``said`` once in every face, a few in a piece.

    A Chinese character drawn for the first time costs fifty times what it costs from Qt's cache.
    """
    characters = "".join(sorted({character for text in said for character in text}))
    for size, weight in FACES:
        pixels = max(1, round(size * scale))
        font = QFont(FAMILY)
        font.setPixelSize(pixels)
        font.setWeight(weight)
        picture = QImage(pixels * GLYPHS_A_TURN, pixels * 2, QImage.Format.Format_RGB32)
        for start in range(0, len(characters), GLYPHS_A_TURN):
            painter = QPainter(picture)
            painter.setFont(font)
            painter.drawText(0, pixels, characters[start : start + GLYPHS_A_TURN])
            painter.end()
            yield
