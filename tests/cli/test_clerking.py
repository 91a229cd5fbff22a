"""A clerk at the command line: accept a case, ask the other side, and the code on the paper opens it."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.papers import papers_of
from stationkiosk.cli.commands import run
from stationkiosk.domain.application import Consent
from stationkiosk.domain.sealing import OFFICER
from stationkiosk.ledger.keys import load_keys
from stationkiosk.settings import load
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.members import enrol
from tests.casework.world import application
from tests.cli.test_making import init


def clerk(folder: Path, *words: str) -> int:
    return run(["--language", "en", *words, "--clerk", "clerk-1", "--data", str(folder)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "站"
    assert init(place) == 0
    station = open_station(load(place))
    enrol(station)
    station.close()
    return place


def filed(folder: Path, **changes: object) -> str:
    station = open_station(load(folder))
    number = Counter(station).file(replace(application(station), **changes), "press-1").number
    station.close()
    return number


def test_a_case_is_accepted_and_the_other_side_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = filed(folder)
    assert clerk(folder, "accept", number) == 0
    assert clerk(folder, "inquire", number.lower(), "--print") == 0
    said = capsys.readouterr().out
    assert f"Accepted: {number} (by clerk-1)" in said
    (pdf,) = (folder / "notices").glob("*.pdf")
    assert str(pdf) in said
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
    assert len(list((folder / "printed").glob("*.pdf"))) == 1
    station = open_station(load(folder))
    with station.store.read() as connection:
        case_id = connection.execute(select(tables.Case.id)).scalar_one()
        actors = set(connection.execute(select(tables.Journal.actor)).scalars())
    assert "clerk-1" in actors
    notice = next(p for p in papers_of(station, case_id) if p.kind == "inquiry_notice")
    assert Counter(station).open_notice(notice.data["notice_code"]).number == number
    station.close()


def test_asked_again_the_same_notice_comes_out(folder: Path, tmp_path: Path) -> None:
    number = filed(folder)
    assert clerk(folder, "accept", number) == 0
    for out in ("one", "two"):
        assert clerk(folder, "inquire", number, "--paper", "en", "--out", str(tmp_path / out)) == 0
    first, second = (next((tmp_path / out).glob("*.pdf")) for out in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("changes", "number", "accepts", "told"),
    [
        ({}, "LJ07B-20261123-00001-0", False, "There is no such case"),
        ({"routes": ("report",)}, "", False, "This case has no mediation"),
        ({}, "", False, "not open"),
        (
            {"consents": (Consent("tell_other_side", False),)},
            "",
            True,
            "The other side may not be asked yet",
        ),
    ],
)
def test_what_cannot_be_done_is_told_and_ends_with_3(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, object],
    number: str,
    accepts: bool,
    told: str,
) -> None:
    known = filed(folder, **changes)
    if accepts:
        assert clerk(folder, "accept", known) == 0
    assert clerk(folder, "inquire", number or known) == 3
    assert told in capsys.readouterr().err
    assert not (folder / "notices").exists()


def test_a_station_older_than_its_officers_key_gets_one_when_it_is_opened(folder: Path) -> None:
    settings = load(folder)
    for name in ("officer.key", "officer.pub"):
        (folder / "keys" / name).unlink()
    station = open_station(settings)
    with station.store.write() as unit:
        unit.connection.exec_driver_sql("DELETE FROM settings WHERE name = 'officer_box'")
    station.close()
    for _ in range(2):
        station = open_station(settings)
        assert station.keys.public_of(OFFICER)
        with station.store.read() as connection:
            names = list(connection.execute(select(tables.Setting.name)).scalars())
        assert names.count("officer_box") == 1
        station.close()
    assert load_keys(folder / "keys", desk=True).officer_private


def test_a_whole_station_verifies_after_it_was_asked(folder: Path) -> None:
    number = filed(folder)
    assert clerk(folder, "accept", number) == 0
    assert clerk(folder, "inquire", number) == 0
    station = open_station(load(folder))
    found = verify(station.store, station.keys)
    assert found.ok, found.findings
    station.close()
