"""The scripts of the first five minutes: plain shell, and no way around a folder with an odd name."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [ROOT / "packaging" / name for name in ("run", "test", "bench", "environment.sh")] + [
    ROOT / ".ci" / "run",
    ROOT / "packaging" / "session" / "kiosk-session",
]
GROUPS = {"run", "screen", "test", "bench", "voice"}


def sourced(commands: str, root: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run commands in a shell that has the environment's functions, for the checkout at ``root``."""
    script = f'set -eu; root=$1; . "{ROOT}/packaging/environment.sh"; {commands}'
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(root), **more}
    return subprocess.run(
        ["sh", "-c", script, "sh", str(root)], capture_output=True, text=True, env=environment, check=False
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing in it but what setting up reads, under an odd name."""
    root = tmp_path / "纠纷 站"
    (root / "packaging").mkdir(parents=True)
    for name in ("pyproject.toml", "packaging/constraints.txt", "packaging/debian-packages"):
        shutil.copy(ROOT / name, root / name)
    return root


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_is_sound_shell(script: Path) -> None:
    subprocess.run(["sh", "-n", str(script)], check=True)


def test_system_packages_are_listed_by_group() -> None:
    lines = [
        line
        for line in (ROOT / "packaging" / "debian-packages").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert all(re.fullmatch(r"(\w+) [a-z0-9.+|-]+", line) for line in lines)
    assert {line.split()[0] for line in lines} == GROUPS


def test_a_python_that_is_too_old_or_missing_is_refused_with_a_way_forward(checkout: Path) -> None:
    told = sourced("find_python", checkout, PYTHON="/nowhere/python3")
    assert told.returncode == 1
    assert "is not a Python of 3.11 or later" in told.stderr


def test_an_environment_is_ready_only_with_the_stamp_of_every_group(checkout: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    python = checkout / ".venv" / "bin" / "python"
    python.symlink_to(shutil.which("true") or "/bin/true")
    (checkout / ".venv" / ".ready-run").write_text("same\n", "utf-8")
    assert sourced("want=same; ready run screen", checkout).returncode == 0
    assert sourced("want=same; ready run test", checkout).returncode != 0
    assert sourced("want=other; ready run", checkout).returncode != 0


def test_the_stamp_changes_with_the_pins(checkout: Path) -> None:
    before = sourced("find_python; wanted", checkout, PYTHON=sys.executable).stdout
    with (checkout / "packaging" / "constraints.txt").open("a", encoding="utf-8") as pins:
        pins.write("# changed\n")
    after = sourced("find_python; wanted", checkout, PYTHON=sys.executable).stdout
    assert before
    assert after
    assert before != after


def test_the_locale_is_made_one_that_can_name_every_file(checkout: Path) -> None:
    assert sourced('printf %s "$LC_ALL"', checkout, LANG="C").stdout == "C.UTF-8"
    kept = sourced('printf %s "${LC_ALL:-kept}"', checkout, LANG="zh_CN.UTF-8")
    assert kept.stdout == "kept"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_the_service_is_as_systemd_wants_it(tmp_path: Path) -> None:
    """What it starts is not installed here, so ``true`` stands in; any word of systemd is a failure."""
    unit = (ROOT / "packaging" / "systemd" / "stationkiosk.service").read_text("utf-8")
    (tmp_path / "stationkiosk.service").write_text(
        re.sub(r"^ExecStart=.*$", f"ExecStart={shutil.which('true')}", unit, flags=re.MULTILINE), "utf-8"
    )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "stationkiosk.service")],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "SYSTEMD_LOG_LEVEL": "notice"},
    )
    assert (done.stdout + done.stderr).strip() == ""
    assert done.returncode == 0


def test_the_service_lets_the_window_hang_no_longer_than_systemd_waits() -> None:
    from stationkiosk.settings import KioskSettings
    from stationkiosk.watch import LONGEST_WAIT, START_SECONDS

    unit = (ROOT / "packaging" / "systemd" / "stationkiosk.service").read_text("utf-8")
    told = {key: int(value) for key, value in re.findall(r"^(\w+Sec)=(\d+)$", unit, re.MULTILINE)}
    assert told["WatchdogSec"] > max(LONGEST_WAIT, START_SECONDS, KioskSettings().hang_seconds)
    assert told["TimeoutStartSec"] > START_SECONDS


def test_the_session_gives_the_kiosk_its_data_and_a_home_in_memory() -> None:
    session = (ROOT / "packaging" / "session" / "kiosk-session").read_text("utf-8")
    assert "exec cage -d -- /usr/bin/stationkiosk kiosk\n" in session
    assert 'HOME="$XDG_RUNTIME_DIR/' in session
    assert " -s" not in session.split("exec cage")[1]
