"""Opens the real kiosk and files a made-up dispute for each line on the input.

python -m tests.endtoend.files DATA_FOLDER

Says ``open``; then ``filed``, the number and the moment (the system's monotonic clock) of each.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from stationkiosk.app import load_reference, open_counter
from stationkiosk.devices.clock import SystemClock
from stationkiosk.opening import WindowOptions, kiosk_options
from stationkiosk.settings import load
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute
from stationkiosk.ui.kiosk.window import KioskWindow


def main(folder: Path) -> None:
    settings = load(folder)
    reference = load_reference(settings)
    options = kiosk_options(settings, WindowOptions(windowed=True, size=(1080, 1920)))
    window = KioskWindow(lambda: open_counter(settings, reference), reference, SystemClock(), options)
    window.show()
    drive = Drive(window)
    wait_for(lambda: window.kiosk.started, "the station's face", 30)
    print("open", flush=True)
    for _line in sys.stdin:
        file_a_dispute(drive)
        drive.tap("next")
        drive.on("done")
        moment = time.monotonic()
        print("filed", drive.await_("caseNumber").property("text"), moment, flush=True)
        go_home(drive)


def go_home(drive: Drive) -> None:
    """Take the paper and go home."""
    wait_for(lambda: drive.window.pages.done.property("stage") == "ask", "paper settled")
    drive.window.wipe()
    drive.on("home")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
