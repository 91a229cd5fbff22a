"""The kiosk's quick start means what the full command line means, or leaves it alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from stationkiosk import watch
from stationkiosk.cli import commands, quick
from stationkiosk.look import Look
from stationkiosk.opening import WindowOptions
from stationkiosk.settings import Settings, checked, write

LEAST = {"station": {"code": "LJ07", "name": {"zh": "样品站", "en": "Sample"}}}
Opened = list[tuple[Path, int, WindowOptions]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    """What the window would have been opened with; nothing is opened."""
    found: Opened = []

    def run_kiosk(look: Look, settings: Callable[[], Settings], options: WindowOptions) -> int:
        full: Settings = settings()
        found.append((full.data, look.kiosk.idle_seconds, options))
        return 0

    instead = ModuleType("stationkiosk.opening")
    instead.__dict__.update(WindowOptions=WindowOptions, run_kiosk=run_kiosk)
    monkeypatch.setitem(__import__("sys").modules, "stationkiosk.opening", instead)
    monkeypatch.setattr(watch, "keep_open", lambda window, *_: window(watch.Start()))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("STATIONKIOSK_DATA", raising=False)
    write(checked(LEAST, tmp_path))
    return found


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--windowed"],
        ["--portrait", "--windowed"],
        ["--size", "1080x1920"],
        ["--windowed", "--size", "800×1280", "--portrait"],
    ],
)
def test_both_ways_open_the_same_window(words: list[str], opened: Opened, tmp_path: Path) -> None:
    arguments = ["kiosk", *words, "--data", str(tmp_path)]
    assert quick.window(arguments) == 0
    assert commands.run(arguments) == 0
    assert opened[0] == opened[1]


@pytest.mark.parametrize(
    "words",
    [["--help"], ["--size", "big"], ["--size"], ["--loud"], ["--data"], ["extra"], ["--windowed=yes"]],
)
def test_what_is_not_plain_is_left_to_the_full_command_line(
    words: list[str], opened: Opened, tmp_path: Path
) -> None:
    assert quick.window(["kiosk", "--data", str(tmp_path), *words]) is None
    assert not opened


def test_other_commands_and_missing_stations_are_left_alone(opened: Opened, tmp_path: Path) -> None:
    assert quick.window(["verify", "--data", str(tmp_path)]) is None
    assert quick.window([]) is None
    assert quick.window(["kiosk"]) is None
    assert quick.window(["kiosk", "--data", str(tmp_path / "nowhere")]) is None
    assert not opened


def test_the_data_folder_may_come_from_the_environment(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATIONKIOSK_DATA", str(tmp_path))
    assert quick.window(["kiosk", "--windowed"]) == 0
    assert opened[0][0] == tmp_path
