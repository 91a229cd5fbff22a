"""The pictures that pages show: evidence small and large, the camera's, a paper read on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider


class Thumbnails(QQuickImageProvider):
    """Pictures by name, in memory only: evidence by its hash, a page of a paper by its place."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, QImage] = {}

    def put(self, name: str, picture: bytes | QImage) -> None:
        """Keep one picture; of a kept file under its SHA-256."""
        self._pictures[name] = picture if isinstance(picture, QImage) else QImage.fromData(picture)

    def has(self, name: str) -> bool:
        """Tell whether there is a picture."""
        return name in self._pictures

    def drop(self, name: str) -> None:
        """Keep this one no longer."""
        self._pictures.pop(name, None)

    def clear(self) -> None:
        """Keep none."""
        self._pictures.clear()

    @property
    def names(self) -> frozenset[str]:
        """The names of all pictures held."""
        return frozenset(self._pictures)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002, N802
        """Give QML a picture; what stands behind a ``?`` only tells that it is a new one."""
        picture = self._pictures.get(id.partition("?")[0], QImage())
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
