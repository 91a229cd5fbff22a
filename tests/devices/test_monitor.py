from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from stationkiosk.devices.printing import JobState, JobWatch, Patience, Printer, Stage, Trouble, look
from stationkiosk.domain.errors import KnownError
from tests.devices.fakes import FakePrinter, HeldClock, submit

PENDING = JobState(Stage.PENDING)
PRINTING = JobState(Stage.PRINTING)
NO_PAPER = JobState(Stage.PRINTING, Trouble.PAPER_OUT)
STRANGE = JobState(Stage.UNKNOWN)
ENDS = [JobState(Stage.SETTLED), JobState(Stage.FAILED, Trouble.PAPER_JAM), JobState(Stage.CANCELLED)]


def begun() -> JobWatch:
    return JobWatch.begin("1", 0.0)


@pytest.mark.parametrize("end", ENDS)
def test_what_the_printer_says_ends_a_job(end: JobState) -> None:
    watch = begun().answered(PRINTING, 1).answered(end, 2)
    assert watch.ended
    assert watch.now == end


def test_three_failed_queries_in_a_row_are_a_failure() -> None:
    watch = begun().unanswered(Trouble.OFFLINE, 1).unanswered(Trouble.OFFLINE, 2)
    assert not watch.ended
    assert watch.unanswered(Trouble.OFFLINE, 3).now == JobState(Stage.FAILED, Trouble.OFFLINE)


def test_an_answer_between_forgives_the_failed_queries() -> None:
    watch = begun()
    for at in range(1, 40, 3):
        watch = watch.unanswered(Trouble.OFFLINE, at).unanswered(Trouble.OFFLINE, at + 1)
        watch = watch.answered(PRINTING, at + 2)
    assert not watch.ended


def test_a_job_the_printer_no_longer_knows_is_unknown_and_not_failed() -> None:
    watch = begun().answered(PRINTING, 1)
    for at in (2, 3, 4):
        assert not watch.ended
        watch = watch.answered(STRANGE, at)
    assert watch.now == JobState(Stage.UNKNOWN)


def test_silence_and_strange_answers_are_counted_apart() -> None:
    watch = begun()
    for at in range(6):
        watch = watch.unanswered(Trouble.OFFLINE, at).answered(STRANGE, at)
    assert not watch.ended


@pytest.mark.parametrize(("state", "seconds"), [(PENDING, 60), (PRINTING, 120), (NO_PAPER, 600)])
def test_a_job_that_stands_still_too_long_is_unknown(state: JobState, seconds: float) -> None:
    watch = begun().answered(state, 0)
    assert not watch.waited(seconds).ended
    given_up = watch.waited(seconds + 0.1)
    assert given_up.now == JobState(Stage.UNKNOWN, state.trouble)


def test_a_job_that_moves_is_given_its_time_again() -> None:
    assert not begun().answered(PRINTING, 59).answered(PRINTING, 170).ended


def test_a_job_that_flickers_for_ever_is_given_up_as_a_whole() -> None:
    watch = begun()
    for at in range(0, 1801, 50):
        watch = watch.answered(NO_PAPER if at % 100 else PRINTING, at)
    assert watch.waited(1801).now.stage is Stage.UNKNOWN


def test_an_ended_job_stays_as_it_ended() -> None:
    settled = begun().answered(ENDS[0], 1)
    assert settled.answered(PRINTING, 2) == settled
    assert settled.unanswered(Trouble.OFFLINE, 3) == settled
    assert settled.waited(1e9) == settled


def test_patience_can_be_set() -> None:
    watch = JobWatch.begin("1", 0.0, Patience(pending=1, bad_answers=1))
    assert watch.waited(1.5).now.stage is Stage.UNKNOWN
    assert watch.unanswered(Trouble.MISSING, 0.1).now == JobState(Stage.FAILED, Trouble.MISSING)


class Broken(FakePrinter):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def poll(self, job: str) -> JobState:
        raise self.error


@pytest.mark.parametrize(
    ("error", "end"),
    [
        (KnownError("printer_refuses"), JobState(Stage.UNKNOWN, Trouble.REFUSED)),
        (KnownError("something_else"), JobState(Stage.UNKNOWN, Trouble.OTHER)),
        (TimeoutError(), JobState(Stage.FAILED, Trouble.OFFLINE)),
    ],
)
def test_a_query_that_fails_counts_with_its_reason(error: Exception, end: JobState) -> None:
    watch, clock = begun(), HeldClock()
    clock.seconds = 0.0
    for _ in range(3):
        watch = look(watch, Broken(error), clock)
    assert watch.now == end


def test_a_printer_that_is_busy_is_asked_on_for_as_long_as_a_trouble_may_last() -> None:
    watch, clock = begun(), HeldClock()
    clock.seconds = 0.0
    for _ in range(9):
        watch = look(watch, Broken(KnownError("printer_engaged")), clock)
        clock.seconds += 60.0
    assert watch.now == JobState(Stage.PENDING, Trouble.BUSY)
    clock.seconds += 100.0
    assert look(watch, Broken(KnownError("printer_engaged")), clock).now.stage is Stage.UNKNOWN


def test_an_ended_job_is_not_asked_about_again() -> None:
    settled = begun().answered(ENDS[0], 1)
    assert look(settled, Broken(AssertionError("asked")), HeldClock()) is settled


class Life(RuleBasedStateMachine):
    """One job on a printer that anything may happen to, watched to its end."""

    @initialize()
    def begin(self) -> None:
        self.printer = FakePrinter()
        self.clock = HeldClock()
        printer: Printer = self.printer
        self.job = submit(printer, b"%PDF-", "paper")
        self.watch = JobWatch.begin(self.job, self.clock.monotonic())
        self.ended: JobWatch | None = None
        self.silent = 0

    @rule()
    def work(self) -> None:
        self.printer.work()

    @rule(trouble=st.sampled_from([Trouble.NONE, Trouble.PAPER_OUT, Trouble.PAPER_JAM, Trouble.DOOR_OPEN]))
    def touch(self, trouble: Trouble) -> None:
        self.printer.trouble = trouble

    @rule()
    def cut_or_mend_the_line(self) -> None:
        self.printer.connected = not self.printer.connected

    @rule()
    def power_off_in_the_middle(self) -> None:
        self.printer.abort()

    @rule()
    def swap_the_printer(self) -> None:
        self.printer.forget()

    @precondition(lambda self: self.printer.connected)
    @rule()
    def cancel(self) -> None:
        self.printer.cancel(self.job)

    @rule(seconds=st.floats(0, 700))
    def wait(self, seconds: float) -> None:
        self.clock.seconds += seconds

    @rule()
    def ask(self) -> None:
        was_watching = not self.watch.ended
        self.watch = look(self.watch, self.printer, self.clock)
        if was_watching:
            self.silent = 0 if self.printer.connected else self.silent + 1

    @invariant()
    def says_settled_only_for_a_page_that_came_out(self) -> None:
        if self.watch.now.stage is Stage.SETTLED:
            assert self.job in self.printer.sheets

    @invariant()
    def an_end_is_final(self) -> None:
        if self.ended is not None:
            assert self.watch == self.ended
        elif self.watch.ended:
            self.ended = self.watch

    @invariant()
    def three_silent_answers_are_an_end(self) -> None:
        assert self.silent < 3 or self.watch.ended

    @invariant()
    def nothing_is_watched_for_ever(self) -> None:
        overdue = self.watch.began + self.watch.patience.whole + 1
        assert replace(self.watch).waited(max(overdue, self.clock.seconds)).ended


Life.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestLife = Life.TestCase
