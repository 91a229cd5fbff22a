from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.answers import Raw, accept
from stationkiosk.domain.forms import Answer, Option, Question, QuestionKind
from stationkiosk.domain.text import Text
from stationkiosk.domain.typed import mark, paragraphs, words
from tests.journeys.samples import REFERENCE

LABEL = Text("问题", "A question")
TODAY = date(2026, 11, 22)


def question(kind: QuestionKind, **more: bool | int) -> Question:
    options = (Option("a", LABEL), Option("b", LABEL))
    return Question("q", kind, LABEL, options=options, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "raw", "answer"),
    [
        (QuestionKind.TEXT, "  陈\u3000 样本\n", "陈 样本"),
        (QuestionKind.TEXT, "阿凡提·艾力", "阿凡提·艾力"),
        (QuestionKind.TEXT, "a\u200bb\x00c\td", "abc d"),
        (QuestionKind.LONG_TEXT, " 一 \r\n\r\n 二  三 ", "一\n\n二 三"),
        (QuestionKind.CHOICE, "b", "b"),
        (QuestionKind.TICKS, ("b", "a"), ("a", "b")),
        (QuestionKind.TICKS, "a", ("a",)),
        (QuestionKind.DATE, "2026年3月5日", "2026-03-05"),
        (QuestionKind.DATE, "２０２６－３－５", "2026-03-05"),
        (QuestionKind.DATE, "2026/03/05", "2026-03-05"),
        (QuestionKind.DATE, "2026.3.5", "2026-03-05"),
        (QuestionKind.DATE, "20260305", "2026-03-05"),
        (QuestionKind.PHONE, "13800138000", "+8613800138000"),
        (QuestionKind.ID_NUMBER, "11010519491231002x", "11010519491231002X"),
        (QuestionKind.CREDIT_CODE, "91330100799655058b", "91330100799655058B"),
        (QuestionKind.MONEY, "5万", "50000"),
        (QuestionKind.TRADEMARK_NUMBER, "第3333018号", "3333018"),
        (QuestionKind.TRADEMARK_CLASSES, "9、25", ("9", "25")),
        (QuestionKind.TRADEMARK_CLASSES, ("25", "9"), ("9", "25")),
    ],
)
def test_an_answer_is_made_even(kind: QuestionKind, raw: Raw, answer: Answer) -> None:
    assert accept(question(kind), raw) == (answer, None)


@pytest.mark.parametrize("kind", list(QuestionKind))
@pytest.mark.parametrize("raw", ["", "  ", ()])
def test_nothing_is_a_problem_only_where_something_is_needed(kind: QuestionKind, raw: Raw) -> None:
    many = (QuestionKind.CHOICE, QuestionKind.TICKS, QuestionKind.TRADEMARK_CLASSES)
    if isinstance(raw, tuple) and kind not in many:
        with pytest.raises(TypeError):
            accept(question(kind), raw)
        return
    problem = accept(question(kind), raw)[1]
    assert problem is not None
    assert problem.key == "missing.q"
    answer, none = accept(question(kind, optional=True), raw)
    assert (answer in ("", ()), none) == (True, None)


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_not_knowing_is_an_answer_only_where_it_is_allowed(kind: QuestionKind) -> None:
    assert accept(question(kind, unknown=True), None) == (None, None)
    assert accept(question(kind), None)[1] is not None
    assert accept(question(kind, optional=True), None) == ("", None)


def test_an_option_that_is_gone_is_no_answer() -> None:
    assert accept(question(QuestionKind.TICKS), ("a", "z")) == (("a",), None)
    assert accept(question(QuestionKind.CHOICE), "z")[1] is not None


def test_a_text_that_is_too_long_says_how_much_room_there_is() -> None:
    answer, problem = accept(question(QuestionKind.TEXT, max_length=3), "一二三四")
    assert problem is not None
    assert (answer, problem.values) == ("一二三四", {"most": "3", "count": "4"})


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("昨天", "date_unreadable"),
        ("2026-3", "date_unreadable"),
        ("2026-2-30", "date_none"),
        ("2026-13-1", "date_month_number"),
    ],
)
def test_a_day_that_is_none_is_told(raw: str, key: str) -> None:
    problem = accept(question(QuestionKind.DATE), raw)[1]
    assert problem is not None
    assert problem.key == key


@pytest.mark.parametrize(
    ("typed", "sum_"),
    [
        ("五万", "50000"),
        ("两千块", "2000"),
        ("壹万捌仟元整", "18000"),
        ("三千五百元", "3500"),
        ("5万", "50000"),
    ],
)
def test_a_sum_may_be_written_in_chinese_numerals(typed: str, sum_: str) -> None:
    assert accept(question(QuestionKind.MONEY), typed) == (sum_, None)


def test_what_writes_no_sum_is_told_as_typed() -> None:
    answer, problem = accept(question(QuestionKind.MONEY), "很多钱")
    assert problem is not None
    assert (answer, problem.key) == ("很多钱", "money_unreadable")


def test_a_month_will_do_where_the_day_may_be_left_out() -> None:
    asked = question(QuestionKind.DATE, day_optional=True)
    assert accept(asked, "2026-3-") == ("2026-03", None)
    assert accept(asked, "2026-3-5") == ("2026-03-05", None)
    problem = accept(asked, "2026")[1]
    assert problem is not None
    assert problem.key == "date_month"


def test_a_day_ahead_is_not_over() -> None:
    asked = question(QuestionKind.DATE, ahead=True)
    assert accept(asked, TODAY.isoformat(), today=TODAY) == (TODAY.isoformat(), None)
    _, problem = accept(asked, "2020-01-02", today=TODAY)
    assert problem is not None
    assert problem.key == "date_past"
    assert accept(asked, "2020-01-02") == ("2020-01-02", None)


def test_a_day_ahead_may_have_a_latest_day() -> None:
    asked = question(QuestionKind.DATE, ahead=True, within_days=60)
    assert accept(asked, (TODAY + timedelta(days=60)).isoformat(), today=TODAY)[1] is None
    problem = accept(asked, (TODAY + timedelta(days=61)).isoformat(), today=TODAY)[1]
    assert problem is not None
    assert (problem.key, problem.values) == (
        "date_too_late",
        {"latest": (TODAY + timedelta(days=60)).isoformat()},
    )


def test_the_past_does_not_lie_ahead() -> None:
    asked = question(QuestionKind.DATE, past=True)
    assert accept(asked, "2026-11-22", today=TODAY)[1] is None
    problem = accept(asked, "2026-11-23", today=TODAY)[1]
    assert problem is not None
    assert problem.key == "date_future"
    assert accept(question(QuestionKind.DATE), "2031-1-1", today=TODAY)[1] is None


@given(st.sampled_from(list(QuestionKind)), st.text(max_size=60))
def test_anything_may_be_typed_and_every_problem_has_its_words(kind: QuestionKind, raw: str) -> None:
    _, problem = accept(question(kind, day_optional=True, past=True), raw, today=TODAY)
    if problem and not problem.key.startswith("missing."):
        assert REFERENCE.words.problem(problem).zh


@given(
    st.sampled_from([QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.MONEY]), st.text(max_size=60)
)
def test_an_answer_accepted_once_is_accepted_as_it_is(kind: QuestionKind, raw: str) -> None:
    answer, problem = accept(question(kind), raw)
    if problem is None:
        assert accept(question(kind), answer) == (answer, None)


@given(st.text())
def test_making_even_twice_changes_nothing(text: str) -> None:
    for even in (words, paragraphs, mark):
        assert even(even(text)) == even(text)
