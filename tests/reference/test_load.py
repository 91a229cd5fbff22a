"""Each fault a resource can have is told by its file and row; a station's corrections lie on top."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from stationkiosk.domain.disputes import Dispute
from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.text import Text
from stationkiosk.reference.load import load
from stationkiosk.reference.paths import resources
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)

PERIOD = """
[[period]]
id = "mediation.decide"
label = { zh = "答复", en = "Decide" }
value = 3
unit = "wd"
start = { zh = "从{day}起算。", en = "Counted from {day}." }
article = { zh = "本站更正", en = "Corrected by the station" }
valid_from = 2020-01-01
source = "made up"
confidence = "I"
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    for name in ("rules", "forms", "i18n", "clauses"):
        shutil.copytree(resources() / name, folder / name)
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def broken(folder: Path, corrections: Path | None = None) -> dict[str, str]:
    with pytest.raises(KnownError) as caught:
        load(folder, corrections)
    assert caught.value.key == "reference_broken"
    return caught.value.values


FAULTS = [
    ("rules/deadlines.toml", 'unit = "wd"', 'unit = "weeks"', "mediation.decide", "wrong_type"),
    ("rules/deadlines.toml", "value = 5", 'value = "5"', "mediation.decide", "wrong_type"),
    ("rules/deadlines.toml", "value = 5", "value = true", "mediation.decide", "wrong_type"),
    ("rules/deadlines.toml", "value = 5", "value = 0", "mediation.decide", "out_of_range"),
    ("rules/deadlines.toml", "value = 5", "", "mediation.decide", "missing_key"),
    ("rules/deadlines.toml", '"report.check"', '"report.checked"', "report.check", "missing_row"),
    ("rules/routes.toml", 'kind = "trademark"', 'kind = "trade"', "trademark.mediation", "no_such_kind"),
    ("rules/routes.toml", 'track = "report"', 'track = "fine"', "trademark.report", "no_such_track"),
    ("forms/consents.toml", '["mediation"]', '["talks"]', "tell_other_side", "no_such_track"),
    ("rules/deadlines.toml", "value = 5", "value = 5\nvalu = 6", "mediation.decide", "unknown_key"),
    ("rules/deadlines.toml", "= 2020-01-01", "= 2020-01-01T00:00:00", "mediation.decide", "wrong_type"),
    ("rules/deadlines.toml", 'confidence = "I"', 'confidence = "Z"', "mediation.decide", "wrong_type"),
    ("rules/deadlines.toml", 'id = "report.check"', 'id = "report.tell"', "report.tell", "overlap"),
    ("rules/articles.toml", "2026-12-31", "2026-12-30", "trademark.same_mark", "gap"),
    ("rules/articles.toml", "2026-12-31", "2019-10-31", "trademark.same_mark", "ends_before_it_begins"),
    ("forms/trademark.toml", '"trademark.labels"', '"trademark.label"', "labels", "no_such_article"),
    ("rules/routes.toml", 'gate = "open"', 'gate = "ajar"', "trademark.mediation", "wrong_type"),
    ("rules/routes.toml", "suggested = true", 'suggested = "yes"', "trademark.mediation", "wrong_type"),
    ("rules/fees.toml", 'up_to = "10000"', 'up_to = "1000000"', "case_fee", "out_of_order"),
    ("rules/fees.toml", 'rate = "0.025"', 'rate = "some"', "case_fee.bracket[2]", "wrong_type"),
    ("rules/holidays.toml", "2025-01-28", "2026-01-28", "year[1]", "wrong_year"),
    ("rules/holidays.toml", "year = 2026", "year = 2025", "year[2]", "wrong_year"),
    ("rules/holidays.toml", "2025-01-28", '"2025-01-28"', "year[1]", "wrong_type"),
    ("forms/shared/people.toml", 'kind = "choice"', 'kind = "choices"', "applicant_kind", "wrong_type"),
    ("forms/trademark.toml", 'id = "goods"', 'id = "mark_name"', "trademark", "twice"),
    ("forms/trademark.toml", 'id = "right"\nsection', 'id = "who"\nsection', "trademark", "twice"),
    ("forms/technology_contract.toml", '["go_on"]', '["go"]', "technology_contract", "unknown_condition"),
    ("forms/shared/story.toml", '["damages"]', '"damages"', "amount", "wrong_type"),
    ("forms/shared/story.toml", '"claims.damages"', '"claims.money"', "amount", "no_such_field"),
    ("forms/shared/story.toml", "sealed = true", 'sealed = true\nreader = "friend"', "mediator_note",
     "wrong_type"),
    ("forms/trademark.toml", 'id = "expires"\nkind = "date"', 'id = "expires"\nkind = "choice"',
     "expires", "wrong_type"),
    ("forms/shared/people.toml", 'missing = { zh = "写上姓名。", en = "Write the full name." }', "",
     "applicant_name", "missing_key"),
    ("forms/shared/people.toml", ', en = "Full name" }', " }", "applicant_name", "missing_language"),
    ("forms/shared/people.toml", 'en = "Full name" }', 'en = " " }', "applicant_name", "missing_language"),
    ("forms/shared/people.toml", 'en = "Full name" }', 'en = "Full name", fr = "Nom" }', "applicant_name",
     "unknown_key"),
    ("forms/trademark.toml", 'id = "similar_mark"', 'id = "same_mark"', "acts", "twice"),
    ("forms/trademark.toml", 'include = "respondent"', 'include = "others"', "trademark.page[4]",
     "no_such_block"),
    ("forms/trademark.toml", 'include = "respondent"', 'include = "claims"', "trademark.page[4]",
     "no_such_block"),
    ("forms/trademark.toml", 'include = "respondent"', 'include = "respondent"\nled = 1', "respondent",
     "unknown_key"),
    ("forms/trademark.toml", 'include = "respondent"', "include = 1", "trademark.page[4]", "wrong_type"),
    ("forms/shared/story.toml", 'include = "claim_stop"', 'include = "claim_halt"', "claims.option[1]",
     "no_such_block"),
    ("forms/shared/story.toml", 'block = "claim_remove"', 'block = "claim_stop"', "remove", "twice"),
    ("forms/shared/story.toml", 'block = "claim_stop"', 'block = "claim_stop"\ninclude = "act_other"',
     "stop", "unknown_key"),
    ("forms/shared/story.toml", 'id = "wishes"\nsection = "acts"', 'id = "wishes"', "wishes",
     "missing_key"),
    ("forms/shared/rights.toml", "[[option]]", "[[choice]]", "", "unknown_key"),
    ("forms/copyright.toml", 'subject = "software"', 'subject = "soft"', "software", "wrong_type"),
    ("forms/answer.toml", 'paper = "answer"', 'paper = "letter"', "answer", "wrong_type"),
    ("forms/answer.toml", '"answer.mediate"', '"claims"', "mediate", "no_such_field"),
    ("forms/patent.toml", '"right.number"', '"answer.until"', "patent_number", "no_such_field"),
    ("forms/unsure.toml", 'form = "design"', 'form = "designs"', "design", "no_such_form"),
    ("forms/unsure.toml", 'form = "copyright"', "", "work", "missing_key"),
    ("forms/unsure.toml", 'kind = "choice"', 'kind = "choice"\nunknown = true', "side", "not_a_choice"),
    ("forms/unsure.toml", '{ side = ["saw"] }', '{ side = ["seen"] }', "side=saw", "no_landing"),
    ("forms/unsure.toml", '[[landing]]\n', '[[landing]]\nid = "all"\nform = "report"\n\n[[landing]]\n',
     "contract", "out_of_reach"),
    ("forms/kinds.toml", 'form = "trademark"', 'form = "trade"', "trademark", "no_such_form"),
    ("forms/kinds.toml", 'form = "trademark"', "", "trademark", "missing_key"),
    ("forms/consents.toml", 'routes = ["mediation"]', "routes = [1]", "tell_other_side", "wrong_type"),
    ("forms/consents.toml", "[[consent]]", "[consents]", "", "unknown_key"),
    ("clauses/clauses.toml", 'kind = "list"', 'kind = "lists"', "acts", "wrong_type"),
    ("clauses/clauses.toml", '"any_day"', '"some_day"', "day", "wrong_type"),
    ("clauses/clauses.toml", "{acts}，", "{act}，", "stop", "wrong_blanks"),
    ("clauses/clauses.toml", "following: {acts}.", "following.", "stop", "wrong_blanks"),
    ("clauses/clauses.toml", 'id = "acts"', 'id = "party"', "stop", "twice"),
    ("clauses/clauses.toml", 'who = "party"', 'who = "acts"', "stop", "wrong_type"),
    ("clauses/clauses.toml", 'who = "party"', 'who = "side"', "stop", "no_such_slot"),
    ("clauses/clauses.toml", 'what = "acts", ', "", "stop", "missing_key"),
    ("clauses/clauses.toml", 'kind = "choice"', 'kind = "text"', "how", "wrong_type"),
    ("clauses/confirmability.toml", '["acceleration"', '["accelerate"', "nothing_on_breach",
     "no_such_clause"),
    ("clauses/confirmability.toml", 'check = "who_missing"', 'check = "who"', "who_missing",
     "no_such_check"),
    ("clauses/confirmability.toml", 'check = "who_missing"', 'check = "what_missing"', "who_missing",
     "missing_row"),
    ("clauses/confirmability.toml", 'check = "words"', 'check = "no_duty"', "unclear_time", "missing_key"),
    ("clauses/confirmability.toml", 'severity = "block"', 'severity = "stop"', "who_missing",
     "wrong_type"),
    ("clauses/confirmability.toml", 'stage = "draft"', 'stage = "early"', "who_missing", "wrong_type"),
    ("i18n/law.toml", "[section]", "[section", "", "not_toml"),
    ("i18n/law.toml", '"身份", en = "Who" }', '"身份" }', "section.who", "missing_language"),
    ("i18n/law.toml", '{ zh = "身份", en = "Who" }', '"身份"', "section.who", "wrong_type"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "row", "what"), FAULTS)
