"""Cards in a PC/SC reader: the social security card, which holds its owner's name and ID number.

The mainland ID card does not answer here; see ``sam``. The part that speaks to PC/SC is pyscard,
an extra (``stationkiosk[cards]``): where it is not installed the reader says so and typing goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from stationkiosk.devices.readers.card import Card, ReaderState
from stationkiosk.devices.readers.laid import Laid
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

SELECT_APPLICATION = b"\x00\xa4\x04\x00\x0fsx1.sh." + "社会保障".encode("gb18030")
SELECT_PERSON = b"\x00\xa4\x02\x00\x02\xef\x06"
READ_NUMBER = b"\x00\xb2\x08\x00\x14"
READ_NAME = b"\x00\xb2\x09\x00\x20"
GET_RESPONSE = b"\x00\xc0\x00\x00"

STALE_SECONDS = 3.0
_DONE = 0x9000
_MORE = 0x61
_NUMBER = re.compile(r"[1-9]\d{16}[\dX]")


class CardGoneError(Exception):
    """There is no card in the reader, or it was taken out."""


class Slots(Protocol):
    """The PC/SC readers of this machine."""

    def present(self) -> bool:
        """Tell whether there is one."""

    def connect(self) -> Callable[[bytes], tuple[bytes, int]]:
        """Return what sends a command to the card that lies there and returns data and status word.

        Raises CardGoneError; so does what it returns.
        """


class PcscReader:
    """The first reader with a card in it. ``open_slots`` raises ImportError where the part is missing."""

    def __init__(self, open_slots: Callable[[], Slots], clock: Clock, random: Random) -> None:
        self._open_slots = open_slots
        self._clock = clock
        self._slots: Slots | None = None
        self._laid = Laid(random)
        self._seen_at = 0.0

    def state(self) -> ReaderState:
        """Return ready while a reader is plugged in."""
        try:
            ready = self._made().present()
        except ImportError:
            return ReaderState(present=True, ready=False, trouble="reader_part_missing")
        return ReaderState(present=True, ready=ready, trouble="" if ready else "reader_missing")

    def read(self, *, asked: bool = False) -> Card | None:
        """Return the card once each time it is put in; see ``IdReader.read``."""
        now = self._clock.monotonic()
        if now - self._seen_at > STALE_SECONDS:
            self._laid.gap()
        self._seen_at = now
        try:
            send = self._made().connect()
        except ImportError:
            return None
        except CardGoneError:
            self._laid.lifted()
            return None
        if self._laid.still and not asked:
            return None
        try:
            card = _person(send)
        except CardGoneError:
            card = None
        if card is None:
            self._laid.unreadable()
            raise KnownError("card_unreadable")
        return card if self._laid.is_new(card.id_number, asked=asked) else None

    def forget(self) -> None:
        """Take the next look as a first one."""
        self._laid.gap()

    def _made(self) -> Slots:
        if self._slots is None:
            self._slots = self._open_slots()
        return self._slots


def _person(send: Callable[[bytes], tuple[bytes, int]]) -> Card | None:
    for command in (SELECT_APPLICATION, SELECT_PERSON):
        _data, status = send(command)
        if status != _DONE and status >> 8 != _MORE:
            return None
    number, name = _value(send, READ_NUMBER), _value(send, READ_NAME)
    if not name or not name.isprintable() or not _NUMBER.fullmatch(number):
        return None
    return Card(name, number)


def _value(send: Callable[[bytes], tuple[bytes, int]], command: bytes) -> str:
    """Return the value of a record: a tag, a length, the value in GB 18030, filled up with blanks."""
    data, status = send(command)
    if status >> 8 == _MORE:
        data, status = send(GET_RESPONSE + bytes([status & 0xFF]))
    if status != _DONE or len(data) < 2:
        return ""
    return data[2 : 2 + data[1]].decode("gb18030", "replace").strip(" \0　")


class PyscardSlots:
    """PC/SC through pyscard. Raises ImportError when it is not installed, with the library under it."""

    def __init__(self) -> None:
        from smartcard.Exceptions import CardConnectionException, NoCardException
        from smartcard.pcsc.PCSCExceptions import BaseSCardException
        from smartcard.System import readers

        self._readers = readers
        self._gone: tuple[type[Exception], ...] = (NoCardException, CardConnectionException)
        self._faults: tuple[type[Exception], ...] = (*self._gone, BaseSCardException)

    def present(self) -> bool:
        """Tell whether there is a reader; without the system's card service there is none."""
        try:
            return bool(self._readers())
        except self._faults:
            return False

    def connect(self) -> Callable[[bytes], tuple[bytes, int]]:
        """Connect to the first card there is."""
        try:
            found = self._readers()
        except self._faults:
            found = []
        for reader in found:
            connection = reader.createConnection()
            try:
                connection.connect()
            except self._faults:
                continue
            return lambda command: self._send(connection.transmit, command)
        raise CardGoneError

    def _send(
        self, transmit: Callable[[list[int]], tuple[list[int], int, int]], command: bytes
    ) -> tuple[bytes, int]:
        try:
            data, high, low = transmit(list(command))
        except self._faults as fault:
            raise CardGoneError from fault
        return bytes(data), high << 8 | low
