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
    ROOT / ".ci" / "run"
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
