"""What the queue asks of the desk; the desk itself and its stand-in in tests both answer it."""

from __future__ import annotations

from typing import Protocol

from stationkiosk.casework.desk.views import Counts, ListPage, SavedFilter, Wanted


class ListDesk(Protocol):
    """One signed-in person's way to the lists. Every method may wait and is called on the worker."""

    def counts(self) -> Counts:
        """Return how many lines each shelf holds."""

    def page(self, wanted: Wanted, after: str = "") -> ListPage:
        """Return a page of a list; ``after`` comes from the page before."""

    def filters(self) -> tuple[SavedFilter, ...]:
        """Return the lists this person kept."""

    def save_filter(self, name: str, wanted: Wanted) -> None:
        """Keep a list under a name."""

    def drop_filter(self, name: str) -> None:
        """Keep a list no longer."""
