from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import public_of
from stationkiosk.store import backup as backup_module
from stationkiosk.store import backup_file
from stationkiosk.store.backup import backup
from stationkiosk.store.backup_file import read_manifest
from stationkiosk.store.checkpoints import take
from stationkiosk.store.engine import Store
from stationkiosk.store.restore import restore
from stationkiosk.store.tables import Case, Journal, StationRow
from stationkiosk.store.verification import verify
from tests.store.conftest import NOON, STATION, put_case
from tests.store.test_verification import KEYS, full_case, tamper

RECOVERY = b"r" * 32


@pytest.fixture
def cases(store: Store) -> list[UUID]:
    with store.write() as unit:
        names = {"name_zh": "样例站", "name_en": "Sample"}
        unit.insert(StationRow, code="LJ07", machine="A", **names, created_at=NOON, block=0)
        unit.journal(None, STATION, "init", NOON)
    return [full_case(store, f"LJ07A-{n}") for n in range(1, 4)]


@pytest.fixture
def made(store: Store, cases: list[UUID], tmp_path: Path) -> Path:
    take(store, KEYS, NOON)
    return backup(store, KEYS, tmp_path / "备份" / "one.skb", NOON).path


def bring_back(made: Path, folder: Path, key: bytes = RECOVERY) -> tuple[Store, object]:
    restored = restore(made, key, folder, STATION, NOON)
    return Store.open(restored.path, load_keys(folder / "keys", environ={}).store), restored


def refused(made: Path, folder: Path, key: bytes = RECOVERY) -> str:
    with pytest.raises(KnownError) as told:
        restore(made, key, folder, STATION, NOON)
    assert not (folder / "store" / "station.db").exists()
    assert not (folder / "keys").exists()
    assert not (folder / ".restoring").exists()
    return told.value.key


def test_a_station_comes_back_whole_under_a_fresh_key(
    store: Store, cases: list[UUID], made: Path, tmp_path: Path
) -> None:
    told: list[int] = []
    folder = tmp_path / "new place"
    restored = restore(made, RECOVERY, folder, STATION, NOON, lambda done, _: told.append(done))
    assert restored.verification.ok
    assert restored.entries == restored.verification.entries == 13
    assert (restored.cases, restored.block, restored.made_at) == (3, 1, NOON)
    assert told == sorted(told)
    assert (told[-1], 20 in told, 40 in told) == (100, True, True)
    keys = load_keys(folder / "keys", environ={})
    assert keys == replace(KEYS, store=keys.store)
    assert keys.store != KEYS.store
    again = Store.open(restored.path, keys.store)
    with again.read() as connection, store.read() as original:
        for table in (Case, Journal):
            listed = select(table.__table__).order_by(*table.__table__.primary_key.columns)
            rows = connection.execute(listed).all()
            assert set(original.execute(listed).all()) <= set(rows)
        last = connection.execute(select(Journal.__table__).where(Journal.action == "restore")).one()
        assert connection.execute(select(StationRow.block)).scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert '"sound":true' in last.body
    assert verify(again, keys).ok
    with again.write() as unit:
        put_case(unit, "LJ07A-new")
    with pytest.raises(Exception, match="journal: never changed"), again.write() as unit:
        unit.connection.exec_driver_sql("UPDATE journal SET body = ''")
    again.close()


