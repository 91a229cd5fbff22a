"""Evidence on its way in: looked at in a child process, hashed and kept the moment it arrives."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import structlog

from stationkiosk.casework.station import Station
from stationkiosk.casework.views import EvidenceTerms, Sight
from stationkiosk.devices.camera import has_camera
from stationkiosk.devices.evidence.examine import Examined
from stationkiosk.devices.evidence.folder import Found, Listing, UsbFolder
from stationkiosk.devices.evidence.limits import MIB
from stationkiosk.devices.evidence.scanner import ScannerFolder
from stationkiosk.devices.names import shown
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.errors import KnownError
from stationkiosk.store.evidence import count, keep, read, weight
from stationkiosk.store.progress import Progress, silent

log = structlog.get_logger()

USB, CAMERA, SCANNER = "usb", "camera", "scanner"
LARGE = 1600
"""The longest side, in pixels, of a picture that is looked at large."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An exhibit whose bytes are in the store, and its small picture (PNG) if it has one."""

    exhibit: Exhibit
    thumbnail: bytes | None


def evidence_terms(station: Station) -> EvidenceTerms:
    """Return where evidence may come from here and how much is taken; get ready to look at some."""
    station.examiner.warm()
    terms = station.terms
    there = {
        USB: bool(station.sticks),
        CAMERA: terms.camera == "sample" or (terms.camera == "auto" and has_camera()),
        SCANNER: station.scanner is not None,
    }
    return EvidenceTerms(
        sources=tuple(source for source, has in there.items() if has),
        most_files=terms.max_exhibits,
        most_total=terms.max_evidence,
        most_file=station.examiner.limits.file,
        made_up=terms.camera == "sample",
    )


def found_files(station: Station, source: str = USB) -> Listing:
    """Return the files of the sticks that are in now, or what came from the scanner for this person.

    KnownError ``stick_missing``: no stick is in; ``scanner_missing``: its folder cannot be read.
    """
    if source == SCANNER:
        return _scanner(station).arrived()
    sticks = [stick for stick in station.sticks if stick.present()]
    if not sticks:
        raise KnownError("stick_missing")
    looks = [stick.look() for stick in sticks]
    return Listing(tuple(_newest(looks)), any(look.more for look in looks))


def begin_scan(station: Station) -> None:
    """From now on what the scanner writes is this person's. KnownError ``scanner_missing``."""
    _scanner(station).begin()


def keep_evidence(
    station: Station,
    case_id: UUID,
    path: Path,
    source: str,
    purpose: str = "",
    progress: Progress = silent,
) -> Arrived:
    """Examine a found file and keep its bytes under the draft's id; the original is only read.

    What the scanner wrote goes from its folder once it is kept, where the station has set so.
    ``progress`` may raise to stop; nothing of the file stays then. Raises KnownError: what
    examining finds (``file_damaged``, ``file_too_large`` …), ``stick_gone`` or ``file_gone`` when
    the stick is pulled half-way, ``file_one_too_many`` or ``file_over_total`` when the draft holds
    as much as the station takes, ``disk_full``.
    """
    with _opened(station, path, source) as stream:
        arrived = _keep(station, case_id, stream, shown(path.name), source, purpose, progress)
    if source == SCANNER and not _scanner(station).took(path):
        log.warning("scan_not_removed")
    return arrived


def keep_picture(station: Station, case_id: UUID, data: bytes, source: str, name: str) -> Arrived:
    """Keep a picture that was taken here, as ``keep_evidence`` does; it touches no disk before."""
    with _in_memory([data]) as stream:
        return _keep(station, case_id, stream, name, source, "", silent)


def look_at_found(station: Station, path: Path, source: str, page: int) -> Sight:
    """Return how a found file looks, before it is kept. Raises as examining does."""
    with _opened(station, path, source) as stream:
        return _sight(station.examiner.draw(stream, page, LARGE))


def look_at_kept(station: Station, case_id: UUID, sha256: str, page: int) -> Sight:
    """Return how a kept file looks. KnownError ``evidence_missing``: there is none."""
    with _in_memory(read(station.store, case_id, sha256)) as stream:
        return _sight(station.examiner.draw(stream, page, LARGE))


def look_at_film(station: Station, case_id: UUID, sha256: str) -> Sight:
    """Return how a kept film looks: its first picture, where one can be had. Raises as ``look_at_kept``."""
    with _in_memory(read(station.store, case_id, sha256)) as stream:
        return _sight(station.examiner.poster(stream, LARGE))


def small_picture(station: Station, case_id: UUID, sha256: str) -> bytes | None:
    """Return the small picture (PNG) of a kept file, drawn anew; None where it has none or is gone."""
    try:
        with _in_memory(read(station.store, case_id, sha256)) as stream:
            return station.examiner.examine(stream).thumbnail_png
    except KnownError:
        return None


def _keep(
    station: Station,
    case_id: UUID,
    stream: BinaryIO,
    name: str,
    source: str,
    purpose: str,
    progress: Progress,
) -> Arrived:
    _require_room(station, case_id, stream)
    seen = station.examiner.examine(stream)
    try:
        kept = keep(station.store, case_id, stream, progress=progress)
    except OSError as fault:
        raise KnownError("file_gone") from fault
    exhibit = Exhibit(
        name=name,
        media_type=seen.media_type,
        size=kept.size,
        sha256=kept.sha256,
        sm3=kept.sm3,
        source=source,
        device=station.device,
        received_at=station.clock.now(),
        purpose=purpose,
        pages=seen.pages,
        seconds=seen.seconds,
    )
    return Arrived(exhibit, seen.thumbnail_png)


def _require_room(station: Station, case_id: UUID, stream: BinaryIO) -> None:
    terms = station.terms
    if count(station.store, case_id) >= terms.max_exhibits:
        raise KnownError("file_one_too_many", most=str(terms.max_exhibits))
    size = os.fstat(stream.fileno()).st_size
    if size <= station.examiner.limits.file and weight(station.store, case_id) + size > terms.max_evidence:
        raise KnownError("file_over_total", most=str(terms.max_evidence // MIB))


def open_on_stick(station: Station, path: Path) -> BinaryIO:
    """Return a file on a stick, open for reading; see ``UsbFolder.open``."""
    return _stick_of(station, path).open(path)


def _opened(station: Station, path: Path, source: str) -> BinaryIO:
    if source == SCANNER:
        return _scanner(station).open(path)
    return _stick_of(station, path).open(path)


@contextmanager
def _in_memory(pieces: Iterable[bytes]) -> Iterator[BinaryIO]:
    """Yield a file that lies in memory alone, so that a child can be given it."""
    with os.fdopen(os.memfd_create("evidence", os.MFD_CLOEXEC), "w+b") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        file.seek(0)
        yield file


def _sight(seen: Examined) -> Sight:
    return Sight(seen.media_type, seen.pages, seen.seconds, seen.thumbnail_png)


def _newest(looks: list[Listing]) -> list[Found]:
    """Return all files, what was written last first; those of one moment as they stood."""
    files = [file for look in looks for file in look.files]
    return sorted(files, key=lambda file: file.modified, reverse=True)


def _scanner(station: Station) -> ScannerFolder:
    if station.scanner is None:
        raise KnownError("scanner_missing")
    return station.scanner


def _stick_of(station: Station, path: Path) -> UsbFolder:
    for stick in station.sticks:
        if path.is_relative_to(stick.root):
            return stick
    raise KnownError("file_no_access")
