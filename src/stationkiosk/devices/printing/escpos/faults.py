"""What a fault of the line means to people."""

from __future__ import annotations

import errno

from stationkiosk.devices.printing.escpos.answers import NonsenseError
from stationkiosk.devices.printing.printer import Trouble

_TROUBLES = {
    errno.ENOENT: Trouble.MISSING,
    errno.ENODEV: Trouble.MISSING,
    errno.ENXIO: Trouble.MISSING,
    errno.ENOTDIR: Trouble.MISSING,
    errno.EACCES: Trouble.REFUSED,
    errno.EPERM: Trouble.REFUSED,
    errno.ENOSPC: Trouble.SPOOL_FULL,
}


def trouble_of(error: OSError) -> Trouble:
    """Return the trouble; a line that breaks, refuses or stays silent is ``offline``."""
    if isinstance(error, NonsenseError):
        return Trouble.OTHER
    if isinstance(error, FileNotFoundError):
        return Trouble.MISSING
    return _TROUBLES.get(error.errno or 0, Trouble.OFFLINE)
