"""Another program, with the key and the published format, reads what we wrote."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from stationkiosk.store.engine import Store
from tests.store.conftest import KEY, put_case


def opened(path: Path, key: bytes) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def test_the_file_is_plain_sqlcipher_4(store: Store, path: Path) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    store.close()
    connection = opened(path, KEY)
    assert connection.execute("SELECT number, language FROM cases").fetchall() == [("LJ07A-1", "zh")]
    assert connection.execute("SELECT name FROM parties WHERE n = 1").fetchall() == [("样例张三",)]
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_without_the_key_it_reads_nothing(store: Store, path: Path) -> None:
    store.close()
    connection = opened(path, b"x" * 32)
    with pytest.raises(apsw.NotADBError):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()
