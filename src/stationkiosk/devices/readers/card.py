"""What every reader of ID cards gives and tells. None is ever required: typing is the other way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

CardKind = Literal["resident", "hk_mo_tw", "foreigner"]


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
    """A reader that is asked again and again."""

    def state(self) -> ReaderState:
        """Return how the reader is now."""

    def read(self, *, asked: bool = False) -> Card | None:
        """Return a card once each time one is laid on, else None, without waiting.

        ``asked``: somebody pressed a button for it. Then a card that still lies there is given
        once more, and the reader waits some seconds for one that it is reading.
        Raises ``KnownError("card_unreadable")`` once for a card that cannot be read.
        """

    def forget(self) -> None:
        """Drop what is half read: the session ended. A card left lying is not given to the next."""


class NoReader:
    """A station without a reader."""

    def state(self) -> ReaderState:
        """Return that there is none, which is no trouble."""
        return ReaderState(present=False, ready=False)

    def read(self, *, asked: bool = False) -> Card | None:  # noqa: ARG002
        """Return None."""
        return None

    def forget(self) -> None:
        """Hold nothing."""
