"""The store of a station: one enciphered SQLite file, one writer, any number of readers."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random
from stationkiosk.ledger.journal import STATION_CHAIN
from stationkiosk.store import cipher, opening
from stationkiosk.store.changes import NO_FEED, Change, ChangeFeed
from stationkiosk.store.faults import disk_faults, world_faults
from stationkiosk.store.schema import create_all
from stationkiosk.store.unit import Unit


class _SystemRandom:
    def bytes(self, count: int) -> bytes:
        """Return ``count`` bytes from the operating system."""
        return os.urandom(count)


SALTS: Random = _SystemRandom()
"""Where the journal's salts come from unless a test holds it."""


class Store:
    """An open store. ``feed`` hears of every commit; ``path`` is the database file.

    ``cache_kb`` is what each of its connections keeps of the file in memory, at most, in kB.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        feed: ChangeFeed = NO_FEED,
        random: Random = SALTS,
        cache_kb: int = cipher.ROOMY_KB,
    ) -> None:
        self.path = path
        self.feed = feed
        self._random = random
        self._engine = _engine(path, key, cache_kb)
        self._writer = self._engine.execution_options(write=True)
        self._turn = threading.Lock()
        self._holder = 0

    @classmethod
    def create(cls, path: Path, key: bytes, feed: ChangeFeed = NO_FEED, random: Random = SALTS) -> Store:
        """Make a new store at ``path``: it is there whole, or not at all.

        Raises ``KnownError``: ``store_exists``, ``disk_full``, ``folder_read_only``, …
        """
        if path.exists():
            raise KnownError("store_exists", file=str(path))
        new = path.with_name(f"{path.name}.new")
        try:
            with disk_faults(path), world_faults(new):
                opening.remove_files(new)
                opening.make_file(new, key)
                made = cls(new, key)
                with closing(made), made._writer.begin() as connection:
                    create_all(connection)
                new.rename(path)
        except BaseException:
            opening.remove_files(new)
            raise
        return cls(path, key, feed, random)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        feed: ChangeFeed = NO_FEED,
        random: Random = SALTS,
        cache_kb: int = cipher.ROOMY_KB,
    ) -> Store:
        """Open the store at ``path``; an older one is upgraded, after a copy is laid beside it.

        Raises ``KnownError``: ``store_missing``, ``wrong_key``, ``store_corrupt``,
        ``store_newer``, ``store_read_only``, ``store_busy``, ``disk_full``, ``disk_failed``.
        """
        opening.check(path, key)
        return cls(path, key, feed, random, cache_kb)

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """Give one transaction; it is on the disk when the block ends, or nothing of it is.

        Writers queue for up to ten seconds, in this process and across processes. Do no
        slow work inside. Raises ``KnownError`` for the world's faults.
        """
        self._take_turn()
        try:
            with world_faults(self.path), self._writer.begin() as connection:
                unit = Unit(connection, self._random)
                yield unit
                chains = unit.finish()
        finally:
            self._holder = 0
            self._turn.release()
        for chain in chains:
            self.feed.publish(_change(chain))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store throughout, whatever is written meanwhile."""
        with world_faults(self.path), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection; the last one out folds the write-ahead log into the file."""
        self._engine.dispose()

    def _take_turn(self) -> None:
        if self._holder == threading.get_ident():
            raise RuntimeError("a write inside a write")
        if not self._turn.acquire(timeout=cipher.BUSY_SECONDS):
            raise KnownError("store_busy", file=str(self.path))
        self._holder = threading.get_ident()


def _engine(path: Path, key: bytes, cache_kb: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: cipher.connect(path, key, cache_kb=cache_kb),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        pool_use_lifo=True,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _change(chain: str) -> Change:
    return Change("station") if chain == STATION_CHAIN else Change("case", UUID(chain))
