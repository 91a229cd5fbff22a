"""How many receipts a second, beside the fastest of the peers on the same page."""

from __future__ import annotations

from tests.benchmarks.figures import Figure
from tests.benchmarks.receipts import PEERS, ours, seconds

ROUNDS = 40
SLOW_ROUNDS = 3


def receipts_per_second() -> Figure:
    """Warm receipts a second. All peers are tried; the fastest is then taken in turns with ours."""
    tried = seconds(PEERS, SLOW_ROUNDS)
    fastest = min(tried, key=tried.__getitem__)
    taken = seconds({"ours": ours, fastest: PEERS[fastest]}, ROUNDS)
    others = ", ".join(f"{name} {1 / one:.1f}" for name, one in tried.items() if name != fastest)
    return Figure(
        "receipts_per_second",
        1 / taken["ours"],
        "/s",
        1 / taken[fastest],
        1.5,
        f"{fastest}, the fastest peer",
        more=True,
        remark=others,
    )
