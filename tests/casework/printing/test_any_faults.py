"""Random faults, crashes and people at two printers: the ledger of copies stays true, and loses no page.

It never says settled or in hand for a page that did not come out, or failed or cancelled for one that
did; nothing comes out that it does not know; and each page the public asked for is out, or stands
there as failed, cancelled or unknown, and is listed for somebody's hand.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.printing import accounts
from stationkiosk.casework.printing.shown import CopyEnd
from stationkiosk.casework.record import Record
from stationkiosk.casework.views import PaperRef
from stationkiosk.devices.printing import (
    Trouble,
)
from stationkiosk.domain.actors import Role
from stationkiosk.domain.copies import MOVING, UNPRINTED, CopyState, Word, after_word
from stationkiosk.domain.errors import Closed
from tests.casework.desk.members import desk
from tests.casework.printing.floor import PRINTERS, Floor
from tests.casework.printing.stand import Crash
from tests.casework.world import application

WHICH = st.sampled_from(["one", "one", "two"])
TROUBLES = st.sampled_from([Trouble.PAPER_OUT, Trouble.PAPER_JAM, Trouble.DOOR_OPEN, Trouble.PAUSED])
OF = st.sampled_from([0, 0, 0, 1, 2])
TIMES = st.sampled_from([1, 3])
PRESSES = count(1)


class AnyFaults(RuleBasedStateMachine):
    """Somebody at the kiosk, a clerk at the desk, two printers, and whatever may happen to them."""

    floor: Floor

    def __init__(self) -> None:
        super().__init__()
        self.floor.renew()
        self.counter = Counter(self.floor.world.station)
        self.front = Front(self.floor.world.station)
        self.receipt = self._filed()
        self.lied: set[int] = set()

    def _filed(self) -> PaperRef:
        return self.counter.file(application(self.floor.world.station), f"press-{next(PRESSES)}").receipt

    def lines(self) -> list[Record]:
        return self.floor.lines(self.receipt)

    def one(self, of: int) -> list[Record]:
        """A line, the newest the likeliest."""
        return self.lines()[::-1][of : of + 1]

    def doing(self, act: Callable[[], object], dies_at: int) -> None:
        """Do something; with ``dies_at`` the program dies at that moment of it, and starts again."""
        self.floor.fuse.left = dies_at
        before = len(self.lines())
        try:
            with suppress(Closed):
                act()
        except Crash:
            self.floor.start()
            self.counter = Counter(self.floor.world.station)
            self.front = Front(self.floor.world.station)
            self.counter.start_up()
            self.front.start_up()
        finally:
            self.floor.fuse.left = 0
        assert len(self.lines()) <= before + 2

    dying = st.one_of(st.just(0), st.just(0), st.integers(1, 9))

    @initialize(dies=dying)
    def first_tap(self, dies: int) -> None:
        self.tap("", "first", dies)

    @rule(
        printer=st.sampled_from(["", "", *PRINTERS]), reason=st.sampled_from(["first", "again"]), dies=dying
    )
    def tap(self, printer: str, reason: str, dies: int) -> None:
        self.doing(lambda: self.counter.print_receipt(self.receipt, reason, printer), dies)

    @rule(dies=dying)
    def at_the_desk(self, dies: int) -> None:
        clerk = desk(self.floor.world.station, Role.CLERK)
        self.doing(lambda: clerk.print_paper(self.receipt, "样品"), dies)

    @rule(of=OF, times=TIMES, dies=dying)
    def look(self, of: int, times: int, dies: int) -> None:
        for row in self.one(of) * times:
            self.doing(lambda n=row.n: self.counter.copy(self.receipt, n), dies)  # type: ignore[misc]

    @rule(of=OF, dies=dying)
    def later(self, of: int, dies: int) -> None:
        for row in self.one(of):
            self.doing(lambda n=row.n: self.counter.print_later(self.receipt, n), dies)  # type: ignore[misc]

    @rule(of=OF, honest=st.booleans())
    def word(self, of: int, honest: bool) -> None:
        for row in self.one(of):
            yes = self.floor.came(row.job) == honest
            before = self.counter.copy(self.receipt, row.n)
            after = self.counter.in_hand(self.receipt, before.n, yes)
            if after.state is not before.state and not honest:
                self.lied.add(after.n)

    @rule(of=OF, destroyed=st.booleans())
    def settle(self, of: int, destroyed: bool) -> None:
        clerk = desk(self.floor.world.station, Role.CLERK)
        for row in self.one(of):
            came: CopyEnd = "destroyed" if destroyed else "in_hand"
            end: CopyEnd = came if self.floor.came(row.job) else "not_there"
            counts = after_word(CopyState(row.state), row.said, Word(end)) is not None
            with suppress(Closed):
                clerk.settle_copy(self.receipt, row.n, end, "样品")
                assert counts or row.state in (*MOVING, CopyState.UNKNOWN)

    @rule(which=WHICH, steps=st.integers(1, 2))
    def work(self, which: str, steps: int) -> None:
        for _step in range(steps):
            self.floor.devices[which].work()

    @rule(which=WHICH, trouble=TROUBLES)
    def trouble(self, which: str, trouble: Trouble) -> None:
        self.floor.devices[which].trouble = trouble

    @rule(which=WHICH)
    def mend(self, which: str) -> None:
        self.floor.devices[which].mend()

    @rule(which=WHICH, steps=st.integers(0, 2))
    def cut_line(self, which: str, steps: int) -> None:
        """The network goes, and the printer works on with what it has."""
        self.floor.devices[which].line = False
        self.work(which, steps)

    @rule(which=WHICH, trouble=st.sampled_from([Trouble.TORN, Trouble.PAPER_JAM]))
    def spoil(self, which: str, trouble: Trouble) -> None:
        self.floor.devices[which].spoil(trouble)

    @rule(which=WHICH, page_came=st.booleans())
    def power_off(self, which: str, page_came: bool) -> None:
        self.floor.devices[which].power_off(page_came)

    @rule(dies=dying)
    def session_ends(self, dies: int) -> None:
        self.doing(self.counter.close_session, dies)

    @rule(times=TIMES, dies=dying)
    def tended(self, times: int, dies: int) -> None:
        for _time in range(times):
            self.doing(lambda: (self.counter.tend(), self.front.tend()), dies)

    @rule(seconds=st.sampled_from([1, 30, 90, 700, 2000]))
    def time_passes(self, seconds: int) -> None:
        self.floor.world.clock.move(seconds=seconds)

    @invariant()
    def ledger_is_true(self) -> None:
        for row in self.lines():
            if row.n in self.lied or row.state in MOVING:
                continue
            if row.state in (CopyState.SETTLED, CopyState.IN_HAND):
                assert self.floor.came(row.job), f"copy {row.n} is {row.state} and did not come out"
            if row.state in UNPRINTED:
                assert not self.floor.came(row.job), f"copy {row.n} is {row.state} and came out"

    @invariant()
    def nothing_comes_out_unknown_or_twice(self) -> None:
        jobs = {row.job for row in self.lines()}
        sheets = [job for device in self.floor.devices.values() for job in device.sheets]
        assert len(set(sheets)) == len(sheets)
        assert set(sheets) <= jobs

    def teardown(self) -> None:
        """In the end everything is mended and everybody gone: each copy has an end, or is listed."""
        for device in self.floor.devices.values():
            device.mend()
        self.counter.close_session()
        for _round in range(5):
            self.floor.world.clock.move(seconds=700)
            self.counter.tend()
            self.front.tend()
            for device in self.floor.devices.values():
                device.work()
        public = [row for row in self.lines() if not row.asked_name]
        waiting = self._waiting()
        for row in self.lines():
            assert row.state not in MOVING
        for row in public:
            out = self.floor.came(row.job) or row.n in self.lied
            assert row.n in waiting or out or row.state in (CopyState.CANCELLED, *_SAID) or self._again(row)
        left = {job for device in self.floor.devices.values() for job in device.under_way()}
        assert not left & {row.job for row in public}
        self.ledger_is_true()

    def _again(self, row: Record) -> bool:
        return any(later.n > row.n and later.state not in UNPRINTED for later in self.lines())

    def _waiting(self) -> set[int]:
        station = self.floor.world.station
        with station.store.read() as connection:
            rows = accounts.waiting(station, connection)
        return {row.n for row in rows if row.case_id == self.receipt.case_id}


_SAID = (CopyState.IN_HAND, CopyState.ABANDONED)


def test_the_ledger_stays_true_whatever_happens(tmp_path: Path) -> None:
    AnyFaults.floor = Floor(tmp_path)
    run_state_machine_as_test(AnyFaults, settings=settings(max_examples=16, stateful_step_count=20))
    AnyFaults.floor.world.close()
