"""Days and moments as somebody at a keyboard types them: short, without a calendar to click on."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from stationkiosk.domain import typed
from stationkiosk.domain.calendar import STATION_TIME

NAMED = {
    **dict.fromkeys(("今天", "今日", "TODAY", "T"), 0),
    **dict.fromkeys(("明天", "明日", "TOMORROW"), 1),
    **dict.fromkeys(("昨天", "昨日", "YESTERDAY"), -1),
    "前天": -2,
    "后天": 2,
}
"""Days that are called by a word, and how far from today they are."""

_FROM_TODAY = re.compile(r"([+-]\d{1,4})(?:天|日|D|DAYS?)?$")
_PARTED = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$")
_CLOSE = re.compile(r"(\d{4})?(\d{2})(\d{2})$")
_DAY_ALONE = re.compile(r"(\d{1,2})日?$")
_HOUR = re.compile(r"(?:(.*\S)[\sT]+)?(\d{1,2}):(\d{2})(?::\d{2})?(?:\+08:00)?$")


def read_day(text: str, today: date) -> date | None:
    """Return the day that ``text`` names, seen from ``today``; None where it names none.

    ``2026-11-22``, ``20261122``, ``11-22``, ``1122``, ``22``, ``今天``, ``today``, ``+3``. Without a
    year it is this year's, without a month this month's.
    """
    even = typed.mark(text)
    if even in NAMED:
        return today + timedelta(days=NAMED[even])
    if found := _FROM_TODAY.match(even):
        return today + timedelta(days=int(found[1]))
    for pattern in (_PARTED, _CLOSE):
        if found := pattern.match(even):
            return _day(int(found[1] or today.year), int(found[2]), int(found[3]))
    found = _DAY_ALONE.match(even)
    return _day(today.year, today.month, int(found[1])) if found else None


def read_moment(text: str, now: datetime) -> datetime | None:
    """Return the moment that ``text`` names in the station's time; an hour alone is today's."""
    found = _HOUR.match(unicodedata.normalize("NFKC", text).strip().upper())
    if found is None:
        return None
    today = now.astimezone(STATION_TIME).date()
    day = read_day(found[1], today) if found[1] else today
    hour, minute = int(found[2]), int(found[3])
    if day is None or hour > 23 or minute > 59:
        return None
    return datetime.combine(day, time(hour, minute), STATION_TIME)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
