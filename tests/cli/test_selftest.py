"""The self-test as typed at a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk import app
from stationkiosk.app import create_station, load_reference, open_counter
from stationkiosk.cli.commands import run
from stationkiosk.documents.pictures import images
from stationkiosk.domain.text import Language
from stationkiosk.ledger.keys import load_keys
from stationkiosk.settings import Settings, checked, write
from stationkiosk.store import tables
from stationkiosk.store.engine import Store
from tests.documents.reading import codes_of, text_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("station")
    found = {
        "station": {
            "code": "LJ07",
            "machine": "B",
            "name": {"zh": "样品站（虚构）", "en": "Sample (made up)"},
        },
        "kiosk": {"sound": False},
        "evidence": {"camera": "none"},
    }
    settings = checked(found, folder)
    write(settings)
    create_station(settings, "135790")
    return settings


@pytest.fixture
def data(made: Settings) -> Iterator[str]:
    made.printer.folder.mkdir(exist_ok=True)
    yield str(made.data)
    for file in made.printer.folder.glob("*.pdf"):
        file.unlink()


def test_a_sound_station_is_told_in_a_table_and_ends_with_0(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--language", "en", "selftest", "--data", data]) == 0
    said = capsys.readouterr().out
    lines = [line for line in said.splitlines() if not line.strip().startswith("→")]
    assert len(lines) > 20
    found = {line.index("Ready") for line in lines if line.endswith("  Ready")}
    assert len(found) == 1, "the columns stand under each other"
    assert "✓ Good" in said
    assert "! Check" in said
    assert run(["--language", "zh", "selftest", "--data", data]) == 0
    assert "✓ 正常" in capsys.readouterr().out


def test_trouble_ends_with_1_and_what_to_do_stands_below(
    made: Settings, data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made.keys_folder.chmod(0o755)
    try:
        assert run(["--language", "en", "selftest", "--data", data]) == 1
    finally:
        made.keys_folder.chmod(0o700)
    said = capsys.readouterr().out
    assert "✗ Trouble" in said
    assert "→ Let nobody in" in said


def test_json_tells_the_same_in_both_languages(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["selftest", "--json", "--data", data]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["device"], told["tone"]) == ("LJ07B", "warn")
    key = next(check for check in told["checks"] if check["part"] == "key")
    assert key["tone"] == "good"
    assert key["said"]["zh"]
    assert key["do"] is None


def test_the_report_goes_to_a_file_and_to_a_printer(
    made: Settings, data: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    asked = ["--language", "en", "selftest", "--data", data, "--pdf", str(file), "--print"]
    assert run(asked) == 0
    assert "Readiness report" in text_of(file.read_bytes())
    (printed,) = made.printer.folder.glob("*.pdf")
    assert "Readiness report" in text_of(printed.read_bytes())
    said = capsys.readouterr().out
    assert str(file) in said
    assert "The report is printed: Saved as a file" in said


def test_a_report_proves_later_that_nothing_was_cut_off(
    made: Settings, data: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    assert run(["selftest", "--data", data, "--pdf", str(file)]) == 0
    codes = [code for picture in images(file.read_bytes(), 200) for code in codes_of(picture)]
    line = next(code for code in codes if " " in code)
    verify = ["--language", "en", "verify", "--data", data, "--sheet"]
    assert run([*verify, line]) == 0
    assert "is in the records" in capsys.readouterr().out
    store = Store.open(made.store_file, load_keys(made.keys_folder).store)
    with store.read() as connection:
        assert connection.execute(select(tables.Checkpoint.root)).scalars().all()[-1] in line
        last = connection.execute(select(tables.Journal.action)).scalars().all()[-1]
    store.close()
    assert last == "self_test", "the sheet covers the self-test itself"
    assert run([*verify, line.replace(line.split()[4], "0" * 64)]) == 5
    assert "is not in the records" in capsys.readouterr().out
    for n, forged in enumerate(("XX99A", "99", "2020-01-01T00:00:00+00:00", "7", "0" * 64, "ab" * 8)):
        parts = line.split()
        assert run([*verify, " ".join([*parts[:n], forged, *parts[n + 1 :]])]) == 5, forged
    capsys.readouterr()
    assert run([*verify, "no such line"]) == 2
    said = capsys.readouterr()
    assert "Verifying" not in said.out + said.err
    assert "a line of six parts" in said.err


def test_it_works_beside_open_windows(made: Settings, data: str) -> None:
    counter = open_counter(made, load_reference(made))
    try:
        assert run(["selftest", "--data", data]) == 0
        assert counter.face().missing == ()
    finally:
        counter.close()


def test_a_printer_that_is_not_there_is_told(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "en", "selftest", "--data", data, "--printer", "nowhere"]) == 1
    assert "The printer is not there" in capsys.readouterr().err


def test_a_folder_that_takes_no_file_is_told(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["selftest", "--data", data, "--pdf", "/nowhere/report.pdf"]) == 1
    assert capsys.readouterr().err


def test_the_machine_tells_its_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    assert app.voices("mock") <= frozenset(Language)
    assert app.voices("no such engine") == frozenset()
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert app.voices() == frozenset()
