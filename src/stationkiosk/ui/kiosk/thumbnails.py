"""The pictures that pages show: small ones of evidence, and a paper that is read on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class Thumbnails(QQuickImageProvider):
    """Pictures by name, in memory only: evidence by its hash, a page of a paper by its place."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, QImage] = {}

    def put(self, sha256: str, picture: bytes) -> None:
        """Keep one picture."""
        self._pictures[sha256] = QImage.fromData(picture)

    def has(self, sha256: str) -> bool:
        """Tell whether there is a picture."""
        return sha256 in self._pictures

    def drop(self, sha256: str) -> None:
        """Keep one picture no longer."""
        self._pictures.pop(sha256, None)

    def clear(self) -> None:
        """Keep none."""
        self._pictures.clear()

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002, N802
        """Give QML a picture."""
        picture = self._pictures.get(id, QImage())
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
