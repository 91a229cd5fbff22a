"""A clock: a period set going, the days it stood still and how it was lengthened.

Nothing is overwritten: pauses and lengthenings are kept as they were entered and the last day
is reckoned anew from them each time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from stationkiosk.domain import trace
from stationkiosk.domain.counting import RUNNING, StandStill
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.events import Approver, PauseReason
from stationkiosk.domain.rules import Period, Unit
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that are not counted, first and last included; ``until`` None: it still lasts."""

    reason: PauseReason
    since: date
    until: date | None = None

    def told(self) -> Text:
        """Return the pause as a line of a trace."""
        since = day_text(self.since)
        if self.until is None:
            return _OPEN.put(reason=self.reason.text, since=since)
        return _CLOSED.put(reason=self.reason.text, since=since, until=day_text(self.until))


@dataclass(frozen=True, slots=True)
class Longer:
    """A lengthening as it was granted: by how much, by whom, why and on which day."""

    value: int
    unit: Unit
    approver: Approver
    reason: str
    granted: date

    def told(self, base: date, end: date) -> Text:
        """Return the lengthening as a line of a trace."""
        return _LONGER.put(
            day=day_text(self.granted),
            approver=self.approver.text,
            span=trace.span(self.value, self.unit),
            base=day_text(base),
            end=day_text(end),
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True)
class Clock:
    """A period running from the day of its event."""

    period: Period
    start: date
    pauses: tuple[Pause, ...] = ()
    lengthened: tuple[Longer, ...] = ()

    def open_on(self, today: date | None) -> bool:
        """Tell whether a pause still lasts on a day."""
        return any(p.until is None and (today is None or p.since <= today) for p in self.pauses)

    def stretches(self, today: date | None) -> tuple[tuple[Pause, date], ...]:
        """Return the pauses begun, each with its last day; an open one lasts until ``today``."""
        ends = ((p, p.until or today) for p in self.pauses)
        return tuple((p, until) for p, until in ends if until is not None and p.since <= until)

    def stand_still(self, today: date | None) -> StandStill:
        """Return the days it stands still. An open pause and no ``today``: ValueError."""
        if not self.pauses:
            return RUNNING
        if today is None and self.open_on(None):
            raise ValueError(self.period.id)
        return StandStill.of((p.since, until) for p, until in self.stretches(today))

    def pause(self, reason: PauseReason, since: date) -> Clock:
        """Return the clock stopped from a day on.

        Raises KnownError ``pause_not_provided`` where the rule knows no such pause, and
        ``pause_out_of_order`` before the start or while the same pause lasts.
        """
        if reason not in self.period.pauses:
            raise KnownError("pause_not_provided", **self.named(reason.text))
        if since < self.start or self._open(reason):
            raise KnownError("pause_out_of_order", **self.named(reason.text))
        return replace(self, pauses=(*self.pauses, Pause(reason, since)))

    def resume(self, reason: PauseReason, until: date) -> Clock:
        """Return the clock going again after a day, the last that was not counted.

        Raises KnownError ``pause_out_of_order`` where no such pause lasts or it began later.
        """
        found = self._open(reason)
        if found is None or until < found.since:
            raise KnownError("pause_out_of_order", **self.named(reason.text))
        ended = replace(found, until=until)
        return replace(self, pauses=tuple(ended if p is found else p for p in self.pauses))

    def named(self, other: Text | None = None) -> dict[str, str]:
        """Return the values a fault's words are filled with: the period, and what it does not allow."""
        label = self.period.label
        values = {"rule": self.period.id, "rule_zh": label.zh, "rule_en": label.en}
        return values if other is None else values | {"other_zh": other.zh, "other_en": other.en}

    def _open(self, reason: PauseReason) -> Pause | None:
        return next((p for p in self.pauses if p.reason is reason and p.until is None), None)


_OPEN = Text("{reason}：从{since}起停止计算。", "Not counted from {since}: {reason}.")
_CLOSED = Text("{reason}：{since}到{until}不计算。", "Not counted from {since} to {until}: {reason}.")
_LONGER = Text(
    "{day}经{approver}批准，延长 {span}，从{base}接着算到{end}。理由：{reason}",
    "Lengthened by {span} on {day} by {approver}; counted on from {base} to {end}. Reason: {reason}",
)
