"""Verify, backup and restore, as typed at a terminal."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from stationkiosk.app import create_station
from stationkiosk.cli.commands import run
from stationkiosk.settings import Settings, checked, load, write
from stationkiosk.store.engine import Store


@dataclass(frozen=True)
class Kept:
    """A station with one journal entry, and the recovery key on its sheet."""

    settings: Settings
    recovery_key: str

    @property
    def data(self) -> str:
        return str(self.settings.data)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    found = {"station": {"code": "LJ07", "machine": "B", "name": {"zh": "样品站", "en": "Sample station"}}}
    settings = checked(found, tmp_path / "站 one")
    write(settings)
    created = create_station(settings, "135790")
    return Kept(settings, " ".join(created.sheet["groups"]))


def test_a_whole_store_verifies(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "en", "verify", "--data", kept.data]) == 0
    assert "The records are whole: 0 cases" in capsys.readouterr().out


def test_a_changed_row_is_found_and_ends_with_5(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    key = bytes.fromhex((kept.settings.keys_folder / "store.key").read_text("ascii"))
    store = Store.open(kept.settings.store_file, key)
    with store.write() as unit:
        unit.connection.exec_driver_sql("UPDATE station SET name_en = 'Another'")
    store.close()
    assert run(["--language", "en", "verify", "--data", kept.data]) == 5
    said = capsys.readouterr().out
    assert "do not verify" in said
    assert "differs from what the journal says" in said


def test_a_list_that_differs_is_told_with_the_command_that_makes_it_anew(
    kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    key = bytes.fromhex((kept.settings.keys_folder / "store.key").read_text("ascii"))
    store = Store.open(kept.settings.store_file, key)
    with store.write() as unit:
        unit.connection.exec_driver_sql("INSERT INTO queue_counts VALUES ('tracks', 'mediation', 3)")
    store.close()
    assert run(["--language", "en", "verify", "--data", kept.data]) == 5
    assert "stationkiosk lists" in capsys.readouterr().out
    assert run(["--language", "en", "lists", "--data", kept.data]) == 0
    assert "made anew" in capsys.readouterr().out
    assert run(["--language", "en", "verify", "--data", kept.data]) == 0


def test_a_damaged_file_is_told_and_never_verified(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    kept.settings.store_file.write_bytes(b"not a database at all" * 400)
    assert run(["--language", "en", "verify", "--data", kept.data]) in {1, 5}
    assert "whole" not in capsys.readouterr().out


def test_a_backup_comes_back_whole_with_its_settings(
    kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "备 份" / "one.backup"
    assert run(["--language", "en", "backup", str(file), "--data", kept.data]) == 0
    shutil.rmtree(kept.settings.data)
    words = [
        "restore",
        str(file),
        "--data",
        str(tmp_path / "two"),
        "--recovery-key",
        kept.recovery_key.lower(),
    ]
    assert run(["--language", "en", *words]) == 0
    said = capsys.readouterr().out
    assert "is restored into" in said
    assert "The records are whole" in said
    back = load(tmp_path / "two")
    assert (back.station.code, back.station.machine) == ("LJ07", "B")
    assert back.station.name == kept.settings.station.name


def test_the_default_place_of_a_backup_is_in_the_data_folder(kept: Kept) -> None:
    assert run(["backup", "--data", kept.data]) == 0
    assert len(list(kept.settings.backups_folder.glob("LJ07B-*.backup"))) == 1


def test_a_slip_in_the_recovery_key_is_named_by_its_group(
    kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = kept.recovery_key.split()
    groups[3] = groups[3][:4] + ("A" if groups[3][4] != "A" else "B")
    words = ["restore", "nowhere", "--data", str(tmp_path / "two"), "--recovery-key", "-".join(groups)]
    assert run(["--language", "en", *words]) == 1
    assert "group 4" in capsys.readouterr().err


def test_a_backup_is_never_restored_over_a_station(
    kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.backup"
    assert run(["backup", str(file), "--data", kept.data]) == 0
    before = kept.settings.store_file.read_bytes()
    assert run(["restore", str(file), "--data", kept.data, "--recovery-key", kept.recovery_key]) == 1
    assert kept.settings.store_file.read_bytes() == before
    assert capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing.backup", "empty.backup"])
def test_no_backup_and_an_empty_one_are_told(name: str, tmp_path: Path, kept: Kept) -> None:
    (tmp_path / "empty.backup").touch()
    words = [
        "restore",
        str(tmp_path / name),
        "--data",
        str(tmp_path / "two"),
        "--recovery-key",
        kept.recovery_key,
    ]
    assert run(words) == 1
    assert not (tmp_path / "two" / "store").exists()


def test_a_backup_never_replaces_a_file(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_text("mine", "utf-8")
    assert run(["backup", str(file), "--data", kept.data]) == 1
    assert file.read_text("utf-8") == "mine"
