"""How near a last day is, as a word: overdue, today, soon, later."""

from __future__ import annotations

from datetime import date, timedelta

from stationkiosk.casework.desk.views import Urgency

SOON = timedelta(days=3)
"""How long before its last day something is soon, in days of the calendar."""


def urgency_of(due: date | None, today: date) -> Urgency:
    """Return how near the last day of what runs is; none runs where ``due`` is None."""
    if due is None:
        return Urgency.NONE
    if due < today:
        return Urgency.OVERDUE
    if due == today:
        return Urgency.TODAY
    return Urgency.SOON if due <= today + SOON else Urgency.LATER
