"""A printer in the network: bytes to port 9100."""

from __future__ import annotations

import contextlib
import socket


class NetworkLink:
    """A connection, made within ``seconds``; closed after each job, for most take one at a time."""

    room = 16384
    answers = True

    def __init__(self, host: str, port: int, seconds: float, *, answers: bool = True) -> None:
        self.answers = answers
        self._line = socket.create_connection((host, port), timeout=seconds)
        self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, content: bytes, seconds: float) -> None:
        """Send all; the printer's own flow control may hold it up."""
        self._line.settimeout(seconds)
        rest = memoryview(content)
        while rest:
            rest = rest[self._line.send(rest) :]

    def read(self, seconds: float) -> bytes:
        """Return what has come."""
        self._line.settimeout(max(seconds, 0.001))
        try:
            came = self._line.recv(4096)
        except TimeoutError:
            return b""
        if not came:
            raise ConnectionResetError("the printer hung up")
        return came

    def close(self) -> None:
        """Hang up after the last byte, so that the printer keeps what it has not read yet."""
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)
        self._line.close()
