"""What holds on a day is listed with its source, and a last day is explained in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from stationkiosk.cli.commands import run
from stationkiosk.cli.listing import books, plain
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words
from tests.journeys.samples import REFERENCE

CORRECTION = """
[[period]]
id = "proof.later"
label = { zh = "补交证据", en = "Bring the proof" }
value = 12
unit = "wd"
start = { zh = "从{day}起算。", en = "Counted from {day}." }
article = { zh = "依据：本站规定的期限。", en = "Basis: this station's own time limit." }
valid_from = 2020-01-01
source = "made up"
confidence = "I"
"""


def told(capsys: pytest.CaptureFixture[str], folder: Path, *words: str, language: str = "en") -> str:
    """Run a command that must do well; return what it printed."""
    assert run(["--language", language, *words, "--data", str(folder)]) == 0
    return capsys.readouterr().out


def test_every_rule_of_a_day_is_listed_with_source_and_confidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, tmp_path, "rules", "--on", "2026-11-22")
    rows = [row for _, book in books(REFERENCE) for row in book.all_on(date(2026, 11, 22))]
    assert len(rows) > 60
    for row in rows:
        assert f"\n{row.id}" in said
        assert row.source in said
    assert f"Rules in force on 2026-11-22: {len(rows)}." in said
    assert "15 wd" in said
    assert "corrected" not in said


def test_the_law_of_another_day_is_listed_for_that_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = told(capsys, tmp_path, "rules", "trademark.sells", "--on", "2026-12-31")
    after = told(capsys, tmp_path, "rules", "trademark.sells", "--on", "2027-01-01", language="zh")
    assert "article 57(3)" in before
    assert "Rules in force on 2026-12-31: 1." in before
    assert "《商标法》第七十二条" in after
    assert "读过条文" in after


def test_today_is_the_day_if_none_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Rules in force on 20" in told(capsys, tmp_path, "rules", "proof.later")


def test_a_station_s_correction_shows_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "corrections" / "rules").mkdir(parents=True)
    (tmp_path / "corrections" / "rules" / "deadlines.toml").write_text(CORRECTION, "utf-8")
    listed = told(capsys, tmp_path, "rules", "proof.later")
    assert "12 wd" in listed
    assert "* corrected by this station" in listed
    assert "corrected by this station" in told(capsys, tmp_path, "why", "proof.later", "2026-11-23")


def test_a_last_day_is_explained_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, tmp_path, "why", "report.check", "2026-04-20")
    assert "最后一天是2026年5月13日。" in said
    assert "The last day is 13 May 2026." in said
    assert "PPR 18" in said


def test_a_period_in_hours_is_explained_to_the_minute(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = told(capsys, tmp_path, "why", "injunction.decide", "2026-04-20T09:30")
    assert "10:00 on 22 April 2026" in said


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["why", "report.chek", "2026-04-20"], "report.check"),
        (["why", "zzzzzz", "2026-04-20"], "—"),
        (["why", "report.check", "20.4.2026"], "2026-04-20"),
        (["why", "injunction.decide", "2026-04-20"], "2026-04-20T09:30"),
        (["rules", "--on", "tomorrow"], "2026-04-20"),
    ],
)
def test_a_slip_is_told_with_what_to_write(
    words: list[str], hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--language", "en", *words, "--data", str(tmp_path)]) == 2
    assert hint in capsys.readouterr().err


def test_a_day_before_any_row_is_told_as_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--language", "en", "why", "report.check", "1999-01-01", "--data", str(tmp_path)]) == 1
    assert "report.check" in capsys.readouterr().err


def test_every_book_has_a_heading() -> None:
    words = load_words(resources() / "i18n")
    assert [name for name, _ in books(REFERENCE) if f"command.rules_of_{name}" not in words] == []


def test_values_are_put_in_plain_words() -> None:
    values = [
        Decimal("1E+4"),
        Text("甲", "a"),
        (1, "", "x"),
        frozenset({"b", "a"}),
        {"who": ""},
        None,
        False,
    ]
    assert [plain(value, Language.EN) for value in values] == [
        "10000", "a", "1, x", "a, b", "who=*", "", "",
    ]  # fmt: skip
