"""Many other sides as rows of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.journeys.rows import cells_of, columns, read_rows, text_of
from tests.journeys.samples import TRADEMARK

COLUMNS = columns(TRADEMARK.page("respondent"))
HEADINGS = (frozenset({"名", "店"}), frozenset({"地址", "在哪"}), frozenset({"电话"}))


def test_the_columns_are_what_is_asked_of_every_other_side() -> None:
    assert [q.id for q in COLUMNS] == ["respondent_name", "respondent_place", "respondent_phone"]


@pytest.mark.parametrize("mark", ["\t", ",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_read_however_they_are_parted(mark: str, end: str) -> None:
    text = end.join(
        [mark.join(["甲店", "样本路 1 号", "13800138000"]), "", mark.join(["乙店", "样本路 2 号"])]
    )
    assert cells_of(text, 3) == (("甲店", "样本路 1 号", "13800138000"), ("乙店", "样本路 2 号", ""))


def test_a_heading_is_left_out_and_a_first_row_is_not() -> None:
    assert cells_of("店名,地址,联系电话\n甲店,样本路,", 3, HEADINGS) == (("甲店", "样本路", ""),)
    assert cells_of("甲店,样本路,", 3, HEADINGS) == (("甲店", "样本路", ""),)
    assert cells_of("", 3, HEADINGS) == ()


def test_one_name_a_line_is_a_row_and_what_is_too_much_is_left_out() -> None:
    assert cells_of("甲店\n乙店", 2) == (("甲店", ""), ("乙店", ""))
    assert cells_of("甲,乙,丙", 2) == (("甲", "乙"),)


def test_a_quoted_cell_keeps_its_comma() -> None:
    assert cells_of('甲店,"样本路 1 号, 2 楼"', 2) == (("甲店", "样本路 1 号, 2 楼"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_file_may_be_in_any_usual_encoding(encoding: str) -> None:
    assert text_of("甲店,样本路".encode(encoding)) == "甲店,样本路"


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(UnicodeError):
        text_of(b"\x89PNG\r\n\x1a\n\x00\x00\xff\x80\xff")


def test_each_row_has_its_own_errors() -> None:
    read = read_rows(
        COLUMNS,
        [("甲店", "样本路 1 号", "138 0013 8000"), ("", "", "12"), ("甲 店", "样本路1号", "13800138000")],
    )
    assert read[0].problems == ()
    assert read[0].answers["respondent_phone"] == "+8613800138000"
    assert [p.question for p in read[1].problems] == ["respondent_place", "respondent_phone"]
    assert read[1].answers == {"respondent_name": None}
    assert [(p.key, p.values) for p in read[2].problems] == [("row_twice", {"row": "1"})]


@given(st.text(max_size=80))
def test_no_pasted_text_breaks_the_table(text: str) -> None:
    rows = cells_of(text, 3, HEADINGS)
    assert all(len(row) == 3 and any(row) for row in rows)
    assert len(read_rows(COLUMNS, rows)) == len(rows)
