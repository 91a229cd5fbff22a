"""Begins an application in the real window, says its code, and stays until it is killed.

python -m tests.endtoend.begins DATA_FOLDER
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
from stationkiosk.ui.kiosk.sample import begin_an_application
from stationkiosk.ui.kiosk.window import KioskWindow


def main(folder: Path) -> None:
    settings = load(folder)
    reference = load_reference(settings)
    options = kiosk_options(settings, WindowOptions(windowed=True, size=(1080, 1920)))
    window = KioskWindow(lambda: open_counter(settings, reference), reference, SystemClock(), options)
    window.show()
    drive = Drive(window)
    wait_for(lambda: window.kiosk.started, "the station's face", 30)
    card = settings.reader.folder / "card.json"

    def seen(page: str) -> None:
        if page == "who_filled" and card.exists():
            wait_for(lambda: window.filing.walking.cards.card, "the card to be read")

    begin_an_application(drive, seen)
    wait_for(lambda: drive.find("draftLine") and window.executor.idle, "the draft to be kept")
    print("code", window.filing.code, flush=True)
    time.sleep(600)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
