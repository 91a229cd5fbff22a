"""What SQLite says when the world is at fault, in the station's words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from stationkiosk.domain.errors import KnownError

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _PERM, _NOTADB = (
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    3,
    26,
)
_KEYS = {
    _BUSY: "store_busy",
    _LOCKED: "store_busy",
    _READONLY: "store_read_only",
    _PERM: "store_read_only",
    _CORRUPT: "store_corrupt",
    _NOTADB: "store_corrupt",
    _FULL: "disk_full",
}
_ERRNOS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "folder_read_only",
    errno.EACCES: "folder_read_only",
    errno.EPERM: "folder_read_only",
    errno.ENOENT: "file_missing",
    errno.EISDIR: "file_missing",
    errno.ENOTDIR: "file_missing",
}
_LITTLE = 1 << 20


@contextmanager
def world_faults(path: Path) -> Iterator[None]:
    """Turn what the world did to the file at ``path`` into a ``KnownError``; let our own faults pass."""
    try:
        yield
    except (DBAPIError, dbapi2.DatabaseError) as error:
        known = known_fault(error, path)
        if known is None:
            raise
        raise known from error


def known_fault(error: BaseException, path: Path) -> KnownError | None:
    """Return the fault of the world that ``error`` tells of, or None where the fault is ours."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(origin, "sqlite_errorcode", 0) & 0xFF
    if code == _CANTOPEN:
        return KnownError("store_read_only" if path.exists() else "store_missing", file=str(path))
    if code == _IOERR:
        return KnownError("disk_full" if _no_room(path) else "disk_failed", file=str(path))
    key = _KEYS.get(code)
    return None if key is None else KnownError(key, file=str(path))


def _no_room(path: Path) -> bool:
    try:
        place = os.statvfs(path.parent)
    except OSError:
        return False
    return place.f_bavail * place.f_frsize < _LITTLE


@contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Turn what a disk did while ``path`` was read or written into a ``KnownError``."""
    try:
        yield
    except OSError as error:
        raise KnownError(_ERRNOS.get(error.errno or 0, "disk_failed"), file=str(path)) from error
