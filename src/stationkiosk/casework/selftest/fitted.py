"""Whether what stands around the machine is there: reader, camera, scanner, sticks, keys, sound, voice."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.selftest.look import Look
from stationkiosk.casework.selftest.shown import CheckShown
from stationkiosk.devices.machine import (
    cameras,
    keyboard_gaps,
    loudspeakers,
    qt_folder,
    typing_devices,
)
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, listed

SCANNERS = ("barcode", "bar code", "scanner", "qr", "2d ", "honeywell", "zebra", "symbol", "datalogic")
"""What code scanners call themselves, in small letters."""


def reader(look: Look) -> Iterator[CheckShown]:
    """Ask the reader of ID cards."""
    state = look.station.reader.state()
    if not state.present:
        yield look.found("reader", "off", "none")
    elif not state.ready:
        yield look.fault("reader", KnownError(state.trouble or "reader_missing"))
    else:
        yield look.found("reader", "good", "ready")


def camera(look: Look) -> Iterator[CheckShown]:
    """Count the cameras."""
    told = look.station.terms.camera
    if told == "none":
        yield look.found("camera", "off", "none")
    elif told == "sample":
        yield look.found("camera", "good", "camera_sample")
    else:
        count = cameras()
        yield look.found(
            "camera", "good" if count else "warn", "cameras" if count else "no_camera", n=count
        )


def keyboard(look: Look) -> Iterator[CheckShown]:
    """Look for the parts of the keyboard on the screen."""
    gaps = keyboard_gaps(qt_folder())
    if not gaps:
        yield look.found("keyboard", "good", "keyboard")
        return
    named = listed(look.say(f"keyboard_{gap}") for gap in gaps)
    yield look.found("keyboard", "bad", "keyboard_gaps", parts=named)


def typing(look: Look) -> Iterator[CheckShown]:
    """Look for a code scanner among what types."""
    named = typing_devices()
    scanners = [name for name in named if any(word in name.casefold() for word in SCANNERS)]
    if scanners:
        yield look.found("scanner", "good", "code_scanner", name=scanners[0])
    elif named:
        yield look.found("scanner", "good", "typing", n=len(named))
    else:
        yield look.found("scanner", "off", "no_scanner")


def scans(look: Look) -> Iterator[CheckShown]:
    """Look for the folder that the office scanner writes to."""
    scanner = look.station.scanner
    if scanner is None:
        yield look.found("scans", "off", "none")
    elif scanner.root.is_dir():
        yield look.found("scans", "good", "folder_there")
    else:
        yield look.fault("scans", KnownError("scanner_missing"))


def sticks(look: Look) -> Iterator[CheckShown]:
    """Look at the places where sticks appear: a place without a stick is as it should be."""
    places = look.station.sticks
    there = sum(stick.present() for stick in places)
    if not places:
        yield look.found("sticks", "off", "none")
    elif there or any(stick.root.parent.is_dir() for stick in places):
        yield look.found("sticks", "good", "sticks", n=there)
    else:
        yield look.found("sticks", "warn", "sticks_nowhere")


def sound(look: Look) -> Iterator[CheckShown]:
    """Count the outputs for sound; the bell is made by the program and needs no file."""
    if not look.station.fittings.sound:
        yield look.found("sound", "off", "sound_off")
        return
    count = loudspeakers()
    yield look.found("sound", "good" if count else "warn", "sound" if count else "no_sound", n=count)


def voice(look: Look) -> Iterator[CheckShown]:
    """Ask in which languages the machine can read aloud."""
    fittings = look.station.fittings
    if fittings.voices is None or not fittings.sound:
        yield look.found("voice", "off", "sound_off" if not fittings.sound else "none")
        return
    spoken = frozenset(fittings.voices())
    if not spoken:
        yield look.found("voice", "warn", "no_voice")
        return
    gone = [language for language in Language if language not in spoken]
    if gone:
        yield look.found("voice", "warn", "voice_part", language=look.say(f"language_{gone[0]}"))
    else:
        yield look.found("voice", "good", "voice")
