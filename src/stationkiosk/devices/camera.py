"""Whether a camera is connected, asked of the system and not of a library that takes long to load."""

from __future__ import annotations

from pathlib import Path

DEVICES = Path("/dev")


def has_camera(devices: Path = DEVICES) -> bool:
    """Return whether the kernel knows a camera now (Video4Linux)."""
    return any(devices.glob("video[0-9]*"))
