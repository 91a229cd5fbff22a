"""Bringing a station back from its backup, and proving what was brought back."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import insert, select

from stationkiosk.domain.actors import Actor
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random
from stationkiosk.ledger.keys import KEY_BYTES, Keys, write_keys
from stationkiosk.store import cipher, opening
from stationkiosk.store.backup_file import Manifest, open_keys, read_manifest, signed
from stationkiosk.store.engine import SALTS, Store
from stationkiosk.store.faults import disk_faults, world_faults
from stationkiosk.store.findings import Verification
from stationkiosk.store.progress import Progress, share, silent
from stationkiosk.store.tables import Counter, StationRow
from stationkiosk.store.unit import Unit
from stationkiosk.store.verification import verify

DATABASE = Path("store") / "station.db"
"""Where the database lies in a data folder."""

SECONDS_A_NUMBER = 10
"""A station files no faster than this, and a day of it stays under 9,999 numbers."""

KEYS = Path("keys")
"""Where the keys lie in a data folder."""

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """A station brought back: where its database is, what the proof said, its new number block."""

    path: Path
    made_at: datetime
    block: int
    verification: Verification

    @property
    def cases(self) -> int:
        """Return how many cases came back."""
        return self.verification.cases

    @property
    def entries(self) -> int:
        """Return how many journal entries came back."""
        return self.verification.entries


def restore(
    backup_file: Path,
    recovery_key: bytes,
    folder: Path,
    actor: Actor,
    at: datetime,
    progress: Progress = silent,
    random: Random = SALTS,
) -> Restored:
    """Bring the station in ``backup_file`` back into the data folder ``folder``.

    The bytes are checked against the manifest, put under a fresh store key, verified from
    end to end, and a new number block is opened (journaled as ``restore``), so that no
    number given out after the backup is given out twice. Everything is made beside its
    place and moved there last. What verification found is in the answer: a fault that was
    in the station before the backup does not keep it from coming back.

    ``progress`` hears of hundredths. Raises ``KnownError``:
    ``backup_damaged``, ``wrong_recovery_key``, ``target_not_empty``, ``file_missing``,
    ``disk_full``, ``store_newer``.
    """
    _empty(folder)
    with disk_faults(backup_file):
        manifest, signature = read_manifest(backup_file)
    copy_key, old = open_keys(manifest, recovery_key)
    if not signed(manifest, signature, old):
        raise KnownError("backup_damaged", file=str(backup_file))
    keys = replace(old, store=random.bytes(KEY_BYTES))
    work = folder / ".restoring"
    with disk_faults(folder):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(mode=0o700, parents=True)
        try:
            copy = _unpacked(backup_file, manifest, work, share(progress, 0, 20))
            made = _rekeyed(copy, copy_key, work / DATABASE.name, keys.store, share(progress, 20, 40))
            block, proof = _proven(made, keys, manifest, actor, at, share(progress, 40, 100))
            _put(work, folder, keys)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return Restored(folder / DATABASE, manifest.made_at, block, proof)


def _empty(folder: Path) -> None:
    keys = folder / KEYS
    if (folder / DATABASE).exists() or (keys.is_dir() and any(keys.iterdir())):
        raise KnownError("target_not_empty", folder=str(folder))


def _unpacked(source: Path, manifest: Manifest, work: Path, progress: Progress) -> Path:
    """Copy the database out of the backup and hold it against the manifest."""
    copy, digest, done = work / "copy.db", sha256(), 0
    with source.open("rb") as file, copy.open("wb") as out:
        while piece := file.read(min(_PIECE, manifest.size - done)):
            digest.update(piece)
            out.write(piece)
            done += len(piece)
            progress(done, manifest.size)
    if digest.hexdigest() != manifest.sha256:
        raise KnownError("backup_damaged", file=str(source))
    return copy


def _rekeyed(copy: Path, copy_key: bytes, path: Path, key: bytes, progress: Progress) -> Path:
    """Write the database anew under the station's fresh key."""
    with world_faults(path):
        opening.make_file(path, key)
        connection = cipher.connect(copy, copy_key)
        try:
            connection.execute("ATTACH ? AS fresh KEY ?", (str(path), cipher.key_words(key)))
            connection.execute("SELECT sqlcipher_export('fresh')")
        finally:
            connection.close()
    copy.unlink()
    progress(1, 1)
    return path


def _proven(
    path: Path, keys: Keys, manifest: Manifest, actor: Actor, at: datetime, progress: Progress
) -> tuple[int, Verification]:
    store = Store.open(path, keys.store)
    try:
        proof = verify(store, keys, progress)
        block = 0
        with store.write() as unit:
            station = unit.connection.execute(select(StationRow.code, StationRow.block)).first()
            if station is not None:
                block = station.block + 1
                unit.update(StationRow, {"code": station.code}, block=block)
                _open_block(unit, block, at)
            told = {"made_at": manifest.made_at, "sha256": manifest.sha256, "sound": proof.ok}
            unit.journal(None, actor, "restore", at, told)
    finally:
        store.close()
    return block, proof


def _open_block(unit: Unit, block: int, at: datetime) -> None:
    """Begin today's numbers where the time of day puts them.

    Of two restores on one day, of one backup or of two, neither knows of the other: both
    open the same block, and the later one begins behind what the earlier can have given out.
    """
    moment = at.astimezone(STATION_TIME)
    first = (moment.hour * 3600 + moment.minute * 60 + moment.second) // SECONDS_A_NUMBER + 1
    unit.connection.execute(
        insert(Counter).values(day=moment.date(), block=block, first=first, last=first - 1)
    )


def _put(work: Path, folder: Path, keys: Keys) -> None:
    """Move the keys and then the database into place: a database is there only with its keys."""
    write_keys(work / KEYS, keys)
    if (folder / KEYS).is_dir():
        (folder / KEYS).rmdir()
    (work / KEYS).rename(folder / KEYS)
    (folder / DATABASE).parent.mkdir(parents=True, exist_ok=True)
    (work / DATABASE.name).rename(folder / DATABASE)
    for place in (folder, (folder / DATABASE).parent):
        descriptor = os.open(place, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
