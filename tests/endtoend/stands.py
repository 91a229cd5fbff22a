"""Opens the real kiosk as a public screen, tells each page that comes up, and does what it is told.

python -m tests.endtoend.stands DATA_FOLDER

Says ``open``; then ``page`` and its name, ``sum`` and the first amount shown, each as it changes.
Takes ``sign``, ``read`` (as far as strokes on the pad, unsent), ``file`` (somebody begins to file)
and ``home`` (they leave).
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from stationkiosk.app import load_reference, open_counter
from stationkiosk.devices.clock import SystemClock
from stationkiosk.opening import WindowOptions, kiosk_options
from stationkiosk.settings import load
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.window import KioskWindow


def read(drive: Drive) -> None:
    """Read to the last page and sign on the pad, unsent."""
    drive.on("agreement")
    stage = drive.window.session.stage
    while drive.page == "agreement":
        wait_for(lambda: stage.picture.endswith(f"-{stage.page}"), "the page")
        drive.tap("next")
    drive.sign()


def sign(drive: Drive) -> None:
    """Read, sign and hand back."""
    read(drive)
    drive.tap("next")


ACTS: dict[str, Callable[[Drive], None]] = {
    "read": read,
    "sign": sign,
    "file": lambda drive: drive.tap("file"),
    "home": lambda drive: drive.window.wipe(),
}


def main(folder: Path) -> None:
    settings = load(folder)
    reference = load_reference(settings)
    options = kiosk_options(settings, WindowOptions(windowed=True, size=(1080, 1920)))
    window = KioskWindow(lambda: open_counter(settings, reference), reference, SystemClock(), options)
    window.show()
    drive, asked = Drive(window), queue.Queue[str]()
    wait_for(lambda: window.kiosk.started and window.executor.idle, "the station's face", 30)
    threading.Thread(target=lambda: [asked.put(line.strip()) for line in sys.stdin], daemon=True).start()
    print("open", flush=True)
    told = {"page": "home", "sum": ""}
    while True:
        settle()
        lines = window.session.stage.property("lines")
        now = {"page": drive.page, "sum": lines[0]["value"] if lines else ""}
        for name, value in now.items():
            if value != told[name]:
                print(name, value, flush=True)
        told = now
        try:
            ACTS[asked.get(timeout=0.02)](drive)
        except queue.Empty:
            continue


if __name__ == "__main__":
    main(Path(sys.argv[1]))
