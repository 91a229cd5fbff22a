"""The report of a self-test, read as the person who gets it reads it."""

from __future__ import annotations

import pytest

from stationkiosk.documents.pictures import images
from stationkiosk.documents.press import Press
from stationkiosk.documents.theme import THEMES, Format
from stationkiosk.domain.text import Language
from tests.documents.reading import codes_of, extents, sheets_of, text_of, thermal

FORMATS: list[Format] = ["a4", "roll80"]
ROOT = "7192465c" * 8
LINE = f"LJ07A 12 2026-11-23T01:00:00+00:00 41 {ROOT} 3a07174ef7eef19a"


def both(words: str) -> dict[str, str]:
    return {"zh": f"中文{words}", "en": words}


def check(part: str, tone: str, do: str = "") -> dict[str, object]:
    return {
        "part": both(part),
        "tone": tone,
        "said": both(f"said of {part}"),
        "do": both(do) if do else None,
    }


DATA: dict[str, object] = {
    "station": {"code": "LJ07A", "name": {"zh": "示例站（虚构）", "en": "Sample station (made up)"}},
    "tested_at": "2026-11-23T00:50:00+00:00",
    "made_at": "2026-11-23T01:00:00+00:00",
    "tone": "bad",
    "checks": [
        check("Printer \U0001f4f7", "good"),
        check("Sound", "warn", "connect one"),
        check("Keys", "bad", "keep others out"),
        check("Camera", "off"),
    ],
    "uncollected": [{"case": "LJ07-1", "paper": both("Receipt"), "copy": 2, "state": both("out")}],
    "checkpoint": {
        "n": 12,
        "at": "2026-11-23T01:00:00+00:00",
        "size": 41,
        "root": ROOT,
        "key": "3a07174ef7eef19a",
        "line": LINE,
    },
    "demo": True,
}
BARE = DATA | {"tone": "good", "checks": [check("Disk", "good")], "uncollected": [], "checkpoint": None}


@pytest.mark.parametrize("fmt", FORMATS)
def test_sign_and_word_tell_the_tones_apart_and_trouble_comes_first(press: Press, fmt: Format) -> None:
    shown = text_of(press.render("readiness", DATA, fmt, Language.EN))
    for said in ("✓ Good", "! Check", "✗ Trouble", "– Not used", "→ keep others out", "→ connect one"):
        assert said in shown
    assert shown.index("→ keep others out") < shown.index("→ connect one") < shown.index("said of Camera")
    assert "✗ 2 to deal with" in shown
    assert "Printer [U+1F4F7]" in shown


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_the_checkpoint_stands_on_it_in_words_and_as_a_code(
    press: Press, fmt: Format, language: Language
) -> None:
    pdf = press.render("readiness", DATA, fmt, language)
    shown = text_of(pdf).replace(" ", "")
    assert ROOT in shown
    assert "3a07174ef7eef19a" in shown
    pictures = thermal(pdf) if fmt == "roll80" else images(pdf, 200)
    assert LINE in [code for picture in pictures for code in codes_of(picture)]


@pytest.mark.parametrize("fmt", FORMATS)
def test_copies_nobody_took_are_named_by_case_and_paper(press: Press, fmt: Format) -> None:
    shown = text_of(press.render("readiness", DATA, fmt, Language.EN))
    assert "Case LJ07-1, Receipt, copy 2: out." in shown
    assert "Checked by" in shown


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_station_in_order_says_so(press: Press, fmt: Format) -> None:
    shown = text_of(press.render("readiness", BARE, fmt, Language.EN))
    for said in ("✓ All is well", "Nothing.", "None.", "None was signed yet."):
        assert said in shown


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_it_keeps_within_its_margins(press: Press, fmt: Format, language: Language) -> None:
    side = THEMES[fmt].side
    for sheet in sheets_of(press, "readiness", DATA, fmt, language):
        for mark, left, top, right, bottom in extents(sheet):
            assert side - 0.6 <= left <= right <= sheet.width - side + 0.6, mark
            assert 8 <= top <= bottom <= sheet.height - 12, mark
