"""Files applications one after another until it is killed, and says each number it was given.

    python -m tests.faults.filer FOLDER COUNT

Each line on standard output is a filing that was acknowledged. The client key and the id
are on disk before the filing begins, so that the next run asks again with the same key, as
the kiosk does after a crash.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from uuid import UUID, uuid4

from tests.casework.world import World, application


def main(folder: Path, count: int) -> None:
    world = World.reopen(folder)
    counter = world.counter()
    counter.start_up()
    keys = folder / "keys.txt"
    pending = keys.read_text().split() if keys.exists() else []
    for n in range(count):
        key = pending[n] if n < len(pending) else _new_key(keys)
        filed = counter.file(application(world.station, id=UUID(key)), key)
        print(key, filed.number, filed.receipt_code, flush=True)
        counter.print_receipt(filed.receipt)


def _new_key(keys: Path) -> str:
    key = uuid4().hex
    with keys.open("a") as file:
        file.write(key + "\n")
        file.flush()
        os.fsync(file.fileno())
    return key


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
