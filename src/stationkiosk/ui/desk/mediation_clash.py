"""Where a day's sessions get in each other's way: a room given twice, a mediator in two rooms at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from stationkiosk.casework.mediating.shown import Booked
from stationkiosk.domain import booking


@dataclass(frozen=True, slots=True)
class Clash:
    """Two bookings at one time; ``room`` tells whether it is the room, else it is the mediator."""

    first: Booked
    second: Booked
    room: bool

    @property
    def since(self) -> datetime:
        """When both have begun."""
        return max(self.first.starts_at, self.second.starts_at)

    @property
    def until(self) -> datetime:
        """When the first of them ends."""
        return min(ends(self.first), ends(self.second))


def ends(booked: Booked) -> datetime:
    """Return when a booking is over."""
    return booked.starts_at + timedelta(minutes=booked.minutes)


def clash(one: Booked, other: Booked) -> Clash | None:
    """Return how two bookings clash, None where they do not."""
    found = booking.clash(_booking(one), (_booking(other),))
    return Clash(one, other, found[0] == "room_taken") if found else None


def clashes(day: Iterable[Booked]) -> tuple[Clash, ...]:
    """Return every clash of a day, in its order."""
    known = sorted(day, key=lambda one: (one.starts_at, one.room))
    return tuple(
        found for n, one in enumerate(known) for other in known[n + 1 :] if (found := clash(one, other))
    )


def lanes(held: Sequence[Booked]) -> list[tuple[int, int]]:
    """Return for each booking of one room its lane and how many there are, so that none hides another."""
    placed: list[int] = []
    for n, one in enumerate(held):
        taken = {placed[m] for m in range(n) if _meets(one, held[m])}
        placed.append(next(lane for lane in range(n + 1) if lane not in taken))
    count = [
        1 + max(placed[m] for m in range(len(held)) if m == n or _meets(one, held[m]))
        for n, one in enumerate(held)
    ]
    return list(zip(placed, count, strict=True))


def _booking(one: Booked) -> booking.Booking:
    return booking.Booking(one.room, one.mediator, one.starts_at, one.minutes)


def _meets(one: Booked, other: Booked) -> bool:
    return one.starts_at < ends(other) and other.starts_at < ends(one)
