"""Files that are wholly there or not at all, also after the power went."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(folder: Path, name: str, data: bytes) -> None:
    """Write ``folder/name`` so that a reader, or the next start, sees all of it or none.

    The bytes go to a hidden neighbour first and are flushed to the disk with the folder.
    Raises ``OSError`` as the system gives it; nothing half-written stays behind then.
    """
    part = folder / f".{name}.part"
    try:
        _write_flushed(part, data)
        part.replace(folder / name)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_flushed(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
