"""How much of a stranger's file the station is ready to bear."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes or pixels, times in seconds.

    ``pixels`` lets a 108-megapixel telephone's picture pass. ``memory`` bounds the child's
    whole address space, so that it must hold the decoded picture and the libraries too.
    ``thumbnail`` is the longest side of the picture that is drawn, of page ``page`` (from 0).
    """

    file: int = 200 * MIB
    pixels: int = 120_000_000
    pages: int = 2000
    memory: int = 1024 * MIB
    cpu: int = 15
    wall: float = 30.0
    thumbnail: int = 320
    page: int = 0

    def to_json(self) -> bytes:
        """Return the limits as the child reads them."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, raw: bytes) -> Limits:
        """Return the limits a parent sent."""
        return cls(**json.loads(raw))
