"""Last days: a period, its start and the calendar give a day, and the reckoning told in words.

CC 201-203, CPL 85: the day of the event is not counted; a last day on a statutory rest day
rolls to the first day after. A day in a year without a holiday notice is provisional. Days on
which the clock stood still are left out; what lengthens a period is counted on from where it
ended by count, not from the day it rolled to nor from the day it was lengthened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from stationkiosk.domain import trace
from stationkiosk.domain.calendar import STATION_TIME, Calendar, station_day
from stationkiosk.domain.clocks import Clock
from stationkiosk.domain.counting import ONE_DAY, StandStill, count, count_back, roll, roll_back
from stationkiosk.domain.rules import Period, Unit
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text

__all__ = ["Deadline", "closing", "day_text", "kept", "last_moment", "reckon", "reckon_from", "run"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day to do something, and why it is that day. Days are the station's own.

    ``at`` is the last moment where a period counts hours. ``still`` tells that the clock
    stands still, so that ``due`` is the earliest the last day can be.
    """

    rule: str
    label: Text
    start: date
    due: date
    provisional: bool
    trace: tuple[Text, ...]
    at: datetime | None = None
    still: bool = False


def reckon(period: Period, start: date, calendar: Calendar) -> Deadline:
    """Return the last day of a period that an event on ``start`` set going."""
    return run(Clock(period, start), calendar)


def reckon_from(period: Period, moment: datetime, calendar: Calendar) -> Deadline:
    """Return the last day, or for hours the last moment, of a period an event at a moment set going."""
    start = station_day(moment)
    if period.unit is not Unit.HOURS:
        return reckon(period, start, calendar)
    end = (_next_hour(moment) if period.next_hour else moment) + timedelta(hours=period.value)
    told = (
        period.start.put(day=trace.moment_text(moment)),
        trace.length(period.value, period.unit),
        period.article,
        *((_NEXT_HOUR,) if period.next_hour else ()),
        trace.due_moment(end),
    )
    return Deadline(period.id, period.label, start, station_day(end), provisional=False, trace=told, at=end)


def run(clock: Clock, calendar: Calendar, today: date | None = None) -> Deadline:
    """Return the last day of a clock with its pauses and lengthenings.

    A pause still open lasts until ``today``, which must then be given. A period in hours or
    an open pause without ``today`` is our own mistake: ValueError.
    """
    period = clock.period
    if period.before:
        return _run_back(period, clock.start, calendar)
    still = clock.stand_still(today)
    ends = _ends(clock, calendar, still)
    counted = ends[-1]
    due = roll(counted, calendar, still) if period.roll else counted
    year = _unknown_year(clock, counted, due, calendar)
    told = (
        period.start.put(day=day_text(clock.start)),
        trace.length(period.value, period.unit),
        period.article,
        *_rest_days(clock, ends, still),
        *_stood_still(clock, due, still, today),
        *_lengthened(clock, ends),
        *trace.rolled(counted, due),
        *((trace.provisional(year, calendar),) if year else ()),
        trace.due_line(due),
    )
    return Deadline(
        period.id, period.label, clock.start, due, year is not None, told, still=clock.open_on(today)
    )


def last_moment(deadline: Deadline, closes: time | None = None) -> datetime:
    """Return when the last day ends: at 24:00, or when business closes where there are hours (CC 203)."""
    if deadline.at:
        return deadline.at
    if closes:
        return datetime.combine(deadline.due, closes, STATION_TIME)
    return datetime.combine(deadline.due + ONE_DAY, time(), STATION_TIME)


def closing(deadline: Deadline, closes: time | None = None) -> Text:
    """Tell until what hour of the last day something is in time, and that posting has until midnight."""
    if deadline.at:
        return trace.due_moment(deadline.at)
    if closes is None:
        return _MIDNIGHT.put(day=day_text(deadline.due))
    return _CLOSES.put(day=day_text(deadline.due), hour=f"{closes:%H:%M}")


def kept(deadline: Deadline, done: datetime, closes: time | None = None, *, posted: bool = False) -> bool:
    """Tell whether something done at a moment was in time; what is posted has until 24:00 (CPL 85)."""
    return done <= last_moment(deadline, None if posted else closes)


def _run_back(period: Period, event: date, calendar: Calendar) -> Deadline:
    counted = count_back(event, period.value, period.unit, calendar)
    due = roll_back(counted, calendar) if period.roll else counted
    known = calendar.known(due) and calendar.known(event)
    told = (
        period.start.put(day=day_text(event)),
        trace.length(period.value, period.unit, before=True),
        period.article,
        *trace.rolled(counted, due, before=True),
        *(() if known else (trace.provisional(event.year, calendar),)),
        trace.due_line(due),
    )
    return Deadline(period.id, period.label, event, due, not known, told)


def _ends(clock: Clock, calendar: Calendar, still: StandStill) -> list[date]:
    """Return the day the period ends by count, then that of each lengthening."""
    ends = [count(clock.start, clock.period.value, clock.period.unit, calendar, still)]
    for longer in clock.lengthened:
        ends.append(count(ends[-1], longer.value, longer.unit, calendar, still))
    return ends


def _unknown_year(clock: Clock, counted: date, due: date, calendar: Calendar) -> int | None:
    """Return the first year that mattered to the reckoning and has no notice here."""
    by_working_days = Unit.WORKING_DAYS in (clock.period.unit, *(x.unit for x in clock.lengthened))
    if not by_working_days and not clock.period.roll:
        return None
    first = clock.start + ONE_DAY if by_working_days else counted
    if first.year == due.year and calendar.known(due):
        return None
    return next((year for year in range(first.year, due.year + 1) if year not in calendar.years), None)


def _rest_days(clock: Clock, ends: list[date], still: StandStill) -> tuple[Text, ...]:
    """Tell how many rest days the steps counted in working days passed over."""
    steps = ((clock.period.value, clock.period.unit), *((x.value, x.unit) for x in clock.lengthened))
    passed = 0
    for (value, unit), base, end in zip(steps, (clock.start, *ends), ends, strict=False):
        if unit is Unit.WORKING_DAYS:
            passed += (end - base).days - still.days(base, end) - value
    return trace.skipped(passed)


def _stood_still(clock: Clock, due: date, still: StandStill, today: date | None) -> tuple[Text, ...]:
    """Tell each pause that took days, what they come to, and whether the clock still stands."""
    lines = [p.told() for p, until in clock.stretches(today) if p.since <= due and until > clock.start]
    if not lines:
        return ()
    total = _STOOD.put(count=still.days(clock.start, due))
    return (*lines, total, *((_STANDS,) if clock.open_on(today) else ()))


def _lengthened(clock: Clock, ends: list[date]) -> tuple[Text, ...]:
    steps = zip(clock.lengthened, ends, ends[1:], strict=False)
    return tuple(longer.told(base, end) for longer, base, end in steps)


def _next_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


_STOOD = Text("这些日子一共 {count} 天，不计算。", "Together {count} days are left out.")
_STANDS = Text(
    "期限现在停着，最后一天还会往后移。", "The clock stands still now; the last day will move on."
)
_MIDNIGHT = Text("{day} 24 点之前都算按时。", "In time until midnight of {day}.")
_CLOSES = Text(
    "送到窗口的，{day} {hour} 下班前算按时；邮寄的，当天寄出就算。",
    "At the counter until {hour} on {day}; by post, if sent that day.",
)
_NEXT_HOUR = Text("从下一个整点起算。", "Counted from the next full hour.")
