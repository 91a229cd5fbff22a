"""What every way to a receipt printer can do."""

from __future__ import annotations

from typing import Protocol


class Link(Protocol):
    """A line to a printer, open from when it is made until it is closed.

    Every method raises OSError when the line is gone, ``TimeoutError`` when nothing is taken.
    ``room`` is how many bytes may be under way without being sure that they are taken;
    ``answers`` tells whether anything can come back.
    """

    @property
    def room(self) -> int:
        """Bytes that may stand in the printer's buffer."""

    @property
    def answers(self) -> bool:
        """Whether the printer can be heard."""

    def write(self, content: bytes, seconds: float) -> None:
        """Hand over all of ``content`` or raise; ``seconds`` without any progress is a fault."""

    def read(self, seconds: float) -> bytes:
        """Return what has come, waiting ``seconds`` for the first byte; b"" when nothing came."""

    def close(self) -> None:
        """Let go of it; may be called again."""
