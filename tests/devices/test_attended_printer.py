"""A printer with a thread of its own: what the rounds find out, and that nobody waits for a slow device."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from stationkiosk.devices.printing import (
    Attended,
    JobState,
    Patience,
    Printer,
    PrinterState,
    Stage,
    Ticket,
    Trouble,
)
from stationkiosk.devices.printing.rounds import KEPT_ENDS, Pace, Rounds
from stationkiosk.domain.errors import KnownError
from tests.devices.fakes import FakePrinter, HeldClock, submit
from tests.devices.holding import fault

PDF = b"%PDF-1.7\nmade up\n%%EOF\n"
BRISK = Pace(job=0.005, state=0.01, trouble=0.01, first=5.0, call=5.0)


@pytest.fixture
def fake() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def rounds(fake: FakePrinter, clock: HeldClock) -> Rounds:
    return Rounds(fake, clock, Pace())


class Stubborn(FakePrinter):
    """Counts what it is asked and does not take anything back at first."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.refusals = 0

    def state(self) -> PrinterState:
        self.asked.append("state")
        return super().state()

    def cancel(self, job: str) -> None:
        self.asked.append("cancel")
        if self.refusals:
            self.refusals -= 1
            raise KnownError(Trouble.OTHER)
        super().cancel(job)


@contextmanager
def attended(printer: Printer, clock: HeldClock, pace: Pace = BRISK) -> Iterator[Attended]:
    held = Attended(printer, clock, pace=pace)
    try:
        yield held
    finally:
        held.close()


def until(met: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not met():
        assert time.monotonic() < end
        threading.Event().wait(0.002)


def test_the_printer_is_looked_at_seldom_while_all_is_well_and_often_while_it_is_not(
    clock: HeldClock,
) -> None:
    fake = Stubborn()
    rounds = Rounds(fake, clock, Pace())
    assert rounds.state() is None
    assert rounds.round() == 5.0
    assert rounds.state() == PrinterState(True)
    clock.seconds += 4.9
    rounds.round()
    assert fake.asked == ["state"]
    fake.trouble = Trouble.PAPER_OUT
    clock.seconds += 0.1
    assert rounds.round() == 1.0
    assert rounds.state() == PrinterState(False, Trouble.PAPER_OUT)
    fake.trouble = Trouble.NONE
    clock.seconds += 1.0
    assert rounds.round() == 5.0
    rounds.look_again()
    rounds.round()
    assert fake.asked == ["state"] * 4


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (KnownError(Trouble.REFUSED), Trouble.REFUSED),
        (KnownError("another_fault"), Trouble.OTHER),
        (OSError(), Trouble.OFFLINE),
    ],
)
def test_a_look_that_fails_tells_why(
    error: Exception, trouble: Trouble, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: FakePrinter) -> PrinterState:
        raise error

    monkeypatch.setattr(FakePrinter, "state", broken)
    rounds = Rounds(FakePrinter(), clock, Pace())
    rounds.round()
    assert rounds.state() == PrinterState(False, trouble)
    assert rounds.silent() is (trouble if trouble is Trouble.OFFLINE else Trouble.NONE)


def test_a_job_is_asked_about_until_it_has_ended_and_its_end_is_kept(
    rounds: Rounds, fake: FakePrinter
) -> None:
    job = submit(fake, PDF, "receipt")
    assert rounds.said(job) is None
    rounds.follow(job)
    assert rounds.round() == 0.5
    fake.work()
    rounds.round()
    assert rounds.said(job) == JobState(Stage.PRINTING)
    fake.work()
    assert rounds.round() == 5.0
    fake.forget()
    rounds.follow(job)
    rounds.round()
    assert rounds.said(job) == JobState(Stage.SETTLED)


def test_only_so_many_ends_are_kept(rounds: Rounds, fake: FakePrinter) -> None:
    for _ in range(KEPT_ENDS + 1):
        rounds.follow(submit(fake, PDF, "receipt"))
    while any(not stage.ended for stage in fake.jobs.values()):
        fake.work()
    rounds.round()
    assert rounds.said("job1") is None
    assert rounds.said("job2") == JobState(Stage.SETTLED)


