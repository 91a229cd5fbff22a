"""Copies: nothing is called printed that was not, and each copy's fate is kept through crashes."""

from __future__ import annotations

import shutil

import pytest
from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.views import CopyState, PaperRef
from stationkiosk.devices.printing import JobState, Stage, Ticket, Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.store import tables
from tests.casework.world import World, application


@pytest.fixture
def counter(world: World) -> Counter:
    return world.counter()


@pytest.fixture
def receipt(world: World, counter: Counter) -> PaperRef:
    return counter.file(application(world.station), "press-1").receipt


def fates(world: World) -> list[str]:
    with world.station.store.read() as connection:
        return list(
            connection.execute(select(tables.CopyEvent.state).order_by(tables.CopyEvent.n)).scalars()
        )


def test_a_copy_goes_from_the_printer_into_a_hand(
    world: World, counter: Counter, receipt: PaperRef
) -> None:
    copy = counter.print_receipt(receipt)
    assert copy.state is CopyState.SETTLED
    assert counter.in_hand(receipt, copy.n, True).state is CopyState.IN_HAND
    assert fates(world) == ["spooled", "settled", "in_hand"]
    assert [file.suffix for file in (world.folder / "printed").glob("*.pdf")] == [".pdf"]


def test_the_first_word_on_a_copy_stands(world: World, counter: Counter, receipt: PaperRef) -> None:
    copy = counter.print_receipt(receipt)
    for yes in (True, True, False):
        assert counter.in_hand(receipt, copy.n, yes).state is CopyState.IN_HAND
    assert fates(world) == ["spooled", "settled", "in_hand"]


def test_a_paper_not_in_hand_is_kept_as_such(counter: Counter, receipt: PaperRef) -> None:
    copy = counter.print_receipt(receipt)
    assert counter.in_hand(receipt, copy.n, False).state is CopyState.ABANDONED


def test_each_copy_says_which_it_is(world: World, counter: Counter, receipt: PaperRef) -> None:
    first, second = counter.print_receipt(receipt), counter.print_receipt(receipt, "again")
    assert (first.n, second.n) == (1, 2)
    with world.station.store.read() as connection:
        rows = connection.execute(select(tables.Copy.__table__).order_by(tables.Copy.n)).all()
    assert [row.copy_no for row in rows] == [1, 2]
    assert [row.reason for row in rows] == ["first", "again"]
    assert rows[0].sha256 != rows[1].sha256


def test_a_printer_that_is_gone_never_looks_printed(
    world: World, counter: Counter, receipt: PaperRef
) -> None:
    shutil.rmtree(world.folder / "printed")
    copy = counter.print_receipt(receipt)
    assert copy.state is CopyState.SPOOLED
    assert copy.trouble == Trouble.MISSING
    (world.folder / "printed").mkdir()
    assert counter.copy(receipt, copy.n).state is CopyState.SETTLED


def test_a_printer_that_refuses_is_told(
    world: World, counter: Counter, receipt: PaperRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_ticket: Ticket) -> str:
        raise KnownError(Trouble.OFFLINE)

    monkeypatch.setattr(world.printer, "begin", refuse)
    copy = counter.print_receipt(receipt)
    assert (copy.state, copy.trouble) == (CopyState.FAILED, "offline")


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        (JobState(Stage.PRINTING), CopyState.PRINTING),
        (JobState(Stage.UNKNOWN), CopyState.UNKNOWN),
        (JobState(Stage.SETTLED), CopyState.SETTLED),
        (JobState(Stage.FAILED, Trouble.PAPER_JAM), CopyState.FAILED),
    ],
)
def test_the_next_start_asks_about_what_a_crash_left_moving(
    world: World,
    counter: Counter,
    receipt: PaperRef,
    monkeypatch: pytest.MonkeyPatch,
    answer: JobState,
    fate: CopyState,
) -> None:
    monkeypatch.setattr(world.printer, "poll", lambda _job: JobState(Stage.PENDING))
    copy = counter.print_receipt(receipt)
    monkeypatch.setattr(world.printer, "poll", lambda _job: answer)
    world.counter().start_up()
    assert counter.copy(receipt, copy.n).state is fate


def test_a_copy_that_never_reached_the_printer_failed(
    world: World, counter: Counter, receipt: PaperRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_ticket: Ticket) -> str:
        raise RuntimeError("made-up crash")

    with monkeypatch.context() as patch:
        patch.setattr(world.printer, "begin", crash)
        with pytest.raises(RuntimeError):
            counter.print_receipt(receipt)
    counter.start_up()
    assert counter.copy(receipt, 1).state is CopyState.FAILED


def test_a_copy_still_waiting_when_its_session_ends_is_called_back(
    world: World, counter: Counter, receipt: PaperRef
) -> None:
    shutil.rmtree(world.folder / "printed")
    copy = counter.print_receipt(receipt)
    counter.close_session()
    (world.folder / "printed").mkdir()
    assert counter.copy(receipt, copy.n).state is CopyState.CANCELLED
    assert not list((world.folder / "printed").glob("*.pdf"))


def test_an_old_copy_can_be_asked_about_while_the_printer_is_gone(
    world: World, counter: Counter, receipt: PaperRef
) -> None:
    shutil.rmtree(world.folder / "printed")
    copy = counter.print_receipt(receipt)
    world.close()
    again = World.reopen(world.folder)
    shutil.rmtree(world.folder / "printed")
    assert all(outcome.fault is None for outcome in again.counter().start_up())
    for _look in range(2):
        again.counter().tend()
    assert again.counter().copy(receipt, copy.n).state is CopyState.UNKNOWN
    again.close()
