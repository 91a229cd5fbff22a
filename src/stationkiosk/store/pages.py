"""Whether the database file itself is whole: every page's code, every index."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from stationkiosk.store.cipher import SALT, salt_of
from stationkiosk.store.descriptors import descriptor
from stationkiosk.store.findings import Finding


def page_findings(connection: Connection, path: Path, key: bytes) -> Iterator[Finding]:
    """Yield the pages whose code does not hold, then what SQLite finds amiss in its trees."""
    with descriptor(path) as file:
        if os.pread(file, SALT, 0) != salt_of(key):
            yield Finding("", 0, "page_damaged", f"{path.name}: salt")
    for (words,) in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield Finding("", 0, "page_damaged", f"{path.name}: {words}")
    for (words,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if words != "ok":
            yield Finding("", 0, "index_damaged", f"{path.name}: {words}")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("", 0, "index_damaged", f"{path.name}: {row[0]} without {row[2]}")
