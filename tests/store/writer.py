"""A process that files made-up cases and says each number once it is committed.

``python writer.py DATABASE PREFIX COUNT``: with a count of 0 it goes on until it is killed.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from uuid import uuid4

from stationkiosk.store.engine import Store
from tests.store.conftest import KEY, put_case


def main() -> None:
    """Write, and say what was written."""
    store = Store.open(Path(sys.argv[1]), KEY)
    prefix, count = sys.argv[2], int(sys.argv[3])
    for n in range(count) if count else itertools.count():
        number = f"{prefix}-{n}"
        with store.write() as unit:
            put_case(unit, number, case_id=uuid4())
        print(number, flush=True)
    store.close()


if __name__ == "__main__":
    main()
