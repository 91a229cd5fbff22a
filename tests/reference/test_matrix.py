"""Faults of the rows of ways, courts, laws, terms and numbers; a station's corrections of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from stationkiosk.domain import travel
from stationkiosk.domain.disputes import Dispute
from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.identity import credit_code, phone, resident_id
from stationkiosk.domain.identity_kinds import IdentityKind, check
from stationkiosk.domain.official_numbers import parse_bureau, parse_court
from stationkiosk.domain.patents import patent_number
from stationkiosk.domain.registrations import geographical_number, software_number, work_number
from stationkiosk.domain.rules import Dated
from stationkiosk.reference.load import load
from stationkiosk.reference.paths import resources
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)

FAULTS = [
    ("venues.toml", 'court = "first_intermediate"', 'court = "supreme"', "patent", "no_such_court"),
    ("venues.toml", '["suit", "confirmation"]', '["suits"]', "patent", "wrong_type"),
    ("venues.toml", 'least = "5000000"', 'least = "much"', "large", "wrong_type"),
    ("venues.toml", 'subjects = ["software"]', 'subjects = ["programs"]', "software", "wrong_type"),
    ("venues.toml", 'ties = ["foreign"]', 'ties = ["abroad"]', "foreign.confirmation", "wrong_type"),
    ("venues.toml", "2025-09-30", "2025-10-01", "large", "overlap"),
    (
        "routes.toml",
        'kinds = ["patent", "design"]',
        'kinds = ["patents"]',
        "patent.mediation",
        "no_such_kind",
    ),
    ("routes.toml", 'track = "notary"', 'track = "notaries"', "any.notary", "no_such_track"),
    ("routes.toml", 'gate = "elsewhere"', 'gate = "open"', "patent.patent_adjudication", "no_such_track"),
    ("routes.toml", "rank = 20", 'rank = "20"', "patent.mediation.ownership", "wrong_type"),
    ("terms.toml", "months = 120", "months = 0", "trademark.term", "out_of_range"),
    ("terms.toml", "2021-05-31", "2021-05-30", "design.term", "gap"),
    ("laws.toml", 'basis = "act"', 'basis = "acts"', "trademark_law", "wrong_type"),
    ("numbers.toml", 'word = "民初"', "", "court.first", "missing_key"),
    ("courts.toml", 'sign = "渝0192"', "sign = 192", "liangjiang", "wrong_type"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    for name in resources().iterdir():
        if name.name in ("rules", "forms", "i18n", "clauses"):
            shutil.copytree(name, folder / name.name)
    return folder


@pytest.mark.parametrize(("file", "old", "new", "row", "what"), FAULTS)
def test_a_fault_is_told_by_file_and_row(
    copy: Path, file: str, old: str, new: str, row: str, what: str
) -> None:
    path = copy / "rules" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(KnownError) as caught:
        load(copy)
    told = caught.value.values
    assert (told["file"], told["row"], told["what"]) == (file, row, what)


def corrected(folder: Path, file: str, text: str) -> Path:
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / file).write_text(text, "utf-8")
    return folder


COURT = """
[[court]]
id = "liangjiang"
name = { zh = "样本法院", en = "Sample Court" }
sign = "渝0199"
valid_from = 2026-01-25
source = "made up"
confidence = "A"
"""


def test_a_station_corrects_the_name_of_a_court(copy: Path, tmp_path: Path) -> None:
    reference = load(copy, corrected(tmp_path / "corrections", "courts.toml", COURT))
    offers = {offer.track: offer for offer in reference.ways(Dispute("trademark"), TODAY)}
    court = offers["court"].court
    assert court is not None
    assert (court.court.sign, court.corrected) == ("渝0199", True)
    assert "Sample Court" in court.court.name.en
    before = {o.track: o for o in reference.ways(Dispute("trademark"), date(2026, 1, 24))}["court"].court
    assert before is not None
    assert (before.court.sign, before.corrected) == ("渝0192", False)


VENUE = """
[[venue]]
id = "ordinary"
court = "first_intermediate"
purposes = ["suit"]
kinds = ["trademark"]
rank = 60
why = { zh = "法院通知", en = "The court's notice" }
article = { zh = "本站更正", en = "Corrected by the station" }
valid_from = 2026-11-01
source = "made up"
confidence = "B"
"""


def test_a_station_corrects_which_court_takes_what(copy: Path, tmp_path: Path) -> None:
    reference = load(copy, corrected(tmp_path / "corrections", "venues.toml", VENUE))
    found = {o.track: o.court for o in reference.ways(Dispute("trademark"), TODAY)}
    assert found["court"] is not None
    assert (found["court"].court.sign, found["court"].why.en) == ("渝01", "The court's notice")
    assert found["confirmation"] is None


WRONG = [
    (lambda t: resident_id(t), ["110105491231002", "1", "11010519491231A02X", "110105194912310021"]),
    (lambda t: credit_code(t), ["500105000123456", "1", "9133O100799655058B", "91330100799655059B"]),
    (lambda t: phone(t), ["67570000", "1380013800", "?"]),
    (lambda t: check(IdentityKind.RESIDENCE_PERMIT, t), ["11010519491231002X"]),
    (lambda t: check(IdentityKind.FOREIGNER_CARD, t), ["11010519491231002X", "U1A110074010112"]),
    (lambda t: travel.old_foreigner_card(t), ["1"]),
    (lambda t: travel.chinese_passport(t), ["1", "A12345678"]),
    (lambda t: travel.foreign_passport(t), ["1"]),
    (lambda t: travel.hk_macao_permit(t), ["1", "T12345678"]),
    (lambda t: travel.taiwan_permit(t), ["1", "T1234567"]),
    (lambda t: travel.read_lines(t), ["1", "?" * 88, "V" * 88, "P" + "1" * 87]),
    (lambda t: patent_number(t), ["CN113657118B", "1", "202140954529.7", "199910954529.7", "202110954529"]),
    (lambda t: patent_number(t), ["202110954529.8"]),
    (lambda t: work_number(t), ["1", "伦作登字-2023-F-00012345", "渝作登字-2023-Z-00012345"]),
    (lambda t: software_number(t), ["1", "软著登字第1号"]),
    (lambda t: geographical_number(t), ["?"]),
    (lambda t: parse_bureau(t, {"处罚"}), ["1", "(2024)1", "渝市监〔2024〕1号", "渝市监奖〔2024〕1号"]),
    (lambda t: parse_bureau(t, {"处罚"}), ["渝市监处罚〔2024〕号"]),
    (lambda t: parse_court(t, {"民初"}), ["1", "(2024)1", "(2024)渝01民初", "(2024)渝01民某1号"]),
]


@pytest.mark.parametrize(("read", "wrong"), WRONG)
def test_every_problem_has_words_with_all_its_blanks_filled(
    read: Callable[[str], tuple[object, Problem | None]], wrong: list[str]
) -> None:
    for typed in wrong:
        problem = read(typed)[1]
        assert problem is not None, typed
        said = REFERENCE.words.problem(problem)
        assert "{" not in said.zh + said.en


@pytest.mark.parametrize("part", ["number", "born", "expires", "personal", "whole"])
def test_every_part_of_a_passports_lines_has_words(part: str) -> None:
    assert REFERENCE.words.has(f"problem.mrz_{part}")


def rows() -> list[Dated]:
    """Return every row of this part's books."""
    books = (
        REFERENCE.routes, REFERENCE.matrix.courts, REFERENCE.matrix.venues,
        REFERENCE.laws, REFERENCE.terms, REFERENCE.number_words,
    )  # fmt: skip
    return [row for book in books for row in chain(*book.rows.values())]


def test_every_row_names_its_source_and_what_is_not_read_says_so() -> None:
    for row in rows():
        assert row.source
        assert row.confidence.value != "A" or "common knowledge" not in row.source or "domain" in row.source
