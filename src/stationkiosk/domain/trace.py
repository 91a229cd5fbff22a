"""How a reckoning is told: the lines of a trace, in both languages."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from stationkiosk.domain.calendar import STATION_TIME, Calendar
from stationkiosk.domain.rules import Unit
from stationkiosk.domain.text import Text

_KEPT = 4096
"""How many sayings of days and lengths are kept: they are asked for again and again."""


@lru_cache(_KEPT)
def day_text(day: date) -> Text:
    """Return a day as each language writes it: ``2026年12月1日`` and ``1 December 2026``."""
    return Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def date_text(answer: str) -> Text:
    """Return an answer that is a date, or a month alone, as each language writes it."""
    if len(answer) == len("2026-11"):
        first = day_text(date.fromisoformat(f"{answer}-01"))
        return Text(first.zh.removesuffix("1日"), first.en.removeprefix("1 "))
    return day_text(date.fromisoformat(answer))


def moment_text(moment: datetime) -> Text:
    """Return a moment in the station's time: ``2026年12月1日14:05`` and ``14:05 on 1 December 2026``."""
    there = moment.astimezone(STATION_TIME)
    day = day_text(there.date())
    return Text(f"{day.zh}{there:%H:%M}", f"{there:%H:%M} on {day.en}")


@lru_cache(_KEPT)
def length(value: int, unit: Unit, *, before: bool = False) -> Text:
    """Tell how long a period is."""
    words = _BEFORE if before else _LENGTH
    return words[unit is Unit.HOURS].put(span=span(value, unit))


def span(value: int, unit: Unit) -> Text:
    """Return so many units: ``7 个工作日`` and ``7 working days``."""
    zh, one, many = _SPANS[unit]
    return Text(f"{value} {zh}", f"{value} {one if value == 1 else many}")


def skipped(count: int) -> tuple[Text, ...]:
    """Tell how many rest days were left out, if any were."""
    return (_SKIPPED.put(count=count),) if count else ()


def rolled(counted: date, due: date, *, before: bool = False) -> tuple[Text, ...]:
    """Tell that the last day moved off a rest day, if it did."""
    if counted == due:
        return ()
    return ((_ROLLED_BACK if before else _ROLLED).put(counted=day_text(counted), due=day_text(due)),)


def provisional(year: int, calendar: Calendar) -> Text:
    """Tell that a year's holiday notice is not here."""
    return (_ANNOUNCED if year > max(calendar.years, default=0) else _NOT_HELD).put(year=year)


@lru_cache(_KEPT)
def due_line(due: date) -> Text:
    """Tell the last day."""
    return _DUE.put(day=day_text(due))


def due_moment(due: datetime) -> Text:
    """Tell the last moment."""
    return _DUE_MOMENT.put(moment=moment_text(due))


_SPANS = {
    Unit.WORKING_DAYS: ("个工作日", "working day", "working days"),
    Unit.CALENDAR_DAYS: ("天", "day", "days"),
    Unit.MONTHS: ("个月", "month", "months"),
    Unit.YEARS: ("年", "year", "years"),
    Unit.HOURS: ("小时", "hour", "hours"),
}
_LENGTH = {
    False: Text("期限 {span}，当天不算。", "{span}; the day itself is not counted."),
    True: Text("期限 {span}，白天晚上、周末都算。", "{span}, nights and weekends included."),
}
_BEFORE = {
    False: Text("往前数 {span}，当天不算。", "{span} back; the day itself is not counted."),
}
_SKIPPED = Text(
    "中间 {count} 天是周末或节假日，不计算。",
    "{count} days between are weekend or holiday and are left out.",
)
_ROLLED = Text(
    "{counted}是休息日，顺延到{due}。", "{counted} is a rest day, so the last day moves to {due}."
)
_ROLLED_BACK = Text(
    "{counted}是休息日，提前到{due}。", "{counted} is a rest day, so the last day moves up to {due}."
)
_ANNOUNCED = Text(
    "{year}年的放假安排还没有公布，这个日期是暂定的。",
    "The holidays of {year} are not announced yet, so this day is provisional.",
)
_NOT_HELD = Text(
    "本站没有{year}年的放假安排，这个日期是暂定的。",
    "This station does not hold the holidays of {year}, so this day is provisional.",
)
_DUE = Text("最后一天是{day}。", "The last day is {day}.")
_DUE_MOMENT = Text("到{moment}为止。", "It ends at {moment}.")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
