"""Evidence on its way in: looked at in a child process, hashed and kept the moment it arrives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from stationkiosk.casework.station import Station
from stationkiosk.devices.evidence.folder import Found, UsbFolder
from stationkiosk.devices.names import shown
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.store.evidence import count, keep


@dataclass(frozen=True, slots=True)
class Arrived:
    """An exhibit whose bytes are in the store, and its small picture (PNG) if it has one."""

    exhibit: Exhibit
    thumbnail: bytes | None


def found_files(station: Station) -> tuple[Found, ...]:
    """Return the files on the sticks that are in now. KnownError ``stick_missing``: none is in."""
    station.examiner.warm()
    sticks = [stick for stick in station.sticks if stick.present()]
    if not sticks:
        raise KnownError("stick_missing")
    return tuple(file for stick in sticks for file in stick.list())


def keep_evidence(station: Station, case_id: UUID, path: Path, source: str, purpose: str = "") -> Arrived:
    """Examine a found file and keep its bytes under the draft's id; the original is only read.

    Raises KnownError: what examining finds (``file_damaged``, ``file_too_large`` …),
    ``stick_gone`` or ``file_gone`` when the stick is pulled half-way, ``file_one_too_many``
    when the draft holds as many as the station takes, ``disk_full``.
    """
    if count(station.store, case_id) >= station.terms.max_exhibits:
        raise KnownError("file_one_too_many", most=str(station.terms.max_exhibits))
    with _stick_of(station, path).open(path) as stream:
        seen = station.examiner.examine(stream)
        try:
            kept = keep(station.store, case_id, stream)
        except OSError as fault:
            raise KnownError("file_gone", name=shown(path.name)) from fault
    exhibit = Exhibit(
        name=shown(path.name),
        media_type=seen.media_type,
        size=kept.size,
        sha256=kept.sha256,
        sm3=kept.sm3,
        source=source,
        device=station.device,
        received_at=station.clock.now(),
        purpose=purpose,
        pages=seen.pages,
    )
    return Arrived(exhibit, seen.thumbnail_png)


def _stick_of(station: Station, path: Path) -> UsbFolder:
    for stick in station.sticks:
        if path.is_relative_to(stick.root):
            return stick
    raise KnownError("file_no_access")
