"""What a benchmark gives: one figure, measured beside its floor in the same run."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` and ``floor`` in ``unit``; ``ratio`` is value by floor, held against ``aim``.

    ``floor_is`` tells what the floor does. A figure whose ``more`` is true is better when larger.
    ``most`` is what the value itself may be, whatever its floor.
    """

    name: str
    value: float
    unit: str
    floor: float
    aim: float
    floor_is: str
    more: bool = False
    remark: str = ""
    most: float = math.inf

    @property
    def ratio(self) -> float:
        """Return how the value stands to its floor."""
        return self.value / self.floor

    @property
    def reached(self) -> bool:
        """Tell whether the aim is reached."""
        if self.value > self.most:
            return False
        return self.ratio >= self.aim if self.more else self.ratio <= self.aim

    def as_json(self) -> dict[str, object]:
        """Return the figure as the JSON file holds it."""
        return {
            "value": round(self.value, 4),
            "unit": self.unit,
            "floor": round(self.floor, 4),
            "ratio": round(self.ratio, 4),
        }


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds one piece of work takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def interleaved(works: Sequence[Callable[[], object]], rounds: int, warm: int = 3) -> list[list[float]]:
    """Time several works in turn, round by round, so that a busy machine is busy for all of them."""
    for work in works:
        for _ in range(warm):
            work()
    taken: list[list[float]] = [[] for _ in works]
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for times, work in zip(taken, works, strict=True):
            times.append(timed(work))
    gc.unfreeze()
    return taken


def median(times: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(times)


def percentile(times: Sequence[float], part: float) -> float:
    """Return the value below which ``part`` (0 to 1) of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _aim(figure: Figure) -> str:
    told = f"{'≥' if figure.more else '≤'} {figure.aim:g}"
    return told if figure.most == math.inf else f"{told}, ≤ {figure.most:g} {figure.unit}"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for people."""
    head = ("figure", "ours", "floor", "ratio", "aim", "", "against")
    rows = [head] + [
        (
            figure.name,
            f"{figure.value:.4g} {figure.unit}",
            f"{figure.floor:.4g} {figure.unit}",
            f"{figure.ratio:.2f}",
            _aim(figure),
            "ok" if figure.reached else "MISSED",
            figure.floor_is + (f" ({figure.remark})" if figure.remark else ""),
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
