"""Cards in a PC/SC reader, against a card that answers as a social security card does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stationkiosk.devices.random import SystemRandom
from stationkiosk.devices.readers import Card, ReaderState
from stationkiosk.devices.readers.pcsc import (
    GET_RESPONSE,
    READ_NAME,
    READ_NUMBER,
    SELECT_APPLICATION,
    SELECT_PERSON,
    STALE_SECONDS,
    CardGoneError,
    PcscReader,
)
from stationkiosk.domain.errors import KnownError
from tests.devices.fakes import HeldClock

NUMBER = "11010519491231002X"
Answers = dict[bytes, tuple[bytes, int]]


def record(tag: int, value: bytes) -> bytes:
    return bytes([tag, len(value)]) + value


def answers(name: str = "样品人", number: str = NUMBER) -> Answers:
    return {
        SELECT_APPLICATION: (b"", 0x6110),
        SELECT_PERSON: (b"", 0x9000),
        READ_NUMBER: (record(8, number.encode()), 0x9000),
        READ_NAME: (record(9, name.encode("gb18030").ljust(30, b"\0")), 0x9000),
    }


class FakeSlots:
    """One reader; ``card`` lies in it or is None."""

    def __init__(self) -> None:
        self.card: Answers | None = None
        self.plugged = True
        self.sent: list[bytes] = []

    def present(self) -> bool:
        return self.plugged

    def connect(self) -> Callable[[bytes], tuple[bytes, int]]:
        if self.card is None or not self.plugged:
            raise CardGoneError
        return self._send

    def _send(self, command: bytes) -> tuple[bytes, int]:
        self.sent.append(command)
        if self.card is None:
            raise CardGoneError
        return self.card.get(command, (b"", 0x6A82))


@pytest.fixture
def slots() -> FakeSlots:
    return FakeSlots()


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def reader(slots: FakeSlots, clock: HeldClock) -> PcscReader:
    return PcscReader(lambda: slots, clock, SystemRandom())


def test_a_card_is_read_once_each_time_it_is_put_in(reader: PcscReader, slots: FakeSlots) -> None:
    assert reader.read() is None
    slots.card = answers()
    assert reader.read() == Card("样品人", NUMBER)
    assert reader.read() is None
    slots.card = None
    assert reader.read() is None
    slots.card = answers()
    assert reader.read() == Card("样品人", NUMBER)


def test_a_card_left_in_is_not_given_to_the_next_person(
    reader: PcscReader, slots: FakeSlots, clock: HeldClock
) -> None:
    slots.card = answers()
    assert reader.read()
    reader.forget()
    assert reader.read() is None
    clock.seconds += STALE_SECONDS + 1
    assert reader.read() is None
    assert reader.read(asked=True) == Card("样品人", NUMBER)
    reader.forget()
    slots.card = answers("另一人", "110101199003070011")
    assert reader.read() == Card("另一人", "110101199003070011")


def test_a_card_that_answers_in_two_steps_is_read(reader: PcscReader, slots: FakeSlots) -> None:
    slots.card = answers()
    name = slots.card[READ_NAME][0]
    slots.card |= {READ_NAME: (b"", 0x6120), GET_RESPONSE + b"\x20": (name, 0x9000)}
    assert reader.read() == Card("样品人", NUMBER)


@pytest.mark.parametrize(
    "spoiled",
    [
        {SELECT_APPLICATION: (b"", 0x6A82)},
        {SELECT_PERSON: (b"", 0x6982)},
        {READ_NUMBER: (b"", 0x6982)},
        {READ_NUMBER: (b"\x08", 0x9000)},
        {READ_NAME: (record(9, b""), 0x9000)},
        {READ_NUMBER: (record(8, b"123"), 0x9000)},
    ],
)
def test_another_card_is_told_once(reader: PcscReader, slots: FakeSlots, spoiled: Answers) -> None:
    slots.card = answers() | spoiled
    with pytest.raises(KnownError, match="card_unreadable"):
        reader.read()
    assert reader.read() is None


def test_a_card_pulled_out_while_it_is_read_is_told(reader: PcscReader, slots: FakeSlots) -> None:
    slots.card = answers()
    connect = slots.connect

    def pulled() -> Callable[[bytes], tuple[bytes, int]]:
        send = connect()
        slots.card = None
        return send

    slots.connect = pulled  # type: ignore[method-assign]
    with pytest.raises(KnownError, match="card_unreadable"):
        reader.read()


def test_a_reader_that_is_not_there_leaves_typing(reader: PcscReader, slots: FakeSlots) -> None:
    assert reader.state() == ReaderState(present=True, ready=True)
    slots.plugged = False
    assert reader.state() == ReaderState(present=True, ready=False, trouble="reader_missing")
    assert reader.read() is None


def test_a_station_without_the_part_says_so_and_leaves_typing(clock: HeldClock) -> None:
    def missing() -> FakeSlots:
        raise ImportError("smartcard")

    reader = PcscReader(missing, clock, SystemRandom())
    assert reader.state() == ReaderState(present=True, ready=False, trouble="reader_part_missing")
    assert reader.read() is None
