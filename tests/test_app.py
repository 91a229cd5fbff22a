"""A station made, opened, filed at, backed up and brought back elsewhere, by the parts as they ship."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk.app import (
    create_station,
    load_reference,
    open_counter,
    open_station,
    restore_station,
)
from stationkiosk.casework.counter import Counter
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.sealing import OFFICER
from stationkiosk.ledger.keys import load_keys
from stationkiosk.settings import checked, load, write
from stationkiosk.store import tables
from stationkiosk.store.backup import backup
from stationkiosk.store.verification import verify
from tests.casework.world import HeldClock, application

FOUND = {
    "demo": True,
    "station": {"code": "LJ07", "name": {"zh": "样品站", "en": "Sample"}, "phone": "0000-12315"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "两江 站"


def test_a_station_comes_back_from_its_backup_with_cases_and_settings(tmp_path: Path, folder: Path) -> None:
    settings = checked(FOUND, folder)
    created = create_station(settings, "246810")
    write(settings)
    (folder / "printed").mkdir()
    station = open_station(settings)
    counter = open_counter(settings, load_reference(settings))
    first = counter.file(application(station), "press-1")
    backup(station.store, station.keys, tmp_path / "b.backup", datetime.now(UTC))
    station.close()
    counter.close()

    there = tmp_path / "new"
    back = restore_station(tmp_path / "b.backup", " ".join(created.sheet["groups"]).lower(), there)
    assert back.verification.ok
    new, old = (load_keys(place / "keys", desk=True) for place in (there, folder))
    assert (new.seal_private, new.officer_private) == (old.seal_private, old.officer_private)
    again = load(there)
    assert again.station == settings.station
    opened = open_station(again)
    counter = open_counter(again, load_reference(again))
    second = counter.file(application(opened), "press-2")
    counter.close()
    assert first.number.split("-")[2] == "00001"
    assert second.number.split("-")[2].startswith("1")
    assert verify(opened.store, opened.keys).ok
    opened.close()


@pytest.mark.parametrize(("desk", "kb"), [(False, 4_000), (True, 16_000)])
def test_a_kiosk_keeps_less_of_the_store_in_memory_than_a_desk(folder: Path, desk: bool, kb: int) -> None:
    settings = checked(FOUND, folder)
    create_station(settings, "246810")
    station = open_station(settings, desk=desk)
    with station.store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar() == -kb
    station.close()


def test_two_restores_on_one_day_give_no_number_twice(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = checked(FOUND, folder)
    created = create_station(settings, "246810")
    write(settings)
    station = open_station(settings)
    backup(station.store, station.keys, tmp_path / "b.backup", datetime.now(UTC))
    station.close()
    key, numbers, noon = " ".join(created.sheet["groups"]), [], datetime(2026, 11, 23, 4, tzinfo=UTC)
    for n in range(3):
        clock = HeldClock(noon + timedelta(minutes=n))
        monkeypatch.setattr("stationkiosk.app.SystemClock", lambda clock=clock: clock)
        restore_station(tmp_path / "b.backup", key, tmp_path / f"new{n}")
        opened = open_station(load(tmp_path / f"new{n}"))
        numbers += [Counter(opened).file(application(opened), f"press-{i}").number for i in range(3)]
        assert verify(opened.store, opened.keys).ok
        opened.close()
    assert len(set(numbers)) == 9


def test_a_wrong_recovery_key_opens_no_backup(tmp_path: Path, folder: Path) -> None:
    settings = checked(FOUND, folder)
    create_station(settings, "246810")
    other = create_station(checked(FOUND, tmp_path / "other"), "246810")
    station = open_station(settings)
    backup(station.store, station.keys, tmp_path / "b.backup", datetime.now(UTC))
    station.close()
    with pytest.raises(KnownError, match="wrong_recovery_key"):
        restore_station(tmp_path / "b.backup", " ".join(other.sheet["groups"]), tmp_path / "new")


def test_a_station_is_not_made_over_another(folder: Path) -> None:
    create_station(checked(FOUND, folder), "246810")
    with pytest.raises(KnownError, match="keys_exist"):
        create_station(checked(FOUND, folder), "246810")


def test_a_station_older_than_its_officers_key_gets_one_when_it_is_opened(folder: Path) -> None:
    settings = checked(FOUND, folder)
    create_station(settings, "246810")
    write(settings)
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
