"""What is looked at before a store is used: is it there, ours, whole, and of an age we know."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from stationkiosk.domain.errors import KnownError
from stationkiosk.store import cipher
from stationkiosk.store.faults import world_faults
from stationkiosk.store.schema import HEAD, migrate, revision
from stationkiosk.store.wal import log_of, lost_commits


def make_file(path: Path, key: bytes) -> None:
    """Make an empty enciphered database at ``path``, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = cipher.connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def remove_files(path: Path) -> None:
    """Remove a database that is not needed any more, with its log and index."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def check(path: Path, key: bytes) -> None:
    """Raise the ``KnownError`` that keeps the store at ``path`` from being used; upgrade an older one."""
    if not path.is_file():
        raise KnownError("store_missing", file=str(path))
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise KnownError("store_read_only", file=str(path))
    with world_faults(path):
        connection = _readable(path, key)
        try:
            _whole(connection, path)
            _current(connection, path)
        finally:
            connection.close()


def _readable(path: Path, key: bytes) -> dbapi2.Connection:
    try:
        return cipher.connect(path, key)
    except dbapi2.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        raise KnownError(cipher.header_trouble(path, key), file=str(path)) from error


def _whole(connection: dbapi2.Connection, path: Path) -> None:
    """Refuse a file that was cut short, and a log that lost commits it once held."""
    log = log_of(path)
    if log.exists() and log.stat().st_size:
        connection.execute("BEGIN IMMEDIATE")
        damaged = lost_commits(path)
        connection.execute("ROLLBACK")
    else:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        damaged = path.stat().st_size < pages * cipher.PAGE
    if damaged:
        raise KnownError("store_corrupt", file=str(path))


def _current(connection: dbapi2.Connection, path: Path) -> None:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    with engine.connect() as bound:
        found = revision(bound)
        if not found:
            raise KnownError("store_corrupt", file=str(path))
        if found > HEAD:
            raise KnownError("store_newer", file=str(path), found=found, known=HEAD)
        if found == HEAD:
            return
        with _alone(path):
            if revision(bound) != HEAD:
                _upgrade(bound, path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the one place beside a store from which it is upgraded: programs start together."""
    with path.with_name(f"{path.name}.upgrade").open("w") as place:
        fcntl.flock(place, fcntl.LOCK_EX)
        yield


def _upgrade(bound: Connection, path: Path) -> None:
    """Bring an older store up to date, after a safety copy beside it, whole or not there."""
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    making = copy.with_name(f"{copy.name}.part")
    making.unlink(missing_ok=True)
    try:
        bound.exec_driver_sql("VACUUM INTO ?", (str(making),))
        making.chmod(0o600)
        making.replace(copy)
    finally:
        making.unlink(missing_ok=True)
    bound.exec_driver_sql("PRAGMA foreign_keys = OFF")
    bound.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        migrate(bound)
        if bound.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise RuntimeError("the migration broke a reference between tables")
        bound.exec_driver_sql("COMMIT")
    except BaseException:
        bound.exec_driver_sql("ROLLBACK")
        raise
