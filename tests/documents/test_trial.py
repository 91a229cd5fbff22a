"""The test page: one page, nothing of a case in it."""

from __future__ import annotations

import pytest

from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import THEMES, Format
from stationkiosk.domain.text import Language
from tests.documents.reading import extents, sheets_of, text_of

FORMATS: list[Format] = ["a4", "roll80"]
DATA = {
    "station": {"code": "LJ07A", "name": {"zh": "示例站（虚构）", "en": "Sample station (made up)"}},
    "printer": "folder",
    "made_at": "2026-11-22T01:00:00Z",
    "demo": True,
}


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_it_is_one_page_within_its_margins(press: Press, fmt: Format, language: Language) -> None:
    (sheet,) = sheets_of(press, "trial", DATA, fmt, language)
    side = THEMES[fmt].side
    for mark, left, top, right, bottom in extents(sheet):
        assert side - 0.6 <= left <= right <= sheet.width - side + 0.6, mark
        assert 8 <= top <= bottom <= sheet.height - 12, mark
    text = text_of(press.render("trial", DATA, fmt, language))
    assert press.wording.text("paper.trial.title").say(language) in text
    assert "LJ07A" in text
