"""Opening a stranger's file: a plain file and nothing that pretends to be one."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from stationkiosk.devices.evidence.limits import MIB, Limits
from stationkiosk.domain.errors import KnownError

FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY

_FAULTS = {
    errno.EACCES: "file_no_access",
    errno.EPERM: "file_no_access",
    errno.ELOOP: "file_no_access",
}


def open_plain(path: Path, folder: int | None = None) -> BinaryIO:
    """Return ``path`` open for reading; links are not followed and a FIFO is not waited for.

    ``folder`` is an open folder that ``path`` is below. Raises ``KnownError`` file_gone,
    file_no_access, or file_kind_unknown for what is no plain file.
    """
    try:
        handle = os.open(path, FLAGS, dir_fd=folder)
    except OSError as error:
        raise fault_of(error) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise KnownError("file_kind_unknown", found="?")
    return os.fdopen(handle, "rb")


def fault_of(error: OSError) -> KnownError:
    """Return the fault a failed call on a file stands for: what is not refused is gone."""
    return KnownError(_FAULTS.get(error.errno or 0, "file_gone"))


def check_size(size: int, limits: Limits) -> None:
    """Raise ``KnownError`` file_empty or file_too_large."""
    if size == 0:
        raise KnownError("file_empty")
    if size > limits.file:
        raise KnownError("file_too_large", megabytes=str(-(-size // MIB)), most=str(limits.file // MIB))
