"""The windows beside their floors: start to the first frame, and how long the window's thread is held."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stationkiosk.app import create_station
from stationkiosk.cli.making import demo_station
from stationkiosk.domain.text import Language
from stationkiosk.settings import checked, write
from tests.benchmarks.figures import Figure, median, percentile
from tests.benchmarks.filing import SITE

ROUNDS = 9
FILINGS = 5
HOLD_AIM_MS = 50.0


def start_to_first_frame() -> Figure:
    """From the start of the process to the first frame of the kiosk."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        data = Path(folder) / "station"
        settings = checked(SITE, data)
        create_station(settings, "246810")
        write(settings)
        environment = _environment(Path(folder))
        ours = [sys.executable, "-m", "tests.benchmarks.first_frame", str(data)]
        bare = [sys.executable, "-m", "tests.benchmarks.bare_window"]
        for command in (ours, bare):
            _until_first_frame(command, environment)
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            times[0].append(_until_first_frame(ours, environment))
            times[1].append(_until_first_frame(bare, environment))
    return Figure(
        "start_to_first_frame",
        median(times[0]),
        "ms",
        median(times[1]),
        1.3,
        "a bare Qt Quick window with the virtual keyboard",
    )


def ui_hold_p99_ms() -> Figure:
    """The longest hold of the window's thread after each touch of whole filings, at the 99th percentile."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        data = Path(folder) / "station"
        demo_station(data, Language.ZH)
        command = [sys.executable, "-m", "tests.benchmarks.holds", str(data), str(FILINGS)]
        done = subprocess.run(
            command,
            env=_environment(Path(folder)),
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(done.stderr)
    holds: list[tuple[str, float]] = json.loads(done.stdout.splitlines()[-1])
    taken = [hold for _name, hold in holds]
    worst = max(holds, key=lambda hold: hold[1])
    return Figure(
        "ui_hold_p99_ms",
        percentile(taken, 0.99),
        "ms",
        HOLD_AIM_MS,
        1.0,
        "the aim itself",
        remark=f"median {median(taken):.1f}, worst {worst[1]:.1f} after {worst[0]}, {len(taken)} touches",
    )


def _environment(home: Path) -> dict[str, str]:
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
    return kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QT_IM_MODULE": "qtvirtualkeyboard",
    }


def _until_first_frame(command: list[str], environment: dict[str, str]) -> float:
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith("first frame ")), None)
    if line is None:
        raise RuntimeError(f"no first frame:\n{done.stdout}\n{done.stderr}")
    return (float(line.split()[-1]) - begun) * 1000
