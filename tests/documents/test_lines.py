from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.documents.lines import NEVER_FIRST, NEVER_LAST, may_break, wrap


class Widths(dict[str, float]):
    def __missing__(self, char: str) -> float:
        return 1.0 if char >= "\u2e80" else 0.5


WIDTHS = Widths()
words = st.text(st.sampled_from(" 甲乙丙，。（）“”—…·ab-/1,.x"), max_size=120)


def test_chinese_breaks_between_any_two_characters() -> None:
    assert wrap("甲乙丙丁戊", WIDTHS, 2) == ["甲乙", "丙丁", "戊"]


def test_english_breaks_at_spaces() -> None:
    assert wrap("one two three", WIDTHS, 4) == ["one two", "three"]


def test_a_closing_mark_takes_its_character_to_the_next_line() -> None:
    assert wrap("甲乙丙，丁", WIDTHS, 3) == ["甲乙", "丙，丁"]


def test_an_opening_mark_goes_to_the_next_line() -> None:
    assert wrap("甲乙（丙）", WIDTHS, 3) == ["甲乙", "（丙）"]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_double_dash_is_never_parted(pair: str) -> None:
    assert not may_break(*pair)


def test_a_word_longer_than_any_line_fills_this_one() -> None:
    assert wrap("甲 aaaaaaaa", WIDTHS, 3) == ["甲 aaa", "aaaaa"]


def test_a_newline_begins_a_line() -> None:
    assert wrap("甲\n\n乙", WIDTHS, 9) == ["甲", "", "乙"]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", WIDTHS, 9) == [""]


@given(words, st.integers(1, 12))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, limit: int) -> None:
    lines = wrap(text, WIDTHS, limit)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert sum(WIDTHS[char] for char in line) <= limit


@given(words, st.integers(6, 12))
def test_marks_stand_wrong_only_where_the_line_has_no_place_to_break(text: str, limit: int) -> None:
    for before, after in pairwise(wrap(text, WIDTHS, limit)):
        if before and after and (after[0] in NEVER_FIRST or before[-1] in NEVER_LAST):
            broken = any(may_break(a, b) for a, b in pairwise(before))
            assert not broken or _endless(before, after, limit)


def _endless(before: str, after: str, limit: int) -> bool:
    """Tell whether the word the lines part is too long for any line."""
    start = max(n for n in range(1, len(before)) if may_break(before[n - 1], before[n]))
    word = before[start:] + after
    ends = (n for n in range(1, len(word)) if may_break(word[n - 1], word[n]))
    return sum(WIDTHS[char] for char in word[: next(ends, len(word))]) >= limit


def test_the_marks_are_told_apart() -> None:
    assert not NEVER_FIRST & NEVER_LAST
    assert set("，。、；：？！）》”’…—") <= NEVER_FIRST
