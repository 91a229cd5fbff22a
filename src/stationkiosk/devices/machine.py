"""What the machine tells about itself."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path


def free_bytes(folder: Path) -> int:
    """Return how much room is left where ``folder`` lies. Raises OSError when it is not there."""
    return shutil.disk_usage(folder).free


def cameras(devices: Path = Path("/dev")) -> int:
    """Return how many cameras the system has."""
    return sum(1 for _ in devices.glob("video[0-9]*"))


def loudspeakers(devices: Path = Path("/dev/snd")) -> int:
    """Return how many outputs for sound the system has (ALSA names them ``pcmC0D0p``)."""
    return sum(1 for _ in devices.glob("pcm*p"))


def boot_id(file: Path = Path("/proc/sys/kernel/random/boot_id")) -> str:
    """Return what tells this start of the machine from every other, "" where the system does not say."""
    try:
        return file.read_text("ascii").strip()
    except OSError:
        return ""


_TYPES = 1 << 20
"""EV_REP of linux/input-event-codes.h: it repeats a key that is held, as keyboards alone do."""


def typing_devices(listing: Path = Path("/proc/bus/input/devices")) -> tuple[str, ...]:
    """Return the names of what types: keyboards, and code scanners, which pass for one."""
    try:
        blocks = listing.read_text("utf-8", "replace").split("\n\n")
    except OSError:
        return ()
    return tuple(_named(block) for block in blocks if _types(block))


def _types(block: str) -> bool:
    handlers, events = _field(block, "H: Handlers="), _field(block, "B: EV=")
    return "kbd" in handlers.split() and bool(int(events or "0", 16) & _TYPES)


def _named(block: str) -> str:
    return _field(block, "N: Name=").strip('"')


def _field(block: str, begin: str) -> str:
    return next((line[len(begin) :] for line in block.splitlines() if line.startswith(begin)), "")


def qt_folder() -> Path | None:
    """Return where Qt's libraries lie, without loading them; None where they are not installed."""
    found = find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    return next((Path(place) / "Qt" for place in places or ()), None)


KEYBOARD = {
    "plugin": "plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "layouts": "qml/QtQuick/VirtualKeyboard/Layouts/libqtvkblayoutsplugin.so",
    "pinyin": "qml/QtQuick/VirtualKeyboard/Plugins/Pinyin/libqtvkbpinyinplugin.so",
}
"""The parts of the keyboard on the screen, below Qt's folder: layouts and dictionary are within them."""


def keyboard_gaps(qt: Path | None) -> tuple[str, ...]:
    """Return the parts of the keyboard on the screen that are not there."""
    if qt is None:
        return tuple(KEYBOARD)
    return tuple(part for part, file in KEYBOARD.items() if not (qt / file).is_file())