def test_a_fault_is_told_by_file_and_row(
    copy: Path, file: str, old: str, new: str, row: str, what: str
) -> None:
    change(copy / file, old, new)
    told = broken(copy)
    assert told["row"] == row
    assert told["what"].split(":")[0] == what
    assert told["file"] == Path(file).name


@pytest.mark.parametrize("rows", ["consent = [1]", "consent = 1"])
def test_rows_that_are_no_tables_are_told(copy: Path, rows: str) -> None:
    (copy / "forms" / "consents.toml").write_text(rows, "utf-8")
    told = broken(copy)
    assert (told["file"], told["what"], told["name"]) == ("consents.toml", "wrong_type", "consent")


def test_a_file_that_is_no_text_is_told(copy: Path) -> None:
    (copy / "i18n" / "law.toml").write_bytes(b"\xff\xfe")
    assert broken(copy)["what"].startswith("not_toml")


def test_a_text_given_twice_is_told(copy: Path) -> None:
    (copy / "i18n" / "zz.toml").write_text('[section]\nwho = { zh = "谁", en = "Who" }\n', "utf-8")
    told = broken(copy)
    assert (told["file"], told["row"], told["what"]) == ("zz.toml", "section.who", "twice")


def test_one_question_has_one_saying_in_every_form(copy: Path) -> None:
    form = (copy / "forms" / "trademark.toml").read_text("utf-8")
    other = form.replace('id = "trademark"', 'id = "other"', 1)
    (copy / "forms" / "zz.toml").write_text(other, "utf-8")
    assert set(load(copy).forms) == {*REFERENCE.forms, "other"}
    (copy / "forms" / "zz.toml").write_text(other.replace("写上商标上的字", "写什么"), "utf-8")
    assert broken(copy)["what"] == "two_texts"


