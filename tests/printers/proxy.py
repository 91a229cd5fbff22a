"""A wire between a program and a printer, to be cut, or to swallow what is sent."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType

from tests.printers.servers import free_port


class Wire:
    """Listens on ``port`` of 127.0.0.1 and hands on to ``target``, unless told otherwise."""

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self._target = target
        self._whole = True
        self._swallows = False
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._listen, name="wire", daemon=True).start()

    def __enter__(self) -> Wire:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def cut(self) -> None:
        """Break every connection; a new one breaks at once."""
        self._whole = False
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def swallow(self) -> None:
        """Take everything and answer nothing."""
        self._swallows = True

    def mend(self) -> None:
        """Be a wire again for new connections."""
        self._whole, self._swallows = True, False

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _peer = self._listener.accept()
                if self._whole:
                    self._join(near)
                else:
                    near.close()

    def _join(self, near: socket.socket) -> None:
        far = socket.create_connection(("127.0.0.1", self._target))
        self._ends += [near, far]
        for one, other in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(one, other), name="wire", daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                if not self._swallows:
                    other.sendall(data)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
