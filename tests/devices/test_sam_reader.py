"""The reader with the SAM module, against a stand-in on a real pseudo-terminal."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.devices.random import SystemRandom
from stationkiosk.devices.readers import Card, IdReader, ReaderState
from stationkiosk.devices.readers.frames import BadFrameError, Command, Frames, frame
from stationkiosk.devices.readers.sam import RETRY_SECONDS, SILENT_SECONDS, STALE_SECONDS, SamReader
from stationkiosk.devices.readers.serial_line import SerialLine
from stationkiosk.devices.readers.text_part import (
    FOREIGNER_2017,
    FOREIGNER_2023,
    LENGTH,
    RESIDENCE_PERMIT,
    RESIDENT,
    card_of,
)
from stationkiosk.domain.errors import KnownError
from tests.devices.fakes import HeldClock
from tests.devices.sam_standin import CARD, MARK, NAME, NUMBER, SamStandin, content, text_part

ROOT = Path(__file__).parents[2]
POLLS = 40
OTHER = content(text_part(name="另一人", number="110101199003070011"))


@pytest.fixture
def standin() -> Iterator[SamStandin]:
    made = SamStandin()
    yield made
    for event in made.hold.values():
        event.set()


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def reader(standin: SamStandin, clock: HeldClock) -> SamReader:
    return SamReader(lambda: SerialLine(standin.device, 115200), clock, SystemRandom())


def until_read(reader: IdReader) -> Card | None:
    return next((card for _ in range(POLLS) if (card := reader.read())), None)


def until_told(reader: IdReader) -> None:
    with pytest.raises(KnownError, match="card_unreadable"):
        until_read(reader)


def test_a_card_is_read_once_each_time_it_is_laid_on(reader: SamReader, standin: SamStandin) -> None:
    assert reader.read() is None
    standin.lay(CARD)
    assert until_read(reader) == Card(NAME, NUMBER, "resident")
    assert until_read(reader) is None
    standin.lay(None)
    assert reader.read() is None
    standin.lay(CARD)
    assert until_read(reader) == Card(NAME, NUMBER, "resident")


def test_a_card_left_lying_is_not_read_again_where_the_module_finds_it_again(
    reader: SamReader, standin: SamStandin
) -> None:
    standin.finds_again = True
    standin.lay(CARD)
    assert until_read(reader)
    heard = len(standin.heard)
    assert until_read(reader) is None
    assert set(standin.heard[heard:]) == {Command.FIND}


def test_a_card_left_lying_is_not_given_to_the_next_person_but_theirs_is(
    reader: SamReader, standin: SamStandin
) -> None:
    standin.finds_again = True
    standin.lay(CARD)
    assert until_read(reader)
    reader.forget()
    assert until_read(reader) is None
    reader.forget()
    standin.lay(OTHER)
    assert until_read(reader) == Card("另一人", "110101199003070011")


def test_whoever_asks_gets_the_card_that_lies_there(reader: SamReader, standin: SamStandin) -> None:
    standin.finds_again = True
    standin.lay(CARD)
    assert until_read(reader)
    reader.forget()
    assert reader.read(asked=True) == Card(NAME, NUMBER)
    standin.lay(None)
    assert reader.read(asked=True) is None


def test_a_slow_card_is_waited_for_call_by_call(
    reader: SamReader, standin: SamStandin, clock: HeldClock
) -> None:
    standin.hold[Command.READ] = threading.Event()
    standin.lay(CARD)
    for _ in range(3):
        assert reader.read() is None
        clock.seconds += 0.8
    standin.hold[Command.READ].set()
    assert until_read(reader) == Card(NAME, NUMBER)


def test_what_was_half_read_for_one_person_never_reaches_the_next(
    reader: SamReader, standin: SamStandin, clock: HeldClock
) -> None:
    standin.hold[Command.READ] = threading.Event()
    standin.lay(CARD)
    while Command.READ not in standin.heard:
        assert reader.read() is None
    clock.seconds += STALE_SECONDS + 1
    standin.card, standin._read = OTHER, False
    standin.hold.pop(Command.READ).set()
    assert until_read(reader) == Card("另一人", "110101199003070011")


def test_a_torn_frame_and_a_wrong_checksum_are_read_once_more_and_then_told(
    reader: SamReader, standin: SamStandin
) -> None:
    whole = frame(CARD)
    standin.lay(CARD)
    standin.spoil[Command.READ] = whole[:-1] + bytes([whole[-1] ^ 1])
    standin.finds_again = True
    until_told(reader)
    assert standin.heard.count(Command.READ) == 2
    assert until_read(reader) is None
    standin.spoil.clear()
    standin.lay(None)
    reader.read()
    standin.lay(CARD)
    assert until_read(reader)


def test_a_frame_that_stops_half_way_is_told(
    reader: SamReader, standin: SamStandin, clock: HeldClock
) -> None:
    standin.finds_again = True
    standin.lay(CARD)
    standin.spoil[Command.READ] = frame(CARD)[:700]
    told = []
    for _ in range(POLLS):
        try:
            assert reader.read() is None
        except KnownError as fault:
            told.append(fault.key)
        clock.seconds += SILENT_SECONDS - 0.5
    assert told == ["card_unreadable"]
    assert reader.state().ready


def test_noise_before_a_frame_is_passed_over(reader: SamReader, standin: SamStandin) -> None:
    standin.lay(CARD)
    standin.spoil[Command.READ] = b"\x00\xaa\xaa\xff" + frame(CARD)
    assert until_read(reader) == Card(NAME, NUMBER)


def test_a_card_lifted_half_way_is_told_once(reader: SamReader, standin: SamStandin) -> None:
    standin.lay(CARD)
    standin.hold[Command.SELECT] = threading.Event()
    while Command.SELECT not in standin.heard:
        assert reader.read() is None
    standin.lay(None)
    standin.hold.pop(Command.SELECT).set()
    until_told(reader)
    assert until_read(reader) is None


def test_a_reader_unplugged_is_a_trouble_and_back_it_reads_again(clock: HeldClock) -> None:
    places = [SamStandin(CARD)]
    reader = SamReader(lambda: SerialLine(places[-1].device, 115200), clock, SystemRandom())
    assert reader.state() == ReaderState(present=True, ready=True)
    assert until_read(reader)
    places[-1].unplug()
    assert reader.read() is None
    assert reader.state() == ReaderState(present=True, ready=False, trouble="reader_missing")
    places.append(SamStandin(CARD))
    assert not reader.state().ready
    clock.seconds += RETRY_SECONDS
    assert reader.state().ready
    reader.forget()
    assert reader.read(asked=True) == Card(NAME, NUMBER)


def test_a_reader_pulled_while_nobody_reads_is_seen_too(reader: SamReader, standin: SamStandin) -> None:
    assert reader.state().ready
    standin.unplug()
    assert not reader.state().ready


def test_a_silent_reader_counts_as_gone(reader: SamReader, standin: SamStandin, clock: HeldClock) -> None:
    standin.spoil[Command.FIND] = None
    for _ in range(3):
        assert reader.read() is None
        clock.seconds += SILENT_SECONDS / 2 + 0.1
    assert reader.state() == ReaderState(present=True, ready=False, trouble="reader_missing")


@pytest.mark.parametrize("there", [False, True])
def test_a_device_that_is_no_reader_leaves_typing(tmp_path: Path, clock: HeldClock, there: bool) -> None:
    device = tmp_path / "ttyUSB0"
    if there:
        device.touch()
    reader = SamReader(lambda: SerialLine(device, 115200), clock, SystemRandom())
    assert reader.state().trouble == "reader_missing"
    assert reader.read() is None


def test_frames_are_as_the_readers_books_print_them() -> None:
    printed = {Command.FIND: "20 01 22", Command.SELECT: "20 02 21", Command.READ: "30 01 32"}
    for command, tail in printed.items():
        assert frame(command.value) == bytes.fromhex("AA AA AA 96 69 00 03" + tail)
    assert frame(bytes.fromhex("00 00 80")).hex() == "aaaaaa9669000400008084"


@pytest.mark.parametrize("length", ["0000", "0003", "ffff"])
def test_an_impossible_length_is_no_frame(length: str) -> None:
    frames = Frames()
    frames.fill(lambda room, _s: _put(room, bytes.fromhex("aaaaaa9669" + length)), 0)
    with pytest.raises(BadFrameError):
        frames.answer()


def test_a_line_that_only_babbles_fills_nothing_beyond_its_room() -> None:
    frames = Frames()
    frames.fill(lambda room, _s: _put(room, bytes(len(room))), 0)
    assert frames.answer() is None
    with pytest.raises(BadFrameError):
        frames.fill(lambda room, _s: 1, 0)


def _put(room: memoryview, content: bytes) -> int:
    room[: len(content)] = content
    return len(content)


@pytest.mark.parametrize("layout", [RESIDENT, RESIDENCE_PERMIT, FOREIGNER_2017, FOREIGNER_2023])
def test_every_layout_fills_the_text_part(layout: tuple[tuple[str, int], ...]) -> None:
    assert sum(width for _name, width in layout) == LENGTH
    before = dict(
        zip((n for n, _ in layout), (sum(w for _, w in layout[:i]) for i in range(99)), strict=False)
    )
    assert before.get("type", 248) == 248


@pytest.mark.parametrize(
    ("text", "card"),
    [
        (text_part(name="欧阳样品", number=NUMBER.lower()), Card("欧阳样品", NUMBER)),
        (
            text_part(RESIDENCE_PERMIT, name="样品港人", number="810000199001010019", type="J"),
            Card("样品港人", "810000199001010019", "hk_mo_tw"),
        ),
        (
            text_part(
                FOREIGNER_2017, **{"english name": "SAMPLE, ANNA"}, number="USA310081080101", type="I"
            ),
            Card("SAMPLE, ANNA", "USA310081080101", "foreigner"),
        ),
        (
            text_part(FOREIGNER_2017, name="安娜样品", number="USA310081080101", type="I"),
            Card("安娜样品", "USA310081080101", "foreigner"),
        ),
        (
            text_part(FOREIGNER_2023, **{"english name": "SAMPLE"}, number="911124198108030024", type="Y"),
            Card("SAMPLE", "911124198108030024", "foreigner"),
        ),
        (text_part(name="", number=NUMBER), None),
        (text_part(name="样\x07品", number=NUMBER), None),
        (text_part(name="样品", number="1101051949123100"), None),
        (text_part(name="样品", number=NUMBER)[:-2], None),
        (b"\x00\xd8" * 128, None),
    ],
)
def test_the_text_part_of_every_card_is_understood(text: bytes, card: Card | None) -> None:
    assert card_of(memoryview(text)) == card


def test_neither_portrait_nor_address_stays_in_memory(standin: SamStandin) -> None:
    """The reader is in a process of its own, which knows what it looks for only backwards."""
    standin.lay(CARD)
    words = [MARK, "样品路 7 号".encode("utf-16-le"), NAME.encode("utf-16-le")]
    backwards = [word[::-1].hex() for word in words]
    done = subprocess.run(
        [sys.executable, "-m", "tests.devices.remembers", str(standin.device), *backwards],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    portrait, address, name = map(int, done.stdout.split())
    assert (portrait, address) == (0, 0)
    assert name
