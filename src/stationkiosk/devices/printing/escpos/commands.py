"""The few ESC/POS commands that are sent, and no others.

Epson's ESC/POS command reference names them. Nothing here opens a cash drawer (ESC p, DLE DC4),
and no raster may contain the bytes that would: see ``bands``.
"""

from __future__ import annotations

from typing import Literal

Cut = Literal["partial", "full"]

RESET = b"\x1b@\x1da\x00"
"""ESC @: forget what is half set, and GS a 0: say nothing unasked."""

MARK = b"\x1dr\x01"
"""GS r 1: the paper sensor's status, told when all that was sent before has been worked through."""

NAME = b"\x1dIC"
"""GS I 67: the model's name between ``_`` and NUL, told in turn like ``MARK``."""

RECOVER = b"\x10\x05\x02"
"""DLE ENQ 2: after a jam was cleared, drop what waits in the buffers and go on."""

_CUTS: dict[Cut, bytes] = {"full": b"\x1dVA\x10", "partial": b"\x1dVB\x10"}
"""GS V 65 and 66: feed to the cutter and 16 dots more, then cut."""


def status(kind: int) -> bytes:
    """Return DLE EOT 1 to 4, answered at once even while printing stands still."""
    return bytes((0x10, 0x04, kind))


def raster(width: int, height: int) -> bytes:
    """Return the head of GS v 0: ``width`` bytes a row, ``height`` rows follow."""
    return b"\x1dv0\x00" + width.to_bytes(2, "little") + height.to_bytes(2, "little")


def cut(how: Cut) -> bytes:
    """Return the command that feeds the paper to the cutter and cuts."""
    return _CUTS[how]


def signed(process: bytes) -> bytes:
    """Return GS ( H, function 48: four characters told back when what was before is printed."""
    return b"\x1d(H\x06\x0000" + process
