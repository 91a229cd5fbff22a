"""A serial line without waiting: 8 data bits, no parity, raw, through the system's own terminal calls."""

from __future__ import annotations

import os
import select
import termios
from pathlib import Path
from typing import Literal, Protocol

Speed = Literal[9600, 19200, 38400, 57600, 115200]

_SPEEDS: dict[Speed, int] = {
    9600: termios.B9600,
    19200: termios.B19200,
    38400: termios.B38400,
    57600: termios.B57600,
    115200: termios.B115200,
}
_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class Line(Protocol):
    """What a reader is spoken to through. Every method raises OSError when it is gone."""

    def write(self, content: bytes) -> None:
        """Send."""

    def read_into(self, room: memoryview, seconds: float) -> int:
        """Put what has come into ``room`` and return how much; wait ``seconds`` for the first byte."""

    def drain(self) -> None:
        """Drop what has come and was not read."""

    def close(self) -> None:
        """Let go of it."""


class SerialLine:
    """A serial device, opened when made. Raises OSError when it is not there."""

    def __init__(self, device: Path, speed: Speed) -> None:
        self._handle = os.open(device, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            self._set_raw(_SPEEDS[speed])
        except termios.error as fault:
            os.close(self._handle)
            raise OSError(f"{device} is no serial line") from fault
        self._poll = select.poll()
        self._poll.register(self._handle, select.POLLIN)

    def write(self, content: bytes) -> None:
        """Send; a command is short and fits the line's own buffer."""
        if os.write(self._handle, content) != len(content):
            raise OSError("the line takes nothing")

    def read_into(self, room: memoryview, seconds: float) -> int:
        """Put what has come into ``room``; 0 when nothing came in time."""
        events = self._poll.poll(max(0.0, seconds) * 1000)
        if not events:
            return 0
        if not events[0][1] & select.POLLIN:
            raise OSError("the line hung up")
        count = os.readv(self._handle, [room])
        if count == 0:
            raise OSError("the line hung up")
        return count

    def drain(self) -> None:
        """Drop what has come and was not read."""
        events = self._poll.poll(0)
        if events and events[0][1] & _GONE:
            raise OSError("the line hung up")
        termios.tcflush(self._handle, termios.TCIFLUSH)

    def close(self) -> None:
        """Let go of the device."""
        os.close(self._handle)

    def _set_raw(self, speed: int) -> None:
        attributes = termios.tcgetattr(self._handle)
        control = termios.CS8 | termios.CREAD | termios.CLOCAL
        special = attributes[6]
        special[termios.VMIN], special[termios.VTIME] = 1, 0
        termios.tcsetattr(self._handle, termios.TCSANOW, [0, 0, control, 0, speed, speed, special])
        termios.tcflush(self._handle, termios.TCIOFLUSH)
