"""What one process writes shows in another within a second, with nobody asking."""

from __future__ import annotations

import subprocess
import sys
import time

from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import wait_for
from tests.endtoend.conftest import Open


def command(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "stationkiosk", *words, "--data", str(settings.data)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_notice_put_up_by_a_command_shows_on_the_open_kiosk(open_kiosk: Open, settings: Settings) -> None:
    drive = open_kiosk()
    done = command(
        settings, "notice", "--zh", "今天 16:00 关门（样品）", "--en", "We close at 16:00 (sample)"
    )
    assert done.returncode == 0, done.stderr
    begun = time.monotonic()
    wait_for(lambda: "16:00" in str(drive.window.kiosk.property("notice")), "the notice", 1.0)
    assert time.monotonic() - begun < 1.0
