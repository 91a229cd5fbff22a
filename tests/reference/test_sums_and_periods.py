"""Faults that rows of periods and sums can have are told by file and row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.reference.load import load
from stationkiosk.reference.paths import resources

FAULTS = [
    ("deadlines.toml", 'event = "application"', 'event = "weather"', "mediation.decide", "wrong_type"),
    ("deadlines.toml", 'pauses = ["testing", ', 'pauses = ["tea", ', "report.check", "wrong_type"),
    ("deadlines.toml", 'approver = "head"', 'approver = "tail"', "report.check.longer[1]", "wrong_type"),
    ("deadlines.toml", "value = 15\nunit = \"wd\"\napprover", "value = 0\nunit = \"wd\"\napprover",
     "report.check.longer[1]", "out_of_range"),
    ("deadlines.toml", 'law = "PPR"', 'law = "PQR"', "report.check", "no_such_law"),
    ("deadlines.toml", 'unit = "wd"\nevent = "notice"', 'unit = "cd"\nevent = "notice"', "penalty.defend",
     "wrong_unit"),
    ("counting.toml", "working = [2, 3, 5, 7]", 'working = ["2"]', "APL", "wrong_type"),
    ("counting.toml", "working = [2, 3, 5, 7]", "working = [2, 3, 5, 7, 15]", "penalty.pay", "wrong_unit"),
    ("counting.toml", "valid_from = 2021-07-15", "valid_from = 2026-07-15", "penalty.hand_in",
     "wrong_unit"),
    ("fees.toml", 'without_amount_least = "50"', 'without_amount_least = "5000"', "enforcement_fee",
     "out_of_range"),
    ("shares.toml", "part = 1", "part = 3", "half.mediated", "out_of_range"),
    ("rates.toml", 'per_day = "0.03"', 'per_day = "three"', "penalty.surcharge", "wrong_type"),
    ("fines.toml", 'threshold = "50000"\n', "", "trademark.infringement", "missing_case"),
    ("fines.toml", 'when = "large"', 'when = "small"', "trademark.infringement", "missing_case"),
    ("fines.toml", 'when = "large"', 'when = "huge"', "trademark.infringement.band[1]", "wrong_type"),
    ("fines.toml", 'least = "0"\nmost = "5"', 'least = "6"\nmost = "5"', "trademark.infringement.band[1]",
     "out_of_range"),
    ("damages.toml", '"licence", ', "", "trademark", "missing_case"),
    ("damages.toml", 'punitive_most = "5"', 'punitive_most = "0"', "trademark", "out_of_range"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "row", "what"), FAULTS)
def test_a_fault_is_told_by_file_and_row(
    tmp_path: Path, file: str, old: str, new: str, row: str, what: str
) -> None:
    folder = tmp_path / "resources"
    for path in resources().rglob("*.toml"):
        copy = folder / path.relative_to(resources())
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    text = (folder / "rules" / file).read_text("utf-8")
    assert old in text
    (folder / "rules" / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(KnownError) as caught:
        load(folder)
    assert (caught.value.values["row"], caught.value.values["what"]) == (row, what)
