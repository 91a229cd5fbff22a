"""A room and a mediator at a time: what clashes with what, and the hours in which a session may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.opening import Hours, opening

SHORTEST, LONGEST = 15, 480
"""Minutes that a session may be planned for."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A session as the calendar sees it: where, with whom, from when, for how many minutes."""

    room: str
    mediator: str
    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        """Return the moment at which it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


def clash(wanted: Booking, taken: Iterable[Booking]) -> tuple[str, Booking] | None:
    """Return what is taken at that time, ``room_taken`` or ``mediator_taken``, and by which booking."""
    for one in taken:
        if wanted.starts_at < one.ends_at and one.starts_at < wanted.ends_at:
            if one.room == wanted.room:
                return "room_taken", one
            if one.mediator == wanted.mediator:
                return "mediator_taken", one
    return None


def fits(wanted: Booking, hours: tuple[Hours, ...], calendar: Calendar) -> bool:
    """Tell whether the station is open from its start to its end; without hours it always is."""
    if not hours:
        return True
    begun = opening(hours, calendar, wanted.starts_at)
    return bool(begun and begun.open and begun.until and wanted.ends_at <= begun.until)
