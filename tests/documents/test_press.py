from __future__ import annotations

import pytest

from stationkiosk.casework.papers import AS_SIGNED, FORM_CODES
from stationkiosk.documents.official import TEXTS
from stationkiosk.documents.press import KINDS, Press
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.paths import resources
from tests.benchmarks.sample import sample_data


class Corrected:
    """The shipped words with the receipt's notice corrected."""

    def __init__(self, press: Press, notice: Text) -> None:
        self._shipped = press.wording
        self._notice = notice

    def text(self, key: str) -> Text:
        return self._notice if key == "paper.receipt.notice" else self._shipped.text(key)


def test_a_press_of_a_folder_prints_what_the_shipped_one_does(press: Press) -> None:
    other = Press.of(resources())
    here = press.render("receipt", sample_data(), "a4", Language.ZH)
    assert other.render("receipt", sample_data(), "a4", Language.ZH) == here


def test_corrected_words_are_printed(press: Press) -> None:
    corrected = Press(wording=Corrected(press, Text("更正后的说明。", "A corrected notice.")))
    changed = corrected.render("receipt", sample_data(), "a4", Language.EN)
    assert changed != press.render("receipt", sample_data(), "a4", Language.EN)


def test_a_corrected_word_that_cannot_be_printed_is_named_too(press: Press) -> None:
    corrected = Press(wording=Corrected(press, Text("\U0001f4f7", "\U0001f4f7")))
    with pytest.raises(KnownError) as caught:
        corrected.render("receipt", sample_data(), "a4", Language.ZH)
    assert caught.value.values == {"chars": "\U0001f4f7"}


def test_what_cannot_be_printed_can_be_asked_ahead(press: Press) -> None:
    assert press.missing("王小明 㛃䶮𫍯𬎆𠮷") == ""
    assert press.missing("王\U0001f4f7") == "\U0001f4f7"


def test_every_kind_of_paper_is_known_by_name() -> None:
    assert set(KINDS) == {*FORM_CODES, *TEXTS, "readiness", "recovery", "trial"} - AS_SIGNED
