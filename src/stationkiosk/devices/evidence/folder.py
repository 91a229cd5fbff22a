"""A folder of evidence, mostly a USB stick: untrusted, slow, and pulled at any moment."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from stationkiosk.devices.evidence.opening import FLAGS, fault_of, open_plain
from stationkiosk.devices.names import natural, shown
from stationkiosk.domain.errors import KnownError

_SYSTEM = frozenset({"system volume information", "$recycle.bin", "recycler", "thumbs.db", "desktop.ini"})
_HIDDEN_STARTS = (".", "~$", "$")


@dataclass(frozen=True, slots=True)
class Found:
    """A plain file on the stick. ``name`` and ``folder`` are for people; ``path`` is to be opened.

    ``folder`` is "" for a file at the top; ``modified`` is aware UTC, as the stick says.
    """

    path: Path
    name: str
    folder: str
    size: int
    modified: datetime


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found.

    ``more``: there is more on the stick than is looked through or shown, and the newest are shown.
    ``coming``: something is still being written.
    """

    files: tuple[Found, ...]
    more: bool
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a listing goes: files shown, names looked at, folders below one another."""

    files: int = 500
    names: int = 10_000
    depth: int = 4


class UsbFolder:
    """The plain files below ``root``. Links, hidden and system files, devices are passed over."""

    def __init__(self, root: Path, reach: Reach | None = None) -> None:
        self.root = root
        self._reach = reach or Reach()

    def present(self) -> bool:
        """Return whether the folder is there now."""
        try:
            return self.root.is_dir()
        except OSError:
            return False

    def list(self) -> tuple[Found, ...]:
        """Return the files, folder by folder in name order; see ``look``."""
        return self.look().files

    def look(self) -> Listing:
        """Return the files and whether there are more than are shown.

        Raises ``KnownError`` stick_missing when there is no folder, stick_gone when it went
        away while it was read.
        """
        try:
            top = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise KnownError("stick_missing") from error
        walk = _Walk(self.root, self._reach)
        try:
            walk.through(top, Path())
            self.root.stat()
        except OSError as error:
            raise KnownError("stick_gone") from error
        return walk.listing()

    def open(self, path: Path) -> BinaryIO:
        """Return a file listed here, open for reading, no link followed anywhere below the root.

        Raises ``KnownError`` file_gone, file_no_access, file_kind_unknown, stick_gone; file_no_access
        too for a path that is not below the root.
        """
        try:
            steps = path.relative_to(self.root).parts
        except ValueError:
            raise KnownError("file_no_access") from None
        if not steps or ".." in steps:
            raise KnownError("file_no_access")
        return self._opened(steps)

    def _opened(self, steps: tuple[str, ...]) -> BinaryIO:
        try:
            folder = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise KnownError("stick_gone") from error
        try:
            for step in steps[:-1]:
                inner = _inner(folder, step)
                os.close(folder)
                folder = inner
            return open_plain(Path(steps[-1]), folder)
        except OSError as error:
            raise fault_of(error) from error
        finally:
            os.close(folder)


class _Walk:
    """One pass over a stick, folder by folder, through open descriptors only."""

    def __init__(self, root: Path, reach: Reach) -> None:
        self._root = root
        self._reach = reach
        self._names = 0
        self._found: list[Found] = []
        self._more = False

    def listing(self) -> Listing:
        most = self._reach.files
        if len(self._found) <= most:
            return Listing(tuple(self._found), self._more)
        newest = {
            id(file) for file in sorted(self._found, key=lambda file: file.modified, reverse=True)[:most]
        }
        return Listing(tuple(file for file in self._found if id(file) in newest), more=True)

    def through(self, folder: int, below: Path) -> None:
        """Look through an open folder, which is closed at the end, then through those in it."""
        try:
            inner = self._files(folder, below)
            for name in inner:
                self._enter(folder, below, name)
        finally:
            os.close(folder)

    def _enter(self, folder: int, below: Path, name: str) -> None:
        if len(below.parts) + 1 >= self._reach.depth or self._full():
            self._more = True
            return
        try:
            inner = _inner(folder, name)
        except PermissionError:
            return
        self.through(inner, below / name)

    def _files(self, folder: int, below: Path) -> list[str]:
        inner = []
        files = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if self._full():
                    self._more = True
                    break
                self._names += 1
                if is_hidden(entry.name):
                    continue
                about = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(about.st_mode):
                    inner.append(entry.name)
                elif stat.S_ISREG(about.st_mode):
                    files.append(self._one(below, entry.name, about))
        self._found += sorted(files, key=lambda file: natural(file.name))
        return sorted(inner, key=lambda name: natural(shown(name)))

    def _one(self, below: Path, name: str, about: os.stat_result) -> Found:
        folder = "/".join(shown(part) for part in below.parts)
        return Found(self._root / below / name, shown(name), folder, about.st_size, moment(about.st_mtime))

    def _full(self) -> bool:
        return self._names >= self._reach.names


def _inner(folder: int, name: str) -> int:
    return os.open(name, FLAGS | os.O_DIRECTORY, dir_fd=folder)


def is_hidden(name: str) -> bool:
    """Tell whether a name is a system's own and no person's file."""
    return name.startswith(_HIDDEN_STARTS) or name.casefold() in _SYSTEM


def moment(seconds: float) -> datetime:
    """Return a file system's time, aware UTC; the epoch where it is nonsense."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
