"""Rooms and mediators at a time, and the hours a session may lie in."""

from __future__ import annotations

from datetime import datetime

import pytest

from stationkiosk.domain.booking import Booking, clash, fits
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.opening import parse_hours
from tests.journeys.samples import REFERENCE

HOURS = (parse_hours("1-5 09:00-12:00"), parse_hours("1-5 13:30-17:00"))


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=STATION_TIME)


TAKEN = (Booking("一号", "wang", at(10), 60), Booking("二号", "li", at(10), 60))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Booking("一号", "zhao", at(10, 59), 30), "room_taken"),
        (Booking("一号", "zhao", at(9), 61), "room_taken"),
        (Booking("三号", "li", at(10, 30), 15), "mediator_taken"),
        (Booking("三号", "zhao", at(10), 60), ""),
        (Booking("一号", "wang", at(11), 60), ""),
        (Booking("一号", "wang", at(9), 60), ""),
    ],
)
def test_one_room_and_one_mediator_are_in_one_session_at_a_time(wanted: Booking, found: str) -> None:
    told = clash(wanted, TAKEN)
    assert (told[0] if told else "") == found


@pytest.mark.parametrize(
    ("starts", "minutes", "open_then"),
    [
        (at(9), 180, True),
        (at(9), 181, False),
        (at(11), 180, False),
        (at(12, 30), 30, False),
        (at(10, day=28), 60, False),
    ],
)
def test_a_session_lies_within_the_hours(starts: datetime, minutes: int, open_then: bool) -> None:
    wanted = Booking("一号", "wang", starts, minutes)
    assert fits(wanted, HOURS, REFERENCE.calendar) is open_then
    assert fits(wanted, (), REFERENCE.calendar)
