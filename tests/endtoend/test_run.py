"""``stationkiosk run``: kiosk and desk in one go, each watched, both ended together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stationkiosk.app import open_station
from stationkiosk.casework.presence import DESK, KIOSK
from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import wait_for

ROOT = Path(__file__).parents[2]


def processes_under(pid: int) -> dict[int, str]:
    """Return the processes started by one, and by those: their ids and state."""
    found: dict[int, str] = {}
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split():
        found[int(child)] = Path(f"/proc/{child}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0]
        found |= processes_under(int(child))
    return found


def windows_of(pid: int) -> tuple[int, ...]:
    """Return the windows that are watched: of each watch the process it opened."""
    watches = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    opened = [Path(f"/proc/{watch}/task/{watch}/children").read_text("utf-8").split() for watch in watches]
    return tuple(int(window) for windows in opened for window in windows)


@pytest.mark.usefixtures("qapp")
def test_run_opens_both_and_one_struck_down_comes_back_while_the_other_stays(settings: Settings) -> None:
    station = open_station(settings)
    both = subprocess.Popen(
        [sys.executable, "-m", "stationkiosk", "run", "--data", str(settings.data)],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(lambda: station.feed.present(KIOSK) and station.feed.present(DESK), "both windows", 60)
        before = windows_of(both.pid)
        assert len(before) == 2
        wait_for(lambda: not any(state == "R" for state in processes_under(both.pid).values()), "rest", 60)
        os.kill(before[1], signal.SIGKILL)
        wait_for(lambda: not station.feed.present(DESK), "the desk to be gone")
        assert station.feed.present(KIOSK)
        wait_for(lambda: station.feed.present(DESK), "the desk to come back", 60)
        after = windows_of(both.pid)
        assert after[0] == before[0]
        assert after[1] != before[1]
        os.killpg(both.pid, signal.SIGINT)
        assert both.wait(60) == 0
        assert not station.feed.present(KIOSK)
        assert not station.feed.present(DESK)
    finally:
        both.kill()
        station.close()
