"""The commands of the station, one module a family; each brings in what it needs when it runs.

Exit codes: 0 done, 1 a fault of the world, 2 wrong usage, 3 not open, 4 changed meanwhile,
5 the records do not verify.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process."""
    from stationkiosk.cli.quick import window

    arguments = sys.argv[1:]
    code = window(arguments)
    if code is None:
        from stationkiosk.cli.commands import run

        code = run(arguments)
    sys.exit(code)
