"""A mediator's desk and the public screen as two programs: live, blank, signed, and what goes wrong."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from stationkiosk.app import load_reference, open_station
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.mediating.shown import DraftShown, Screening, ScreenShown, TermsWritten
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.casework.staff import SignedIn, hashed
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Right
from stationkiosk.domain.clauses import Account
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.settings import Settings
from tests.casework.members import enrol
from tests.casework.world import application
from tests.endtoend.conftest import PASSWORD, OpenDesk
from tests.ui.desk.test_case_page import case_of, press

ROOT = Path(__file__).parents[2]
LOGIN = "zheng"
FILER_N, OTHER_N = 1, 3
DEVICE = "LJ07A"
PATIENCE = 60
"""Seconds until a line that never comes is missed."""


def told(amount: str) -> tuple[Line, ...]:
    return (Line(Text("一共付多少", "In all"), Text(amount, amount)),)


@dataclass
class Screen:
    """The real kiosk in a process of its own."""

    process: subprocess.Popen[str]
    heard: queue.Queue[str] = field(default_factory=queue.Queue)

    def do(self, act: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{act}\n")
        self.process.stdin.flush()

    def says(self, line: str) -> None:
        """Wait for a line."""
        heard: list[str] = []
        while line not in heard:
            try:
                heard.append(self.heard.get(timeout=PATIENCE))
            except queue.Empty:
                raise AssertionError(f"{line} never came: {heard}") from None

    def hear(self) -> None:
        """Take down what it says, on a thread of its own."""
        assert self.process.stdout
        for said in self.process.stdout:
            self.heard.put(said.strip())

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def screen(settings: Settings) -> Iterator[Screen]:
    """Open the public screen; it is ended with the test."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.endtoend.stands", str(settings.data)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        opened = Screen(process)
        ears = threading.Thread(target=opened.hear)
        ears.start()
        try:
            opened.says("open")
            yield opened
        finally:
            process.kill()
            ears.join()


@dataclass
class Table:
    """The desk of a mediator with one case on it."""

    station: Station
    front: Front
    who: SignedIn
    desk: Desk
    case_id: UUID
    presses: int = 0

    def looked(self) -> tuple[int, int, str]:
        self.presses += 1
        file = self.desk.open(self.case_id)
        return file.version, file.matters[0].version, f"press-{self.presses}"

    def do(self, action: str, **inputs: str) -> None:
        self.desk.act(self.case_id, 1, action, inputs, *self.looked())

    def begin(self) -> None:
        """From an arrived case to a text that is fixed."""
        self.do("accept")
        self.do("inquire")
        self.do("other_agrees", way="phone", said_on=self.station.today().isoformat())
        self.do("appoint", way="administrative", mediator=LOGIN, disclosed="没有")
        self.fix()

    def fix(self, amount: int = 18000) -> None:
        self.desk.save_draft_agreement(self.case_id, 1, self.terms(amount), True, *self.looked())
        self.desk.fix_agreement(self.case_id, 1, self.draft().version, *self.looked())

    def terms(self, amount: int = 18000) -> TermsWritten:
        file, soon = self.desk.open(self.case_id), self.station.today() + timedelta(days=20)
        account = Account(file.claimant, "样品银行", "6200 0000 0000")
        payer = {"payer": file.respondent, "payee": file.claimant}
        return (("pay_by_day", payer | {"amount": Decimal(amount), "account": account, "day": soon}),)

    def draft(self) -> DraftShown:
        found = self.desk.mediation(self.case_id, 1).draft
        assert found is not None
        return found

    def signed(self) -> set[int]:
        return {one.n for one in self.draft().signers if one.signed_at}

    def screen(self) -> ScreenShown:
        (found,) = self.desk.screens()
        return found

    def wait_for(self, state: Screening) -> None:
        """Wait until the screen does this, as a window does: by what the store tells."""
        moved = threading.Event()
        stop = self.desk.subscribe(lambda _change: moved.set())
        while self.screen().state is not state:
            assert moved.wait(20), self.screen()
            moved.clear()
        stop()

    def show(self, amount: int) -> None:
        pages = self.desk.agreement_pages(self.case_id, 1, self.terms(amount), True)
        self.desk.show(DEVICE, self.case_id, pages, told(f"{amount:,}"))

    def ask(self, party_n: int) -> None:
        self.desk.ask_signature(DEVICE, self.case_id, 1, party_n)


