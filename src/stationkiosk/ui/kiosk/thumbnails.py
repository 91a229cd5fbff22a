"""The small pictures of evidence on the proof page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class Thumbnails(QQuickImageProvider):
    """Small pictures of what was kept, in memory only."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, QImage] = {}

    def put(self, sha256: str, picture: bytes) -> None:
        """Keep one picture."""
        self._pictures[sha256] = QImage.fromData(picture)

    def has(self, sha256: str) -> bool:
        """Tell whether there is a picture."""
        return sha256 in self._pictures

    def clear(self) -> None:
        """Keep none."""
        self._pictures.clear()

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002, N802
        """Give QML a picture."""
        picture = self._pictures.get(id, QImage())
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
