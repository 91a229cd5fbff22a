"""One program at a time speaks to a printer: the kiosk and the desk may share one."""

from __future__ import annotations

import errno
import hashlib
import socket


class BusyError(OSError):
    """Another program of this machine has the printer now."""


class Turn:
    """A name of the kernel's that only one holds, gone with the program even when it is killed."""

    def __init__(self, address: str) -> None:
        self._name = f"\0stationkiosk-printer-{hashlib.sha256(address.encode()).hexdigest()[:24]}"
        self._held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            self._held.bind(self._name)
        except OSError as error:
            self._held.close()
            if error.errno == errno.EADDRINUSE:
                raise BusyError(errno.EBUSY, "another program prints there") from error
            raise

    def give_back(self) -> None:
        """Let the next one speak."""
        self._held.close()
