"""The folder the office scanner writes to: each person sees what came since they pressed "scan"."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from stationkiosk.devices.evidence.folder import Found, Listing, is_hidden, moment
from stationkiosk.devices.evidence.opening import open_plain
from stationkiosk.devices.names import natural, shown
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock

SETTLED_SECONDS = 1.5
"""How long a file must stay as it is before it counts as written to its end."""

_UNFINISHED = (".tmp", ".part", ".partial", ".filepart")
_MOST_NAMES = 20_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """How a file looked, and since when it has looked so (monotonic seconds)."""

    name: str
    size: int
    written: int
    since: float


class ScannerFolder:
    """A folder others write to; not shared between threads.

    ``begin`` remembers what lies there: that is other people's. ``remove``: what was taken into
    the store goes from the folder. Links, folders, hidden files and devices are passed over.
    """

    def __init__(self, root: Path, clock: Clock, *, remove: bool = True) -> None:
        self.root = root
        self._clock = clock
        self._remove = remove
        self._others: set[int] | None = None
        self._taken: set[int] = set()
        self._seen: dict[int, _Seen] = {}

    def begin(self) -> None:
        """From now on what comes is this person's. KnownError ``scanner_missing``: no such folder."""
        self._others = set(self._files())
        self._taken.clear()
        self._seen.clear()

    def forget(self) -> None:
        """The person has gone: nothing is anyone's."""
        self._others = None
        self._taken.clear()
        self._seen.clear()

    def arrived(self) -> Listing:
        """Return what came since ``begin`` and is whole, in the order of its names.

        ``coming`` tells that something is still being written. Nothing before ``begin``.
        """
        if self._others is None:
            return Listing((), more=False)
        files = self._files()
        self._others &= set(files)  # a number that was freed may be given to a new file
        self._taken &= set(files)
        new = {n: about for n, about in files.items() if n not in self._others and n not in self._taken}
        self._seen = {number: self._look(number, *about) for number, about in new.items()}
        whole = [seen for seen in self._seen.values() if self._is_whole(seen)]
        found = [_found(self.root, seen) for seen in sorted(whole, key=lambda seen: natural(seen.name))]
        return Listing(tuple(found), more=False, coming=len(whole) < len(new))

    def open(self, path: Path) -> BinaryIO:
        """Return a file that arrived, open for reading.

        Raises KnownError ``file_no_access`` for any other, ``file_changed`` where another one lies
        under its name by now.
        """
        number = self._number(path)
        if number is None or not self._is_whole(self._seen[number]):
            raise KnownError("file_no_access")
        file = open_plain(path)
        if os.fstat(file.fileno()).st_ino != number:
            file.close()
            raise KnownError("file_changed")
        return file

    def took(self, path: Path) -> bool:
        """A file is in the store: show it no more and, where that is set, remove it.

        Return False where it should have gone and did not.
        """
        number = self._number(path)
        if number is None or number in self._taken:
            return True
        self._taken.add(number)
        if not self._remove:
            return True
        try:
            if path.lstat().st_ino == number:
                path.unlink()
                self._taken.discard(number)  # the next scan may be given its number at once
                del self._seen[number]
        except OSError:
            return False
        return True

    def _number(self, path: Path) -> int | None:
        return next((n for n, seen in self._seen.items() if self.root / seen.name == path), None)

    def _files(self) -> dict[int, tuple[str, os.stat_result]]:
        try:
            with os.scandir(self.root) as entries:
                found = {}
                for entry, _ in zip(entries, range(_MOST_NAMES), strict=False):
                    about = _stat(entry)
                    if about is not None:
                        found[about.st_ino] = (entry.name, about)
                return found
        except OSError as error:
            raise KnownError("scanner_missing") from error

    def _look(self, number: int, name: str, about: os.stat_result) -> _Seen:
        before = self._seen.get(number)
        now = _Seen(name, about.st_size, about.st_mtime_ns, self._clock.monotonic())
        same = before is not None and (before.name, before.size, before.written) == (
            now.name,
            now.size,
            now.written,
        )
        return before if before is not None and same else now

    def _is_whole(self, seen: _Seen) -> bool:
        if not seen.size or seen.name.casefold().endswith(_UNFINISHED):
            return False
        return self._clock.monotonic() - seen.since >= SETTLED_SECONDS


def _stat(entry: os.DirEntry[str]) -> os.stat_result | None:
    """Return what is known of a plain file that is not hidden; None for anything else or gone."""
    if is_hidden(entry.name):
        return None
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return about if stat.S_ISREG(about.st_mode) else None


def _found(root: Path, seen: _Seen) -> Found:
    return Found(root / seen.name, shown(seen.name), "", seen.size, moment(seen.written / 1e9))
