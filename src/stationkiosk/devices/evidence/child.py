"""The process that looks into one stranger's file, and then ends.

Started as ``python -m stationkiosk.devices.evidence.child`` with a Unix socket as standard
input. It loads its decoders, waits for one message (the limits as JSON, with the file's
descriptor), walls itself in, and answers on standard output: one line of JSON, then the
thumbnail's bytes. It opens no file, needs no network and starts no process.
"""

from __future__ import annotations

import io
import json
import os
import socket
import sys
from typing import TYPE_CHECKING, BinaryIO

from stationkiosk.devices.evidence.confine import limit, wall_in
from stationkiosk.devices.evidence.film import judge_film
from stationkiosk.devices.evidence.limits import TAKEN, Limits
from stationkiosk.devices.evidence.pdf import judge_pdf
from stationkiosk.devices.evidence.pictures import judge_picture
from stationkiosk.devices.evidence.sniff import HEAD, MP4, PDF, other_kind, taken_kind
from stationkiosk.domain.errors import KnownError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MESSAGE = 4096


def main() -> None:
    """Serve one file."""
    with socket.socket(fileno=os.dup(0)) as parent:
        message, handles, _flags, _address = socket.recv_fds(parent, _MESSAGE, 1)
    if not handles:
        return
    limits = Limits.from_json(message)
    limit(limits)
    wall_in()
    source = Apart(handles[0])
    with io.BufferedReader(source) as file:
        head, thumbnail = verdict(file, limits)
    if source.lost:
        head, thumbnail = {"fault": "file_gone", "values": {}}, b""
    answer(head, thumbnail)


class Apart(io.RawIOBase):
    """A descriptor read at a place of its own: the parent shares its offset and must find it unmoved.

    ``lost``: a read failed, as it does when a stick is pulled; decoders hide that.
    """

    def __init__(self, handle: int) -> None:
        self.lost = False
        self._handle = handle
        self._at = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move and return the place to read at next."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence)
        base = os.fstat(self._handle).st_size if start is None else start
        if base + offset < 0:
            raise ValueError("before the start")
        self._at = base + offset
        return self._at

    def readinto(self, room: WriteableBuffer) -> int:
        """Fill ``room`` from the place and return how many bytes came; 0 is the end."""
        try:
            count = os.preadv(self._handle, [room], self._at)
        except OSError:
            self.lost = True
            raise
        self._at += count
        return count


def verdict(file: BinaryIO, limits: Limits) -> tuple[dict[str, object], bytes]:
    """Return the answer about ``file``: its head and the thumbnail's bytes."""
    try:
        media_type, pages, thumbnail = judge(file, limits)
    except KnownError as refusal:
        return {"fault": refusal.key, "values": refusal.values}, b""
    except MemoryError:
        return {"fault": "examine_failed", "values": {}}, b""
    except Exception:  # decoders raise whatever a crafted file makes them raise
        return {"fault": "file_damaged", "values": {}}, b""
    return {"media_type": media_type, "pages": pages, "thumbnail": len(thumbnail)}, thumbnail


def judge(file: BinaryIO, limits: Limits) -> tuple[str, int, bytes]:
    """Return media type, pages (0 where there are none) and thumbnail ("" where there is none)."""
    head = file.read(HEAD)
    file.seek(0)
    kind = taken_kind(head)
    if kind == "":
        raise KnownError("file_kind_unknown", found=other_kind(head), taken=TAKEN)
    if kind == MP4:
        return judge_film(file), 0, b""
    if kind == PDF:
        return kind, *judge_pdf(file, limits)
    return kind, 0, judge_picture(file, kind, limits)


def answer(head: dict[str, object], thumbnail: bytes) -> None:
    """Write the answer on standard output."""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + thumbnail)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
