"""Whether what lies on a reader was given before: each card is given once each time it is laid on."""

from __future__ import annotations

import hmac

from stationkiosk.domain.ports import Random

UNREADABLE = b"unreadable"


class Laid:
    """Remembers the card given last, as a keyed digest that dies with the program.

    While the reader is watched, a card that is found again is the same one still lying there. After
    a gap (nobody watched, or the session ended) it is looked at again: the same card is not given
    to the next person, another one is.
    """

    def __init__(self, random: Random) -> None:
        self._salt = random.bytes(32)
        self._given = b""
        self._watched = False

    @property
    def still(self) -> bool:
        """Whether a card that is found now is the one given before."""
        return bool(self._given) and self._watched

    def lifted(self) -> None:
        """The reader is empty."""
        self._given, self._watched = b"", True

    def gap(self) -> None:
        """Nobody watched for a while."""
        self._watched = False

    def is_new(self, number: str, *, asked: bool) -> bool:
        """Tell whether a card that was read is to be given, and remember it."""
        digest = hmac.digest(self._salt, number.encode(), "sha256")
        new = asked or digest != self._given
        self._given, self._watched = digest, True
        return new

    def unreadable(self) -> None:
        """What lies there cannot be read; it is told once."""
        self._given, self._watched = UNREADABLE, True
