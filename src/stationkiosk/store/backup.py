"""Making a backup while the station runs: one file that only the recovery key opens."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import Connection, func, select

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random
from stationkiosk.ledger.keys import KEY_BYTES, Keys
from stationkiosk.store.backup_file import Manifest, seal_keys
from stationkiosk.store.cipher import key_words
from stationkiosk.store.engine import SALTS, Store
from stationkiosk.store.faults import disk_faults, world_faults
from stationkiosk.store.progress import WHOLE, Progress, share, silent
from stationkiosk.store.schema import revision
from stationkiosk.store.tables import Case, Journal, StationRow

_STEPS = 100_000
"""SQLite's instructions between two reports of progress."""


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup that was made: where, of what size in bytes, holding what."""

    path: Path
    size: int
    manifest: Manifest

    @property
    def cases(self) -> int:
        """Return how many cases it holds."""
        return self.manifest.cases


def backup(
    store: Store,
    keys: Keys,
    target: Path,
    at: datetime,
    progress: Progress = silent,
    random: Random = SALTS,
) -> BackupInfo:
    """Write a backup of ``store``, as it is at one moment, to the new file ``target``.

    Others read and write on meanwhile. The copy has a key of its own; it, and the
    station's keys, are sealed to the recovery key. ``progress`` hears of
    hundredths. Nothing is left behind when it fails.
    Raises ``KnownError``: ``target_exists``, ``disk_full``, ``folder_read_only``, …
    """
    if target.exists():
        raise KnownError("target_exists", file=str(target))
    part = target.with_name(f"{target.name}.part")
    with disk_faults(target):
        part.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            manifest = _write(store, keys, part, at, progress, random)
            part.rename(target)
            _settle(target.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return BackupInfo(target, target.stat().st_size, manifest)


def _write(
    store: Store, keys: Keys, part: Path, at: datetime, progress: Progress, random: Random
) -> Manifest:
    copy_key = random.bytes(KEY_BYTES)
    with store.read() as connection, world_faults(part):
        counts = _export(connection, part, copy_key, store.path.stat().st_size, progress)
    size = part.stat().st_size
    with part.open("r+b") as file:
        digest = file_digest(file, "sha256").hexdigest()
        recovery_id, box = seal_keys(copy_key, keys, digest)
        manifest = Manifest(at, *counts, size, digest, recovery_id, box)
        file.seek(0, 2)
        file.write(manifest.packed(keys.sign))
        file.flush()
        os.fsync(file.fileno())
    progress(WHOLE, WHOLE)
    return manifest


def _export(
    connection: Connection, part: Path, key: bytes, total: int, progress: Progress
) -> tuple[str, str, int, int]:
    """Copy the whole database, as it is now, into ``part`` under ``key``; return what it held."""
    connection.rollback()
    driver = connection.connection.driver_connection
    assert driver is not None
    copied = share(progress, 0, 90)
    driver.execute("ATTACH ? AS copy KEY ?", (str(part), key_words(key)))
    try:
        driver.execute("PRAGMA copy.journal_mode = OFF")
        driver.execute("PRAGMA copy.synchronous = OFF")
        counts = _counts(connection)
        driver.set_progress_handler(lambda: copied(part.stat().st_size, total), _STEPS)
        driver.execute("SELECT sqlcipher_export('copy')")
        driver.set_progress_handler(None, 0)
        connection.commit()
        copied(1, 1)
        damaged = driver.execute("PRAGMA copy.cipher_integrity_check").fetchall()
        if damaged:
            raise KnownError("disk_failed", file=str(part))
    finally:
        driver.set_progress_handler(None, 0)
        connection.rollback()
        driver.execute("DETACH copy")
    return counts


def _counts(connection: Connection) -> tuple[str, str, int, int]:
    station = connection.execute(select(StationRow.code)).scalar() or ""
    cases = connection.execute(select(func.count()).select_from(Case)).scalar_one()
    entries = connection.execute(select(func.count()).select_from(Journal)).scalar_one()
    return station, revision(connection), cases, entries


def _settle(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
