"""The real kiosk struck down in the middle of a filing: it comes back by itself, and so do the answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stationkiosk.settings import Settings
from stationkiosk.ui.kiosk.sample import ID_NUMBER

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP])
def test_a_window_struck_down_comes_back_and_its_draft_goes_on(
    settings: Settings, pictures: Path, blow: signal.Signals
) -> None:
    picture = pictures / f"restarted-{blow.name}.png"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.endtoend.watched", str(settings.data), str(picture)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    with process.stdin, process.stdout:
        _word, pid, code = next(line.split() for line in process.stdout if line.startswith("code "))
        os.kill(int(pid), blow)
        process.stdin.write(code + "\n")
        process.stdin.flush()
        told = dict(line.strip().split(" ", 1) for line in process.stdout)
    assert process.wait(60) == 0
    assert "重新启动" in told["restarted"]
    assert code not in told["restarted"]
    assert ID_NUMBER not in told["restarted"]
    assert told["gone"] == "True"
    assert picture.stat().st_size
    assert not Path(f"/proc/{pid}").exists()
