"""HEIC photos, where the reader for them is installed (pillow-heif over libheif)."""

from __future__ import annotations

from typing import BinaryIO

from stationkiosk.devices.evidence.boxes import all_boxes
from stationkiosk.domain.errors import KnownError

try:
    import pillow_heif
except ImportError:  # a station may do without it
    pillow_heif = None  # type: ignore[assignment]

FORMAT = "HEIF"


#: What decodes it needs a thread of its own.
_threads = True


def can_read() -> bool:
    """Tell whether this process reads HEIC."""
    return pillow_heif is not None and _threads


def do_without() -> None:
    """Read none from now on: no thread may be started."""
    global _threads
    _threads = False


def prepare() -> None:
    """Load the reader, one thread and no pictures beside the photo: nothing can be loaded later."""
    if pillow_heif is not None:
        pillow_heif.options.DECODE_THREADS = 1
        pillow_heif.options.THUMBNAILS = False
        pillow_heif.register_heif_opener()


def require_whole(file: BinaryIO) -> None:
    """Raise ``KnownError`` file_heic_unread without a reader, file_damaged for one that was cut off."""
    if not can_read():
        raise KnownError("file_heic_unread")
    kinds = {box.kind for box in all_boxes(file)}
    if not {b"ftyp", b"meta"} <= kinds:
        raise KnownError("file_damaged")
    file.seek(0)
