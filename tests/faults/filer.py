"""Files applications one after another until it is killed, and says each number it was given.

    python -m tests.faults.filer FOLDER COUNT [one | batch | answer]

``batch`` files against several at once; ``answer`` answers the notices named in ``codes.txt``.

Each line on standard output is a filing that was acknowledged. The client key and the id
are on disk before the filing begins, so that the next run asks again with the same key, as
the kiosk does after a crash.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from stationkiosk.casework.views import Filed
from tests.casework.answers import exhibit, response
from tests.casework.world import World, application

SHOPS = 5
"""The other sides of a batch."""


def main(folder: Path, count: int, what: str = "one") -> None:
    world = World.reopen(folder)
    counter = world.counter()
    counter.start_up()
    keys = folder / "keys.txt"
    pending = keys.read_text().split() if keys.exists() else []
    for n in range(count):
        key = pending[n] if n < len(pending) else _new_key(keys)
        filed = DOES[what](world, n, key)
        print(key, filed.number, filed.receipt_code, flush=True)
        if what == "one":
            counter.print_receipt(filed.receipt)


def _one(world: World, _n: int, key: str) -> Filed:
    return world.counter().file(application(world.station, id=UUID(key)), key)


def _batch(world: World, _n: int, key: str) -> Filed:
    one = application(world.station, id=UUID(key))
    shops = tuple(replace(one.parties[-1], name=f"样品第{n}分店（虚构）") for n in range(SHOPS))
    return world.counter().file(replace(one, parties=(*one.parties[:-1], *shops)), key)


def _answer(world: World, n: int, key: str) -> Filed:
    codes = (world.folder / "codes.txt").read_text().split()
    brought = exhibit(world.station, UUID(key), b"a made-up invoice")
    said = replace(response(world, b""), id=UUID(key), exhibits=(brought,))
    return world.counter().respond(codes[n % len(codes)], said, key)


DOES = {"one": _one, "batch": _batch, "answer": _answer}


def _new_key(keys: Path) -> str:
    key = uuid4().hex
    with keys.open("a") as file:
        file.write(key + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
