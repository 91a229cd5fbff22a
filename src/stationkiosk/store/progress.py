"""How far long work has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Hears of what is done out of a total, in any unit."""

WHOLE = 100


def silent(done: int, total: int) -> None:
    """Report progress to nobody."""
    del done, total


def share(progress: Progress, first: int, last: int) -> Progress:
    """Return the progress of a stage that is the part from ``first`` to ``last`` of a hundred."""

    def part(done: int, total: int) -> None:
        progress(first + (last - first) * min(done, total) // max(total, 1), WHOLE)

    return part
