"""The pages of an agreement as they will print, and what the checks find, while it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from stationkiosk.documents import pictures
from stationkiosk.domain.confirmability import Finding
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import LINES, Bridge
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.drafting_shown import trouble
from stationkiosk.ui.desk.sheets import Finer

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking

REST_MS = 300
"""How long the keys rest before the pages are drawn anew."""

DPI = 110
NAME = "drafting"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the worker brings back: what was found, the PDF, each page with the hash of its picture."""

    found: tuple[Finding, ...]
    pdf: bytes
    pages: tuple[tuple[str, QImage], ...]


Wanted = Callable[[Any], tuple[tuple[Finding, ...], bytes]]
"""What asks the desk for the findings and the PDF; runs on the worker."""


class Preview(Bridge):
    """Bridge of the pages beside the terms.

    One picture is under way at most: what is typed meanwhile is drawn after it, once. A page that
    looks as before keeps its picture.

    Signals:
        paged: there are other pages.
        sharpened: the pages that are seen were drawn as finely as they are shown.
        drawn(Drawn): they were drawn.
    """

    changed = Signal()
    paged = Signal()
    sharpened = Signal()
    drawn = Signal(object)

    def __init__(self, words: Words, asking: Asking, thumbnails: Thumbnails) -> None:
        super().__init__(words)
        self.paged.connect(self.sharpened)
        self._asking = asking
        self._thumbnails = thumbnails
        self._wanted: Wanted | None = None
        self._turn = 0
        self._under_way = False
        self._behind = False
        self._hashes: tuple[str, ...] = ()
        self._pdf = b""
        self._finer = Finer(NAME, thumbnails, DPI)
        self._trouble: KnownError | None = None
        self._rest = QTimer(self)
        self._rest.setInterval(REST_MS)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.draw)

    def want(self, wanted: Wanted, *, at_once: bool = False) -> None:
        """Draw this when the keys rest."""
        self._wanted, self._behind = wanted, True
        self._rest.start(0 if at_once else REST_MS)
        self.changed.emit()

    def forget(self) -> None:
        """Show no page."""
        self._turn += 1
        self._rest.stop()
        self._wanted, self._under_way, self._behind, self._trouble = None, False, False, None
        self._put(())
        self.changed.emit()

    @Slot(int, int, float)
    def sharpen(self, first: int, last: int, zoom: float) -> None:
        """Draw the pages that are seen as finely as they are shown."""
        places = tuple((self._pdf, n) for n in range(len(self._hashes)))
        self._finer.draw(self._asking, places, range(first, last + 1), zoom, self.sharpened.emit)

    def draw(self) -> None:
        """Draw what is wanted, unless something is drawn just now."""
        wanted, turn = self._wanted, self._turn
        if wanted is None or self._under_way:
            return
        self._under_way, self._behind = True, False
        self._asking.ask(
            lambda desk: _drawn(wanted(desk)),
            lambda drawn: self._drew(turn, drawn),
            lambda trouble: self._cannot(turn, trouble),
        )
        self.changed.emit()

    def _drew(self, turn: int, drawn: Drawn) -> None:
        if turn != self._turn:
            return
        self._trouble = None
        self._pdf = drawn.pdf
        self._put(drawn.pages)
        self.drawn.emit(drawn)
        self._rested()

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._trouble = known or KnownError("preview_failed")
            self._rested()
        return known is not None

    def _rested(self) -> None:
        self._under_way = False
        if self._behind and not self._rest.isActive():
            self.draw()
        self.changed.emit()

    def _put(self, pages: tuple[tuple[str, QImage], ...]) -> None:
        hashes = tuple(hash_ for hash_, _picture in pages)
        if hashes == self._hashes:
            return
        before, self._hashes = self._hashes, hashes
        self._finer.forget()
        for n, (hash_, picture) in enumerate(pages):
            if n >= len(before) or before[n] != hash_:
                self._thumbnails.put(f"{NAME}_{n}", picture)
        for n in range(len(pages), len(before)):
            self._thumbnails.drop(f"{NAME}_{n}")
        self.paged.emit()

    def _get_told(self) -> str:
        if self._trouble is not None:
            return trouble(self.words, self._trouble)
        return self.say("acting.preview_wait") if self._under_way or self._behind else ""

    pages = Property(
        LINES,
        lambda self: [
            f"image://thumbnail/{NAME}_{n}?{hash_[:16]}.{self._finer.dpi(n)}"
            for n, hash_ in enumerate(self._hashes)
        ],
        notify=sharpened,
    )
    count = Property(int, lambda self: len(self._hashes), notify=paged)
    told = Property(str, _get_told, notify=changed)
    bad = Property(bool, lambda self: self._trouble is not None, notify=changed)
    behind = Property(bool, lambda self: self._under_way or self._behind, notify=changed)


def _drawn(asked: tuple[tuple[Finding, ...], bytes]) -> Drawn:
    """Turn a PDF into pictures; runs on the worker, so that the window decodes nothing."""
    found, pdf = asked
    pages = []
    for page in pictures.images(pdf, DPI):
        even = page.convert("RGB")
        raw = even.tobytes()
        picture = QImage(raw, even.width, even.height, 3 * even.width, QImage.Format.Format_RGB888)
        pages.append((sha256(raw).hexdigest(), picture.copy()))
    return Drawn(found, pdf, tuple(pages))
