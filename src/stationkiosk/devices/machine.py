"""What the machine tells about itself."""

from __future__ import annotations

import shutil
from pathlib import Path


def free_bytes(folder: Path) -> int:
    """Return how much room is left where ``folder`` lies. Raises OSError when it is not there."""
    return shutil.disk_usage(folder).free


def cameras(devices: Path = Path("/dev")) -> int:
    """Return how many cameras the system has."""
    return sum(1 for _ in devices.glob("video[0-9]*"))
