"""The station's clock, and the watch that notices when it was set back."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from stationkiosk.domain.errors import KnownError

#: How far the wall clock may fall behind the last time seen before it counts as set back.
#: A time server's corrections stay well under this; every period the law counts is far over it.
TOLERANCE = timedelta(minutes=2)


class SystemClock:
    """The machine's own clock (``domain.ports.Clock``)."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds since boot, time asleep counted in, so that idle times survive a suspend."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)


@dataclass(frozen=True, slots=True)
class ClockWatch:
    """Holds the latest time ever seen and refuses a clock that stands behind it.

    ``last_seen`` is aware, or None at a new station; whoever owns a store remembers it there
    (the journal's latest entry serves). ``tolerance`` is how far back still passes.
    """

    last_seen: datetime | None = None
    tolerance: timedelta = TOLERANCE

    def see(self, now: datetime) -> ClockWatch:
        """Return the watch after ``now`` was seen; the remembered time never moves back.

        Raises ``KnownError("clock_back", seen=…, now=…)`` with both times in ISO 8601.
        """
        if now.tzinfo is None:
            raise ValueError("the clock must give an aware time")
        if self.last_seen is None or now >= self.last_seen:
            return replace(self, last_seen=now)
        if self.last_seen - now <= self.tolerance:
            return self
        raise KnownError("clock_back", seen=_said(self.last_seen), now=_said(now))


def _said(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
