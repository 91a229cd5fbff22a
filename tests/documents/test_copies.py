from __future__ import annotations

import pypdfium2
import pytest

from stationkiosk.documents.copies import strip
from stationkiosk.documents.pictures import images, pages
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import THEMES, Format
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from tests.benchmarks.sample import sample_data
from tests.documents.reading import text_of

STRIP = Text("第 2 份 · 2026-11-22 14:06 · LJ07A", "Copy 2 · 2026-11-22 14:06 · LJ07A")
FORMATS: list[Format] = ["a4", "roll80"]


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_each_page_of_a_copy_says_which_copy_it_is(press: Press, fmt: Format, language: Language) -> None:
    copy = strip(press.render("receipt", sample_data(), fmt, language), STRIP, language, THEMES[fmt])
    document = pypdfium2.PdfDocument(copy)
    for page in document:
        assert STRIP.say(language) in page.get_textpage().get_text_bounded()
    document.close()


def test_the_same_copy_has_the_same_bytes_and_another_has_others(press: Press) -> None:
    plain = press.render("receipt", sample_data(), "a4", Language.ZH)
    one, again = (strip(plain, STRIP, Language.ZH, THEMES["a4"]) for _ in range(2))
    other = strip(plain, Text("第 3 份", "Copy 3"), Language.ZH, THEMES["a4"])
    assert one == again
    assert len({plain, one, other}) == 3


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_strip_covers_nothing_of_the_paper(press: Press, fmt: Format) -> None:
    plain = press.render("receipt", sample_data(), fmt, Language.ZH)
    copy = strip(plain, STRIP, Language.ZH, THEMES[fmt])
    for before, after in zip(images(plain, 100), images(copy, 100), strict=True):
        assert before.size == after.size
        pairs = list(zip(before.convert("L").tobytes(), after.convert("L").tobytes(), strict=True))
        changed = [was for was, now in pairs if was != now]
        assert len(changed) > 50
        assert set(changed) == {255}


def test_a_long_strip_takes_more_lines_on_the_roll(press: Press) -> None:
    long = Text("第 12 份 · 2026-11-22 14:06:33 · 示例区一站式服务站 LJ07A 打印机", "x")
    plain = press.render("receipt", sample_data(), "roll80", Language.ZH)
    copy = strip(plain, long, Language.ZH, THEMES["roll80"])
    assert long.zh.replace(" ", "") in text_of(copy).replace(" ", "")


def test_a_strip_no_font_can_draw_is_refused(press: Press) -> None:
    plain = press.render("receipt", sample_data(), "a4", Language.ZH)
    with pytest.raises(KnownError, match="glyph_missing"):
        strip(plain, Text("\U0001f5a8", "\U0001f5a8"), Language.ZH, THEMES["a4"])


def test_pages_become_pictures_of_their_size(press: Press) -> None:
    pdf = press.render("receipt", sample_data(), "a4", Language.ZH)
    drawn = pages(pdf, 96)
    assert len(drawn) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in drawn)
    assert drawn == pages(pdf, 96)
    assert images(pdf, 96)[0].size == (794, 1123)