def test_three_questions_without_an_answer_are_a_failure_and_the_job_is_taken_back_when_it_can_be(
    rounds: Rounds, fake: FakePrinter, clock: HeldClock
) -> None:
    job = submit(fake, PDF, "receipt")
    rounds.follow(job)
    rounds.round()
    fake.connected = False
    for _ in range(2):
        rounds.round()
    assert rounds.said(job) == JobState(Stage.PENDING)
    rounds.round()
    assert rounds.said(job) == JobState(Stage.FAILED, Trouble.OFFLINE)
    clock.seconds += 5.0
    rounds.round()
    assert rounds.silent() is Trouble.OFFLINE
    fake.connected = True
    clock.seconds += 1.0
    rounds.round()
    assert fake.jobs[job] is Stage.CANCELLED
    assert rounds.said(job) == JobState(Stage.CANCELLED)


def test_a_job_that_stood_still_too_long_is_taken_back_until_it_is_gone(clock: HeldClock) -> None:
    fake = Stubborn()
    rounds = Rounds(fake, clock, Pace(), Patience(pending=10.0))
    job = submit(fake, PDF, "receipt")
    rounds.follow(job)
    rounds.round()
    fake.refusals = 2
    clock.seconds += 11.0
    rounds.round()
    assert rounds.said(job) == JobState(Stage.UNKNOWN)
    for _ in range(3):
        clock.seconds += 5.0
        rounds.round()
    assert fake.jobs[job] is Stage.CANCELLED
    clock.seconds += 5.0
    rounds.round()
    assert fake.asked.count("cancel") == 3
    assert rounds.said(job) == JobState(Stage.CANCELLED)


def test_a_page_that_came_out_while_nobody_could_ask_is_found_out(
    rounds: Rounds, fake: FakePrinter, clock: HeldClock
) -> None:
    job = submit(fake, PDF, "receipt")
    rounds.follow(job)
    fake.connected = False
    for _ in range(3):
        rounds.round()
    fake.work()
    fake.work()
    fake.connected = True
    clock.seconds += 5.0
    rounds.round()
    assert rounds.said(job) == JobState(Stage.SETTLED)


def test_what_is_called_back_is_taken_back_in_every_round_until_it_has_ended(clock: HeldClock) -> None:
    fake = Stubborn()
    rounds = Rounds(fake, clock, Pace())
    job = submit(fake, PDF, "receipt")
    fake.refusals = 2
    rounds.call_back(job)
    for _ in range(4):
        rounds.round()
    assert rounds.said(job) == JobState(Stage.CANCELLED)
    assert fake.asked.count("cancel") == 3
    rounds.call_back(job)
    rounds.round()
    assert fake.asked.count("cancel") == 3


def test_a_job_that_broke_off_on_the_way_is_taken_back_and_has_failed(
    rounds: Rounds, fake: FakePrinter
) -> None:
    job = submit(fake, PDF, "receipt")
    rounds.broke(job, Trouble.SPOOL_FULL)
    assert rounds.said(job) == JobState(Stage.PENDING, Trouble.SPOOL_FULL)
    rounds.round()
    assert rounds.said(job) == JobState(Stage.FAILED, Trouble.SPOOL_FULL)
    assert fake.jobs[job] is Stage.CANCELLED


def test_whether_a_page_came_that_broke_off_is_not_known_while_the_printer_says_nothing(
    rounds: Rounds, fake: FakePrinter, clock: HeldClock
) -> None:
    job = submit(fake, PDF, "receipt")
    rounds.broke(job, Trouble.SPOOL_FULL)
    fake.connected = False
    for _ in range(3):
        rounds.round()
    assert rounds.said(job) == JobState(Stage.FAILED, Trouble.OFFLINE)
    fake.connected = True
    clock.seconds += 5.0
    rounds.round()
    assert rounds.said(job) == JobState(Stage.FAILED, Trouble.SPOOL_FULL)


def test_a_job_that_came_out_although_its_sending_broke_off_has_settled(
    rounds: Rounds, fake: FakePrinter
) -> None:
    job = submit(fake, PDF, "receipt")
    fake.work()
    fake.work()
    rounds.broke(job, Trouble.OFFLINE)
    rounds.round()
    assert rounds.said(job) == JobState(Stage.SETTLED)


def test_it_is_a_printer_like_the_one_it_attends(fake: FakePrinter, clock: HeldClock) -> None:
    with attended(fake, clock) as printer:
        same: Printer = printer
        assert (same.name, same.formats, same.capabilities) == (fake.name, fake.formats, fake.capabilities)
        assert printer.state() == PrinterState(True)
        job = submit(printer, PDF, "receipt")
        until(lambda: bool(printer.queue()))
        assert printer.queue()[0].job == job
        fake.work()
        until(lambda: printer.poll(job).stage is Stage.PRINTING)
        printer.cancel(job)
        until(lambda: printer.poll(job).stage is Stage.CANCELLED)


