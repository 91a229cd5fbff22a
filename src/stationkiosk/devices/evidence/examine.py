"""Examining a file people brought, without ever decoding it in this process.

Each file gets a child of its own that ends with it. The child for the next file is started
ahead, so that its start (about a tenth of a second) is not waited for.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Self

import stationkiosk
from stationkiosk.devices.evidence.answer import Examined, longest, read_answer
from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.devices.evidence.opening import check_size, fault_of, open_plain
from stationkiosk.domain.errors import KnownError

__all__ = ["Examined", "Examiner", "examine"]

_CHILD = (sys.executable, "-P", "-m", "stationkiosk.devices.evidence.child")
_POSTER = (sys.executable, "-P", "-m", "stationkiosk.devices.evidence.poster_child")
"""The child that knows how to draw films; it is started only for one."""


class Examiner:
    """Examines files one at a time; safe to share between threads.

    ``ahead`` keeps one fresh child waiting. Close it, or use it as a context manager.
    """

    def __init__(
        self, limits: Limits | None = None, *, ahead: bool = True, command: Sequence[str] = _CHILD
    ) -> None:
        self.limits = limits or Limits()
        self._command = tuple(command)
        self._ahead = ahead
        self._waiting: _Child | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the next file's child now, if none waits. Returns at once."""
        with self._lock:
            if self._waiting is None:
                self._waiting = _Child(self._command)

    def examine(self, source: Path | BinaryIO) -> Examined:
        """Return what ``source`` is, a path or a plain file open for reading.

        An open file is left open where it stands; reading it from its start reads what was
        examined. Nothing is written to it. Raises ``KnownError``: file_gone, file_no_access,
        file_empty, file_too_large, file_kind_unknown, file_heic_unread, file_damaged, file_locked,
        file_changed, file_too_many_pixels, file_too_many_pages, examine_failed.
        """
        return self._opened(source, self.limits)

    def draw(self, source: Path | BinaryIO, page: int, side: int) -> Examined:
        """Return the same with a picture of ``page`` (from 0), ``side`` pixels on its longest side."""
        return self._opened(source, replace(self.limits, page=page, thumbnail=side))

    def poster(self, source: BinaryIO, side: int) -> Examined:
        """Return what a film is, with its first picture where the child that knows films can draw one."""
        with Examiner(replace(self.limits, thumbnail=side), ahead=False, command=_POSTER) as films:
            return films.examine(source)

    def close(self) -> None:
        """End the child that waits."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.end()

    def _opened(self, source: Path | BinaryIO, limits: Limits) -> Examined:
        if isinstance(source, Path):
            with open_plain(source) as file:
                return self._examine(file, limits)
        return self._examine(source, limits)

    def _examine(self, file: BinaryIO, limits: Limits) -> Examined:
        before = _mark(file)
        check_size(before[0], limits)
        try:
            return self._asked(file, limits)
        finally:
            _require_same(before, _mark(file))

    def _asked(self, file: BinaryIO, limits: Limits) -> Examined:
        child = self._taken()
        try:
            raw, exit_code = child.ask(file, limits)
        finally:
            child.end()
            if self._ahead:
                self.warm()
        return read_answer(raw, exit_code, limits)

    def _taken(self) -> _Child:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting.alive():
            return waiting
        if waiting is not None:
            waiting.end()
        return _Child(self._command)


class _Child:
    """One process for one file. It is given nothing of this process but where to find the program."""

    def __init__(self, command: Sequence[str]) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = subprocess.Popen(
                    command, stdin=theirs.fileno(), stdout=subprocess.PIPE, cwd="/", env=_surroundings()
                )
            except OSError as error:
                self._line.close()
                raise KnownError("examine_failed") from error
        assert self._process.stdout is not None
        self._answers = self._process.stdout

    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, file: BinaryIO, limits: Limits) -> tuple[bytes, int]:
        """Return the child's words and its exit code; it is killed when its time is up."""
        end = threading.Timer(limits.wall, self._process.kill)
        end.daemon = True
        end.start()
        try:
            with suppress(OSError):  # a child already dead tells so by its exit code
                socket.send_fds(self._line, [limits.to_json()], [file.fileno()])
            most = longest(limits)
            raw = self._answers.read(most + 1)
            if len(raw) > most:
                self._process.kill()
            return raw, self._process.wait()
        finally:
            end.cancel()

    def end(self) -> None:
        self._line.close()
        self._process.kill()
        self._process.wait()
        self._answers.close()


def examine(source: Path | BinaryIO, limits: Limits | None = None) -> Examined:
    """Examine one file in a child started for it; see ``Examiner.examine``."""
    with Examiner(limits, ahead=False) as examiner:
        return examiner.examine(source)


def _surroundings() -> dict[str, str]:
    package = str(Path(stationkiosk.__file__).parent.parent)
    quiet = {"QT_LOGGING_RULES": "qt.multimedia.*=false"}
    return {"PYTHONPATH": package, "LANG": "C.UTF-8", "HOME": "/nonexistent"} | quiet


def _mark(file: BinaryIO) -> tuple[int, int, int]:
    try:
        about = os.fstat(file.fileno())
    except OSError as error:
        raise fault_of(error) from error
    return about.st_size, about.st_mtime_ns, about.st_nlink


def _require_same(before: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    if after[2] < before[2]:
        raise KnownError("file_gone")
    if after[:2] != before[:2]:
        raise KnownError("file_changed")
