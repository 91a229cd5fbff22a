"""Every article cited in data or code is one the domain notes name; every rule is listed with its tests."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import stationkiosk
from stationkiosk.cli.listing import books
from tests.journeys.samples import REFERENCE
from tests.reference import citing

SOURCE = Path(stationkiosk.__file__).resolve().parent
TESTS = Path(__file__).resolve().parents[1]
PARSED = {path: tomllib.loads(path.read_text("utf-8")) for path in citing.data_files()}
UNCITED = re.compile(
    r"domain notes|station setting|common knowledge|made up|notice|suits against|no one court"
    r"|implementing rules|令\d+|TML|PL|T10|practice|flow chart|〔\d{4}〕|条例|规定|办法|规则|法"
)
READ_ALIKE = {"counting", "laws", "terms", "number_words", "articles", "grounds"}
"""Books of plain names and counts: one path of code reads every row, and loading checks each."""
ALIKE = "test_load.py, test_sources.py (read alike)"
HELPER = r"^from (tests\.\w+\.\w+) import"


def where(path: Path, row: dict[str, object] | None) -> str:
    return f"{path.name} {(row or {}).get('id', '')}"


@pytest.mark.parametrize("path", PARSED, ids=lambda p: p.name)
def test_every_source_names_articles_the_notes_name(path: Path) -> None:
    strange = {
        where(path, table): found
        for table, _ in citing.tables(PARSED[path])
        if isinstance(table.get("source"), str) and (found := citing.strange_in_source(table["source"]))
    }
    assert strange == {}


@pytest.mark.parametrize("path", PARSED, ids=lambda p: p.name)
def test_every_article_in_a_text_is_known_and_in_force_while_its_row_holds(path: Path) -> None:
    strange = {
        f"{where(path, row)} {table['zh']}": found
        for table, row in citing.tables(PARSED[path])
        if isinstance(table.get("zh"), str) and (found := citing.strange_in_text(table["zh"], row))
    }
    assert strange == {}


@pytest.mark.parametrize("path", PARSED, ids=lambda p: p.name)
def test_both_languages_name_the_same_articles(path: Path) -> None:
    apart = [
        f"{where(path, row)} {table['zh']} / {table['en']}"
        for table, row in citing.tables(PARSED[path])
        if isinstance(table.get("zh"), str)
        and isinstance(table.get("en"), str)
        and citing.articles_zh(table["zh"]) != citing.articles_en(table["en"])
    ]
    assert apart == []


@pytest.mark.parametrize("room", ["domain", "reference", "journeys"])
def test_code_cites_known_articles_only(room: str) -> None:
    strange = {}
    for path in sorted((SOURCE / room).rglob("*.py")):
        words = path.read_text("utf-8")
        found = [f"{code} {n}" for code, listed in citing.CODED.findall(words)
                 for n in sorted(citing.numbers(listed) - citing.CODES[code].articles)]  # fmt: skip
        found += citing.strange_in_text(words)
        if found:
            strange[path.name] = found
    assert strange == {}


def test_every_row_says_where_it_comes_from() -> None:
    rows = [row for _, book in books(REFERENCE) for group in book.rows.values() for row in group]
    silent = [
        f"{r.id}: {r.source}"
        for r in rows
        if not (citing.CODED.search(r.source) or UNCITED.search(r.source))
    ]
    assert silent == []


def test_a_strange_citation_is_found() -> None:
    assert citing.strange_in_source("CPL 999; CC 202") == ["CPL 999"]
    assert citing.strange_in_source("XYZ 12") == ["XYZ 12"]
    assert citing.strange_in_source("domain notes 2.0, 9.9: TML 2019 57(1)") == ["notes 9.9"]
    assert citing.strange_in_text("《民法典》第二百零二条、第九条") == ["《民法典》9"]
    row = {"valid_from": citing.date(2027, 1, 1)}
    assert citing.strange_in_text("《商标法》第五十七条第一项", row) == ["《商标法》57"]
    assert citing.strange_in_text("《商标法》第五十七条第一项") == []
    assert citing.articles_zh("第十六条至第十八条") == {16, 17, 18}
    assert citing.articles_en("articles 16 to 18") == {16, 17, 18}


def test_the_table_of_rules_sources_and_tests(capsys: pytest.CaptureFixture[str]) -> None:
    """Print every rule, its source and the tests that touch it: by its id, or walking its whole book."""
    texts = {
        str(path.relative_to(TESTS)): read_with_helpers(path) for path in sorted(TESTS.rglob("test_*.py"))
    }
    walked = {name: set(re.findall(r"\.(\w+)\.(?:rows|all_on)\b", words)) for name, words in texts.items()}
    lines, untouched = [], []
    for name, book in books(REFERENCE):
        for rule, rows in book.rows.items():
            named = re.compile(rf'"{re.escape(rule)}[" ]')
            telling = "." in rule or "_" in rule
            touching = [file for file, words in texts.items() if telling and named.search(words)]
            touching += [f"{file} (all)" for file, whole in walked.items() if name in whole]
            sources = " | ".join(dict.fromkeys(row.source for row in rows))
            lines.append(f"{name:15} {rule:34} {sources:60} {', '.join(touching) or ALIKE}")
            if not touching and name not in READ_ALIKE:
                untouched.append(f"{name} {rule}")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert untouched == []


def read_with_helpers(path: Path) -> str:
    """Return a test file with the helpers of the tests it takes things from."""
    words = path.read_text("utf-8")
    helpers = (TESTS.parent / (name.replace(".", "/") + ".py") for name in re.findall(HELPER, words, re.M))
    return words + "".join(helper.read_text("utf-8") for helper in helpers if helper.is_file())
