from __future__ import annotations

import ast
from pathlib import Path

import pytest

import stationkiosk.documents
from stationkiosk.documents.record import Record, say_size
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.text import Language
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words


def record(language: Language = Language.ZH, **data: object) -> Record:
    return Record(data, language)


def test_words_come_in_the_language_of_the_paper() -> None:
    both = {"zh": "是", "en": "yes"}
    assert record(it=both).text("it") == "是"
    assert record(Language.EN, it=both).text("it") == "yes"
    assert record(it="plain").text("it") == "plain"
    assert record(it=None).text("it") == ""


def test_what_is_never_seen_is_left_out() -> None:
    assert record(it="\ufeff葛\U000e0100城\u200b\u202e市\ufe0f").text("it") == "葛城市"
    assert record(it="a\tb\r\nc").text("it") == "a b\nc"


def test_a_no_is_nothing_and_a_zero_is_something() -> None:
    assert not record(it=False).has("it")
    assert record(it=True).has("it")
    assert record(it=0).has("it")


def test_a_missing_key_is_our_fault_and_says_so() -> None:
    with pytest.raises(KeyError, match="number"):
        record().text("number")


def test_a_wrong_shape_is_our_fault_and_says_so() -> None:
    with pytest.raises(TypeError, match="station"):
        record(station="x").record("station")
    with pytest.raises(TypeError, match="acts"):
        record(acts="x").items("acts")


def test_times_are_told_by_a_clock_in_beijing() -> None:
    late = "2026-11-22T16:30:00+00:00"
    assert record(at=late).time("at") == "2026年11月23日 00:30:00"
    assert record(Language.EN, at=late).time("at") == "23 November 2026 00:30:00"
    assert record(at=late).stamp("at") == "2026-11-23 00:30:00"
    assert record(at=late).day_of("at") == "2026年11月23日"


def test_a_day_stays_the_day_it_is() -> None:
    assert record(by="2026-12-06").day("by") == "2026年12月6日"
    assert record(Language.EN, by="2026-12-06").day("by") == "6 December 2026"


def test_money_is_whole_to_the_fen() -> None:
    assert record(sum="1234567.5").yuan("sum") == "1,234,567.50 元"
    assert record(Language.EN, sum="0.01").yuan("sum") == "CNY 0.01"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 KB"), (482133, "471 KB"), (3482133, "3.3 MB"), (209715200, "200.0 MB")]
)
def test_sizes_are_said_as_people_say_them(count: int, said: str) -> None:
    assert say_size(count) == said


def test_every_fixed_word_of_papers_is_used() -> None:
    folder = Path(stationkiosk.documents.__file__).parent
    casework = folder.parent / "casework"
    said: set[str] = set()
    makers = [path for room in ("issuing", "mediating") for path in (casework / room).rglob("*.py")]
    for path in (*folder.rglob("*.py"), *makers, casework / "preview.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said |= {node.value, node.value.split(".")[-1]}
    of_papers = [key for key in load_words(resources() / "i18n") if key.startswith("paper.")]
    listed = ("paper.ground.", "paper.source.", "paper.id_kind.")
    there = {key.split(".")[-1] for key in of_papers if not key.startswith(listed)}
    begun = tuple(word for word in said if word.endswith("_") and len(word) > 3)
    left = {
        word for word in there - said - {*PartyRole, "general", "special"} if not word.startswith(begun)
    }
    assert left == set()
