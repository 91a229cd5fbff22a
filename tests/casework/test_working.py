"""What the home page says does not work: what is seen now, and what the last self-test found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework.selftest import testing, working
from stationkiosk.casework.selftest.fittings import Fittings
from stationkiosk.casework.selftest.look import Check
from stationkiosk.casework.selftest.testing import self_test
from stationkiosk.devices.readers import NoReader
from tests.casework.world import HeldClock, World


def test_what_works_or_was_never_fitted_is_not_told(world: World) -> None:
    assert world.counter().face().missing == ()
    assert working.missing(replace(world.station, reader=NoReader())) == ()


def test_a_reader_or_camera_that_is_gone_is_told_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (world.folder / "reader").rmdir()
    monkeypatch.setattr(working, "cameras", lambda: 0)
    station = replace(world.station, terms=replace(world.station.terms, camera="auto"))
    assert working.missing(station) == ("cards", "camera")


def test_a_voice_that_the_self_test_missed_is_told_for_a_day(
    world: World, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: tuple[Check, ...] = tuple(check for check in testing.OTHERS if check.part in working.TESTED)
    monkeypatch.setattr(testing, "OTHERS", kept)
    silent = replace(world.station, fittings=Fittings(voices=tuple))
    self_test(silent, silent.itself())
    assert working.missing(world.station) == ("aloud",)
    clock.move(days=2)
    assert working.missing(world.station) == ()