@pytest.fixture
def mended(tmp_path: Path) -> Path:
    folder = tmp_path / "corrections"
    (folder / "rules").mkdir(parents=True)
    (folder / "i18n").mkdir()
    (folder / "clauses").mkdir()
    return folder


def test_a_corrected_row_lies_over_the_shipped_one_and_shows_as_such(copy: Path, mended: Path) -> None:
    (mended / "rules" / "deadlines.toml").write_text(PERIOD, "utf-8")
    reference = load(copy, mended)
    row = reference.periods.on("mediation.decide", TODAY)
    assert row is not None
    assert (row.value, row.corrected) == (3, True)
    assert reference.deadline("mediation.decide", TODAY).due == date(2026, 11, 25)
    assert not any(r.corrected for r in load(copy).periods.all_on(TODAY))


def test_no_corrections_folder_is_no_corrections(copy: Path, tmp_path: Path) -> None:
    assert load(copy, tmp_path / "nowhere").periods.rows == load(copy).periods.rows


def test_a_correction_for_some_days_leaves_the_shipped_row_to_the_others(copy: Path, mended: Path) -> None:
    some = PERIOD.replace("valid_from = 2020-01-01", "valid_from = 2026-11-01\nvalid_to = 2026-11-30")
    (mended / "rules" / "deadlines.toml").write_text(some, "utf-8")
    periods = load(copy, mended).periods
    found = [periods.on("mediation.decide", day) for day in (date(2026, 10, 31), TODAY, date(2026, 12, 1))]
    assert [row.value if row else None for row in found] == [5, 3, 5]


