from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.changes import Change
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Case
from tests.store.conftest import KEY, NOON, STATION, fail_after_writing, put_case


def refused(path: Path, key: bytes = KEY) -> str:
    with pytest.raises(KnownError) as told:
        Store.open(path, key).close()
    return told.value.key


def test_what_was_committed_is_there_when_the_store_is_opened_again(store: Store, path: Path) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    store.close()
    again = Store.open(path, KEY)
    with again.read() as connection:
        assert connection.execute(select(Case.number)).scalar_one() == "LJ07A-1"
    again.close()


def test_the_connection_is_safe(store: Store, path: Path) -> None:
    with store.read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_can_be_read_from_the_file(store: Store, path: Path) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    wal = path.with_name(path.name + "-wal").read_bytes()
    store.close()
    for raw in (path.read_bytes(), wal):
        assert "样例".encode() not in raw
        assert b"LJ07A" not in raw
        assert b"CREATE TABLE" not in raw


def test_a_store_is_not_made_twice(store: Store, path: Path) -> None:
    with pytest.raises(KnownError, match="store_exists"):
        Store.create(path, KEY)


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.db") == "store_missing"


def test_another_key_is_told(store: Store, path: Path) -> None:
    store.close()
    assert refused(path, b"x" * 32) == "wrong_key"


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0" + bytes(4080)])
def test_a_file_that_is_no_store_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(content)
    assert refused(path) == "store_corrupt"


def test_a_damaged_first_page_is_not_taken_for_a_wrong_key(store: Store, path: Path) -> None:
    store.close()
    raw = bytearray(path.read_bytes())
    raw[100] ^= 1
    path.write_bytes(raw)
    assert refused(path) == "store_corrupt"
    raw[3] ^= 1
    path.write_bytes(raw)
    assert refused(path) == "store_corrupt"


def test_a_file_cut_short_is_told(store: Store, path: Path) -> None:
    store.close()
    raw = path.read_bytes()
    for size in (len(raw) - 1, len(raw) - 4096, 4096, 5000, 100):
        path.write_bytes(raw[:size])
        assert refused(path) == "store_corrupt"


def test_commits_are_told_to_the_feed_and_rollbacks_are_not(path: Path) -> None:
    heard: list[Change] = []

    class Feed:
        def publish(self, change: Change) -> None:
            heard.append(change)

    store = Store.create(path, KEY, Feed())  # type: ignore[arg-type]
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
        unit.journal(None, STATION, "note", NOON)
        assert heard == []
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(store, "LJ07A-2")
    store.close()
    assert heard == [Change("case", case_id), Change("station")]


def test_a_reader_sees_one_state_while_others_write(store: Store) -> None:
    with store.read() as connection:
        counted = select(func.count()).select_from(Case)
        assert connection.execute(counted).scalar_one() == 0
        with store.write() as unit:
            put_case(unit, "LJ07A-1")
        assert connection.execute(counted).scalar_one() == 0
    with store.read() as connection:
        assert connection.execute(counted).scalar_one() == 1


def test_opening_a_current_store_does_not_import_alembic(store: Store, path: Path) -> None:
    store.close()
    code = (
        "import sys; from pathlib import Path; from stationkiosk.store.engine import Store;"
        f"Store.open(Path({str(path)!r}), bytes(range(32))).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
