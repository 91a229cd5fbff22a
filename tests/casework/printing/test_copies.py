"""Copies at two printers: taken back, torn, printed elsewhere, doubted and found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.printing import accounts, changing, copies, plan
from stationkiosk.casework.printing.shown import OTHERS, PaperRule
from stationkiosk.casework.views import CopyView, PaperRef
from stationkiosk.devices.printing import Stage, Trouble
from stationkiosk.domain.actors import Role
from stationkiosk.domain.copies import CopyState
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from tests.casework.desk.members import desk
from tests.casework.printing.floor import Floor

S = CopyState


@pytest.fixture
def tap(counter: Counter, receipt: PaperRef) -> Callable[..., CopyView]:
    return lambda reason="first", printer="": counter.print_receipt(receipt, reason, printer)


@pytest.fixture
def look(counter: Counter, receipt: PaperRef) -> Callable[[int], CopyView]:
    return lambda n: counter.copy(receipt, n)


def waits_for(floor: Floor, ref: PaperRef) -> list[tuple[int, str]]:
    station = floor.world.station
    with station.store.read() as connection:
        rows = accounts.waiting(station, connection)
    return [(row.n, accounts.needs_of(station, row)) for row in rows if row.case_id == ref.case_id]


def test_a_page_that_came_while_nobody_could_ask_is_found_out(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.line = False
    device.work()
    device.work()
    for _look in range(3):
        asked = counter.copy(receipt, copy.n)
    assert (asked.state, asked.trouble) == (S.UNKNOWN, "offline")
    counter.close_session()
    floor.world.clock.move(minutes=11)
    assert waits_for(floor, receipt) == [(1, "fate")]
    device.line = True
    counter.tend()
    assert counter.copy(receipt, copy.n).state is S.SETTLED
    assert waits_for(floor, receipt) == [(1, "collect")]


def test_a_copy_is_not_cancelled_before_its_printer_says_so(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.line = False
    counter.close_session()
    assert counter.copy(receipt, copy.n).state is not S.CANCELLED
    counter.tend()
    device.line = True
    counter.tend()
    ended = counter.copy(receipt, copy.n)
    assert (ended.state, ended.trouble) == (S.CANCELLED, "session_ended")
    assert not device.under_way()


def test_what_was_given_up_does_not_come_out_later_for_nobody(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.line = False
    for _look in range(3):
        counter.copy(receipt, copy.n)
    counter.close_session()
    floor.start()
    again = Counter(floor.world.station)
    again.start_up()
    device.line = True
    again.tend()
    assert again.copy(receipt, copy.n).state is S.CANCELLED
    assert not device.under_way()


def test_a_page_that_is_coming_out_when_its_person_leaves_comes_out(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.work()
    counter.close_session()
    device.work()
    counter.tend()
    assert counter.copy(receipt, copy.n).state is S.SETTLED


def test_a_page_stuck_half_way_when_its_person_leaves_is_taken_back(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.work()
    device.trouble = Trouble.PAPER_JAM
    counter.close_session()
    assert counter.copy(receipt, copy.n).state is S.CANCELLED


def test_a_crash_takes_back_what_it_left_of_the_public(
    floor: Floor, clerk: Desk, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, at_desk = tap(), clerk.print_paper(receipt, "样品")
    floor.start()
    again = Counter(floor.world.station)
    again.start_up()
    assert [again.copy(receipt, one.n).state for one in (copy, at_desk)] == [S.CANCELLED, S.SPOOLED]


def test_a_second_tap_prints_nothing(floor: Floor, tap: Callable[..., CopyView]) -> None:
    assert [tap().n, tap("again").n, tap("again").n] == [1, 1, 1]
    assert len(floor.devices["one"].jobs) == 1


def test_a_copy_goes_to_another_printer_and_leaves_the_first(
    floor: Floor, tap: Callable[..., CopyView], look: Callable[[int], CopyView]
) -> None:
    floor.devices["one"].trouble = Trouble.PAPER_OUT
    first, second = tap(), tap("first", "two")
    assert (first.printer, second.printer) == ("one", "two")
    assert (look(first.n).state, look(first.n).trouble) == (S.CANCELLED, "elsewhere")
    floor.devices["two"].work()
    floor.devices["two"].work()
    assert look(second.n).state is S.SETTLED


def test_later_will_do(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    floor.devices["one"].trouble = Trouble.PAPER_OUT
    later = counter.print_later(receipt, tap().n)
    assert (later.state, later.trouble) == (S.CANCELLED, "later")
    floor.devices["one"].mend()
    assert tap("again").n == 2


def test_a_torn_copy_is_printed_again_whole_twice_at_the_most(
    floor: Floor, tap: Callable[..., CopyView], look: Callable[[int], CopyView]
) -> None:
    device, copy = floor.devices["one"], tap()
    for n in (2, 3):
        device.work()
        device.spoil(Trouble.TORN)
        torn, copy = copy, look(copy.n)
        assert (copy.n, copy.replaces, copy.copy_no) == (n, torn.n, n)
        assert look(torn.n).n == n
        words = pypdfium2.PdfDocument(BytesIO(device.pages[-1]))[0].get_textpage().get_text_range()
        assert f"代替撕坏的第 {n - 1} 份" in words
    device.work()
    device.spoil(Trouble.TORN)
    assert (look(copy.n).n, look(copy.n).state) == (3, S.FAILED)


def test_a_torn_copy_that_later_will_do_for_is_not_printed_again(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.work()
    counter.copy(receipt, copy.n)
    device.spoil(Trouble.TORN)
    torn = counter.print_later(receipt, copy.n)
    assert (torn.state, torn.trouble) == (S.FAILED, Trouble.TORN)
    assert counter.copy(receipt, copy.n) == torn
    assert len(device.sent) == 1


def test_a_torn_copy_of_somebody_gone_is_not_printed_for_the_next_person(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, device = tap(), floor.devices["one"]
    device.work()
    counter.close_session()
    device.spoil(Trouble.TORN)
    assert counter.copy(receipt, copy.n).n == copy.n
    assert len(device.sent) == 1


def test_a_torn_copy_and_the_one_in_its_place_are_one_to_the_days_limit(
    floor: Floor, tap: Callable[..., CopyView], look: Callable[[int], CopyView]
) -> None:
    device = floor.devices["one"]
    for n in (1, 3, 5):
        copy = tap("again")
        device.work()
        device.spoil(Trouble.TORN)
        assert (copy.n, look(copy.n).n) == (n, n + 1)
        device.work()
        device.work()
        assert look(copy.n + 1).state is S.SETTLED
    with pytest.raises(Closed, match="reprints_used_up"):
        tap("again")


def test_a_job_that_could_not_be_entered_is_given_back(
    floor: Floor, tap: Callable[..., CopyView], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_words: object) -> bool:
        raise KnownError("disk_full")

    monkeypatch.setattr(copies, "turn", full)
    with pytest.raises(KnownError, match="disk_full"):
        tap()
    device = floor.devices["one"]
    assert (list(device.jobs.values()), device.sent) == ([Stage.CANCELLED], set())


def test_a_printer_keeps_its_address_while_copies_move_on_it(
    floor: Floor, tap: Callable[..., CopyView]
) -> None:
    station, copy = floor.world.station, tap()
    (spec,) = (one for one in plan.read_plan(station).printers if one.id == copy.printer)
    with pytest.raises(Closed, match="printer_busy"):
        changing.keep_printer(station, floor.supervisor, replace(spec, address="file:/dev/elsewhere"))
    changing.keep_printer(station, floor.supervisor, replace(spec, name=Text("窗口", "Counter")))
    assert floor.devices["one"].under_way()
    changing.keep_printer(station, floor.supervisor, spec)


def test_a_torn_copy_of_somebody_gone_is_listed(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    tap()
    floor.devices["one"].work()
    counter.close_session()
    floor.devices["one"].spoil(Trouble.TORN)
    counter.tend()
    floor.world.clock.move(minutes=11)
    assert waits_for(floor, receipt) == [(1, "reprint")]
    tap("again")
    assert waits_for(floor, receipt) == []


def test_as_many_copies_as_the_plan_says_are_a_line_each(
    floor: Floor, clerk: Desk, receipt: PaperRef
) -> None:
    changing.keep_rule(floor.world.station, floor.supervisor, "receipt", PaperRule("two", copies=3))
    printed = clerk.print_paper(receipt, "样品")
    assert (printed.n, printed.copy_no, printed.printer) == (3, 3, "two")
    assert clerk.print_paper(receipt, "样品").n == 3
    assert [row.copy_no for row in floor.lines(receipt)] == [1, 2, 3]
    assert len({row.sha256 for row in floor.lines(receipt)}) == 3
    assert len(floor.devices["two"].sent) == 3
    changing.drop_rule(floor.world.station, floor.supervisor, "receipt")


def test_of_several_copies_the_one_that_did_not_come_out_is_told(
    floor: Floor, clerk: Desk, receipt: PaperRef
) -> None:
    changing.keep_rule(floor.world.station, floor.supervisor, "receipt", PaperRule("two", copies=3))
    printed, device = clerk.print_paper(receipt, "样品"), floor.devices["two"]
    assert clerk.copy(printed).n == printed.n == 3
    device.work()
    device.spoil(Trouble.REFUSED)
    for _step in range(4):
        device.work()
    told = clerk.copy(printed)
    assert (told.n, told.state) == (1, S.FAILED)
    changing.drop_rule(floor.world.station, floor.supervisor, "receipt")


def test_of_several_copies_each_that_is_torn_is_printed_again(
    floor: Floor, clerk: Desk, receipt: PaperRef
) -> None:
    changing.keep_rule(floor.world.station, floor.supervisor, "receipt", PaperRule("two", copies=2))
    printed, device = clerk.print_paper(receipt, "样品"), floor.devices["two"]
    for _fault in range(2):
        device.work()
        device.spoil(Trouble.TORN)
        printed = clerk.copy(printed)
    for _step in range(4):
        device.work()
    assert clerk.copy(printed).state is S.SETTLED
    states = [(row.n, row.replaces, row.state) for row in floor.lines(receipt)]
    assert states == [(1, None, "failed"), (2, None, "failed"), (3, 1, "settled"), (4, 2, "settled")]
    changing.drop_rule(floor.world.station, floor.supervisor, "receipt")


def test_where_no_printer_answers_the_copy_failed_and_is_listed(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    floor.devices["one"].line = False
    failed = tap()
    assert (failed.state, failed.trouble) == (S.FAILED, "offline")
    floor.world.clock.move(minutes=11)
    assert waits_for(floor, receipt) == [(1, "reprint")]


def test_staff_have_the_last_word_on_what_nobody_can_tell(
    floor: Floor, counter: Counter, clerk: Desk, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy = tap()
    with pytest.raises(Closed, match="copy_moving"):
        clerk.settle_copy(receipt, copy.n, "destroyed", "样品")
    floor.devices["one"].power_off(page_came=True)
    for _look in range(3):
        counter.copy(receipt, copy.n)
    with pytest.raises(Closed, match="reason_missing"):
        clerk.settle_copy(receipt, copy.n, "destroyed", " ")
    settled = clerk.settle_copy(receipt, copy.n, "destroyed", "样品：已碎")
    assert (settled.state, settled.trouble) == (S.ABANDONED, "destroyed")
    with pytest.raises(Closed, match="copy_settled"):
        clerk.settle_copy(receipt, copy.n, "in_hand", "样品")
    with pytest.raises(Closed, match="no_such_copy"):
        clerk.settle_copy(receipt, 99, "in_hand", "样品")


def test_the_desk_sees_the_day_and_its_totals(
    floor: Floor, counter: Counter, clerk: Desk, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy = tap()
    for _step in range(2):
        floor.devices["one"].work()
    counter.in_hand(receipt, copy.n, True)
    shown = clerk.copies(floor.world.station.today())
    (line,) = (one for one in shown.copies if one.ref == receipt)
    assert (line.state, line.asked_by.en, line.printer.en) == (S.IN_HAND, "Somebody at the kiosk", "one")
    assert [turn.state for turn in line.turns] == ["spooled", "settled", "in_hand"]
    assert shown.totals
    assert clerk.print_paper(receipt, "样品").n == 2
    newest = clerk.copies(floor.world.station.today()).copies[0]
    assert newest.asked_by.zh not in ("", "clerk-1", "来办事的人")


def test_papers_go_where_the_plan_says(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    station = floor.world.station
    assert [one.id for one in counter.printers_for(receipt)] == ["one", "two"]
    changing.keep_rule(station, floor.supervisor, OTHERS, PaperRule("two"))
    assert [one.id for one in counter.printers_for(receipt)] == ["two", "one"]
    assert tap().printer == "two"
    with pytest.raises(Closed, match="printer_busy"):
        changing.drop_printer(station, floor.supervisor, "two")
    changing.drop_rule(station, floor.supervisor, OTHERS)
    with pytest.raises(KnownError, match="printer_none_fits"):
        tap("again", "folder")


def test_a_receipt_for_a_roll_comes_on_a_sheet_where_the_desk_has_no_roll(
    floor: Floor, receipt: PaperRef
) -> None:
    station = floor.world.station
    station = replace(station, terms=replace(station.terms, receipt_format="roll80"))
    printed = desk(station, Role.CLERK).print_paper(receipt, "样品", "two")
    assert (printed.printer, printed.state) == ("two", S.SPOOLED)
    assert [row.format for row in floor.lines(receipt)] == ["a4"]


def test_a_session_that_ends_while_its_copy_is_handed_over_gets_nothing(
    floor: Floor,
    counter: Counter,
    tap: Callable[..., CopyView],
    look: Callable[[int], CopyView],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leaving(_job: str, _pdf: bytes) -> None:
        counter.close_session()

    monkeypatch.setattr(plan.printer_of(floor.world.station, "one"), "send", leaving)
    assert look(tap().n).state is S.CANCELLED


def test_a_copy_from_before_the_accounts_is_tended_and_told(
    floor: Floor, counter: Counter, clerk: Desk, receipt: PaperRef
) -> None:
    copy = clerk.print_paper(receipt, "样品")
    station = floor.world.station
    with station.store.write() as unit:
        key = {"case_id": receipt.case_id, "n": copy.n}
        unit.update(tables.Copy, key, asked_name=None, device=None, replaces=None)
        unit.journal(receipt.case_id, station.itself(), "copy", station.clock.now())
    for _step in range(2):
        floor.devices["one"].work()
    assert Front(station).tend()
    (line,) = (one for one in clerk.copies(station.today()).copies if one.ref == receipt)
    assert (line.state, line.asked_by.en) == (S.SETTLED, "Clerk")


def test_a_copy_of_the_machine_a_backup_came_from_ends_without_asking_a_printer(
    floor: Floor, counter: Counter, receipt: PaperRef, tap: Callable[..., CopyView]
) -> None:
    copy, station, device = tap(), floor.world.station, floor.devices["one"]
    with station.store.write() as unit:
        key = {"case_id": receipt.case_id, "n": copy.n}
        unit.update(tables.Copy, key, device="another")
        unit.journal(receipt.case_id, station.itself(), "copy", station.clock.now())
    again = Counter(station)
    again.tend()
    assert [row.state for row in floor.lines(receipt)] == [S.SPOOLED]
    floor.world.clock.move(minutes=61)
    again.tend()
    assert [row.state for row in floor.lines(receipt)] == [S.UNKNOWN]
    assert waits_for(floor, receipt) == [(1, "fate")]
    assert device.under_way()
