"""Filing beside its floors: the last tap to a receipt in hand, and memory over a thousand filings."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stationkiosk.app import create_station, open_station
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.station import Station
from stationkiosk.settings import checked
from tests.benchmarks.figures import Figure, interleaved, median
from tests.benchmarks.receipts import bare_page
from tests.benchmarks.sample import sample_data
from tests.casework.world import application

ROUNDS = 60
ROWS_BYTES = 12_000
"""What one filing writes to the store, rounded down."""

SITE = {"station": {"code": "LJ07", "name": {"zh": "样品站（虚构）", "en": "Sample station (made up)"}}}


@contextmanager
def station() -> Iterator[Station]:
    """A station of its own, with every part real, in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        settings = checked(SITE, Path(folder))
        create_station(settings, "246810")
        settings.printer.folder.mkdir()
        opened = open_station(settings)
        try:
            yield opened
        finally:
            opened.close()


def tap_to_receipt() -> Figure:
    """From the last tap to the commit that lasts and the receipt's PDF."""
    with station() as opened, tempfile.TemporaryFile() as log:
        counter = Counter(opened)
        waiting = [application(opened) for _ in range(ROUNDS + 3)]
        data = sample_data()
        row = os.urandom(ROWS_BYTES)

        def ours() -> None:
            one = waiting.pop()
            counter.file(one, str(one.id))

        def floor() -> None:
            log.write(row)
            log.flush()
            os.fdatasync(log.fileno())
            bare_page(data)

        mine, bare = interleaved((ours, floor), ROUNDS)
    return Figure(
        "tap_to_receipt",
        median(mine),
        "ms",
        median(bare),
        2.0,
        "one fdatasync commit and a bare reportlab page",
    )


def memory_growth_1000() -> Figure:
    """Resident memory after 1,000 filings, against after 10."""
    command = [sys.executable, "-m", "tests.benchmarks.filing"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    early, late = (float(word) for word in done.stdout.split())
    return Figure("memory_growth_1000", late, "MB", early, 1.05, "the same process after 10 filings")


def _grow() -> None:
    with station() as opened:
        counter = Counter(opened)
        for n in range(1, 1001):
            one = application(opened)
            filed = counter.file(one, str(one.id))
            counter.print_receipt(filed.receipt)
            counter.close_session()
            if n in (10, 1000):
                print(_resident_mb(), flush=True)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


if __name__ == "__main__":
    _grow()
