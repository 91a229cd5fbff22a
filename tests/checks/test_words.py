"""Every word the program says is there, in both languages, with the same blanks to fill."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words
from stationkiosk.store.findings import KINDS

SOURCE = Path(__file__).resolve().parents[2] / "src" / "stationkiosk"
WORDS = load_words(resources() / "i18n")
BLANK = re.compile(r"\{(\w+)\}")
FAULTS = {"KnownError", "Closed"}
UNFRIENDLY = re.compile(r"\b(please|sorry|invalid)\b|[请抱歉]{2}|^请", re.IGNORECASE)


def calls(names: set[str], methods: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield every key that is the first argument of a call of these functions or methods."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func
            wanted = isinstance(called, ast.Name) and called.id in names
            wanted = wanted or (isinstance(called, ast.Attribute) and called.attr in methods)
            if wanted:
                yield from ((path, key) for key in literals(node.args[0]))


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the strings an argument may be: itself, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def blanks(words: str) -> set[str]:
    """Return the names of what is put into a saying, those given in each language as one."""
    return {name.removesuffix("_zh").removesuffix("_en") for name in BLANK.findall(words)}


def test_every_fault_says_what_happened_and_what_to_do() -> None:
    silent = {
        f"{path.relative_to(SOURCE)}: fault.{key}.{part}"
        for path, key in calls(FAULTS, set())
        for part in ("title", "what", "do")
        if f"fault.{key}.{part}" not in WORDS
    }
    assert not silent


def test_every_saying_of_the_commands_is_written() -> None:
    said = {key for path, key in calls(set(), {"say", "progress"}) if path.parent.name == "cli"}
    assert said
    assert not {key for key in said if f"command.{key}" not in WORDS}


def test_both_languages_are_complete() -> None:
    assert not {key for key, text in WORDS.items() if not (text.zh.strip() and text.en.strip())}


def test_both_languages_leave_the_same_blanks_to_fill() -> None:
    assert not {key for key, text in WORDS.items() if blanks(text.zh) != blanks(text.en)}


def test_faults_neither_plead_nor_scold() -> None:
    assert not {k for k, text in WORDS.items() if k.startswith("fault.") and UNFRIENDLY.search(text.en)}


def test_every_finding_of_verification_has_words() -> None:
    assert not {kind for kind in KINDS if f"finding.{kind}" not in WORDS}


def pressed(language: str) -> set[str]:
    """Return everything that may stand on a button, an option or a tick."""
    forms = [file.read_text("utf-8") for file in (resources() / "forms").rglob("*.toml")]
    said = {said for form in forms for said in re.findall(f'{language} = "([^"]+)"', form)}
    return said | {getattr(text, language) for text in WORDS.values()}


def test_a_button_named_in_a_text_is_there() -> None:
    """What a text tells to press begins as another text does; those of official numbers quote examples."""
    telling = re.compile(r"(problem\.(?!bureau_|court_|work_)|filed|evidence|reading|fault\.printer)")
    missing = {
        (key, name)
        for language in ("zh", "en")
        for key, text in WORDS.items()
        if telling.match(key)
        for name in re.findall("“([^”]+)”", getattr(text, language))
        if "{" not in name and not any(said.startswith(name) for said in pressed(language))
    }
    assert not missing