def test_a_job_of_an_earlier_run_is_asked_about(fake: FakePrinter, clock: HeldClock) -> None:
    job = submit(fake, PDF, "receipt")
    fake.work()
    fake.work()
    with attended(fake, clock) as printer:
        until(lambda: printer.poll(job).stage is Stage.SETTLED)


def test_nothing_but_a_pdf_is_sent(fake: FakePrinter, clock: HeldClock) -> None:
    with attended(fake, clock) as printer, pytest.raises(ValueError, match="takes PDF"):
        printer.send(printer.begin(Ticket("receipt")), b"hello")


def test_a_printer_that_was_found_silent_is_not_asked_to_begin(clock: HeldClock) -> None:
    fake = FakePrinter()
    fake.connected = False
    with attended(fake, clock) as printer:
        assert printer.state().trouble is Trouble.OFFLINE
        fake.connected = True
        for call in (lambda: printer.begin(Ticket("receipt")), printer.queue):
            assert fault(call).key == Trouble.OFFLINE


def test_a_pause_is_ended_and_seen_to_be(fake: FakePrinter, clock: HeldClock) -> None:
    fake.trouble = Trouble.PAUSED
    with attended(fake, clock) as printer:
        assert printer.state().trouble is Trouble.PAUSED
        printer.resume()
        until(lambda: printer.state().ready)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (KnownError(Trouble.SPOOL_FULL), Trouble.SPOOL_FULL),
        (KnownError("another_fault"), Trouble.OTHER),
        (OSError(), Trouble.OFFLINE),
        (RuntimeError("a mistake of ours"), Trouble.OTHER),
    ],
)
def test_what_went_wrong_on_the_way_to_the_printer_is_told_by_the_job(
    error: Exception, trouble: Trouble, fake: FakePrinter, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: FakePrinter, job: str, pdf: bytes) -> None:
        self.jobs[job] = Stage.PENDING
        raise error

    monkeypatch.setattr(FakePrinter, "send", broken)
    with attended(fake, clock) as printer:
        job = submit(printer, PDF, "receipt")
        until(lambda: printer.poll(job) == JobState(Stage.FAILED, trouble))


def test_a_mistake_in_a_round_ends_no_rounds(
    fake: FakePrinter, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistakes = [RuntimeError("a mistake of ours")]
    right = FakePrinter.state

    def state(self: FakePrinter) -> PrinterState:
        if mistakes:
            raise mistakes.pop()
        return right(self)

    monkeypatch.setattr(FakePrinter, "state", state)
    with attended(fake, clock) as printer:
        assert printer.state() == PrinterState(False, Trouble.OFFLINE)
        until(lambda: printer.state().ready)


class Slow(FakePrinter):
    """Answers when the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.let = threading.Event()

    def state(self) -> PrinterState:
        self.let.wait(10)
        return super().state()

    def close(self) -> None:
        self.connected = False
        self.let.set()

    def begin(self, ticket: Ticket) -> str:
        job = super().begin(ticket)
        self.jobs[job] = Stage.PENDING
        self.let.wait(10)
        return job


def test_nobody_waits_long_and_a_job_begun_too_late_is_taken_back(clock: HeldClock) -> None:
    fake = Slow()
    with attended(fake, clock, Pace(0.005, 0.01, 0.01, first=0.01, call=0.01)) as printer:
        try:
            assert printer.state() == PrinterState(False, Trouble.OFFLINE)
            assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.OFFLINE
            assert printer.poll("job9") == JobState(Stage.PENDING)
        finally:
            fake.let.set()
        until(lambda: fake.jobs["job1"] is Stage.CANCELLED)


def test_what_was_called_back_as_the_program_ends_is_taken_back(clock: HeldClock) -> None:
    fake = Slow()
    fake.jobs["job7"] = Stage.PENDING
    printer = Attended(fake, clock, pace=Pace(first=0.01))
    printer.state()
    printer.cancel("job7")
    printer.close()
    assert fake.jobs["job7"] is Stage.CANCELLED


def test_a_fault_in_beginning_reaches_the_asker(fake: FakePrinter, clock: HeldClock) -> None:
    with attended(fake, clock) as printer:
        printer.state()
        fake.connected = False
        assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.OFFLINE


def test_a_closed_printer_starts_nothing_anew(fake: FakePrinter, clock: HeldClock) -> None:
    printer = Attended(fake, clock, pace=BRISK)
    printer.close()
    assert printer.poll("job1") == JobState(Stage.PENDING)
    assert not [thread for thread in threading.enumerate() if thread.name == "printer"]
