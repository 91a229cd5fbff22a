"""The windows beside their floors: start to the first frame, and how long the window's thread is held."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
FRAME_FILINGS = 8
FRAME_AIM_MS = 16.7
SESSIONS = 500


def start_to_first_frame() -> Figure:
    """From the start of the process to the first frame of the kiosk."""
    return _start("start_to_first_frame", "kiosk")


def desk_to_first_frame() -> Figure:
    """From the start of the process to the first frame of the desk."""
    return _start("desk_to_first_frame", "desk")


def _start(name: str, which: str) -> Figure:
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        data = Path(folder) / "station"
        settings = checked(SITE, data)
        create_station(settings, "246810")
        write(settings)
        environment = _environment(Path(folder))
        ours = [sys.executable, "-m", "tests.benchmarks.first_frame", str(data), which]
        bare = [sys.executable, "-m", "tests.benchmarks.bare_window"]
        for command in (ours, bare):
            _until_first_frame(command, environment)
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            times[0].append(_until_first_frame(ours, environment))
            times[1].append(_until_first_frame(bare, environment))
    return Figure(
        name,
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


def frame_p95_ms() -> Figure:
    """What a change of page takes of the window's thread, from the press to the first frame, at p95."""
    with surroundings() as environment:
        command = [sys.executable, "-m", "tests.benchmarks.frames", str(FRAME_FILINGS)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    changes: list[tuple[str, float]] = json.loads(done.stdout.splitlines()[-1])
    taken = [spent for _page, spent in changes]
    page, worst = max(changes, key=lambda change: change[1])
    return Figure(
        "frame_p95_ms",
        percentile(taken, 0.95),
        "ms",
        FRAME_AIM_MS,
        1.0,
        "the aim itself: 60 frames a second",
        remark=f"median {median(taken):.1f}, worst {worst:.1f} to {page}, {len(taken)} changes",
    )


def sessions_500() -> Figure:
    """What a process holds after 500 sessions, against after 50; the worst of memory, handles, threads."""
    with surroundings() as environment, tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        data = Path(folder) / "station"
        demo_station(data, Language.ZH)
        command = [sys.executable, "-m", "tests.benchmarks.sessions", str(data), str(SESSIONS)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    early, late = json.loads(done.stdout.splitlines()[-1])
    name = max(late, key=lambda name: late[name] / early[name])
    told = ", ".join(f"{name} {early[name]:.0f} → {late[name]:.0f}" for name in late)
    return Figure(
        "sessions_500",
        late[name],
        name,
        early[name],
        1.05,
        "the same process after 50 sessions",
        remark=told,
    )


@contextmanager
def surroundings() -> Iterator[dict[str, str]]:
    """Give the environment of a window drawn nowhere, with an empty home that goes away."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as home:
        yield _environment(Path(home))


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
