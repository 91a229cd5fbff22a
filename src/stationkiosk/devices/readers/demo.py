"""A stand-in for development: a file is the card."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import get_args

from stationkiosk.devices.readers.card import Card, CardKind, ReaderState
from stationkiosk.domain.errors import KnownError

_LARGEST = 4096
_FILE = "card.json"


class DemoReader:
    """A stand-in for development: ``card.json`` dropped into ``folder`` is a card laid on.

    The file holds ``{"name": …, "id_number": …, "kind": "resident"}``; taking it away takes
    the card off. Its data are made up by whoever writes the file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._laid: tuple[int, int] | None = None

    def state(self) -> ReaderState:
        """Return ready while the folder is there."""
        ready = self.folder.is_dir()
        return ReaderState(present=True, ready=ready, trouble="" if ready else "reader_missing")

    def forget(self) -> None:
        """Hold nothing: a card is given whole or not at all."""

    def read(self, *, asked: bool = False) -> Card | None:
        """Return the card once each time the file appears or changes; ``asked``, once more."""
        if asked:
            self._laid = None
        try:
            handle = os.open(
                self.folder / _FILE, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            )
        except OSError:
            self._laid = None
            return None
        try:
            return self._new_card(handle)
        finally:
            os.close(handle)

    def _new_card(self, handle: int) -> Card | None:
        about = os.fstat(handle)
        laid = (about.st_ino, about.st_mtime_ns)
        if laid == self._laid or not stat.S_ISREG(about.st_mode):
            return None
        self._laid = laid
        return _card(os.read(handle, _LARGEST + 1))


def _card(raw: bytes) -> Card:
    try:
        body = json.loads(raw if len(raw) <= _LARGEST else b"")
        name, number, kind = body["name"], body["id_number"], body.get("kind", "resident")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KnownError("card_unreadable") from None
    if not (isinstance(name, str) and isinstance(number, str) and kind in get_args(CardKind)):
        raise KnownError("card_unreadable")
    return Card(name, number, kind)
