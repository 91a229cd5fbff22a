from __future__ import annotations

from typing import Any

import pytest

from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import THEMES, Format
from stationkiosk.domain.text import Language
from tests.documents.reading import codes_of, extents, sheets_of, text_of, thermal

FORMATS: list[Format] = ["a4", "roll80"]
GROUPS = [f"{letter}7K3M" for letter in "ABCDEFGHJKLMN"]


@pytest.fixture
def data() -> dict[str, Any]:
    return {
        "station": {"code": "LJ07", "name": {"zh": "示例站（虚构）", "en": "Sample station (made up)"}},
        "made_at": "2026-11-22T01:00:00Z",
        "groups": GROUPS,
        "public_fingerprint": "SHA-256 2c26b46b68ffc68ff99b453c1d304134",
        "demo": True,
    }


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_the_sheet_holds_every_group_with_its_number(
    press: Press, data: dict[str, Any], fmt: Format, language: Language
) -> None:
    text = text_of(press.render("recovery", data, fmt, language))
    for number, group in enumerate(GROUPS, 1):
        assert group in text
        assert str(number) in text
    assert press.wording.text("paper.recovery.title").say(language) in text
    assert press.wording.text("paper.sample").say(language) in text


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_key_is_in_no_code_a_camera_could_read(press: Press, data: dict[str, Any], fmt: Format) -> None:
    for page in thermal(press.render("recovery", data, fmt, Language.ZH)):
        for code in codes_of(page):
            assert not any(group in code for group in GROUPS)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_it_is_one_page_with_nothing_outside_the_margins(
    press: Press, data: dict[str, Any], fmt: Format, language: Language
) -> None:
    (sheet,) = sheets_of(press, "recovery", data, fmt, language)
    side = THEMES[fmt].side
    for mark, left, top, right, bottom in extents(sheet):
        assert side - 0.6 <= left <= right <= sheet.width - side + 0.6, mark
        assert 8 <= top <= bottom <= sheet.height - 12, mark
