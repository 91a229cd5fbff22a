"""Making a station: whole, private, or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stationkiosk.app import open_station
from stationkiosk.casework.notices import shown_notice
from stationkiosk.cli.commands import run
from stationkiosk.domain.text import Text
from stationkiosk.settings import load

NAMES = ["--code", "LJ07", "--machine", "B", "--name-zh", "样品站", "--name-en", "Sample station"]


def init(folder: Path, *more: str, pin: str = "135790") -> int:
    """Make a station without being asked anything."""
    return run(["--language", "en", "init", "--data", str(folder), *NAMES, "--pin", pin, *more])


def test_a_station_is_made_with_settings_keys_store_and_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "新 站"
    assert init(folder) == 0
    settings = load(folder)
    assert (settings.station.code, settings.station.machine) == ("LJ07", "B")
    assert settings.store_file.exists()
    said = capsys.readouterr().out
    assert "recovery-key.pdf" in said
    assert "Print it now" in said
    station = open_station(settings)
    assert station.device == "LJ07B"
    station.close()


def test_the_recovery_key_is_on_the_sheet_and_nowhere_else(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert init(tmp_path / "one", "--sheet", str(sheet)) == 0
    assert sheet.stat().st_mode & 0o077 == 0
    text = subprocess.run(
        ["pdftotext", "-layout", str(sheet), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "no effect" not in text
    groups = [word for word in text.split() if len(word) == 5 and word.isalnum() and word.upper() == word]
    assert len(groups) >= 13
    for path in (tmp_path / "one").rglob("*"):
        if path.is_file():
            assert groups[0].encode() not in path.read_bytes()


@pytest.mark.parametrize("pin", ["12", "abcdef"])
def test_a_bad_pin_leaves_nothing_behind(
    tmp_path: Path, pin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(tmp_path / "one", pin=pin) == 1
    assert "PIN" in capsys.readouterr().err
    assert not (tmp_path / "one").exists()


def test_a_wrong_code_leaves_nothing_behind(tmp_path: Path) -> None:
    words = ["init", "--data", str(tmp_path / "one"), "--code", "liji", *NAMES[2:], "--pin", "135790"]
    assert run(words) == 1
    assert not (tmp_path / "one").exists()


def test_a_folder_in_use_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert init(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert "in use" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert init(tmp_path / "file" / "below") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_demonstration_has_evidence_to_file_and_says_it_is_made_up(tmp_path: Path) -> None:
    assert run(["init", "--demo", "--data", str(tmp_path / "demo")]) == 0
    settings = load(tmp_path / "demo")
    assert settings.demo
    assert "虚构" in settings.station.name.zh
    assert {path.suffix for path in settings.evidence.folders[0].iterdir()} == {".jpg", ".pdf"}


def test_a_notice_is_put_up_and_taken_down(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    assert init(folder) == 0
    assert (
        run(["notice", "--data", str(folder), "--zh", "今天 16:00 关门", "--en", "We close at 16:00"]) == 0
    )
    station = open_station(load(folder))
    assert shown_notice(station) == Text("今天 16:00 关门", "We close at 16:00")
    assert run(["notice", "--data", str(folder), "--clear"]) == 0
    assert shown_notice(station) is None
    station.close()


def test_a_kiosk_without_a_display_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "one"
    assert init(folder) == 0
    assert run(["--language", "en", "kiosk", "--data", str(folder)]) == 1
    assert "There is no display" in capsys.readouterr().err
