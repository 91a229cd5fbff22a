"""Reading a file that SQLite has open without taking its locks away.

POSIX locks fall when a process closes *any* descriptor of the file (sqlite.org/howtocorrupt
2.2). What is read beside SQLite is therefore read through the descriptor it already has.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OWN = Path("/proc/self/fd")


@contextmanager
def descriptor(path: Path) -> Iterator[int]:
    """Give a descriptor to ``pread`` from: one this process has, or a new one where it has none.

    Raises OSError when the file cannot be opened.
    """
    known = _known(path)
    if known is not None:
        yield known
        return
    made = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield made
    finally:
        os.close(made)


def _known(path: Path) -> int | None:
    wanted = path.stat()
    for entry in _OWN.iterdir():
        try:
            found = os.fstat(int(entry.name))
        except OSError:
            continue
        if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
            return int(entry.name)
    return None
