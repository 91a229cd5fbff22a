"""A program outside, such as a screen reader, walks the kiosk by role, name and objectName."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "dbus-run-session")
LIMIT_SECONDS = 120
WAYS = ("file", "report", "complained", "track", "resume", "contrast", "large", "language", "callStaff")


def missing() -> str:
    """Say what this machine lacks to be walked from outside, "" if nothing."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking:
        return f"not installed: {', '.join(lacking)}"
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False)
    return "not installed: python3-gi or gir1.2-atspi-2.0" if done.returncode else ""


def test_a_program_outside_finds_every_way_in_and_presses_one(tmp_path: Path) -> None:
    if lack := missing():
        pytest.skip(lack)
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    surroundings = os.environ | {
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = ["dbus-run-session", "--", "sh", "tests/ui/outside/walk.sh", sys.executable, SYSTEM_PYTHON]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    by_id = {item["id"]: item for item in seen["home"]}
    for way in (
        "file",
        "report",
        "complained",
        "track",
        "resume",
        "contrast",
        "large",
        "language",
        "callStaff",
    ):
        assert by_id[way]["name"], way
        assert "button" in by_id[way]["role"], by_id[way]
        assert "press" in [name.lower() for name in by_id[way]["actions"]], way
    field = next(item for item in seen["track"] if item["id"] == "code")
    assert field["name"]
    assert field["role"] in ("text", "entry")
