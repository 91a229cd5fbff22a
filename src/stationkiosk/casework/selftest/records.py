"""Whether the records are whole and safe: store, chains, checkpoint, disk, backups, keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from stationkiosk.casework.selftest.look import Look
from stationkiosk.casework.selftest.shown import CheckShown, Tone
from stationkiosk.casework.station import local
from stationkiosk.devices.machine import free_bytes
from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.keys import Keys, load_keys
from stationkiosk.store import brief, tables

LITTLE_ROOM, NO_ROOM = 2 << 30, 256 << 20
"""Bytes left on the disk under which staff are warned, and under which filing is in danger."""

PAGES_SECONDS = 2.0
CHAINS_BACK = timedelta(days=1)
UNSIGNED = timedelta(days=1)
"""How long there may be no checkpoint before it is told."""

BACKUP_OLD = timedelta(days=3)


def pages(look: Look) -> Iterator[CheckShown]:
    """Read the database's pages for a moment, and count what is in it."""
    station = look.station
    sound = brief.whole(station.store, PAGES_SECONDS, station.clock.monotonic)
    if sound is False:
        yield look.found("store", "bad", "store_broken")
        return
    with station.store.read() as connection:
        cases, drafts = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (tables.Case, tables.Draft)
        )
    said = "store" if sound else "store_in_part"
    yield look.found("store", "good", said, cases=cases, drafts=drafts)


def chains(look: Look) -> Iterator[CheckShown]:
    """Follow the chains of the journal that went on within a day."""
    station = look.station
    followed = brief.follow_since(station.store, station.clock.now() - CHAINS_BACK)
    broken = followed.finding
    if broken is None:
        yield look.found("journal", "good", "journal", entries=followed.entries, chains=followed.chains)
        return
    what = station.reference.words.text(f"finding.{broken.what}")
    yield look.found("journal", "bad", "journal_broken", what=what, seq=broken.seq)


def checkpoint(look: Look) -> Iterator[CheckShown]:
    """Check the signature of the last checkpoint, and how old it is."""
    station = look.station
    signed = brief.last_checkpoint(station.store, station.keys.sign_public)
    if signed is None:
        yield look.found("checkpoint", "warn", "checkpoint_none")
        return
    at = f"{local(signed.statement.at):%Y-%m-%d %H:%M}"
    if not signed.holds:
        yield look.found("checkpoint", "bad", "checkpoint_broken", n=signed.statement.n, at=at)
        return
    old = station.clock.now() - signed.statement.at > UNSIGNED
    said, tone = ("checkpoint_old", "warn") if old else ("checkpoint", "good")
    yield look.found("checkpoint", _tone(tone), said, n=signed.statement.n, at=at)


def disk(look: Look) -> Iterator[CheckShown]:
    """Write to the store's disk, and tell how much room is left."""
    store = look.station.store.path
    try:
        brief.write_beside(store)
        free = free_bytes(store.parent)
    except KnownError as fault:
        yield look.fault("disk", fault)
        return
    except OSError:
        yield look.fault("disk", KnownError("disk_failed", file=str(store)))
        return
    tone: Tone = "bad" if free < NO_ROOM else "warn" if free < LITTLE_ROOM else "good"
    yield look.found(
        "disk", tone, "free" if tone == "good" else "little_room", gb=f"{free / (1 << 30):.1f}"
    )


def backup(look: Look) -> Iterator[CheckShown]:
    """Tell how old the last backup is."""
    folder, now = look.station.fittings.backups, look.station.clock.now()
    last = _newest(folder) if folder else None
    if last is None:
        yield look.found("backup", "warn", "backup_none")
        return
    days = max((now - last).days, 0)
    said, tone = ("backup_old", "warn") if now - last > BACKUP_OLD else ("backup", "good")
    yield look.found("backup", _tone(tone), said, days=days, at=f"{local(last):%Y-%m-%d %H:%M}")


def _newest(folder: Path) -> datetime | None:
    times = [file.stat().st_mtime for file in folder.glob("*.backup") if file.is_file()]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def key(look: Look) -> Iterator[CheckShown]:
    """Load the keys anew: there, private, and those the store was opened with."""
    station, folder = look.station, look.station.fittings.keys
    desk = station.keys.seal_private is not None
    try:
        found = load_keys(folder, desk=desk) if folder else station.keys
    except KnownError as fault:
        yield look.fault("key", fault)
        return
    if _opens(found) != _opens(station.keys):
        yield look.found("key", "bad", "key_other")
    elif folder and folder.is_dir() and folder.stat().st_mode & 0o077:
        yield look.found("key", "bad", "key_folder", folder=folder)
    else:
        yield look.found("key", "good", "key_desk" if desk else "key")


def _opens(keys: Keys) -> tuple[bytes, bytes, bytes]:
    return keys.store, keys.sign, keys.pepper


def _tone(name: str) -> Tone:
    return "warn" if name == "warn" else "good"
