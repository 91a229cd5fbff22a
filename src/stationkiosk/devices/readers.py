"""Identity-card readers. None is ever required: typing is the other way.

The mainland card answers only through a reader with the police ministry's SAM module;
that adapter and PC/SC for other cards keep to the same protocol.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, get_args

from stationkiosk.domain.errors import KnownError

CardKind = Literal["resident", "hk_mo_tw", "foreigner"]

_LARGEST = 4096
_FILE = "card.json"


@dataclass(frozen=True, slots=True)
class Card:
    """What a reader takes from a card: no picture, no fingerprint. Never shows itself in a log."""

    name: str = field(repr=False)
    id_number: str = field(repr=False)
    kind: CardKind = "resident"


@dataclass(frozen=True, slots=True)
class ReaderState:
    """``present``: the station has a reader. ``trouble`` is a fault's key or ""."""

    present: bool
    ready: bool
    trouble: str = ""


class IdReader(Protocol):
    """A reader that is asked again and again and never waits."""

    def state(self) -> ReaderState:
        """Return how the reader is now."""

    def read(self) -> Card | None:
        """Return a card once each time one is laid on, else None.

        Raises ``KnownError("card_unreadable")`` once for a card that cannot be read.
        """


class NoReader:
    """A station without a reader."""

    def state(self) -> ReaderState:
        """Return that there is none, which is no trouble."""
        return ReaderState(present=False, ready=False)

    def read(self) -> Card | None:
        """Return None."""
        return None


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

    def read(self) -> Card | None:
        """Return the card once each time the file appears or changes."""
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
