"""Reading a whole store, and laying a copy of its files elsewhere to be damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Case
from stationkiosk.store.verification import verify
from tests.store.conftest import KEY
from tests.store.test_verification import KEYS

Content = dict[str, list[tuple[object, ...]]]
SUFFIXES = ("", "-wal")


def content(store: Store) -> Content:
    """Return every row of every table."""
    with store.read() as connection:
        return {
            table.name: [
                tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name} ORDER BY 1")
            ]
            for table in Case.metadata.sorted_tables
        }


def lay_copy(path: Path, folder: Path) -> Path:
    """Copy the database and its log, as a power cut would leave them, into a fresh folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for suffix in SUFFIXES:
        found = path.with_name(path.name + suffix)
        if found.exists():
            shutil.copy(found, folder / found.name)
    return folder / path.name


def told_or_same(path: Path, before: Content) -> bool:
    """Open, verify and read; True when damage is told, False when all reads as before. Else fail."""
    try:
        store = Store.open(path, KEY)
    except KnownError as fault:
        return _of_damage(fault)
    try:
        if not verify(store, KEYS).ok:
            return True
        after = content(store)
    except KnownError as fault:
        return _of_damage(fault)
    finally:
        store.close()
    assert after == before, "a wrong answer"
    return False


def _of_damage(fault: KnownError) -> bool:
    if fault.key not in {"store_corrupt", "disk_failed"}:
        raise fault
    return True
