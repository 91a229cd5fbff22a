from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.official_numbers import (
    BureauNumber,
    CourtNumber,
    from_han,
    parse_bureau,
    parse_court,
    to_han,
)
from tests.journeys.samples import REFERENCE

DAY = date(2026, 11, 22)
COURT = REFERENCE.words_of("court", DAY)
BUREAU = REFERENCE.words_of("bureau", DAY)
PENALTY = BureauNumber("渝涪陵市监", "处罚", 2024, 951)
SUIT = CourtNumber(2023, "渝0192", "民初", 10300)


@pytest.mark.parametrize(
    "typed",
    [
        "渝涪陵市监处罚〔2024〕951号",
        "渝涪陵市监处罚[2024]951号",
        "渝涪陵市监处罚（２０２４）９５１号",
        "渝涪陵市监处罚【2024】951",
        "渝涪陵市监处罚 2024 年 0951 号",
        "「渝涪陵市监处罚﹝2024﹞951号」",
        "“渝涪陵市监处罚｛2024｝951号”。",
    ],
)
def test_a_bureaus_number_is_read_in_any_brackets(typed: str) -> None:
    assert parse_bureau(typed, BUREAU) == (PENALTY, None)
    assert str(PENALTY) == "渝涪陵市监处罚〔2024〕951号"


def test_a_form_of_2026_says_the_ordinal() -> None:
    number, problem = parse_bureau("渝两江市监投诉〔2026〕第8号", BUREAU)
    assert problem is None
    assert number == BureauNumber("渝两江市监", "投诉", 2026, 8, ordinal=True)
    assert str(number) == "渝两江市监投诉〔2026〕第8号"


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        ("渝涪陵市监处罚951号", "bureau_number_year", {}),
        ("〔2024〕951号", "bureau_number_bureau", {}),
        ("涪陵公安处罚〔2024〕951号", "bureau_number_bureau", {}),
        ("渝涪陵市监〔2024〕951号", "bureau_number_bureau", {}),
        ("渝涪陵市监奖励〔2024〕951号", "bureau_number_word", {"word": "奖励"}),
        ("渝涪陵市监处罚〔2024〕号", "bureau_number_count", {}),
        ("渝涪陵市监处罚〔2024〕0号", "bureau_number_count", {}),
    ],
)
def test_what_cannot_be_read_of_a_bureaus_number_is_told(
    typed: str, key: str, values: dict[str, str]
) -> None:
    assert parse_bureau(typed, BUREAU, "paper") == (None, Problem("paper", key, values))


@pytest.mark.parametrize(
    "typed",
    [
        "（2023）渝0192民初10300号",
        "(2023)渝0192民初10300号",
        "〔2023〕渝 0192 民初 第10300号",
        "2023年渝0192民初10300",
        "［2023］渝０１９２民初１０３００号",
    ],
)
def test_a_courts_number_is_read_in_any_brackets(typed: str) -> None:
    assert parse_court(typed, COURT) == (SUIT, None)
    assert str(SUIT) == "（2023）渝0192民初10300号"


@pytest.mark.parametrize(
    "printed",
    [
        "（2024）粤0604诉前调确1716号",
        "（2023）最高法知民终8号",
        "（2022）最高法民申12号",
        "（2026）渝01行保3号",
        "（2026）渝0192执恢77号之一",
        "（2026）京73行初1号之二十三",
    ],
)
def test_other_courts_and_kinds_are_read_and_printed(printed: str) -> None:
    number, problem = parse_court(printed, COURT)
    assert problem is None
    assert str(number) == printed


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        ("渝0192民初10300号", "court_number_year", {}),
        ("（2023）民初10300号", "court_number_court", {}),
        ("（2023）渝0192民初号", "court_number_count", {}),
        ("（2023）渝0192民初1号之十十", "court_number_count", {}),
        ("（2023）渝0192民某1号", "court_number_word", {"word": "民某"}),
    ],
)
def test_what_cannot_be_read_of_a_courts_number_is_told(
    typed: str, key: str, values: dict[str, str]
) -> None:
    assert parse_court(typed, COURT, "paper") == (None, Problem("paper", key, values))


@given(
    st.integers(1990, 2099),
    st.sampled_from(["渝0192", "渝01", "最高法知", "粤0604", "京73"]),
    st.sampled_from(sorted(COURT)),
    st.integers(1, 10**6),
    st.integers(0, 99),
)
def test_a_courts_number_comes_back_as_printed(
    year: int, court: str, word: str, count: int, part: int
) -> None:
    number = CourtNumber(year, court, word, count, part)
    assert parse_court(str(number), COURT) == (number, None)


@given(
    st.sampled_from(["渝涪陵市监", "渝两江市监", "京海市监"]),
    st.sampled_from(sorted(BUREAU)),
    st.integers(1990, 2099),
    st.integers(1, 10**6),
    st.booleans(),
    st.sampled_from(["", "LJ07A", "LJ07A2", "0001B"]),
)
def test_a_bureaus_number_comes_back_as_printed(
    bureau: str, word: str, year: int, count: int, ordinal: bool, counter: str
) -> None:
    number = BureauNumber(bureau, word, year, count, ordinal, counter)
    assert parse_bureau(str(number), BUREAU) == (number, None)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(typed: str) -> None:
    for found, problem in (parse_court(typed, COURT), parse_bureau(typed, BUREAU)):
        assert (found is None) is (problem is not None)


def test_numbers_are_said_in_chinese_both_ways() -> None:
    assert [from_han(to_han(n)) for n in range(1, 100)] == list(range(1, 100))
    assert (to_han(1), to_han(10), to_han(12), to_han(20), to_han(99)) == (
        "一",
        "十",
        "十二",
        "二十",
        "九十九",
    )
    for wrong in (0, 100):
        with pytest.raises(ValueError, match=str(wrong)):
            to_han(wrong)


def test_the_known_words_hold_the_examples_of_the_domain() -> None:
    assert {"民特", "民初", "民终", "诉前调", "诉前调确", "执", "财保", "行保", "证保"} <= COURT
    assert {"处罚", "不罚", "罚告", "听告", "责改", "强制"} <= BUREAU
