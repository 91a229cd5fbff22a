from __future__ import annotations

import pytest

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece, Strokes, Words
from stationkiosk.documents.press import Press
from stationkiosk.documents.stacking import columns, line_by_line, solid, together
from stationkiosk.documents.theme import A4, ROLL
from stationkiosk.domain.text import Language


@pytest.fixture
def frame(press: Press, fonts: Fonts) -> Frame:
    return Frame(fonts, A4, press.wording, Language.ZH, A4.inner)


def said(pieces: list[Piece]) -> list[str]:
    return [mark.text for piece in pieces for mark in piece.marks if isinstance(mark, Words)]


def test_a_title_on_the_roll_is_parted_where_it_pauses(press: Press, fonts: Fonts) -> None:
    roll = Frame(fonts, ROLL, press.wording, Language.ZH, ROLL.inner)
    words = said(blocks.title(roll, "知识产权纠纷处理（调解）申请登记回执"))
    assert words == ["知识产权纠纷处理（调解）", "申请登记回执"]


def test_a_title_on_a4_is_made_small_enough_for_one_line(frame: Frame) -> None:
    (words,) = said(blocks.title(frame, "很长的法定文书名称" * 6))
    assert words == "很长的法定文书名称" * 6


def test_headings_are_numbered_as_the_language_does(frame: Frame, press: Press, fonts: Fonts) -> None:
    english = Frame(fonts, A4, press.wording, Language.EN, A4.inner)
    assert said(blocks.heading(frame, 3, "权利")) == ["三、权利"]
    assert said(blocks.heading(english, 3, "The right")) == ["3. The right"]


def test_details_are_never_parted_in_the_middle(frame: Frame) -> None:
    details = ["电话：138****0000", "负责人：张样本", "地址：样本路 1 号"]
    assert blocks.packed(frame, details, 400, frame.soft) == ["    ".join(details)]
    assert blocks.packed(frame, details, 90, frame.soft) == details


def test_a_long_value_may_be_parted_by_a_page_but_not_after_its_first_line(frame: Frame) -> None:
    pieces = blocks.fields(frame, [("商品", (("很长" * 400, frame.body),))])
    assert len(pieces) > 8
    assert [piece.keep for piece in pieces[:2]] == [True, False]
    assert [piece.keep for piece in pieces[-2:]] == [True, False]


def test_a_signature_keeps_its_shape_in_the_box() -> None:
    mark = boxes.signature([[(0, 0), (1000, 1000)]], 190, 30, (0, 0, 0))
    assert isinstance(mark, Strokes)
    ((start, end),) = mark.lines
    assert start == (0, 0)
    assert end == pytest.approx((90, 30))


def test_a_dot_is_a_stroke_too() -> None:
    mark = boxes.signature([[(500, 100)], []], 190, 63, (0, 0, 0))
    assert isinstance(mark, Strokes)
    assert len(mark.lines) == 1


def test_stacks_stand_side_by_side_as_high_as_the_higher() -> None:
    low, high = [Piece(10)], [Piece(10), Piece(20, gap=5)]
    assert columns(low, high, 100).height == 35
    assert [piece.height for piece in line_by_line(low, high, 100)] == [10, 20]
    assert solid(high).height == 35


def test_short_stacks_hold_together_and_long_ones_do_not() -> None:
    stack = [Piece(10), Piece(10), Piece(10)]
    assert [piece.keep for piece in together(stack, 30)] == [True, True, False]
    assert [piece.keep for piece in together(stack, 29)] == [False, False, False]
