"""Opens the watched kiosk; the first window files as far as the other side, says its code, and stays.

python -m tests.endtoend.watched DATA PICTURE

The second window, opened by the watch, takes a picture of its home page, goes on with the code
that comes on the input, says what it found, and staff leave it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from stationkiosk import watch
from stationkiosk.opening import WindowOptions, run_kiosk
from stationkiosk.settings import load
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk import running
from stationkiosk.ui.kiosk.sample import begin_an_application, form_page
from stationkiosk.ui.kiosk.window import KioskWindow

HANG_SECONDS = 3
SIZE = (1080, 1920)


def first(drive: Drive) -> None:
    """File as far as the other side and stay."""
    begin_an_application(drive)
    wait_for(lambda: drive.find("draftLine") and drive.window.executor.idle, "the draft to be kept")
    print("code", os.getpid(), drive.window.filing.code, flush=True)


def second(drive: Drive, picture: Path) -> None:
    """Go on with the code, then leave."""
    drive.picture(picture)
    restarted = drive.await_("restarted").property("text")
    code = sys.stdin.readline().strip()
    drive.tap("resume")
    drive.on("resume")
    drive.type("code", code)
    drive.tap("next")
    form_page(drive, "respondent")
    print("restarted", restarted, flush=True)
    drive.window.wipe()
    settle()
    print("gone", drive.find("restarted") is None, flush=True)
    drive.window.exitAsked.emit(watch.LEFT)


def main(folder: Path, picture: Path) -> None:
    settings = load(folder)

    def window(start: watch.Start) -> int:
        class Driven(KioskWindow):
            def show(self) -> None:
                super().show()
                QTimer.singleShot(0, self._drive)

            def _drive(self) -> None:
                wait_for(lambda: self.kiosk.started, "the station's face", 30)
                drive = Drive(self)
                second(drive, picture) if start.restarted else first(drive)

        running.KioskWindow = Driven  # type: ignore[misc]
        options = WindowOptions(windowed=True, size=SIZE, start=start)
        return run_kiosk(settings, lambda: settings, options)

    sys.exit(watch.keep_open(window, HANG_SECONDS))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
