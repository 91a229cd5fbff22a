from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.devices.clock import TOLERANCE, ClockWatch, SystemClock
from stationkiosk.devices.random import SystemRandom
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
moments = st.integers(-10_000_000, 10_000_000).map(lambda seconds: NOON + timedelta(seconds=seconds))


def test_the_system_clock_is_a_clock_in_utc_that_only_moves_forward() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    first = clock.monotonic()
    assert clock.monotonic() >= first


def test_the_system_random_gives_as_many_bytes_as_asked_and_never_the_same() -> None:
    random: Random = SystemRandom()
    assert len(random.bytes(16)) == 16
    assert random.bytes(16) != random.bytes(16)


def test_a_new_station_believes_its_clock() -> None:
    assert ClockWatch().see(NOON).last_seen == NOON


def test_a_clock_set_back_is_refused_with_both_times() -> None:
    with pytest.raises(KnownError) as refused:
        ClockWatch(NOON).see(NOON - TOLERANCE - timedelta(seconds=1))
    assert refused.value.key == "clock_back"
    assert refused.value.values == {"seen": "2026-11-22T12:00:00+00:00", "now": "2026-11-22T11:57:59+00:00"}


def test_a_small_correction_passes_and_does_not_move_the_memory_back() -> None:
    assert ClockWatch(NOON).see(NOON - TOLERANCE).last_seen == NOON


def test_many_small_steps_back_do_not_add_up() -> None:
    watch = ClockWatch(NOON).see(NOON - timedelta(seconds=100))
    with pytest.raises(KnownError):
        watch.see(NOON - timedelta(seconds=200))


def test_another_time_zone_is_the_same_moment() -> None:
    china = timezone(timedelta(hours=8))
    assert ClockWatch(NOON).see(NOON.astimezone(china)).last_seen == NOON


def test_a_naive_time_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="aware"):
        ClockWatch().see(NOON.replace(tzinfo=None))


@given(st.lists(moments, min_size=1))
def test_the_memory_is_the_latest_time_seen_and_refusals_are_exactly_the_steps_back(
    times: list[datetime],
) -> None:
    watch = ClockWatch()
    latest = times[0]
    for now in times:
        if latest - now > TOLERANCE:
            with pytest.raises(KnownError):
                watch.see(now)
            continue
        watch = watch.see(now)
        latest = max(latest, now)
        assert watch.last_seen == latest
