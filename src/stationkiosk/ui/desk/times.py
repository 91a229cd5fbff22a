"""Moments and lengths of time as the desk shows them: short, the same in every language."""

from __future__ import annotations

from datetime import datetime

from stationkiosk.domain.calendar import STATION_TIME

DAY_MINUTES = 24 * 60


def moment_text(moment: datetime) -> str:
    """Return a moment in the station's time: ``2026-11-22 13:45``."""
    return f"{moment.astimezone(STATION_TIME):%Y-%m-%d %H:%M}"


def clock_text(moment: datetime, now: datetime) -> str:
    """Return a moment of today as ``13:45``, one of another day with its day."""
    there, here = moment.astimezone(STATION_TIME), now.astimezone(STATION_TIME)
    return f"{there:%H:%M}" if there.date() == here.date() else f"{there:%Y-%m-%d %H:%M}"


def minutes_between(begin: datetime, end: datetime) -> int:
    """Return the whole minutes from one moment to a later one; 0 where it is not later."""
    return max(0, int((end - begin).total_seconds() // 60))


def length_text(minutes: int) -> str:
    """Return a length of less than a day: ``0:47``."""
    return f"{minutes // 60}:{minutes % 60:02}"