def test_a_correction_that_corrects_nothing_is_told(copy: Path, mended: Path) -> None:
    path = mended / "rules" / "deadlines.toml"
    path.write_text(PERIOD.replace("mediation.decide", "mediation.decides"), "utf-8")
    assert broken(copy, mended)["what"] == "unknown_row"
    path.rename(mended / "rules" / "deadline.toml")
    told = broken(copy, mended)
    assert (told["file"], told["what"]) == ("rules/deadline.toml", "corrects_nothing")
    (mended / "rules" / "deadline.toml").rename(mended / "deadlines.toml")
    assert broken(copy, mended)["file"] == "deadlines.toml"


def test_a_years_notice_can_be_added_by_the_station(copy: Path, mended: Path) -> None:
    notice = '[[year]]\nyear = 2027\nsource = "made up"\nholidays = [2027-01-01]\nworkdays = []\n'
    (mended / "rules" / "holidays.toml").write_text(notice, "utf-8")
    assert REFERENCE.deadline("report.check", date(2026, 12, 14)).provisional
    assert not load(copy, mended).deadline("report.check", date(2026, 12, 14)).provisional


def test_new_year_rests_before_its_notice_is_out() -> None:
    found = REFERENCE.deadline("mediation.decide", date(2026, 12, 25))
    assert (found.due, found.provisional) == (date(2027, 1, 4), True)


def test_a_text_can_be_corrected_but_none_added(copy: Path, mended: Path) -> None:
    (mended / "i18n" / "law.toml").write_text('[section]\nwho = { zh = "您", en = "You" }\n', "utf-8")
    assert load(copy, mended).words.text("section.who") == Text("您", "You")
    (mended / "i18n" / "law.toml").write_text('[section]\nwhoo = { zh = "您", en = "You" }\n', "utf-8")
    assert broken(copy, mended)["row"] == "section.whoo"


@pytest.mark.parametrize(
    ("ask", "row"),
    [
        (lambda r: r.deadline("report.check", date(2019, 1, 1)), "report.check"),
        (lambda r: r.article("trademark.sells", date(2018, 1, 1)), "trademark.sells"),
        (lambda r: r.ways(Dispute("trademark"), date(2000, 1, 1)), "case_fee"),
    ],
)
def test_a_day_no_row_holds_on_is_told(ask: object, row: str) -> None:
    with pytest.raises(KnownError) as caught:
        ask(REFERENCE)  # type: ignore[operator]
    assert (caught.value.values["row"], caught.value.values["what"]) == (row, "no_row_on_day")


def test_words_fill_the_problem_they_are_about() -> None:
    said = REFERENCE.words.problem(Problem("q", "too_long", {"most": "3", "count": "4"}))
    assert said.zh == "这里最多写 3 个字，现在有 4 个。删短一些。"
    with pytest.raises(KeyError):
        REFERENCE.words.text("no.such.key")


def test_the_resources_are_found_in_the_checkout_and_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (resources() / "rules" / "routes.toml").is_file()
    package = tmp_path / "stationkiosk"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr("stationkiosk.__file__", str(package / "__init__.py"))
    assert resources() == package / "resources"


def test_a_fault_of_the_reference_can_be_told_in_both_languages() -> None:
    what = REFERENCE.words.text("fault.reference_broken.what")
    assert set(re.findall(r"\{(\w+)\}", what.zh)) == set(re.findall(r"\{(\w+)\}", what.en))


def test_a_clause_can_be_corrected_by_the_station(copy: Path, mended: Path) -> None:
    shipped = (copy / "clauses" / "clauses.toml").read_text("utf-8")
    one = "[[clause]]" + shipped.split("[[clause]]")[1]
    (mended / "clauses").mkdir(exist_ok=True)
    (mended / "clauses" / "clauses.toml").write_text(one.replace("停止下列行为", "立即停止"), "utf-8")
    row = load(copy, mended).clauses.on("stop", TODAY)
    assert row is not None
    assert row.corrected
    assert "立即停止" in row.words.zh