def test_a_backup_is_of_one_moment_while_others_write(
    store: Store, cases: list[UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "_STEPS", 20)
    told_of: list[int] = []

    def write_on(done: int, total: int) -> None:
        told_of.append(done)
        if len(told_of) == 3:
            with store.write() as unit:
                put_case(unit, "LJ07A-later")

    told = backup(store, KEYS, tmp_path / "b.skb", NOON, write_on)
    assert (told.cases, told.manifest.station) == (3, "LJ07")
    assert told_of[2] < 90
    assert told_of[-1] == 100
    assert told.size == (tmp_path / "b.skb").stat().st_size
    again, _ = bring_back(told.path, tmp_path / "new")
    with again.read() as connection:
        assert "LJ07A-later" not in connection.execute(select(Case.number)).scalars().all()
    again.close()
    with store.read() as connection:
        assert len(connection.execute(select(Case.number)).all()) == 4


def test_nothing_can_be_read_from_a_backup(made: Path) -> None:
    raw = made.read_bytes()
    for secret in ("样例".encode(), b"CREATE TABLE", KEYS.store.hex().encode(), KEYS.store, KEYS.sign):
        assert secret not in raw
    assert made.stat().st_mode & 0o077 == 0


def test_the_desk_s_key_travels_only_in_the_box(store: Store, cases: list[UUID], tmp_path: Path) -> None:
    desk = replace(KEYS, seal_private=b"a" * 32)
    told = backup(store, desk, tmp_path / "b.skb", NOON)
    restore(told.path, RECOVERY, tmp_path / "new", STATION, NOON)
    assert load_keys(tmp_path / "new" / "keys", desk=True, environ={}).seal_private == b"a" * 32


def test_another_recovery_key_is_told(made: Path, tmp_path: Path) -> None:
    assert refused(made, tmp_path / "new", b"x" * 32) == "wrong_recovery_key"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_backup_changed_or_cut_anywhere_is_told(made: Path, tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(made.read_bytes())
    footer = data.draw(st.booleans())
    at = data.draw(st.integers(len(raw) - 2600, len(raw) - 1) if footer else st.integers(0, len(raw) - 1))
    if data.draw(st.booleans()):
        raw[at] ^= 1 << data.draw(st.integers(0, 7))
    else:
        del raw[at:]
    broken = tmp_path / "broken.skb"
    broken.write_bytes(raw)
    assert refused(broken, tmp_path / "new") == "backup_damaged"


def test_a_backup_signed_by_nobody_is_told(made: Path, tmp_path: Path) -> None:
    manifest, _ = read_manifest(made)
    forged = tmp_path / "forged.skb"
    body = made.read_bytes()[: manifest.size]
    forged.write_bytes(body + manifest.packed(b"z" * 32))
    assert refused(forged, tmp_path / "new") == "backup_damaged"
    forged.write_bytes(body + replace(manifest, box=b"x" * 80).packed(KEYS.sign))
    assert refused(forged, tmp_path / "new") == "backup_damaged"


def test_a_place_that_is_not_empty_is_left_alone(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    (folder / "keys").mkdir(parents=True)
    bring_back(made, folder)[0].close()
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with pytest.raises(KnownError, match="target_not_empty"):
        restore(made, RECOVERY, folder, STATION, NOON)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    shutil.rmtree(folder / "store")
    with pytest.raises(KnownError, match="target_not_empty"):
        restore(made, RECOVERY, folder, STATION, NOON)


def test_a_backup_is_never_written_over_another_file(store: Store, made: Path) -> None:
    before = made.read_bytes()
    with pytest.raises(KnownError, match="target_exists"):
        backup(store, KEYS, made, NOON)
    assert made.read_bytes() == before


def test_a_copy_that_did_not_reach_the_disk_whole_is_told(
    store: Store, cases: list[UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(done: int, total: int) -> None:
        if done == 90:
            with (tmp_path / "b.skb.part").open("r+b") as file:
                file.seek(5000)
                file.write(b"spoilt")

    with pytest.raises(KnownError, match="disk_failed"):
        backup(store, KEYS, tmp_path / "b.skb", NOON, spoil)
    assert not list(tmp_path.glob("b.skb*"))


def test_a_backup_of_another_format_is_told(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest, _ = read_manifest(made)
    with monkeypatch.context() as later:
        later.setattr(backup_file, "FORMAT", 2)
        made.write_bytes(made.read_bytes()[: manifest.size] + manifest.packed(KEYS.sign))
    assert refused(made, tmp_path / "new") == "backup_damaged"


def test_a_missing_backup_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.skb", tmp_path / "new") == "file_missing"


def test_a_backup_that_fails_leaves_nothing(store: Store, cases: list[UUID], tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == total:
            raise OSError(28, "No space left on device")

    with pytest.raises(KnownError, match="disk_full"):
        backup(store, KEYS, tmp_path / "out" / "b.skb", NOON, stop)
    assert list((tmp_path / "out").iterdir()) == []
    assert backup(store, KEYS, tmp_path / "out" / "b.skb", NOON).manifest.cases == 3


def test_a_station_that_was_tampered_with_comes_back_and_says_so(
    store: Store, cases: list[UUID], tmp_path: Path
) -> None:
    tamper(store, "UPDATE claims SET amount_fen = 1 WHERE n = 2 AND case_id = :id", id=cases[0].bytes)
    told = backup(store, KEYS, tmp_path / "b.skb", NOON)
    restored = restore(told.path, RECOVERY, tmp_path / "new", STATION, NOON)
    assert [finding.what for finding in restored.verification.findings] == ["row_changed"]


def test_an_empty_store_is_backed_up_too(store: Store, tmp_path: Path) -> None:
    told = backup(store, replace(KEYS, recovery_public=public_of(RECOVERY)), tmp_path / "b.skb", NOON)
    restored = restore(told.path, RECOVERY, tmp_path / "new", STATION, NOON)
    assert (restored.block, restored.verification.ok) == (0, True)
