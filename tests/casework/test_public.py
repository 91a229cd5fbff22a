"""What the public does beside its case: print again, read on the screen, rate, write, call for staff."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework import helping, messages, ratings
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.printing import copies
from stationkiosk.casework.views import CopyState, PaperRef, RatingTotal
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.opening import parse_hours
from stationkiosk.domain.text import Language
from stationkiosk.store.verification import verify
from tests.casework.members import actor
from tests.casework.world import HeldClock, World, application


def tracked(world: World) -> tuple[Counter, PaperRef, str]:
    filed = world.counter().file(application(world.station), "press-1")
    counter = world.counter()
    return counter, counter.progress(filed.receipt_code).papers[0].ref, filed.receipt_code


def settled(counter: Counter, ref: PaperRef) -> CopyState:
    copy = counter.reprint(ref)
    while counter.copy(ref, copy.n).state in (CopyState.SPOOLED, CopyState.PRINTING):
        pass
    return counter.copy(ref, copy.n).state


def test_a_paper_is_printed_again_as_a_counted_copy_up_to_the_days_limit(
    world: World, clock: HeldClock
) -> None:
    counter, ref, _code = tracked(world)
    assert counter.print_receipt(ref).copy_no == 1
    for n in (2, 3, 4):
        assert settled(counter, ref) is CopyState.SETTLED
        assert counter.copy(ref, n).copy_no == n
    with pytest.raises(Closed, match="reprints_used_up"):
        counter.reprint(ref)
    clock.move(days=1)
    assert counter.reprint(ref).copy_no == 5
    assert verify(world.station.store, world.station.keys).ok


def test_whoever_just_filed_prints_again_three_times_at_most(world: World) -> None:
    counter, ref, _code = tracked(world)
    assert counter.print_receipt(ref).copy_no == 1
    for n in (2, 3, 4):
        copy = counter.print_receipt(ref, "again")
        assert copy.copy_no == n
    with pytest.raises(Closed, match="reprints_used_up"):
        counter.print_receipt(ref, "again")


def test_a_station_may_print_nothing_again_at_its_kiosks(world: World) -> None:
    _counter, ref, _code = tracked(world)
    station = replace(world.station, terms=replace(world.station.terms, reprints_a_day=0))
    with pytest.raises(Closed, match="reprints_off"):
        copies.reprint(station, ref, station.public())


def test_a_paper_that_was_not_tracked_is_neither_read_nor_printed(world: World) -> None:
    counter, ref, code = tracked(world)
    assert counter.paper_pages(ref, 40)[0].startswith(b"\x89PNG")
    counter.close_session()
    for ask in (lambda: counter.reprint(ref), lambda: counter.paper_pages(ref, 40)):
        with pytest.raises(Closed, match="paper_not_open"):
            ask()
    counter.progress(code)
    assert counter.reprint(ref)


def test_who_has_just_filed_may_read_the_receipt(world: World) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    assert len(counter.paper_pages(filed.receipt, 40)) >= 1


def test_marks_are_totals_of_a_day_and_each_question_counts_once_a_session(
    world: World, clock: HeldClock
) -> None:
    counter, today = world.counter(), world.station.today()
    counter.rate({"easy": 1})
    counter.rate({"easy": 3, "clear": 2})
    counter.close_session()
    counter.rate({"easy": 1})
    clock.move(days=1)
    counter.rate({"easy": 1, "again": 3})
    assert ratings.totals(world.station, today, today) == (
        RatingTotal("easy", 2, 0, 0),
        RatingTotal("clear", 0, 1, 0),
        RatingTotal("again", 0, 0, 0),
    )
    assert ratings.totals(world.station, today, world.station.today())[2] == RatingTotal("again", 0, 0, 1)


@pytest.mark.parametrize("marks", [{"price": 1}, {"easy": 0}, {"easy": 4}])
def test_a_mark_there_is_none_of_is_our_mistake(world: World, marks: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"price|easy"):
        ratings.rate(world.station, marks)


def test_a_message_is_kept_for_the_case_it_is_about_with_the_day_of_its_answer(world: World) -> None:
    counter, _ref, code = tracked(world)
    left = counter.leave_message(" 几号\n调解？ ", code, "138 0000 1234", Language.ZH)
    assert left.answer_by == world.station.reference.calendar.add_working_days(world.station.today(), 2)
    assert left.n == 1
    assert (bool(left.case_number), left.by_phone) == (True, True)
    [row] = messages.unanswered(world.station)
    assert (row.text, row.phone, row.case_number) == ("几号\n调解？", "+8613800001234", left.case_number)
    counter.leave_message("再问一句", "", "", Language.ZH)
    assert [row.n for row in messages.unanswered(world.station)] == [1, 2]
    assert verify(world.station.store, world.station.keys).ok


def test_the_same_words_are_one_message_until_it_is_answered(world: World, clock: HeldClock) -> None:
    counter, _ref, code = tracked(world)
    for _ in range(2):
        first = counter.leave_message("几号调解？", code, "13800001234", Language.ZH)
        assert world.counter().leave_message("几号调解？ ", code, "138 0000 1234", Language.ZH) == first
    assert len(messages.unanswered(world.station)) == 1
    counter.leave_message("几号调解？", "", "13800001234", Language.ZH)
    counter.leave_message("几号调解？", code, "", Language.ZH)
    counter.leave_message("哪天调解？", code, "13800001234", Language.ZH)
    assert len(messages.unanswered(world.station)) == 4
    messages.answer_message(world.station, actor(Role.CLERK), 1, "星期三")
    counter.leave_message("几号调解？", code, "13800001234", Language.ZH)
    clock.move(days=3)
    counter.leave_message("几号调解？", code, "13800001234", Language.ZH)
    assert [row.n for row in messages.unanswered(world.station)] == [2, 3, 4, 5, 6]


def test_signs_nobody_sees_are_not_kept_in_a_message(world: World) -> None:
    world.counter().leave_message("a\x00b\x1b[2J\u202e样本", "", "", Language.ZH)
    [row] = messages.unanswered(world.station)
    assert row.text == "ab[2J样本"


@pytest.mark.parametrize(
    ("text", "code", "phone", "why"),
    [
        (" \n", "", "", "message_empty"),
        ("字" * 501, "", "", "message_long"),
        ("问", "", "12", "message_phone"),
        ("问", "7HT", "", "code_short"),
    ],
)
def test_a_message_that_cannot_be_kept_says_why(
    world: World, text: str, code: str, phone: str, why: str
) -> None:
    with pytest.raises(Closed, match=why):
        world.counter().leave_message(text, code, phone, Language.ZH)
    assert messages.unanswered(world.station) == ()


def test_a_call_stands_until_staff_came_or_it_is_taken_back_or_the_session_ends(
    world: World, clock: HeldClock
) -> None:
    counter = world.counter()
    first = counter.call_staff("form")
    clock.move(seconds=30)
    assert counter.call_staff("proof") == first
    assert [(row.n, row.page) for row in helping.open_calls(world.station)] == [(1, "form")]
    counter.end_call(came=True)
    counter.end_call(came=True)
    assert counter.call_staff("home").n == 2
    counter.end_call(came=False)
    assert counter.call_staff("home").n == 3
    counter.close_session()
    assert helping.open_calls(world.station) == ()
    assert verify(world.station.store, world.station.keys).ok


def test_a_call_tells_whether_anybody_is_there(world: World) -> None:
    site = replace(world.station.site, opening=(parse_hours("1-5 09:00-12:00"),))
    station = replace(world.station, site=site)
    called = helping.call_staff(station, "home")
    assert called.opening
    assert called.opening.open
