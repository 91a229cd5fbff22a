"""Disks that are full, that may not be written, that fail: told, and nothing half done."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlcipher3 import dbapi2

from stationkiosk.domain.errors import KnownError
from stationkiosk.store import evidence, faults
from stationkiosk.store.backup import backup
from stationkiosk.store.engine import Store
from stationkiosk.store.faults import disk_faults, known_fault
from stationkiosk.store.tables import Case
from stationkiosk.store.verification import verify
from tests.store.conftest import KEY, NOON, put_case
from tests.store.test_verification import KEYS

NOBODY = 65534


def cases(store: Store) -> int:
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(Case)).scalar_one()


def fill(store: Store) -> int:
    """Write cases until the disk is full; return how many were acknowledged."""
    for done in range(10_000):
        try:
            write_one(store, f"LJ07A-{done}")
        except KnownError as fault:
            if fault.key != "disk_full":
                raise
            return done
    raise AssertionError("the disk never was full")


def write_one(store: Store, number: str) -> None:
    with store.write() as unit:
        put_case(unit, number)


def test_a_full_database_is_told_and_holds_what_was_acknowledged(store: Store) -> None:
    with store.write() as unit:
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 120")
    done = fill(store)
    assert done > 3
    assert cases(store) == done
    assert verify(store, KEYS).ok
    with store.write() as unit:
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 5000")
    with store.write() as unit:
        put_case(unit, "LJ07A-next")
    assert cases(store) == done + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where a test may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_holds_what_was_acknowledged(small_disk: Path) -> None:
    store = Store.create(small_disk / "s.db", KEY)
    done = fill(store)
    assert cases(store) == done
    with pytest.raises(KnownError, match="disk_full"):
        evidence.keep(store, UUID(int=1), io.BytesIO(os.urandom(3 << 20)))
    with pytest.raises(KnownError, match="disk_full"):
        backup(store, KEYS, small_disk / "out" / "b.skb", NOON)
    assert cases(store) == done
    store.close()
    again = Store.open(small_disk / "s.db", KEY)
    assert cases(again) == done
    assert verify(again, KEYS).ok
    again.close()


def test_a_store_on_a_full_disk_is_not_made(small_disk: Path) -> None:
    (small_disk / "full").write_bytes(bytes(2 << 20))
    with pytest.raises(KnownError, match="disk_full"):
        Store.create(small_disk / "s.db", KEY)
    (small_disk / "full").unlink()
    assert list(small_disk.iterdir()) == []
    Store.create(small_disk / "s.db", KEY).close()
    assert [file.name for file in small_disk.iterdir()] == ["s.db"]


@contextmanager
def as_somebody() -> Iterator[None]:
    """Run as a user whom file rights hold for: root passes them all."""
    if os.getuid():
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_path(store: Store, path: Path, tmp_path: Path) -> Path:
    """A store that everybody may reach and write."""
    store.close()
    base = Path(tempfile.gettempdir()).resolve()
    for folder in (tmp_path, *tmp_path.parents):
        if base in folder.parents:
            folder.chmod(0o755)
    path.parent.chmod(0o777)
    path.chmod(0o666)
    return path


@pytest.mark.parametrize(("of_the_folder", "mode"), [(False, 0o444), (True, 0o555), (False, 0o000)])
def test_a_place_that_may_not_be_written_is_told(open_path: Path, of_the_folder: bool, mode: int) -> None:
    with as_somebody():
        Store.open(open_path, KEY).close()
    (open_path.parent if of_the_folder else open_path).chmod(mode)
    with as_somebody(), pytest.raises(KnownError, match="store_read_only"):
        Store.open(open_path, KEY)


def test_a_disk_that_turns_read_only_while_running_is_told(small_disk: Path) -> None:
    store = Store.create(small_disk / "s.db", KEY)
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(KnownError, match="store_read_only"):
        Store.open(small_disk / "s.db", KEY)
    with pytest.raises(KnownError, match="store_read_only"):
        write_one(store, "LJ07A-2")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (28, "disk_full"),
        (27, "disk_full"),
        (30, "folder_read_only"),
        (13, "folder_read_only"),
        (5, "disk_failed"),
    ],
)
def test_what_a_disk_does_is_told_in_our_words(tmp_path: Path, number: int, key: str) -> None:
    with pytest.raises(KnownError, match=key), disk_faults(tmp_path):
        raise OSError(number, os.strerror(number))


def sqlite_error(code: int) -> dbapi2.OperationalError:
    error = dbapi2.OperationalError("made up")
    error.sqlite_errorcode = code
    return error


def test_a_failing_disk_is_told_from_a_full_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = known_fault(sqlite_error(10), tmp_path / "s.db")
    assert told is not None
    assert told.key == "disk_failed"
    monkeypatch.setattr(faults, "_LITTLE", 1 << 60)
    told = known_fault(sqlite_error(10), tmp_path / "s.db")
    assert told is not None
    assert told.key == "disk_full"
    told = known_fault(sqlite_error(10), tmp_path / "gone" / "s.db")
    assert told is not None
    assert told.key == "disk_failed"


def test_a_file_that_vanished_is_told_and_our_own_faults_are_not_hidden(tmp_path: Path) -> None:
    told = known_fault(sqlite_error(14), tmp_path / "s.db")
    assert told is not None
    assert told.key == "store_missing"
    assert known_fault(sqlite_error(1), tmp_path / "s.db") is None
    assert known_fault(sqlite_error(19), tmp_path / "s.db") is None
