"""The world held still: a clock and a random source for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
"""Noon in the station on 22 November 2026."""


@dataclass
class HeldClock:
    moment: datetime = NOON
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.seconds


@dataclass
class CountingRandom:
    """Bytes that only look like chance: 0, 1, 2, … from a start."""

    at: int = 0

    def bytes(self, count: int) -> bytes:
        drawn = bytes((self.at + n) % 256 for n in range(count))
        self.at += count
        return drawn
