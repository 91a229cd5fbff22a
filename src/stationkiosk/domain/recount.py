"""Reckoning anew when a calendar, an event or a pause changes: the old result stays beside the new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.clocks import Clock
from stationkiosk.domain.deadlines import Deadline, reckon, run
from stationkiosk.domain.rules import Period
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


@dataclass(frozen=True, slots=True)
class Recount:
    """What a clock came to before and what it comes to now; ``told`` says what is different."""

    before: Deadline
    after: Deadline
    told: tuple[Text, ...]

    @property
    def changed(self) -> bool:
        """Tell whether anything is different."""
        return bool(self.told)


def recount(before: Deadline, clock: Clock, calendar: Calendar, today: date | None = None) -> Recount:
    """Reckon a clock anew and tell what changed against an earlier result."""
    after = run(clock, calendar, today)
    return Recount(before, after, tuple(_differences(before, after)))


def last_of(days: Mapping[str, date | None]) -> date | None:
    """Return when something takes effect that every party must have signed or received: the last day.

    None while a party is missing, or where there is none.
    """
    known = [day for day in days.values() if day is not None]
    return max(known) if known and len(known) == len(days) else None


def per_party(period: Period, served: Mapping[str, date], calendar: Calendar) -> dict[str, Deadline]:
    """Return each party's own last day, counted from the day the party was served."""
    return {party: reckon(period, day, calendar) for party, day in served.items()}


def _differences(before: Deadline, after: Deadline) -> list[Text]:
    lines = []
    if before.start != after.start:
        lines.append(_START.put(old=day_text(before.start), new=day_text(after.start)))
    if before.due != after.due:
        lines.append(_LAST.put(old=day_text(before.due), new=day_text(after.due)))
    if before.provisional and not after.provisional:
        lines.append(_FIRM)
    if after.provisional and not before.provisional:
        lines.append(_UNSURE)
    ends = {before.trace[-1], after.trace[-1], before.trace[0], after.trace[0]}
    lines += [_NEW.put(line=line) for line in after.trace if line not in (*before.trace, *ends)]
    lines += [_GONE.put(line=line) for line in before.trace if line not in (*after.trace, *ends)]
    return lines


_START = Text("起算日从{old}改为{new}。", "The first day moved from {old} to {new}.")
_LAST = Text("最后一天从{old}改为{new}。", "The last day moved from {old} to {new}.")
_FIRM = Text("这个日期不再是暂定的。", "The day is no longer provisional.")
_UNSURE = Text("这个日期变成暂定的了。", "The day has become provisional.")
_NEW = Text("新增：{line}", "New: {line}")
_GONE = Text("去掉：{line}", "No longer: {line}")
