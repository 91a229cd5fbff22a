"""A made-up receipt printer: it takes ESC/POS, prints on paper a test can hold, and fails when told.

It works as the real ones do: real-time commands act at once, even within a picture; all else waits
in a buffer while paper is out, the cover is open or the printer is offline; rows come out one by
one; a band cut short swallows what follows; switching off loses the buffer but not the paper.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from PIL import Image

DLE, ESC, GS = 0x10, 0x1B, 0x1D
_REAL_TIME = {0x04: 3, 0x05: 3, 0x14: 5}
_LENGTHS = {b"\x1b@": 2, b"\x1da": 3, b"\x1dr": 3, b"\x1dI": 3, b"\x1dVA": 4, b"\x1dVB": 4, b"\x1bp": 5}


@dataclass
class Piece:
    """A piece of paper that came off; ``rows`` from the top, ink 1."""

    width: int
    rows: list[bytes] = field(default_factory=list)

    @property
    def picture(self) -> Image.Image:
        """The piece as a picture, ink black."""
        image = Image.frombytes("1", (self.width * 8, len(self.rows)), b"".join(self.rows))
        return image.point([255, 0] + [0] * 254) if self.rows else image


class ReceiptPrinter:
    """A test sets its state under the lock ``taken``. ``speed`` is how many rows it prints at a time,
    ``fullest`` how many bytes ever waited in it.
    """

    def __init__(self, dots: int = 576, model: str = "") -> None:
        self.model = model
        self.width = dots // 8
        self.on = True
        self.near_end = self.paper_out = self.cover_open = self.paused = self.feeding = False
        self.jammed = self.broken = self.hot = False
        self.mute = self.deaf_to_marks = False
        self.garbage: Callable[[bytes], bytes] | None = None
        self.signs = True
        self.speed = 1 << 20
        self.fullest = 0
        self.after_mark: Callable[[], None] | None = None
        self.at_row: dict[int, Callable[[], None]] = {}
        self.printed = 0
        self.pieces: list[Piece] = []  # blank ones fall unseen
        self.hanging = Piece(self.width)
        self.commands: list[bytes] = []
        self.kicks = 0
        self.heard = bytearray()
        self.taken = threading.RLock()
        self._buffer = bytearray()
        self._band = 0
        self._columns = self.width
        self._tail = b""

    @property
    def stopped(self) -> bool:
        """Whether printing stands still."""
        return (
            self.paper_out
            or self.cover_open
            or self.paused
            or self.jammed
            or self.broken
            or self.hot
            or self.feeding
        )

    def take(self, came: bytes) -> bytes:
        """Return what it answers to ``came``."""
        with self.taken:
            if not self.on:
                return b""
            self.heard += came
            said = self._at_once(came)
            self._buffer += came
            self.fullest = max(self.fullest, len(self._buffer))
            said += self._work()
            if self.garbage and said:
                return self.garbage(said)
            return b"" if self.mute else said

    def work(self) -> bytes:
        """Go on after something was mended; return what it answers now."""
        return self.take(b"")

    def switch_off(self) -> None:
        """Lose what waits; what is printed stays."""
        with self.taken:
            self.on = False
            self._buffer.clear()
            self._band = 0

    def load(self) -> None:
        """Put in a new roll: the end of the old one falls out."""
        with self.taken:
            self._fall()
            self.paper_out = self.cover_open = self.near_end = False

    def at(self, rows: int, fault: Callable[[], None]) -> None:
        """Have ``fault`` happen after so many more rows."""
        self.at_row[self.printed + rows] = fault

    def run_out(self) -> None:
        self.paper_out = True

    def open_cover(self) -> None:
        self.cover_open = True

    def holds(self, rows: list[bytes]) -> bool:
        """Whether these rows lie whole and in order on one piece that was cut off."""
        wanted = b"".join(rows)
        size = self.width
        for piece in self.pieces:
            paper, at = b"".join(piece.rows), -1
            while (at := paper.find(wanted, at + 1)) >= 0:
                if at % size == 0:
                    return True
        return False

    def _at_once(self, came: bytes) -> bytes:
        """Answer real-time commands wherever they stand, and take them out of nothing."""
        said, at, before = b"", -1, len(self._tail)
        came = self._tail + came
        self._tail = came[-2:]
        while (at := came.find(DLE, at + 1)) >= 0:
            follows = came[at + 1 : at + 3]
            if at + 1 + len(follows) <= before:
                continue
            if follows[:1] == b"\x04" and len(follows) == 2:
                said += self._status(follows[1])
            elif follows == b"\x05\x02":
                self.jammed = False
                self._buffer.clear()
                self._band = 0
            elif follows[:1] == b"\x14":
                self.kicks += 1
        return said

    def _status(self, kind: int) -> bytes:
        bits = 0x12
        if kind == 1:
            bits |= 0x08 if self.stopped else 0
        elif kind == 2:
            bits |= (0x04 if self.cover_open else 0) | (0x08 if self.feeding else 0)
            bits |= (0x20 if self.paper_out else 0) | (
                0x40 if self.jammed or self.broken or self.hot else 0
            )
        elif kind == 3:
            bits |= (0x08 if self.jammed else 0) | (0x20 if self.broken else 0)
            bits |= 0x40 if self.hot else 0
        elif kind == 4:
            bits |= (0x0C if self.near_end or self.paper_out else 0) | (0x60 if self.paper_out else 0)
        return bytes((bits,))

    def _work(self) -> bytes:
        said, rows = b"", 0
        while self._buffer and not self.stopped and self.on and rows < self.speed:
            if self._band:
                if not self._print_row():
                    break
                rows += 1
                continue
            used, answer = self._obey()
            if not used:
                break
            self.commands.append(bytes(self._buffer[:used][:8]))
            del self._buffer[:used]
            said += answer
        return said

    def _print_row(self) -> bool:
        if len(self._buffer) < self._columns:
            return False
        row = bytes(self._buffer[: self._columns])
        del self._buffer[: self._columns]
        self.hanging.rows.append(row[: self.width].ljust(self.width, b"\0"))
        self._band -= 1
        self.printed += 1
        if fault := self.at_row.pop(self.printed, None):
            fault()
        return True

    def _obey(self) -> tuple[int, bytes]:
        buffer = bytes(self._buffer[:16])
        if buffer[0] == DLE:
            return min(_REAL_TIME.get(buffer[1], 1) if len(buffer) > 1 else 0, len(self._buffer)), b""
        if buffer[:4] == b"\x1dv0\x00":
            return self._raster(buffer)
        if buffer[:3] == b"\x1d(H":
            return (11, self._signed(buffer)) if len(buffer) >= 11 else (0, b"")
        if buffer[0] in (ESC, GS):
            return self._plain(buffer)
        return 1, b""

    def _raster(self, buffer: bytes) -> tuple[int, bytes]:
        if len(buffer) < 8:
            return 0, b""
        self._columns = int.from_bytes(buffer[4:6], "little")
        self._band = int.from_bytes(buffer[6:8], "little")
        return 8, b""

    def _signed(self, buffer: bytes) -> bytes:
        return b"\x37\x22" + buffer[7:11] + b"\0" if self.signs else b""

    def _plain(self, buffer: bytes) -> tuple[int, bytes]:
        length = _LENGTHS.get(buffer[:3], _LENGTHS.get(buffer[:2], 2))
        if len(buffer) < max(length, 3 if buffer[:1] == b"\x1d" else 2):
            return 0, b""
        if buffer[:2] == b"\x1bp":
            self.kicks += 1
        if buffer[:2] == b"\x1dV":
            self.hanging.rows += [bytes(self.width)] * buffer[3]
            self._fall()
        if buffer[:3] == b"\x1dr\x01" and not self.deaf_to_marks:
            answer = b"\x03" if self.near_end else b"\0"
            if self.after_mark and self.printed and not self.hanging.rows:
                self.after_mark()
                self.after_mark = None
            return length, answer
        if buffer[:3] == b"\x1dIC" and self.model:
            return length, b"_" + self.model.encode() + b"\0"
        return length, b""

    def _fall(self) -> None:
        if any(map(any, self.hanging.rows)):
            self.pieces.append(self.hanging)
        self.hanging = Piece(self.width)
