"""Takes apart what a printer sends: answers of several kinds come mixed on one line.

Epson's ESC/POS command reference tells them apart by their fixed bits: DLE EOT (bits 1 and 4 on),
GS r 1 (bits 4 and 7 off), GS I (``_`` … NUL), GS ( H (``7"`` … NUL), automatic status (bit 4 on,
bits 0 and 1 off, four bytes). Whatever is none of them is a line set wrongly or another device.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from stationkiosk.devices.printing.escpos.status import is_status

LONGEST = 96
"""No answer between a header and NUL is longer."""

_FLOW = (0x11, 0x13)
"""XON and XOFF."""


class Kind(Enum):
    """What an answer answers."""

    STATUS = auto()
    MARK = auto()
    NAME = auto()
    PROCESS = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """One whole answer; ``content`` without header and NUL."""

    kind: Kind
    content: bytes


class NonsenseError(OSError):
    """What came is no answer of a receipt printer."""


class Answers:
    """Gathers bytes into answers; what is half here waits for the rest."""

    def __init__(self) -> None:
        self._rest = b""

    def take(self, came: bytes) -> list[Answer]:
        """Return the answers that are whole now. Raises ``NonsenseError``."""
        self._rest += came
        found = []
        while (answer := self._next()) is not None:
            found.append(answer)
        return found

    def _next(self) -> Answer | None:
        self._rest = self._rest.lstrip(bytes(_FLOW))
        if not self._rest:
            return None
        first = self._rest[0]
        if first in (0x5F, 0x37):
            return self._block(first)
        if is_status(first):
            return self._cut(1, Kind.STATUS)
        if first & 0x90 == 0:
            return self._cut(1, Kind.MARK)
        if first & 0x93 == 0x10:
            return self._cut(4, Kind.OTHER) if len(self._rest) >= 4 else None
        raise NonsenseError("no answer of a receipt printer")

    def _block(self, first: int) -> Answer | None:
        end = self._rest.find(0, 1)
        if end > LONGEST or (end < 0 and len(self._rest) > LONGEST):
            raise NonsenseError("an answer without an end")
        if end < 0:
            return None
        answer = self._cut(end + 1, Kind.NAME if first == 0x5F else Kind.PROCESS)
        return Answer(answer.kind, answer.content[1:-1])

    def _cut(self, length: int, kind: Kind) -> Answer:
        content, self._rest = self._rest[:length], self._rest[length:]
        return Answer(kind, content)
