"""What the public screen has to say does not work now: what is seen this moment, and the last self-test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from stationkiosk.casework.selftest.testing import last_self_test
from stationkiosk.casework.station import Station
from stationkiosk.devices.machine import cameras

TRUSTED = timedelta(days=1)
"""How long a self-test speaks for what cannot be seen at once: a voice may have been installed since."""

TESTED = {"voice": "aloud", "keyboard": "typing"}
"""Checks of the self-test, and what does not work where they found trouble."""


def missing(station: Station) -> tuple[str, ...]:
    """Return what is fitted here and does not work: ``cards``, ``camera``, ``aloud``, ``typing``."""
    return (*_seen(station), *_tested(station))


def _seen(station: Station) -> Iterator[str]:
    reader = station.reader.state()
    if reader.present and not reader.ready:
        yield "cards"
    if station.terms.camera == "auto" and not cameras():
        yield "camera"


def _tested(station: Station) -> Iterator[str]:
    last = last_self_test(station)
    if last is None or abs(station.clock.now() - last.at) > TRUSTED:
        return
    for check in last.checks:
        if check.part in TESTED and check.tone in ("warn", "bad"):
            yield TESTED[check.part]
