"""What is read beside SQLite leaves the locks of this process alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stationkiosk.store import opening
from stationkiosk.store.descriptors import descriptor
from stationkiosk.store.engine import Store
from stationkiosk.store.pages import page_findings
from stationkiosk.store.wal import lost_commits
from tests.store.conftest import KEY, put_case


def held(path: Path) -> list[str]:
    """The POSIX locks of this process on a file, as the system lists them."""
    mine, number = f" {os.getpid()} ", f":{path.stat().st_ino} "
    return sorted(
        " ".join(line.split()[1:])
        for line in Path("/proc/locks").read_text().splitlines()
        if "POSIX" in line and mine in line and number in line
    )


def test_verifying_keeps_the_locks_on_the_database(store: Store, path: Path) -> None:
    with store.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM cases")
        before = held(path)
        assert before
        assert list(page_findings(connection, path, KEY)) == []
        assert held(path) == before


def test_opening_beside_a_store_in_use_keeps_the_locks_on_its_index(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    index = path.with_name(path.name + "-shm")
    seen: list[tuple[list[str], list[str]]] = []

    def look(file: Path) -> bool:
        before = held(index)
        lost = lost_commits(file)
        seen.append((before, held(index)))
        return lost

    monkeypatch.setattr(opening, "lost_commits", look)
    Store.open(path, KEY).close()
    ((before, after),) = seen
    assert before
    assert after == before


def test_a_file_nobody_has_open_is_opened_and_closed(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"made up")
    with descriptor(file) as found:
        assert os.pread(found, 4, 0) == b"made"
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(found)
