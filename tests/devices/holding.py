"""What several tests of the devices use."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from stationkiosk.devices.evidence.examine import Examined
from stationkiosk.domain.errors import KnownError

Put = Callable[[str, bytes], Path]


def fault(work: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as raised:
        work()
    return raised.value


def thumbnail(found: Examined) -> Image.Image:
    assert found.thumbnail_png is not None
    return Image.open(io.BytesIO(found.thumbnail_png), formats=("PNG",)).convert("RGB")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, who may read everything, for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def huge_png(width: int, height: int) -> bytes:
    """A PNG of one colour: small on the disk, huge when decoded."""
    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\0\0\0"
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(1 + 3 * width)) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
