from __future__ import annotations

import pytest

from stationkiosk.store.uuid7 import uuid7
from tests.store.conftest import FixedClock, SeededRandom


def test_identifiers_are_version_7_and_carry_their_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stationkiosk.store.uuid7._last", 0)
    clock = FixedClock()
    made = uuid7(clock, SeededRandom())
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(clock.now().timestamp() * 1000)


def test_identifiers_grow_even_when_the_clock_goes_back() -> None:
    clock, random = FixedClock(), SeededRandom()
    made = []
    for _ in range(5000):
        made.append(uuid7(clock, random))
        clock.move(milliseconds=-1)
    assert made == sorted(made)
    assert len(set(made)) == 5000
