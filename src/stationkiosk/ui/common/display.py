"""How big things are on the panel in front of the person."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QSize, QSizeF, Signal

DRAWN_PX_PER_MM = 4.03
"""Pixels a millimetre of the panel the screens are drawn for (21.5 inch, 1920 by 1080)."""

LIKELY_PX_PER_MM = (2.0, 16.0)
"""Densities of real panels; a screen that tells another one is not believed."""

SHORT_DESIGN_PX = 1000.0


def density(pixels: QSize, panel: QSizeF) -> float:
    """Return pixels a millimetre of a panel; the drawn one's if what it tells cannot be true."""
    if panel.width() <= 0 or panel.height() <= 0:
        return DRAWN_PX_PER_MM
    found = max(pixels.width(), pixels.height()) / max(panel.width(), panel.height())
    low, high = LIKELY_PX_PER_MM
    return found if low <= found <= high else DRAWN_PX_PER_MM


class Display(QObject):
    """Size, shape, text size and contrast of the window; QML's theme follows it.

    Signals:
        changed: any of them changed.
    """

    changed = Signal()

    def __init__(self, px_per_mm: float) -> None:
        super().__init__()
        self._px_per_mm = px_per_mm
        self._size = QSize(0, 0)
        self._large = False
        self._keyed = False
        self._contrast = False

    @property
    def px_per_mm(self) -> float:
        """Pixels a millimetre."""
        return self._px_per_mm

    def resize(self, size: QSize) -> None:
        """Take the window's size."""
        if size != self._size:
            self._size = size
            self.changed.emit()

    def enlarge(self, large: bool) -> None:
        """Choose large or plain text."""
        if large != self._large:
            self._large = large
            self.changed.emit()

    def sharpen(self, contrast: bool) -> None:
        """Choose black on white and yellow, or the plain colours."""
        if contrast != self._contrast:
            self._contrast = contrast
            self.changed.emit()

    def work_by_keys(self, keyed: bool) -> None:
        """Show the focus while the person works by keys, hide it at a touch."""
        if keyed != self._keyed:
            self._keyed = keyed
            self.changed.emit()

    def _scale(self) -> float:
        return self._px_per_mm / DRAWN_PX_PER_MM

    def _is_large(self) -> bool:
        return self._large

    def _is_keyed(self) -> bool:
        return self._keyed

    def _is_sharp(self) -> bool:
        return self._contrast

    def _is_portrait(self) -> bool:
        return self._size.height() >= self._size.width()

    def _is_compact(self) -> bool:
        return self._size.height() < SHORT_DESIGN_PX * self._scale()

    scale = Property(float, _scale, constant=True)
    large = Property(bool, _is_large, notify=changed)
    keyed = Property(bool, _is_keyed, notify=changed)
    contrast = Property(bool, _is_sharp, notify=changed)
    portrait = Property(bool, _is_portrait, notify=changed)
    compact = Property(bool, _is_compact, notify=changed)
