"""Runs whole sessions one after another in one process and prints what the process holds on to.

A session files a dispute by touch, takes the paper, and ends with the wipe. Printed are, after the
50th session and after the last, resident memory in MB, open file handles and threads.

    python -m tests.benchmarks.sessions DATA SESSIONS
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
from pathlib import Path

from stationkiosk.app import load_reference, open_counter
from stationkiosk.devices.clock import SystemClock
from stationkiosk.opening import WindowOptions, kiosk_options
from stationkiosk.settings import load
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.common.view import application
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from stationkiosk.ui.kiosk.window import KioskWindow

EARLY = 50


class Swift(Drive):
    """Hands that do not wait for things to rest: what they press is asked to act."""

    def tap(self, name: str) -> None:
        """Press an item by its own action."""
        wait_for(lambda: self.await_(name).isEnabled(), f"{name} to be enabled")
        self.await_(name).metaObject().invokeMethod(self.await_(name), "act")
        settle()


def held() -> dict[str, float]:
    """Return what the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return {
        "memory": pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000,
        "handles": len(list(Path("/proc/self/fd").iterdir())),
        "threads": len(list(Path("/proc/self/task").iterdir())),
        "python threads": threading.active_count(),
    }


def main(data: Path, sessions: int) -> None:
    """Run the sessions and print ``[early, late]``."""
    settings = load(data)
    reference = load_reference(settings)
    options = kiosk_options(settings, WindowOptions(windowed=True, size=(1080, 1920), portrait=True))
    application(options.resources)
    window = KioskWindow(lambda: open_counter(settings, reference), reference, SystemClock(), options)
    hands = Swift(window)
    window.show()
    wait_for(lambda: window.kiosk.started, "the station to open", 30)
    wait_for(lambda: window.ready, "all that is made ahead", 60)
    found = []
    for n in range(1, sessions + 1):
        file_a_dispute(hands)
        to_the_receipt(hands)
        window.wipe()
        hands.on("home")
        if n in (min(EARLY, sessions), sessions):
            found.append(held())
        if n % EARLY == 0:
            print(n, held(), file=sys.stderr, flush=True)
    print(json.dumps([found[0], found[-1]]))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
