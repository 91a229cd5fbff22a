"""Every fault a device can raise has its words, with the values it fills."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from stationkiosk.devices.evidence.answer import VERDICTS
from stationkiosk.devices.printing import Trouble

ROOT = Path(__file__).resolve().parents[2]
WORDS = tomllib.loads((ROOT / "resources" / "i18n" / "devices.toml").read_text("utf-8"))["fault"]


def raised() -> set[str]:
    """Return the keys given to ``KnownError`` in the source of the devices."""
    keys = set()
    for path in (ROOT / "src" / "stationkiosk" / "devices").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "KnownError"
            ):
                words = [part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
                keys |= {word for word in words if isinstance(word, str)}
    return keys


def test_every_fault_has_words_and_no_words_are_left_over() -> None:
    known = raised() | VERDICTS | {trouble.value for trouble in Trouble if trouble}
    known |= {"file_no_access", "file_gone", "reader_missing", "reader_part_missing"}
    assert set(WORDS) == known


@pytest.mark.parametrize("key", WORDS)
def test_each_fault_says_what_happened_and_what_to_do_in_both_languages(key: str) -> None:
    assert set(WORDS[key]) == {"title", "what", "do"}
    for said in WORDS[key].values():
        assert set(said) == {"zh", "en"}
        assert set(re.findall(r"{(\w+)}", said["zh"])) == set(re.findall(r"{(\w+)}", said["en"]))
        assert not re.search(r"please|sorry|invalid|请您|抱歉|非法", said["zh"] + said["en"], re.IGNORECASE)
