"""Whether the write-ahead log lost commits that it once held (sqlite.org/walformat.html).

SQLite reads the log up to the first frame whose checksum fails and takes the rest for the
torn end of a commit that never was. That is right after a power cut. It is wrong when a
damaged frame stands before whole commits: with synchronous=FULL a commit begins only
after the one before is on the disk, so those were acknowledged and would be lost unsaid.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from stationkiosk.store.descriptors import descriptor

_HEADER = 32
_FRAME_HEADER = 24
_FRAME = _FRAME_HEADER + 4096
_BIG_ENDIAN_BIT = 1


def log_of(path: Path) -> Path:
    """Return the log of the database at ``path``."""
    return path.with_name(path.name + "-wal")


def lost_commits(path: Path) -> bool:
    """Tell whether commits stand behind a damaged place in the log.

    The caller holds the write lock of an open connection, so that neither the log nor its
    index moves meanwhile.
    """
    log, index = log_of(path), path.with_name(path.name + "-shm")
    if not (log.exists() and index.exists()) or log.stat().st_size < _HEADER + _FRAME:
        return False
    with descriptor(index) as file_of_index:
        seen, salts = _index(os.pread(file_of_index, 48, 0))
    with log.open("rb") as file:
        header = file.read(_HEADER)
        if not _header_holds(header):
            return True
        if header[16:24] != salts:
            return False
        return _commit_followed(_frames(file, seen), salts)


def _index(header: bytes) -> tuple[int, bytes]:
    """Return how many frames SQLite takes for whole, and the salts they carry."""
    return struct.unpack_from("=I", header, 16)[0], header[32:40]


def _header_holds(header: bytes) -> bool:
    order = ">" if header[3] & _BIG_ENDIAN_BIT else "<"
    words = struct.unpack(f"{order}6I", header[:24])
    first = second = 0
    for i in range(0, 6, 2):
        first = first + words[i] + second & 0xFFFFFFFF
        second = second + words[i + 1] + first & 0xFFFFFFFF
    return struct.unpack(">2I", header[24:32]) == (first, second)


def _frames(file: BinaryIO, start: int) -> Iterator[tuple[bool, bytes]]:
    """Yield whether each frame from ``start`` ends a commit, and its salts."""
    file.seek(_HEADER + start * _FRAME)
    while len(header := file.read(_FRAME_HEADER)) == _FRAME_HEADER:
        yield header[4:8] != bytes(4), header[8:16]
        file.seek(_FRAME - _FRAME_HEADER, 1)


def _commit_followed(frames: Iterator[tuple[bool, bytes]], salts: bytes) -> bool:
    ended = False
    for ends, found in frames:
        if found == salts:
            if ended:
                return True
            ended = ends
    return False
