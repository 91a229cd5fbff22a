"""Every fault and finding of the store has words, and every word in them has a value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stationkiosk.reference.words import load_words
from stationkiosk.store.faults import _ERRNOS, _KEYS
from stationkiosk.store.findings import KINDS

ROOT = Path(__file__).parents[2]
SOURCES = [
    *(ROOT / "src/stationkiosk/store").glob("*.py"),
    *(ROOT / "src/stationkiosk/ledger").glob("*.py"),
]
WORDS = load_words(ROOT / "resources" / "i18n")
SPOKEN = re.compile(r'KnownError\(\s*"(\w+)"(, .*|\))$', re.MULTILINE)
RAISED = sorted({found for path in SOURCES for found in SPOKEN.findall(path.read_text("utf-8"))})
OF_THE_DISK = sorted({(key, "file=") for key in (*_KEYS.values(), *_ERRNOS.values(), "wrong_key")})


@pytest.mark.parametrize(("key", "given"), RAISED + OF_THE_DISK)
def test_a_fault_has_words_and_the_values_they_need(key: str, given: str) -> None:
    for part in ("title", "what", "do"):
        text = WORDS[f"fault.{key}.{part}"]
        for words in (text.zh, text.en):
            assert set(re.findall(r"{(\w+)}", words)) <= set(re.findall(r"(\w+)=", given))


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_has_words(kind: str) -> None:
    assert WORDS[f"finding.{kind}"].zh
