"""A printer behind a device file: the kernel's USB printer, a serial line, or a plain file."""

from __future__ import annotations

import contextlib
import os
import select
import stat
import termios
from pathlib import Path
from typing import Literal, get_args

Baud = Literal[9600, 19200, 38400, 57600, 115200]

_SPEEDS: dict[Baud, int] = {speed: getattr(termios, f"B{speed}") for speed in get_args(Baud)}
_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class FileLink:
    """``/dev/usb/lp0`` and the like; a plain file, a pipe or what may only be written never answers."""

    room = 16384

    def __init__(self, path: Path, *, answers: bool = True) -> None:
        kind = path.stat().st_mode
        self.answers = answers and stat.S_ISCHR(kind)
        way = os.O_RDWR if self.answers else os.O_WRONLY
        way |= os.O_APPEND if stat.S_ISREG(kind) else os.O_NONBLOCK
        self._handle = os.open(path, way | os.O_NOCTTY | os.O_CLOEXEC)

    def write(self, content: bytes, seconds: float) -> None:
        """Hand over all, as fast as the device takes it."""
        rest = memoryview(content)
        while rest:
            if not self._wait(select.POLLOUT, seconds):
                raise TimeoutError("the printer takes nothing")
            with contextlib.suppress(BlockingIOError):
                rest = rest[os.write(self._handle, rest) :]

    def read(self, seconds: float) -> bytes:
        """Return what has come."""
        if not self._wait(select.POLLIN, seconds):
            return b""
        with contextlib.suppress(BlockingIOError):
            return os.read(self._handle, 4096)
        return b""

    def close(self) -> None:
        """Let go of the device."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _wait(self, event: int, seconds: float) -> bool:
        poll = select.poll()
        poll.register(self._handle, event)
        events = poll.poll(max(0.0, seconds) * 1000)
        if events and not events[0][1] & event and events[0][1] & _GONE:
            raise ConnectionResetError("the printer hung up")
        return bool(events)


class SerialLink(FileLink):
    """A serial line: 8 data bits, no parity, raw; never more under way than a small buffer holds."""

    room = 3600

    def __init__(self, path: Path, baud: Baud, *, answers: bool = True) -> None:
        super().__init__(path, answers=answers)
        try:
            self._set_raw(_SPEEDS[baud])
        except termios.error as fault:
            self.close()
            raise FileNotFoundError(f"{path} is no serial line") from fault

    def _set_raw(self, speed: int) -> None:
        attributes = termios.tcgetattr(self._handle)
        control = termios.CS8 | termios.CREAD | termios.CLOCAL
        special = attributes[6]
        special[termios.VMIN], special[termios.VTIME] = 1, 0
        termios.tcsetattr(self._handle, termios.TCSANOW, [0, 0, control, 0, speed, speed, special])
        termios.tcflush(self._handle, termios.TCIFLUSH)
