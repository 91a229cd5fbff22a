"""Whatever the journal is told of has words for an auditor."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import load_words

SOURCE = Path(__file__).resolve().parents[2] / "src" / "stationkiosk"
OF_THE_PUBLIC = {"create_station", "leave_message", "call_staff", "end_call", "wrong_code", "rest_number"}
"""What no member of staff does."""

CALLED_BY_NAME = {"open_reporter", "decide_alike", "correct", "save_filter", "drop_filter"}
"""Acts whose name the journal is given by a constant."""


def told() -> Iterator[str]:
    """Yield every name of an act that is given to the journal as it stands."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if named and node.func.attr == "journal" and len(node.args) > 2:
                yield from (
                    str(part.value)
                    for part in ast.walk(node.args[2])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


def test_every_act_has_words() -> None:
    words = load_words(resources() / "i18n")
    acts = {act for act in told() if act.replace("_", "").isalpha()} - OF_THE_PUBLIC | CALLED_BY_NAME
    assert len(acts) > 15
    assert not {act for act in acts if f"audit.did.{act}" not in words}
