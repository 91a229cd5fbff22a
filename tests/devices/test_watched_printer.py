from __future__ import annotations

from pathlib import Path

import pytest

from stationkiosk.devices.printing import (
    FolderPrinter,
    JobState,
    Printer,
    PrinterState,
    Stage,
    Trouble,
    WatchedPrinter,
)
from stationkiosk.domain.errors import KnownError
from tests.devices.fakes import CountingRandom, FakePrinter, HeldClock, submit

PDF = b"%PDF-1.7\nmade up\n%%EOF\n"


@pytest.fixture
def fake() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def watched(fake: FakePrinter, clock: HeldClock) -> WatchedPrinter:
    return WatchedPrinter(fake, clock)


def test_it_is_a_printer_like_the_one_it_watches(watched: WatchedPrinter, fake: FakePrinter) -> None:
    printer: Printer = watched
    assert (printer.name, printer.formats, printer.capabilities) == (
        fake.name,
        fake.formats,
        fake.capabilities,
    )
    fake.trouble = Trouble.PAPER_OUT
    assert printer.state() == PrinterState(False, Trouble.PAPER_OUT)


def test_a_job_is_followed_until_it_settles(watched: WatchedPrinter, fake: FakePrinter) -> None:
    job = submit(watched, PDF, "receipt")
    seen = [watched.poll(job).stage]
    for _ in range(2):
        fake.work()
        seen.append(watched.poll(job).stage)
    assert seen == [Stage.PENDING, Stage.PRINTING, Stage.SETTLED]
    assert not watched._watches


def test_a_printer_that_went_silent_is_asked_three_times_and_never_raises(
    watched: WatchedPrinter, fake: FakePrinter
) -> None:
    job = submit(watched, PDF, "receipt")
    fake.connected = False
    assert [watched.poll(job) for _ in range(3)] == [
        JobState(Stage.PENDING),
        JobState(Stage.PENDING),
        JobState(Stage.FAILED, Trouble.OFFLINE),
    ]


def test_a_job_that_hangs_is_unknown_and_taken_back(
    watched: WatchedPrinter, fake: FakePrinter, clock: HeldClock
) -> None:
    fake.trouble = Trouble.PAPER_OUT
    job = submit(watched, PDF, "receipt")
    assert watched.poll(job).trouble is Trouble.PAPER_OUT
    assert tuple(watched._watches) == (job,)
    clock.seconds += 700
    assert watched.poll(job) == JobState(Stage.UNKNOWN, Trouble.PAPER_OUT)
    fake.trouble = Trouble.NONE
    fake.work()
    fake.work()
    assert fake.sheets == []


def test_after_a_restart_an_old_job_is_asked_about_without_waiting(
    watched: WatchedPrinter, fake: FakePrinter, clock: HeldClock
) -> None:
    job = submit(watched, PDF, "receipt")
    fake.work()
    fake.work()
    assert WatchedPrinter(fake, clock).poll(job) == JobState(Stage.SETTLED)


def test_a_job_can_be_taken_back(watched: WatchedPrinter, fake: FakePrinter) -> None:
    job = submit(watched, PDF, "receipt")
    watched.cancel(job)
    assert watched.poll(job).stage is Stage.CANCELLED


def test_a_job_that_was_not_taken_is_not_watched(watched: WatchedPrinter, fake: FakePrinter) -> None:
    fake.connected = False
    with pytest.raises(KnownError, match="offline"):
        submit(watched, PDF, "receipt")
    assert not watched._watches


def test_a_folder_that_stays_away_gives_the_job_up_and_nothing_comes_out_later(
    tmp_path: Path, clock: HeldClock
) -> None:
    printer = WatchedPrinter(FolderPrinter(tmp_path / "printed", CountingRandom()), clock)
    job = submit(printer, PDF, "receipt")
    assert printer.poll(job) == JobState(Stage.PENDING, Trouble.MISSING)
    clock.seconds += 700
    assert printer.poll(job) == JobState(Stage.UNKNOWN, Trouble.MISSING)
    (tmp_path / "printed").mkdir()
    for _ in range(3):
        assert printer.poll(job).stage in (Stage.PENDING, Stage.CANCELLED)
    assert list((tmp_path / "printed").iterdir()) == []