@pytest.fixture
def table(settings: Settings) -> Iterator[Table]:
    station = open_station(settings, load_reference(settings), desk=True)
    enrol(station, {LOGIN: (Role.CLERK, Role.MEDIATOR)}, hashed(PASSWORD))
    front = Front(station)
    who, desk = front.sign_in(LOGIN, PASSWORD)
    day = station.today()
    right = Right("trademark", "3333018", "样品老茶", "owner", (30,), "茶叶", day + timedelta(days=900))
    filed = Counter(station).file(application(station, right=right, sealed={}), "press")
    made = Table(station, front, who, desk, filed.case_id)
    made.begin()
    yield made
    front.close()


def test_both_sides_see_what_the_desk_sees_while_it_is_there(table: Table, settings: Settings) -> None:
    with screen(settings) as public:
        table.show(20000)
        public.says("sum 20,000")
        table.show(18000)
        public.says("sum 18,000")
        table.desk.blank(DEVICE)
        public.says("page quiet")
        table.show(18000)
        public.says("page shown")
        table.front.lock(table.who, idle=False)
        public.says("page quiet")
        table.show(18000)
        public.says("page shown")
        table.desk.take_back(DEVICE)
        public.says("page home")
        public.do("file")
        public.says("page tiles")
        table.wait_for(Screening.BUSY)
        with pytest.raises(Closed, match="screen_busy"):
            table.show(18000)
        table.desk.blank(DEVICE)
        public.do("home")
        public.says("page quiet")
        table.show(18000)
        public.says("page shown")
        table.front.sign_out(table.who, idle=False)
        public.says("page home")


def test_a_program_that_dies_leaves_nothing_signed_and_no_case_on_the_screen(
    table: Table, settings: Settings
) -> None:
    with screen(settings) as public:
        table.ask(FILER_N)
        public.do("sign")
        public.says("page quiet")
        assert table.signed() == {FILER_N}
        table.ask(OTHER_N)
        public.do("read")
        public.says("page signature")
        assert table.screen().state is Screening.SIGNS
        public.kill()
        assert (table.screen().state, table.screen().ending) == (Screening.AWAY, Ending.RESTARTED)
        assert table.signed() == {FILER_N}
    with screen(settings) as public:
        assert (table.screen().state, table.screen().ending) == (Screening.FREE, Ending.RESTARTED)
        table.ask(OTHER_N)
        public.do("read")
        public.says("page signature")
        table.do("reopen", reason="样品：金额要改")
        public.says("page quiet")
        assert table.screen().ending == Ending.CHANGED
        table.fix(17000)
        assert table.signed() == set()
        for party_n in (FILER_N, OTHER_N):
            table.ask(party_n)
            public.do("sign")
            public.says("page quiet")
        assert table.signed() == {FILER_N, OTHER_N}
        assert table.screen().ending == Ending.SIGNED
        table.show(17000)
        public.says("page shown")
        table.station.feed.close()
        public.says("page home")


def test_three_keys_at_the_desk_s_window_turn_the_public_screen(
    table: Table, settings: Settings, open_desk: OpenDesk, pictures: Path
) -> None:
    table.do("reopen", reason="样品")
    table.do("inform", party=str(OTHER_N), told_way="hand")
    with screen(settings) as public:
        desk = open_desk(login=LOGIN)
        desk.window.shell.open_case(table.case_id)
        desk.rest()
        case_of(desk).turn("mediation")
        desk.rest()
        for key, shown in ((Qt.Key.Key_F7, "shown"), (Qt.Key.Key_F8, "quiet"), (Qt.Key.Key_F9, "home")):
            press(desk, key)
            public.says(f"page {shown}")
            desk.picture(pictures / f"desk-while-the-screen-is-{shown}.png")
        press(desk, Qt.Key.Key_F7)
        public.says("page shown")
        desk.window.shell.lock()
        public.says("page quiet")
