"""Lengthening a clock: only where the rule knows it, by whom it names, with a reason, before the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.clocks import Clock, Longer
from stationkiosk.domain.deadlines import run
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.events import Approver
from stationkiosk.domain.rules import Lengthening


def lengthen(
    clock: Clock, calendar: Calendar, *, approver: Approver, reason: str, granted: date, value: int = 0
) -> Clock:
    """Return the clock made longer by the rule's next lengthening.

    ``value`` counts only where the rule leaves it to the approver. Raises KnownError
    ``longer_not_provided``, ``longer_wrong_approver``, ``longer_no_reason``, ``longer_no_length``
    or ``longer_too_late``; the last day itself is still in time.
    """
    named = clock.named()
    allowed = _next(clock)
    if approver is not allowed.approver:
        raise KnownError("longer_wrong_approver", **clock.named(allowed.approver.text))
    if not reason.strip():
        raise KnownError("longer_no_reason", **named)
    length = value if allowed.value is None else allowed.value
    if length < 1:
        raise KnownError("longer_no_length", **named)
    due = run(clock, calendar, granted).due
    if granted > due:
        raise KnownError("longer_too_late", **named, due=due.isoformat())
    if granted < clock.start:
        raise KnownError("longer_too_early", **named, start=clock.start.isoformat())
    longer = Longer(length, allowed.unit, approver, reason.strip(), granted)
    return replace(clock, lengthened=(*clock.lengthened, longer))


def _next(clock: Clock) -> Lengthening:
    """Return the lengthening that comes next; what the parties may agree on they may agree on again."""
    used, provided = len(clock.lengthened), clock.period.lengthenings
    if used < len(provided):
        return provided[used]
    if provided and provided[-1].approver is Approver.PARTIES:
        return provided[-1]
    raise KnownError("longer_not_provided", **clock.named())
