"""The commands as a person meets them: help, exit codes and faults in plain words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from stationkiosk import __version__
from stationkiosk.cli.commands import run
from stationkiosk.cli.speech import Speech, language_of
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language

COMMANDS = (
    "init",
    "settings",
    "notice",
    "kiosk",
    "demo",
    "verify",
    "backup",
    "restore",
    "rules",
    "why",
)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"Example: stationkiosk {command}" in " ".join(capsys.readouterr().out.split())


def test_help_comes_without_loading_windows_or_the_store() -> None:
    script = "import sys, stationkiosk.cli.commands as c; c.run(['init', '-h']); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not any(
        f"'{name}'" in done.stdout
        for name in ("PySide6", "sqlalchemy", "reportlab", "stationkiosk.settings")
    )


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"stationkiosk {__version__}"


@pytest.mark.parametrize(
    "words", [["fly"], ["settings", "--loud"], ["notice", "--zh", "只有中文"], ["kiosk", "--size", "big"]]
)
def test_wrong_usage_ends_with_2(words: list[str], tmp_path: Path) -> None:
    assert run([*words, "--data", str(tmp_path)] if words != ["fly"] else words) == 2


@pytest.mark.parametrize("command", ["kiosk", "verify", "backup"])
def test_no_station_is_told_in_plain_words_and_ends_with_1(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--language", "en", command, "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "There is no station here" in said
    assert "stationkiosk init" in said
    assert "Traceback" not in said


def test_a_fault_in_the_settings_names_the_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "station.toml").write_text(
        '[station]\ncode = "no"\nname = {zh = "样", en = "s"}\n', "utf-8"
    )
    assert run(["--language", "zh", "settings", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "station.code" in said
    assert "四个大写字母或数字" in said


def test_settings_are_listed_with_meaning_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--language", "en", "settings", "--data", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "kiosk.idle_seconds" in said
    assert "无人操作" in said
    assert "Home after this long untouched" in said


def test_init_without_a_terminal_says_which_option_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert run(["--language", "en", "init", "--data", str(tmp_path / "new")]) == 2
    assert "--code" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", Language.ZH),
        ("C.UTF-8", Language.EN),
        ("de_DE.UTF-8", Language.EN),
        ("", Language.EN),
    ],
)
def test_the_terminal_s_locale_chooses_the_language(locale: str, language: Language) -> None:
    assert language_of({"LANG": locale}) is language


def test_progress_is_told_in_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Speech().progress("verifying") as step:
        for done in range(101):
            step(done, 100)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert lines[-1].endswith("100 %")


def test_a_fault_without_words_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        Speech().tell(KnownError("never_heard_of"))
