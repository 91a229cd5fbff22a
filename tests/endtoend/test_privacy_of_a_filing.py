"""A whole filing with marks in it, finished or left standing: nothing of it is left on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import Drive
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from tests.endtoend.conftest import Open
from tests.endtoend.remembering import Marks
from tests.endtoend.test_privacy import (
    UNSEEN,
    at_home,
    difference,
    learned,
    nothing_is_left,
    temporary,
)

__all__ = ["temporary"]

FREE = ("_name", "goods", "_place", "story")
"""Fields of the made-up filing that take any words."""


class Marking(Drive):
    """Hands that leave a mark in every field that takes any words."""

    marks: Marks

    def type(self, name: str, text: str) -> None:
        super().type(name, self.marks.new() if name.endswith(FREE) else text)


@pytest.mark.parametrize("finished", [True, False], ids=["finished", "walked away"])
def test_nothing_of_a_whole_filing_is_remembered(
    open_kiosk: Open, settings: Settings, fresh_home: Path, temporary: Path, finished: bool
) -> None:
    drive = Marking(open_kiosk().window)
    drive.marks = marks = Marks()
    home = at_home(drive)
    file_a_dispute(drive)
    to_the_receipt(drive)
    assert marks.made >= 4
    assert difference(drive.view.grabWindow(), home) > 2 * UNSEEN
    if finished:
        drive.window.pages.done.finished.emit()
    else:
        drive.window.idle.ended.emit()
    nothing_is_left(
        drive, marks, home, fresh_home, temporary, settings.store_file.parent, settings.log_folder
    )
    assert learned(fresh_home) == []
