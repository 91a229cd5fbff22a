"""What the world must supply: passed in, so that a test can hold each one."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The time of day and a time that only moves forward."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start; never goes back."""


class Random(Protocol):
    """The source of chance."""

    def bytes(self, count: int) -> bytes:
        """Return ``count`` unpredictable bytes."""
