"""Clocks: pauses, lengthenings, months and hours, held against a reckoning on fingers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.calendar import STATION_TIME, Calendar
from stationkiosk.domain.clocks import Clock, Longer, Pause
from stationkiosk.domain.counting import StandStill, count
from stationkiosk.domain.deadlines import Deadline, closing, kept, last_moment, reckon, run
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.events import Approver, PauseReason
from stationkiosk.domain.lengthening import lengthen
from stationkiosk.domain.recount import last_of, per_party, recount
from stationkiosk.domain.rules import Confidence, Lengthening, Period, Unit
from stationkiosk.domain.serving import Attempt, Mode, served
from stationkiosk.domain.text import Text
from tests.domain.slow import slow_back, slow_end, works
from tests.journeys.samples import REFERENCE

CALENDAR = REFERENCE.calendar
DAYS = st.dates(date(2025, 1, 1), date(2026, 6, 30))
COUNTED = st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.YEARS])
IN_DAYS = st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS])
ALL = frozenset(PauseReason)


def period(value: int, unit: Unit, **more: object) -> Period:
    words = Text("从{day}起算。", "Counted from {day}.")
    plain = Period(
        id="sample", valid_from=date(2020, 1, 1), valid_to=None, source="made up",
        confidence=Confidence.INFERRED, label=words, value=value, unit=unit, article=Text("甲", "A"),
        start=words, pauses=ALL,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


@st.composite
def pauses(draw: st.DrawFn, start: date) -> tuple[Pause, ...]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        since = start + timedelta(days=draw(st.integers(-10, 80)))
        until = since + timedelta(days=draw(st.integers(0, 40)))
        found.append(Pause(draw(st.sampled_from(list(PauseReason))), since, until))
    return tuple(found)


@st.composite
def longer(draw: st.DrawFn, start: date) -> tuple[Longer, ...]:
    sizes = draw(st.lists(st.tuples(st.integers(1, 40), IN_DAYS), max_size=2))
    return tuple(Longer(value, unit, Approver.HEAD, "made up", start) for value, unit in sizes)


@st.composite
def clocks(draw: st.DrawFn, units: st.SearchStrategy[Unit] = COUNTED) -> Clock:
    start = draw(DAYS)
    unit = draw(units)
    value = draw(st.integers(1, {Unit.YEARS: 2, Unit.MONTHS: 6}.get(unit, 60)))
    rule = period(value, unit, roll=draw(st.booleans()))
    return Clock(rule, start, draw(pauses(start)), draw(longer(start)))


def still_days(clock: Clock) -> frozenset[date]:
    spans = ((p.since, p.until or p.since) for p in clock.pauses)
    return frozenset(a + timedelta(days=n) for a, b in spans for n in range((b - a).days + 1))


def due(clock: Clock) -> date:
    return run(clock, CALENDAR).due


@given(clocks())
def test_a_reckoning_on_fingers_finds_the_same_day(clock: Clock) -> None:
    steps = [(clock.period.value, clock.period.unit.value)]
    steps += [(x.value, x.unit.value) for x in clock.lengthened]
    found = slow_end(clock.start, steps, CALENDAR, still=still_days(clock), roll=clock.period.roll)
    assert due(clock) == found


@given(clocks())
def test_a_last_day_is_after_the_event_and_never_stands_still(clock: Clock) -> None:
    assert due(clock) > clock.start
    assert due(clock) not in still_days(clock)


@given(clocks())
def test_a_pause_never_shortens(clock: Clock) -> None:
    for n in range(len(clock.pauses)):
        fewer = replace(clock, pauses=clock.pauses[:n] + clock.pauses[n + 1 :])
        assert due(fewer) <= due(clock)


@given(clocks())
def test_a_lengthening_never_shortens(clock: Clock) -> None:
    assert due(replace(clock, lengthened=())) <= due(replace(clock, lengthened=clock.lengthened[:1]))
    assert due(replace(clock, lengthened=clock.lengthened[:1])) <= due(clock)


@given(clocks(IN_DAYS), st.integers(0, 40))
def test_a_later_event_never_ends_earlier(clock: Clock, later: int) -> None:
    assert due(clock) <= due(replace(clock, start=clock.start + timedelta(days=later)))


@given(clocks(), st.integers(0, 40))
def test_without_pauses_no_unit_ends_earlier_for_a_later_event(clock: Clock, later: int) -> None:
    free = replace(clock, pauses=())
    assert due(free) <= due(replace(free, start=clock.start + timedelta(days=later)))


@given(clocks(), st.integers(1, 5))
def test_a_longer_period_never_ends_earlier(clock: Clock, more: int) -> None:
    longer_rule = replace(clock.period, value=clock.period.value + more)
    assert due(clock) <= due(replace(clock, period=longer_rule))


@given(clocks())
def test_the_trace_ends_on_the_last_day_in_both_languages(clock: Clock) -> None:
    found = run(clock, CALENDAR)
    assert found.trace[2] == clock.period.article
    assert f"{found.due.year}年{found.due.month}月{found.due.day}日" in found.trace[-1].zh
    assert str(found.due.year) in found.trace[-1].en
    assert all("{" not in line.zh + line.en for line in found.trace)


@given(clocks(st.just(Unit.WORKING_DAYS)))
def test_the_rest_days_told_are_those_passed_over(clock: Clock) -> None:
    found = run(replace(clock, lengthened=(), pauses=()), CALENDAR)
    days = (clock.start + timedelta(days=n) for n in range(1, (found.due - clock.start).days + 1))
    rests = sum(not works(CALENDAR, day) for day in days)
    told = [line.zh for line in found.trace if "周末或节假日" in line.zh]
    assert told == ([f"中间 {rests} 天是周末或节假日，不计算。"] if rests else [])


def test_rest_days_that_stand_still_are_not_told_twice() -> None:
    pause = Pause(PauseReason.TESTING, date(2026, 3, 6), date(2026, 3, 9))
    found = run(Clock(period(10, Unit.WORKING_DAYS), date(2026, 3, 2), (pause,)), CALENDAR)
    assert found.due == date(2026, 3, 18)
    assert any(line.zh == "中间 2 天是周末或节假日，不计算。" for line in found.trace)


@pytest.mark.parametrize(
    ("start", "value", "unit", "last"),
    [
        (date(2026, 1, 31), 1, Unit.MONTHS, date(2026, 2, 28)),
        (date(2025, 11, 30), 3, Unit.MONTHS, date(2026, 2, 28)),
        (date(2025, 8, 31), 6, Unit.MONTHS, date(2026, 2, 28)),
        (date(2024, 2, 29), 2, Unit.YEARS, date(2026, 2, 28)),
        (date(2026, 3, 15), 1, Unit.MONTHS, date(2026, 4, 15)),
        (date(2025, 9, 1), 1, Unit.MONTHS, date(2025, 10, 9)),
    ],
)
def test_months_and_years_end_on_the_same_day_or_the_months_end(
    start: date, value: int, unit: Unit, last: date
) -> None:
    assert reckon(period(value, unit), start, CALENDAR).due == last


def test_a_pause_that_began_before_the_event_counts_from_the_day_after_it() -> None:
    pause = Pause(PauseReason.TESTING, date(2026, 3, 1), date(2026, 3, 4))
    assert due(Clock(period(10, Unit.CALENDAR_DAYS), date(2026, 3, 2), (pause,))) == date(2026, 3, 16)
    over = Pause(PauseReason.TESTING, date(2026, 2, 1), date(2026, 3, 2))
    found = run(Clock(period(10, Unit.CALENDAR_DAYS), date(2026, 3, 2), (over,)), CALENDAR)
    assert found.due == date(2026, 3, 12)
    assert not any("检验" in line.zh for line in found.trace)


def test_overlapping_pauses_take_each_day_once() -> None:
    both = StandStill.of(
        [(date(2026, 3, 5), date(2026, 3, 10)), (date(2026, 3, 8), date(2026, 3, 12)),
         (date(2026, 3, 13), date(2026, 3, 13)), (date(2026, 3, 6), date(2026, 3, 7))]
    )  # fmt: skip
    assert both.stretches == ((date(2026, 3, 5), date(2026, 3, 13)),)
    assert both.days(date(2026, 3, 6), date(2026, 3, 20)) == 7
    assert both.days(date(2026, 3, 13), date(2026, 3, 20)) == 0


def decide() -> Clock:
    return REFERENCE.clock("penalty.decide", date(2026, 3, 2))


def test_a_pause_is_told_with_its_days() -> None:
    clock = (
        decide().pause(PauseReason.TESTING, date(2026, 4, 1)).resume(PauseReason.TESTING, date(2026, 4, 10))
    )
    found = run(clock, CALENDAR)
    assert found.due == date(2026, 6, 10)
    assert Text(
        "检验、检测、鉴定：2026年4月1日到2026年4月10日不计算。",
        "Not counted from 1 April 2026 to 10 April 2026: testing.",
    ) in found.trace  # fmt: skip
    assert Text("这些日子一共 10 天，不计算。", "Together 10 days are left out.") in found.trace
    assert not found.still


def test_an_open_pause_moves_the_last_day_on_with_each_day() -> None:
    clock = decide().pause(PauseReason.SUSPENSION, date(2026, 4, 1))
    one, other = (run(clock, CALENDAR, day) for day in (date(2026, 4, 10), date(2026, 4, 11)))
    assert one.still
    assert (one.due, other.due) == (date(2026, 6, 10), date(2026, 6, 11))
    assert any("期限现在停着" in line.zh for line in one.trace)
    before = run(clock, CALENDAR, date(2026, 3, 20))
    assert not before.still
    assert before.due == date(2026, 5, 31)
    with pytest.raises(ValueError, match=r"penalty\.decide"):
        run(clock, CALENDAR)


def refused(key: str, act: object) -> None:
    with pytest.raises(KnownError) as caught:
        act()  # type: ignore[operator]
    assert caught.value.key == key
    for part in ("title", "what", "do"):
        said = REFERENCE.words.text(f"fault.{key}.{part}").put(**caught.value.values)
        assert "{" not in said.zh + said.en


def test_a_pause_the_rule_does_not_know_is_refused() -> None:
    clock = REFERENCE.clock("penalty.pay", date(2026, 3, 2))
    refused("pause_not_provided", lambda: clock.pause(PauseReason.HEARING, date(2026, 3, 4)))


def test_pauses_begin_and_end_in_order() -> None:
    hearing = PauseReason.HEARING
    clock = decide().pause(hearing, date(2026, 4, 1))
    refused("pause_out_of_order", lambda: decide().pause(hearing, date(2026, 3, 1)))
    refused("pause_out_of_order", lambda: clock.pause(hearing, date(2026, 4, 2)))
    refused("pause_out_of_order", lambda: clock.resume(hearing, date(2026, 3, 31)))
    refused("pause_out_of_order", lambda: decide().resume(hearing, date(2026, 4, 1)))
    again = clock.resume(hearing, date(2026, 4, 2)).pause(hearing, date(2026, 4, 9))
    assert [p.until for p in again.pauses] == [date(2026, 4, 2), None]
    both = clock.pause(PauseReason.TESTING, date(2026, 4, 5)).resume(hearing, date(2026, 4, 6))
    assert [p.until for p in both.pauses] == [date(2026, 4, 6), None]


def prolong(clock: Clock, granted: date, approver: Approver = Approver.HEAD, **more: object) -> Clock:
    given = {"reason": "案情复杂", **more}
    return lengthen(clock, CALENDAR, approver=approver, granted=granted, **given)  # type: ignore[arg-type]


def test_a_lengthening_counts_on_from_the_base_day() -> None:
    longer = prolong(decide(), date(2026, 4, 30))
    found = run(longer, CALENDAR)
    assert found.due == date(2026, 6, 30)
    assert Text(
        "2026年4月30日经机关负责人批准，延长 30 天，从2026年5月31日接着算到2026年6月30日。理由：案情复杂",
        "Lengthened by 30 days on 30 April 2026 by the head of the agency; counted on from "
        "31 May 2026 to 30 June 2026. Reason: 案情复杂",
    ) in found.trace  # fmt: skip


def test_a_lengthening_is_not_counted_from_a_rolled_day() -> None:
    rule = period(60, Unit.CALENDAR_DAYS, lengthenings=(Lengthening(value=30, unit=Unit.CALENDAR_DAYS,
                  approver=Approver.HEAD),))  # fmt: skip
    clock = Clock(rule, date(2026, 8, 3))
    assert run(clock, CALENDAR).due == date(2026, 10, 8)
    assert run(prolong(clock, date(2026, 10, 8)), CALENDAR).due == date(2026, 11, 2)


def test_a_lengthening_comes_before_the_end_by_the_right_person_with_a_reason() -> None:
    refused("longer_too_late", lambda: prolong(decide(), date(2026, 6, 1)))
    refused("longer_too_early", lambda: prolong(decide(), date(2026, 3, 1)))
    refused("longer_wrong_approver", lambda: prolong(decide(), date(2026, 4, 1), Approver.GROUP))
    refused("longer_no_reason", lambda: prolong(decide(), date(2026, 4, 1), reason="  "))
    pay = REFERENCE.clock("penalty.pay", date(2026, 3, 2))
    refused("longer_not_provided", lambda: prolong(pay, date(2026, 3, 3)))
    assert len(prolong(decide(), date(2026, 5, 31)).lengthened) == 1


def test_what_the_rule_leaves_open_the_approver_sets() -> None:
    once = prolong(decide(), date(2026, 5, 1))
    refused("longer_no_length", lambda: prolong(once, date(2026, 6, 1), Approver.GROUP))
    twice = prolong(once, date(2026, 6, 1), Approver.GROUP, value=20)
    assert run(twice, CALENDAR).due == date(2026, 7, 20)
    refused("longer_not_provided", lambda: prolong(twice, date(2026, 6, 2), Approver.GROUP, value=9))


def test_what_both_sides_agreed_on_they_may_agree_on_again() -> None:
    clock = REFERENCE.clock("mediation.mediate", date(2026, 3, 2))
    for due in (date(2026, 4, 8), date(2026, 4, 15)):
        clock = prolong(clock, date(2026, 3, 30), Approver.PARTIES, value=7)
        assert run(clock, CALENDAR).due == due


def test_a_clock_standing_still_can_still_be_lengthened() -> None:
    clock = decide().pause(PauseReason.TESTING, date(2026, 4, 1))
    assert len(prolong(clock, date(2026, 9, 1)).lengthened) == 1


def test_hours_run_at_once_or_from_the_next_hour() -> None:
    asked = datetime(2026, 5, 1, 6, 20, tzinfo=UTC)
    at_once = REFERENCE.deadline_from("crime.hand_over", asked)
    assert at_once.at == datetime(2026, 5, 2, 6, 20, tzinfo=UTC)
    court = REFERENCE.deadline_from("injunction.decide", asked)
    assert court.at == datetime(2026, 5, 3, 7, 0, tzinfo=UTC)
    assert (court.start, court.due) == (date(2026, 5, 1), date(2026, 5, 3))
    assert court.trace[-1] == Text("到2026年5月3日15:00为止。", "It ends at 15:00 on 3 May 2026.")
    assert not court.provisional
    assert last_moment(court) == court.at


def test_hours_have_no_last_day_of_their_own() -> None:
    with pytest.raises(ValueError, match="h"):
        REFERENCE.deadline("crime.hand_over", date(2026, 5, 1))
    with pytest.raises(ValueError, match="h"):
        count(date(2026, 5, 1), 2, Unit.HOURS, CALENDAR)


def test_a_moment_sets_days_going_by_the_stations_day() -> None:
    late = datetime(2026, 3, 1, 16, 30, tzinfo=UTC)
    assert REFERENCE.deadline_from("penalty.decide", late).start == date(2026, 3, 2)


def pay_by() -> Deadline:
    return REFERENCE.deadline("penalty.pay", date(2026, 9, 18))


def there(hour: int, minute: int = 0, day: int = 8) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=STATION_TIME)


def test_a_day_ends_at_midnight_or_when_business_closes() -> None:
    assert last_moment(pay_by()) == there(0, day=9)
    assert last_moment(pay_by(), time(17, 30)) == there(17, 30)
    assert kept(pay_by(), there(23, 59))
    assert not kept(pay_by(), there(18), time(17, 30))
    assert kept(pay_by(), there(17, 30), time(17, 30))
    assert kept(pay_by(), there(18), time(17, 30), posted=True)
    assert not kept(pay_by(), there(0, 1, day=9), time(17, 30), posted=True)


def test_the_hour_of_closing_is_told() -> None:
    assert closing(pay_by()) == Text(
        "2026年10月8日 24 点之前都算按时。", "In time until midnight of 8 October 2026."
    )
    told = closing(pay_by(), time(17, 30))
    assert told.zh == "送到窗口的，2026年10月8日 17:30 下班前算按时；邮寄的，当天寄出就算。"
    assert told.en == "At the counter until 17:30 on 8 October 2026; by post, if sent that day."
    hours = REFERENCE.deadline_from("crime.hand_over", there(9))
    assert closing(hours, time(17, 30)).en == "It ends at 09:00 on 9 October 2026."


@given(DAYS, st.integers(1, 60), IN_DAYS)
def test_counting_back_is_checked_on_fingers(event: date, value: int, unit: Unit) -> None:
    found = reckon(period(value, unit, before=True), event, CALENDAR).due
    assert found == slow_back(event, value, unit.value, CALENDAR)
    assert found < event


def test_a_notice_before_a_hearing_is_counted_back() -> None:
    found = REFERENCE.deadline("penalty.hearing_tell", date(2026, 10, 15))
    assert found.due == date(2026, 9, 30)
    assert found.trace[1] == Text(
        "往前数 7 个工作日，当天不算。", "7 working days back; the day itself is not counted."
    )
    back = period(10, Unit.CALENDAR_DAYS, before=True)
    rolled = reckon(back, date(2026, 10, 15), CALENDAR)
    assert rolled.due == date(2026, 9, 30)
    assert any("提前到2026年9月30日" in line.zh for line in rolled.trace)
    assert reckon(back, date(2027, 2, 1), CALENDAR).provisional
    assert REFERENCE.deadline("limitation.damages", date(2026, 5, 3)).due == date(2023, 5, 3)


def test_a_year_the_station_holds_no_notice_of_makes_a_day_provisional() -> None:
    ahead = reckon(period(30, Unit.WORKING_DAYS), date(2026, 12, 1), CALENDAR)
    assert any("还没有公布" in line.zh for line in ahead.trace)
    behind = reckon(period(30, Unit.WORKING_DAYS), date(2024, 12, 20), CALENDAR)
    assert any("本站没有2024年的放假安排" in line.zh for line in behind.trace)
    assert not reckon(period(1, Unit.YEARS, roll=False), date(2026, 12, 1), CALENDAR).provisional
    assert not reckon(period(30, Unit.CALENDAR_DAYS), date(2024, 12, 20), CALENDAR).provisional


NOTICE_2027 = replace(  # made up: the day off of a Friday holiday on the Monday
    CALENDAR,
    holidays=CALENDAR.holidays | {date(2027, 1, n) for n in (1, 2, 3, 4)},
    years=CALENDAR.years | {2027},
)


def test_a_notice_that_comes_out_moves_the_day_and_keeps_the_old_one() -> None:
    clock = Clock(period(30, Unit.CALENDAR_DAYS), date(2026, 12, 2))
    before = run(clock, CALENDAR)
    assert (before.due, before.provisional) == (date(2027, 1, 4), True)
    found = recount(before, clock, NOTICE_2027)
    assert found.changed
    assert found.before is before
    assert (found.after.due, found.after.provisional) == (date(2027, 1, 5), False)
    assert Text("最后一天从2027年1月4日改为2027年1月5日。",
                "The last day moved from 4 January 2027 to 5 January 2027.") in found.told  # fmt: skip
    assert Text("这个日期不再是暂定的。", "The day is no longer provisional.") in found.told
    assert any(line.zh.startswith("新增：2027年1月1日是休息日") for line in found.told)
    assert any(line.zh.startswith("去掉：2027年的放假安排") for line in found.told)
    assert not recount(found.after, clock, NOTICE_2027).changed


def test_a_corrected_event_moves_the_day() -> None:
    clock = Clock(period(30, Unit.CALENDAR_DAYS), date(2026, 11, 20))
    found = recount(run(clock, CALENDAR), replace(clock, start=date(2026, 12, 9)), CALENDAR)
    assert found.told[0].en == "The first day moved from 20 November 2026 to 9 December 2026."
    assert any("变成暂定" in line.zh for line in found.told)


def test_an_agreement_takes_effect_on_the_last_signature() -> None:
    assert last_of({"a": date(2026, 3, 2), "b": date(2026, 3, 5)}) == date(2026, 3, 5)
    assert last_of({"a": date(2026, 3, 2), "b": None}) is None
    assert last_of({}) is None


def test_each_party_appeals_by_its_own_service() -> None:
    appeal = REFERENCE.period("lawsuit.appeal", date(2026, 3, 2))
    found = per_party(appeal, {"a": date(2026, 3, 2), "b": date(2026, 3, 5)}, CALENDAR)
    assert {party: one.due for party, one in found.items()} == {
        "a": date(2026, 3, 17),
        "b": date(2026, 3, 20),
    }


def test_the_first_way_of_serving_that_took_effect_counts() -> None:
    notice = REFERENCE.period("service.publication", date(2026, 3, 2))
    tries = [Attempt(Mode.POST, None), Attempt(Mode.PUBLICATION, date(2026, 3, 2))]
    found = served(tries, notice, CALENDAR)
    assert found is not None
    assert (found.day, found.mode) == (date(2026, 4, 1), Mode.PUBLICATION)
    found = served([*tries, Attempt(Mode.ELECTRONIC, date(2026, 3, 20))], notice, CALENDAR)
    assert found is not None
    assert (found.day, found.mode) == (date(2026, 3, 20), Mode.ELECTRONIC)
    assert served([Attempt(Mode.HAND, None)], notice, CALENDAR) is None


@pytest.mark.parametrize("mode", [m for m in Mode if m is not Mode.PUBLICATION])
def test_every_way_of_serving_tells_its_day(mode: Mode) -> None:
    notice = REFERENCE.period("service.publication_abroad", date(2026, 3, 2))
    found = served([Attempt(mode, date(2026, 3, 2))], notice, CALENDAR)
    assert found is not None
    assert found.day == date(2026, 3, 2)
    assert "2026年3月2日" in found.trace[0].zh


def test_a_calendar_without_any_notice_still_reckons() -> None:
    bare = Calendar(frozenset(), frozenset(), frozenset())
    assert reckon(period(5, Unit.WORKING_DAYS), date(2026, 3, 2), bare).provisional
