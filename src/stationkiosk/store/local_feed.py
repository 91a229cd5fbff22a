"""Changes told between the processes of one machine, over datagrams on unix sockets.

Each listener binds a socket of its own in a folder that only this user may enter; whoever
commits sends to every socket there. A listener that died is cleaned away, one that does
not keep up is passed over: it is told ``all`` as soon as it has room.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
import stat
import tempfile
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.changes import Change

LONGEST_ADDRESS = 107
"""Bytes a unix socket's path may have (``sun_path`` less its final zero)."""

_ALL = b"all"
_ENOUGH = 256


def runtime_folder(folder: Path, bases: tuple[Path, ...] | None = None) -> Path:
    """Return a short, private folder for the sockets of the data folder ``folder``.

    Raises ``KnownError("feed_unsafe")`` when someone else made that folder.
    """
    name = "stationkiosk-" + sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
    places = [base / name for base in bases or _bases()]
    place = next((p for p in places if len(os.fsencode(p)) + 30 <= LONGEST_ADDRESS), places[-1])
    place.mkdir(mode=0o700, exist_ok=True)
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise KnownError("feed_unsafe", folder=str(place))
    return place


def _bases() -> tuple[Path, ...]:
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    private = (Path(given),) if given and os.access(given, os.W_OK) else ()
    return (*private, Path(tempfile.gettempdir()), Path("/tmp"))


class LocalFeed:
    """A ``ChangeFeed`` for all processes that use the same data folder."""

    def __init__(self, folder: Path, bases: tuple[Path, ...] | None = None) -> None:
        self._place = runtime_folder(folder, bases)
        self._sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._sender.setblocking(False)
        self._behind: set[str] = set()
        self._entered: dict[str, int] = {}
        self._lock = threading.Lock()

    def publish(self, change: Change) -> None:
        """Tell every listener, in this process and others. Never waits and never raises."""
        words = change.topic if change.case_id is None else f"{change.topic} {change.case_id}"
        with self._lock:
            for address in self._listeners():
                self._send(address, words.encode())

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``callback`` for each change, on a thread of its own; returns the way to stop."""
        address = self._place / f"{os.getpid()}-{os.urandom(4).hex()}.sock"
        receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        receiver.bind(str(address))
        thread = threading.Thread(target=_listen, args=(receiver, callback), name="changes", daemon=True)
        thread.start()

        def stop() -> None:
            address.unlink(missing_ok=True)
            receiver.shutdown(socket.SHUT_RD)
            if thread is not threading.current_thread():
                thread.join()

        return stop

    def enter(self, name: str) -> None:
        """Hold a lock of this name: the system lets go of it when the process ends, however it ends."""
        if name in self._entered:
            return
        held = os.open(self._place / f"{name}.open", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(held, fcntl.LOCK_SH)
        self._entered[name] = held

    def present(self, name: str) -> bool:
        """Tell whether anybody holds the lock of this name."""
        try:
            held = os.open(self._place / f"{name}.open", os.O_RDWR | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(held)
        return False

    def close(self) -> None:
        """Give up the sending end, and what was entered."""
        self._sender.close()
        for held in self._entered.values():
            os.close(held)
        self._entered.clear()

    def _listeners(self) -> list[str]:
        try:
            return [entry.path for entry in os.scandir(self._place) if entry.name.endswith(".sock")]
        except OSError:
            return []

    def _send(self, address: str, words: bytes) -> None:
        try:
            if address in self._behind:
                self._sender.sendto(_ALL, address)
                self._behind.discard(address)
            self._sender.sendto(words, address)
        except BlockingIOError:
            self._behind.add(address)
        except OSError as fault:
            self._behind.discard(address)
            if fault.errno == errno.ECONNREFUSED:
                Path(address).unlink(missing_ok=True)


def _listen(receiver: socket.socket, callback: Callable[[Change], None]) -> None:
    with receiver:
        while words := receiver.recv(_ENOUGH):
            change = _parsed(words)
            if change is not None:
                callback(change)


def _parsed(words: bytes) -> Change | None:
    try:
        topic, _, case = words.decode().partition(" ")
        return Change(topic, UUID(case) if case else None)
    except ValueError:
        return None
