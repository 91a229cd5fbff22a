"""One term per idea: no text strays from the glossary, and no text is missing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from stationkiosk.reference.paths import resources

ROOMS = ("i18n", "forms", "clauses", "rules")
NOT_SAID = {"words_zh", "words_en", "except_zh", "except_en"}
"""Words to be looked for in what people write: not the station's own."""
LEAST_TERMS = 40


@dataclass(frozen=True)
class Term:
    """One idea: its name, and the words not used for it."""

    id: str
    names: tuple[str, str]
    avoid: tuple[tuple[str, ...], tuple[str, ...]]
    allow: tuple[tuple[str, ...], tuple[str, ...]]

    def strays(self, words: str, language: int) -> list[str]:
        """Return the avoided words that a text uses."""
        words = re.sub(r"\{\w+\}", "", words)
        for spared in self.allow[language]:
            words = words.replace(spared, "")
        if language == 0:
            return [word for word in self.avoid[0] if word in words]
        return [word for word in self.avoid[1] if re.search(rf"(?i)\b{re.escape(word)}\b", words)]


def terms() -> Iterator[Term]:
    for row in tomllib.loads((resources() / "glossary.toml").read_text("utf-8"))["term"]:
        assert set(row["name"]) == set(row["means"]) == {"zh", "en"}, row["id"]
        assert all(value.strip() for value in (*row["name"].values(), *row["means"].values())), row["id"]
        avoid = (tuple(row.get("avoid_zh", ())), tuple(row.get("avoid_en", ())))
        allow = (tuple(row.get("allow_zh", ())), tuple(row.get("allow_en", ())))
        yield Term(row["id"], (row["name"]["zh"], row["name"]["en"]), avoid, allow)


TERMS = tuple(terms())


def texts(value: object, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every table of both languages with where it stands."""
    if isinstance(value, dict):
        if {"zh", "en"} & set(value):
            yield where, value
            return
        name = value.get("id", "")
        for key, inside in value.items():
            if key not in NOT_SAID:
                yield from texts(inside, f"{where}.{name}.{key}".replace("..", "."))
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside, where)


TEXTS = [
    found
    for room in ROOMS
    for path in sorted((resources() / room).rglob("*.toml"))
    for found in texts(tomllib.loads(path.read_text("utf-8")), path.name)
]


def test_no_text_is_missing_in_either_language() -> None:
    assert len(TEXTS) > 1000
    lacking = [
        where
        for where, said in TEXTS
        if not all(isinstance(said.get(tongue), str) and said[tongue].strip() for tongue in ("zh", "en"))
    ]
    assert lacking == []


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.id)
def test_no_text_strays_from_the_glossary(term: Term) -> None:
    strays = [
        f"{where}: {stray} → {term.names[language]}: {said[tongue]}"
        for where, said in TEXTS
        for language, tongue in enumerate(("zh", "en"))
        for stray in term.strays(said[tongue], language)
    ]
    assert strays == []


def test_each_idea_has_one_term_and_each_term_one_idea() -> None:
    assert len(TERMS) >= LEAST_TERMS
    for language in (0, 1):
        names = [term.names[language].lower() for term in TERMS]
        assert len(set(names)) == len(names)
        avoided = [word.lower() for term in TERMS for word in term.avoid[language]]
        assert len(set(avoided)) == len(avoided)
        assert not set(names) & set(avoided)
    assert all(any(term.avoid) for term in TERMS)


def test_a_stray_word_is_found_whole_and_in_any_case() -> None:
    press = next(term for term in TERMS if term.id == "press")
    assert press.strays("Click here", 1) == ["click"]
    assert press.strays("Clicking is a noise", 1) == []
    assert press.strays("点击这里", 0) == ["点击"]
