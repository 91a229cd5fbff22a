"""Reads a card, then counts in its own memory what is told to it backwards.

python -m tests.devices.remembers DEVICE HEX…
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.random import SystemRandom
from stationkiosk.devices.readers.sam import SamReader
from stationkiosk.devices.readers.serial_line import SerialLine

STEP = 1 << 20


def count(backwards: list[bytes]) -> list[int]:
    """Return how often each word stands in this process's memory."""
    found = [0] * len(backwards)
    overlap = max(map(len, backwards))
    places = [line.split() for line in Path("/proc/self/maps").read_text().splitlines()]
    with Path("/proc/self/mem").open("rb", 0) as memory:
        for span, rights, *more in places:
            if not rights.startswith("rw") or (more and more[-1] in ("[vvar]", "[vsyscall]")):
                continue
            begin, end = (int(edge, 16) for edge in span.split("-"))
            for at in range(begin, end, STEP):
                memory.seek(at)
                turned = memory.read(min(STEP + overlap, end - at))[::-1]
                found = [n + turned.count(word) for n, word in zip(found, backwards, strict=True)]
    return found


def main(device: str, *words: str) -> None:
    """Read, count, tell."""
    reader = SamReader(lambda: SerialLine(Path(device), 115200), SystemClock(), SystemRandom())
    card = None
    while card is None:
        card = reader.read()
        time.sleep(0.01)
    print(*count([bytes.fromhex(word) for word in words]))
    assert card.name


if __name__ == "__main__":
    main(*sys.argv[1:])
