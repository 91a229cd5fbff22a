"""Last days: a period, its start and the calendar give a day, and the reckoning told in words.

CC 201-203, CPL 85: the day of the event is not counted; a last day on a statutory rest day
rolls to the first day after. A day in a year without a holiday notice is provisional.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.rules import Period, Unit
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day to do something, and why it is that day. Days are the station's own."""

    rule: str
    label: Text
    start: date
    due: date
    provisional: bool
    trace: tuple[Text, ...]


def reckon(period: Period, start: date, calendar: Calendar) -> Deadline:
    """Return the last day of a period that an event on ``start`` set going."""
    counted = _count(period, start, calendar)
    due = calendar.roll(counted) if period.roll else counted
    provisional = not calendar.known(due)
    trace = (
        period.start.put(day=day_text(start)),
        _length(period),
        period.article,
        *_skipped(period, start, counted, calendar),
        *_rolled(counted, due),
        *((_PROVISIONAL.put(year=due.year),) if provisional else ()),
        _DUE.put(day=day_text(due)),
    )
    return Deadline(period.id, period.label, start, due, provisional, trace)


def day_text(day: date) -> Text:
    """Return a day as each language writes it: ``2026年12月1日`` and ``1 December 2026``."""
    return Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def date_text(answer: str) -> Text:
    """Return an answer that is a date, or a month alone, as each language writes it."""
    if len(answer) == len("2026-11"):
        first = day_text(date.fromisoformat(f"{answer}-01"))
        return Text(first.zh.removesuffix("1日"), first.en.removeprefix("1 "))
    return day_text(date.fromisoformat(answer))


def _count(period: Period, start: date, calendar: Calendar) -> date:
    if period.unit is Unit.WORKING_DAYS:
        return calendar.add_working_days(start, period.value)
    return start + timedelta(days=period.value)


def _length(period: Period) -> Text:
    return _LENGTHS[period.unit].put(count=period.value)


def _skipped(period: Period, start: date, counted: date, calendar: Calendar) -> tuple[Text, ...]:
    if period.unit is not Unit.WORKING_DAYS:
        return ()
    count = len(calendar.rests_between(start, counted))
    return (_SKIPPED.put(count=count),) if count else ()


def _rolled(counted: date, due: date) -> tuple[Text, ...]:
    if counted == due:
        return ()
    return (_ROLLED.put(counted=day_text(counted), due=day_text(due)),)


_LENGTHS = {
    Unit.WORKING_DAYS: Text(
        "期限 {count} 个工作日，当天不算。", "{count} working days; the day itself is not counted."
    ),
    Unit.CALENDAR_DAYS: Text("期限 {count} 天，当天不算。", "{count} days; the day itself is not counted."),
}
_SKIPPED = Text(
    "中间 {count} 天是周末或节假日，不计算。",
    "{count} days between are weekend or holiday and are left out.",
)
_ROLLED = Text(
    "{counted}是休息日，顺延到{due}。", "{counted} is a rest day, so the last day moves to {due}."
)
_PROVISIONAL = Text(
    "{year}年的放假安排还没有公布，这个日期是暂定的。",
    "The holidays of {year} are not announced yet, so this day is provisional.",
)
_DUE = Text("最后一天是{day}。", "The last day is {day}.")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
