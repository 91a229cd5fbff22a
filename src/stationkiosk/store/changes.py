"""Telling others what changed in the store: one port, so that PostgreSQL can stand in later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Change:
    """Something was committed: ``topic`` is ``case``, ``station``, ``stage`` or ``all``.

    ``case_id`` is the case if it was one; ``stage`` tells of a public screen, and no chain grew.
    """

    topic: str
    case_id: UUID | None = None


class ChangeFeed(Protocol):
    """Where changes are told and heard."""

    def publish(self, change: Change) -> None:
        """Tell every listener. Never waits and never raises."""

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call ``callback`` for each change, on a thread of the feed's own; returns the way to stop."""

    def enter(self, name: str) -> None:
        """Let others know that a window of this name is open, for as long as this process lives."""

    def present(self, name: str) -> bool:
        """Tell whether a window of this name is open, in whatever process."""

    def close(self) -> None:
        """Tell nobody any more."""


class _NoFeed:
    def publish(self, change: Change) -> None:
        """Tell nobody."""

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Never call."""
        del callback
        return lambda: None

    def enter(self, name: str) -> None:
        """Nobody would know."""

    def present(self, name: str) -> bool:
        """Nobody is known of."""
        del name
        return False

    def close(self) -> None:
        """Nothing is held."""


STAGED = Change("stage")
"""What a public screen does for a desk is new; it is in no chain, and no list shows it."""

NO_FEED: ChangeFeed = _NoFeed()
"""A feed for a process that is alone."""
