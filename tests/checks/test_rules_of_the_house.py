"""The rules of the house that a reader would otherwise have to check by eye."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "stationkiosk"
LONGEST_FILE = 500
TOP_LEVEL = {".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "packaging", "pyproject.toml"} | {
    "resources",
    "src",
    "tests",
}
PURE_ROOMS = ("domain", "journeys")
IMPURE = {"PySide6", "sqlalchemy", "sqlcipher3", "sqlite3", "reportlab", "logging", "structlog"} | {
    *("time", "random", "secrets", "os", "io", "socket", "subprocess", "threading"),
    *("pathlib", "tempfile", "shutil"),
}
UNWRITTEN = {"__pycache__", "out", "build", "dist"}
HIDDEN_AND_OURS = {".ci", ".gitignore"}
GIT = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT)]
CLOCK_CALLS = {"now", "utcnow", "today"}
TASK_MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE_PATHS = re.compile(r"(?<![\w/.])/(work|root|home)/\w")


def made(path: Path) -> bool:
    """Tell whether a file was made by a program and is no part of the repository."""
    parts = set(path.relative_to(ROOT).parts)
    return bool(UNWRITTEN & parts) or any(p.startswith(".") for p in parts - HIDDEN_AND_OURS)


def tracked() -> list[Path]:
    """Return the files of the repository, or of the tree where there is no git."""
    try:
        listed = subprocess.run([*GIT, "ls-files", "-z"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return [p for p in ROOT.rglob("*") if p.is_file() and not made(p)]
    names = listed.stdout.decode("utf-8").split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def written() -> list[Path]:
    """Return the files that people write: code, words and scripts."""
    kinds = {".py", ".qml", ".toml", ".md", ".sh", ".mako"}
    scripts = {"packaging", ".ci"}
    return [p for p in tracked() if p.suffix in kinds or (p.parent.name in scripts and not p.suffix)]


def modules(*rooms: str) -> list[Path]:
    """Return the Python files of the given rooms."""
    return sorted(p for room in rooms for p in (SOURCE / room).rglob("*.py"))


def named(path: Path) -> str:
    """Return a file's name as a reader would say it."""
    return str(path.relative_to(ROOT))


def test_no_file_of_code_is_longer_than_five_hundred_lines() -> None:
    long = {
        named(p): lines
        for p in tracked()
        if p.suffix in {".py", ".qml"} and (lines := len(p.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_the_top_level_stays_as_drawn() -> None:
    assert {p.relative_to(ROOT).parts[0] for p in tracked()} <= TOP_LEVEL


@pytest.mark.parametrize("path", modules(*PURE_ROOMS), ids=named)
def test_the_law_imports_nothing_of_the_world(path: Path) -> None:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    assert not found & IMPURE


@pytest.mark.parametrize("path", modules(*PURE_ROOMS), ids=named)
def test_the_law_never_looks_at_a_clock_or_a_file(path: Path) -> None:
    calls = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id in {"datetime", "date"}:
                calls.append(node.lineno)
        elif isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}:
            calls.append(node.lineno)
    assert not calls


def test_nothing_is_left_for_later() -> None:
    this = Path(__file__).resolve()
    marks = [
        f"{named(p)}:{number}"
        for p in written()
        if p != this
        for number, line in enumerate(p.read_text("utf-8").splitlines(), 1)
        if TASK_MARKS.search(line)
    ]
    assert not marks


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    this = Path(__file__).resolve()
    paths = [
        f"{named(p)}:{number}"
        for p in written()
        if p != this
        for number, line in enumerate(p.read_text("utf-8").splitlines(), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert not paths


def test_every_part_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pins = {
        re.sub(r"[-_.]+", "-", line.split("==")[0]).lower()
        for line in (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", r)[0]).lower() for r in wanted}
    assert names <= pins


LANDED_ALREADY = {
    "84a5f5944a02c88d2c583fc9225c3488a49a6f8c",
    "fbbdbe97c70932b8b11c9fc8ee6c59877561bfc1",
    "af360ba04e287248af396cade856d72d6dbdb543",
    "13b4471c8935d812ff6a3ef8a46595161e9330ec",
    "1cc1e7b4f3be126ab68cd5ff6003cab53ac694d9",
}
"""Commits whose first line is too long or says nothing; what others build on is not rewritten."""


def test_commit_messages_speak_of_the_product() -> None:
    try:
        log = subprocess.run(
            [*GIT, "log", "-100", "--format=%H%n%s%n%b%x00"], capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git history here")
    for message in filter(None, (m.strip() for m in log.stdout.decode("utf-8").split("\0"))):
        commit, first, *_rest = message.splitlines()
        if commit not in LANDED_ALREADY:
            assert len(first) <= 170, first
            assert not re.match(r"(?i)(wip\d*|fixup!|squash!|tmp)\b", first), first
        assert not MACHINE_PATHS.search(message), first
