"""A database damaged anywhere is told, or reads exactly as before: never a wrong answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.checkpoints import take
from stationkiosk.store.engine import Store
from tests.store.conftest import KEY, NOON, SeededRandom, put_case
from tests.store.damage import Content, content, lay_copy, told_or_same
from tests.store.test_verification import KEYS, full_case

FRAME = 24 + 4096
QUICK = settings(max_examples=60)
LONG = settings(max_examples=2000)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Content]:
    """A store with three cases and a checkpoint, properly closed."""
    path = tmp_path_factory.mktemp("closed") / "station.db"
    store = Store.create(path, KEY, random=SeededRandom())
    for n in range(3):
        full_case(store, f"LJ07A-{n}")
    take(store, KEYS, NOON)
    before = content(store)
    store.close()
    return path, before


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Content]:
    """The files of a store whose machine lost its power: all commits are still in the log."""
    folder = tmp_path_factory.mktemp("cut")
    path = folder / "station.db"
    store = Store.create(path, KEY, random=SeededRandom())
    for n in range(3):
        full_case(store, f"LJ07A-{n}")
    before = content(store)
    copy = lay_copy(path, folder / "left")
    store.close()
    return copy, before


def flip(path: Path, at: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))


def flipped_is_told(sound: tuple[Path, Content], folder: Path, where: float, bit: int) -> None:
    copy = lay_copy(sound[0], folder / "copy")
    at = int(where * copy.stat().st_size)
    flip(copy, at, bit)
    assert told_or_same(copy, sound[1])


PLACES = st.floats(0, 1, exclude_max=True)
BITS = st.integers(0, 7)


@QUICK
@given(PLACES, BITS)
def test_a_flipped_bit_is_told(
    closed: tuple[Path, Content], tmp_path_factory: pytest.TempPathFactory, where: float, bit: int
) -> None:
    flipped_is_told(closed, tmp_path_factory.getbasetemp(), where, bit)


@pytest.mark.long
@LONG
@given(PLACES, BITS)
def test_a_flipped_bit_is_told_anywhere(
    closed: tuple[Path, Content], tmp_path_factory: pytest.TempPathFactory, where: float, bit: int
) -> None:
    flipped_is_told(closed, tmp_path_factory.getbasetemp(), where, bit)


@QUICK
@given(PLACES)
def test_a_file_cut_anywhere_is_told(
    closed: tuple[Path, Content], tmp_path_factory: pytest.TempPathFactory, where: float
) -> None:
    copy = lay_copy(closed[0], tmp_path_factory.getbasetemp() / "copy")
    size = int(where * copy.stat().st_size)
    with copy.open("r+b") as file:
        file.truncate(size)
    assert told_or_same(copy, closed[1])


@settings(max_examples=20)
@given(PLACES, st.binary(min_size=1, max_size=9000))
def test_a_stretch_written_over_is_told(
    closed: tuple[Path, Content], tmp_path_factory: pytest.TempPathFactory, where: float, junk: bytes
) -> None:
    copy = lay_copy(closed[0], tmp_path_factory.getbasetemp() / "copy")
    raw = copy.read_bytes()
    at = min(max(16, int(where * len(raw))), len(raw) - len(junk))
    copy.write_bytes(raw[:at] + junk + raw[at + len(junk) :])
    assert told_or_same(copy, closed[1]) or junk == raw[at : at + len(junk)]


def test_two_pages_swapped_are_told(closed: tuple[Path, Content], tmp_path: Path) -> None:
    copy = lay_copy(closed[0], tmp_path / "copy")
    raw = bytearray(copy.read_bytes())
    raw[4096:8192], raw[8192:12288] = raw[8192:12288], raw[4096:8192]
    copy.write_bytes(raw)
    assert told_or_same(copy, closed[1])


def test_a_log_left_by_a_power_cut_gives_all_commits(cut_off: tuple[Path, Content], tmp_path: Path) -> None:
    copy = lay_copy(cut_off[0], tmp_path / "copy")
    assert copy.with_name("station.db-wal").stat().st_size > 20 * FRAME
    assert not told_or_same(copy, cut_off[1])


@settings(max_examples=40)
@given(PLACES, BITS)
def test_a_flipped_bit_in_the_log_never_loses_acknowledged_commits_unsaid(
    cut_off: tuple[Path, Content], tmp_path_factory: pytest.TempPathFactory, where: float, bit: int
) -> None:
    copy = lay_copy(cut_off[0], tmp_path_factory.getbasetemp() / "copy")
    log = copy.with_name("station.db-wal")
    last = last_commit(log)
    at = int(where * last)
    flip(log, at, bit)
    told_or_same(copy, cut_off[1])


def last_commit(log: Path) -> int:
    """Return where the last transaction of the log begins."""
    raw = log.read_bytes()
    ends = [i for i in range((len(raw) - 32) // FRAME) if any(raw[32 + i * FRAME + 4 : 32 + i * FRAME + 8])]
    return 32 + (ends[-2] + 1) * FRAME


def test_the_torn_end_of_a_commit_is_no_damage(cut_off: tuple[Path, Content], tmp_path: Path) -> None:
    copy = lay_copy(cut_off[0], tmp_path / "copy")
    log = copy.with_name("station.db-wal")
    with log.open("r+b") as file:
        file.truncate(log.stat().st_size - 100)
    store = Store.open(copy, KEY)
    with store.write() as unit:
        put_case(unit, "LJ07A-next")
    store.close()


def test_a_running_store_is_opened_by_others_while_its_log_grows_and_starts_again(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    store = Store.create(path, KEY)
    for n in range(40):
        with store.write() as unit:
            put_case(unit, f"LJ07A-{n}")
        if n % 10 == 5:
            with store.read() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(RESTART)")
        Store.open(path, KEY).close()
    store.close()


def test_damage_met_while_working_is_told(closed: tuple[Path, Content], tmp_path: Path) -> None:
    copy = lay_copy(closed[0], tmp_path / "copy")
    raw = bytearray(copy.read_bytes())
    for at in range(4096 * 3 + 50, len(raw), 4096):
        raw[at] ^= 1
    copy.write_bytes(raw)
    store = Store(copy, KEY)
    with pytest.raises(KnownError, match="store_corrupt"):
        content(store)
    store.close()
