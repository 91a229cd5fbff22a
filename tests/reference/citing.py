"""Finds what laws are cited in texts, sources and code, and holds it against the list of known sources."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stationkiosk.reference.paths import resources

Table = dict[str, Any]
EVER, NEVER = date.min, date.max
DIGITS = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
PLACES = {"十": 10, "百": 100}
LAST_ARTICLE = 1500
DATES = re.compile(r"\b\d{4}-\d\d-\d\d\b")
NUMERAL = "[零一二两三四五六七八九十百]+"
ARTICLE = re.compile(f"第({NUMERAL})条")
TITLED = re.compile(f"《([^》]+)》(?:（[^）]*）)?((?:[、至到和]?第{NUMERAL}(?:条|款|项))+)")
NUMBERS = r"\d+(?:\(\d+\))*(?:(?:\s*[,、]\s*|\s*-\s*|\s+and\s+)\d+(?:\(\d+\))*)*"
UNKNOWN = re.compile(r"(?<![A-Za-z])(?:[A-Z]{2,5}|Interp) \d{1,3}(?![\d号])|令\d+ \d")
NOTES = re.compile(r"domain notes(?:,)? ?((?:\d+(?:\.\d+)?(?:, )?)+)")


@dataclass(frozen=True)
class Law:
    """A law with the articles the notes name, and the days it holds."""

    id: str
    title: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    articles: frozenset[int]
    valid_from: date
    valid_to: date


def span(part: str) -> range:
    """Return ``63-64`` or ``63`` as numbers."""
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)


def known() -> tuple[tuple[Law, ...], frozenset[str]]:
    """Return the laws and the sections of the notes."""
    data = tomllib.loads((resources() / "rules" / "sources.toml").read_text("utf-8"))
    laws = tuple(
        Law(
            row["id"],
            row["title"],
            tuple(row["names"]),
            tuple(row["codes"]),
            frozenset(number for part in row["articles"] for number in span(part)),
            row.get("valid_from", EVER),
            row.get("valid_to", NEVER),
        )
        for row in data["law"]
    )
    return laws, frozenset(data["sections"])


LAWS, SECTIONS = known()
CODES = {code: law for law in LAWS for code in law.codes}
CODED = re.compile(
    "(?<![A-Za-z\u4e00-\u9fff])("
    + "|".join(re.escape(code) for code in sorted(CODES, key=len, reverse=True))
    + rf")(?: (?:19|20)\d\d)?(?: art(?:icle)?s?)? ({NUMBERS})"
)


def numeral(words: str) -> int:
    """Return a Chinese numeral below a thousand: ``二百零五`` is 205."""
    total = digit = 0
    for sign in words:
        if sign in PLACES:
            total, digit = total + (digit or 1) * PLACES[sign], 0
        else:
            digit = DIGITS[sign]
    return total + digit


def numbers(listed: str) -> set[int]:
    """Return the articles of a list like ``355(5), 358`` or ``16-19``."""
    bare = re.sub(r"\s*-\s*", "-", re.sub(r"\(\d+\)", "", listed))
    found = {number for part in re.findall(r"\d+(?:-\d+)?", bare) for number in span(part)}
    return {number for number in found if number < LAST_ARTICLE}


def strange_in_source(source: str) -> list[str]:
    """Return what a ``source`` cites that is not known."""
    source, found = DATES.sub("", source), []
    for code, listed in CODED.findall(source):
        found += [f"{code} {n}" for n in sorted(numbers(listed) - CODES[code].articles)]
    for listed in NOTES.findall(source):
        named = [part.strip() for part in listed.split(",") if part.strip()]
        found += [f"notes {part}" for part in named if part not in SECTIONS and not part.startswith("6.")]
    return found + UNKNOWN.findall(CODED.sub("", source))


def strange_in_text(words: str, row: Mapping[str, object] | None = None) -> list[str]:
    """Return the articles a Chinese text names that are not known, or not in force while its row holds."""
    since, until = _held(row)
    found = []
    for title, listed in TITLED.findall(words):
        for number in (numeral(words) for words in ARTICLE.findall(listed)):
            laws = [law for law in LAWS if title in law.names and number in law.articles]
            if not any(row is None or (law.valid_from <= since and until <= law.valid_to) for law in laws):
                found.append(f"《{title}》{number}")
    return found


def _held(row: Mapping[str, object] | None) -> tuple[date, date]:
    since, until = (row or {}).get("valid_from", EVER), (row or {}).get("valid_to", NEVER)
    assert isinstance(since, date)
    assert isinstance(until, date)
    return since, until


def articles_zh(words: str) -> set[int]:
    """Return every article number a Chinese text names."""
    ranged = re.findall(f"第({NUMERAL})条[至到]第({NUMERAL})条", words)
    inside = {n for first, last in ranged for n in range(numeral(first), numeral(last) + 1)}
    return inside | {numeral(found) for found in ARTICLE.findall(words)}


def articles_en(words: str) -> set[int]:
    """Return every article number an English text names."""
    one = r"\d+(?:\(\d+\))*"
    listed = re.findall(rf"articles? ({one}(?:(?:,? and |, | to |-){one})*)", words)
    return {n for part in listed for n in numbers(part.replace(" to ", "-"))}


def tables(value: object, row: Table | None = None) -> Iterator[tuple[Table, Table | None]]:
    """Yield every table of a TOML value with the dated row around it, if there is one."""
    if isinstance(value, dict):
        around = value if "valid_from" in value else row
        yield value, around
        for inside in value.values():
            yield from tables(inside, around)
    elif isinstance(value, list):
        for inside in value:
            yield from tables(inside, row)


def data_files() -> list[Path]:
    """Return the files that hold law as data."""
    rooms = ("rules", "forms", "clauses")
    return [
        p
        for room in rooms
        for p in sorted((resources() / room).rglob("*.toml"))
        if p.name != "sources.toml"
    ]
