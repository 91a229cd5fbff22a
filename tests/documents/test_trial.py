"""The test page: what a printer can do, and nothing of a case."""

from __future__ import annotations

import itertools

import pytest
from PIL.Image import Image

from stationkiosk.documents import trial
from stationkiosk.documents.edges import TICKS
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.marks import Fill
from stationkiosk.documents.pictures import images
from stationkiosk.documents.press import Press
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import MM, THEMES, Format
from stationkiosk.domain.text import Language
from tests.documents.reading import codes_of, extents, sheets_of, text_of, thermal

FORMATS: list[Format] = ["a4", "roll80"]
DATA = {
    "station": {"code": "LJ07A", "name": {"zh": "示例站（虚构）", "en": "Sample station (made up)"}},
    "printer": "folder",
    "made_at": "2026-11-22T01:00:00Z",
    "demo": True,
}
RECORD = Record(DATA, Language.ZH)


@pytest.fixture(scope="module")
def pages(press: Press) -> dict[tuple[Format, Language], bytes]:
    return {
        (fmt, language): press.render("trial", DATA, fmt, language)
        for fmt in FORMATS
        for language in Language
    }


Pages = dict[tuple[Format, Language], bytes]


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_nothing_lies_beyond_the_paper_and_a_roll_keeps_to_what_its_head_reaches(
    press: Press, fmt: Format, language: Language
) -> None:
    sheets = sheets_of(press, "trial", DATA, fmt, language)
    assert len(sheets) == (2 if fmt == "a4" else 1)
    side = 0.0 if fmt == "a4" else THEMES[fmt].side
    for sheet in sheets:
        for mark, left, top, right, bottom in extents(sheet):
            assert side - 0.6 <= left <= right <= sheet.width - side + 0.6, mark
            assert -0.6 <= top <= bottom <= sheet.height + 0.6, mark


def test_the_frame_stands_at_the_printable_edge_with_a_tick_each_millimetre(press: Press) -> None:
    for sheet in sheets_of(press, "trial", DATA, "a4", Language.ZH):
        fills = [where for mark, *where in extents(sheet) if isinstance(mark, Fill)]
        left = [
            top for x, top, right, _ in fills if abs(x - trial.EDGE) < 0.1 and right - x <= TICKS[10] + 0.1
        ]
        ticks = sorted({round(top / MM, 2) for top in left})
        assert len(ticks) > 250
        steps = [b - a for a, b in itertools.pairwise(ticks)]
        assert sum(abs(step - 1) < 0.02 for step in steps) > 250


def test_on_a_roll_the_frame_is_as_wide_as_the_head(pages: Pages) -> None:
    (picture,) = images(pages["roll80", Language.ZH], 203)
    ink = picture.convert("L").point(lambda v: 255 * (v < 160)).getbbox()
    assert ink is not None
    assert abs((ink[2] - ink[0]) / 203 * 25.4 - 72) < 0.3


@pytest.mark.parametrize("language", Language)
def test_both_codes_scan_from_the_page(pages: Pages, language: Language) -> None:
    front, back = images(pages["a4", language], 300)
    assert {trial.code_text(RECORD), trial.fine_text(RECORD)} <= set(codes_of(front))
    assert codes_of(back) == ["LJ07A"]


@pytest.mark.parametrize("language", Language)
def test_the_code_scans_from_the_dots_of_a_receipt_printer(pages: Pages, language: Language) -> None:
    (dots,) = thermal(pages["roll80", language])
    assert trial.code_text(RECORD) in codes_of(dots)


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_face_of_papers_is_on_it_in_both_weights(pages: Pages, fonts: Fonts, fmt: Format) -> None:
    shown = text_of(pages[fmt, Language.ZH])
    signs = [*trial.WIDE, *trial.RAREST]
    assert all(shown.count(sign) == 2 for sign in signs)
    assert all(f"U+{ord(sign):04X}" in shown for sign in signs)
    for chain in (fonts.regular, fonts.bold):
        faces = {chain.face(sign) for sign in (*signs, *trial.EVERYDAY)}
        assert faces == set(chain.faces)


@pytest.mark.parametrize("fmt", FORMATS)
def test_sizes_go_down_below_the_smallest_of_any_paper(pages: Pages, fmt: Format) -> None:
    theme, shown = THEMES[fmt], text_of(pages[fmt, Language.EN])
    for size in (theme.title, theme.body, theme.small, theme.tiny, trial.LEAST):
        assert f"{size:g} pt" in shown
    assert min(theme.tiny for theme in THEMES.values()) > trial.LEAST


def test_each_grey_is_darker_than_the_one_before(press: Press, pages: Pages) -> None:
    sheet = sheets_of(press, "trial", DATA, "a4", Language.ZH)[0]
    boxes = [where for mark, *where in extents(sheet) if isinstance(mark, Fill) and 15 < mark.height < 17]
    picture: Image = images(pages["a4", Language.ZH], 72)[0].convert("L")
    tones = [picture.getpixel((int((a + c) / 2), int((b + d) / 2))) for a, b, c, d in boxes]
    assert len(tones) == len(trial.GREYS)
    assert tones == sorted(tones, reverse=True)
    assert tones[0] > 200
    assert tones[-1] == 0


def test_it_says_whose_it_is_and_which_side_this_is(pages: Pages, press: Press) -> None:
    for (fmt, language), pdf in pages.items():
        shown = text_of(pdf)
        assert press.wording.text("paper.trial.title").say(language) in shown
        assert "LJ07A" in shown
        back = press.wording.text("paper.trial.back").say(language)
        assert (back in shown) is (fmt == "a4")


def test_a_printer_s_odd_name_does_not_stop_it(press: Press) -> None:
    pdf = press.render("trial", DATA | {"printer": "样品 \U0001f4f7"}, "a4", Language.ZH)
    assert "样品 [U+1F4F7]" in text_of(pdf)
