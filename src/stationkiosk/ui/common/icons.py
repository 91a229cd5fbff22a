"""The station's line drawings as pictures, in the colour and size asked for."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

SIDE = 24
CLEAR = 0
"""The pixel that shows nothing."""

_STROKE = re.compile(r'stroke="#[0-9A-Fa-f]{6}" stroke-width="[0-9.]+"')


class Icons(QQuickImageProvider):
    """Gives QML ``image://icon/<name>/<rrggbb>/<stroke width>`` from a folder of SVG files.

    Each picture is drawn once and kept: there are few of them, and every page asks for a dozen.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._drawn: dict[tuple[str, int], QImage] = {}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: N802
        """Draw one icon; an unknown one is an empty picture, of which Qt warns."""
        side = requested.width() if requested.width() > 0 else SIDE
        picture = self._drawn.get((id, side))
        if picture is None:
            picture = self._drawn[id, side] = self._draw(id, side)
        size.setWidth(side)
        size.setHeight(side)
        return picture

    def _draw(self, id: str, side: int) -> QImage:
        name, colour, weight = id.split("/")
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            return QImage()
        stroke = f'stroke="#{colour[-6:]}" stroke-width="{weight}"'
        svg = _STROKE.sub(stroke, file.read_text(encoding="utf-8"))
        picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(CLEAR)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        return picture
