"""Every part of the case page: whole words, nothing covered, a name for each control."""

from __future__ import annotations

import pytest

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import settle
from stationkiosk.ui.desk.case import TABS
from tests.ui import looking
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.test_case_page import case_of, open_case

OVERLAID = ("actingPaper", "conflictPaper", "exhibitPaper", "readingPaper")

SHOWN = (
    ((1366, 768), Language.ZH, False),
    ((1366, 768), Language.EN, True),
    ((1920, 1080), Language.EN, False),
    ((3840, 2160), Language.ZH, True),
)


@pytest.mark.parametrize(("size", "language", "large"), SHOWN)
def test_nothing_on_the_page_is_cut_covered_or_without_a_name(
    open_desk: OpenDesk, place: FakePlace, size: tuple[int, int], language: Language, large: bool
) -> None:
    drive = open_desk(size, language, large=large)
    open_case(drive, place, 7)
    page = case_of(drive)
    wrong: list[str] = []

    def look(what: str) -> None:
        drive.rest()
        settle()
        wrong.extend(f"{what}: {fault}" for fault in _faults(drive, language))

    for tab in TABS:
        page.turn(tab)
        look(tab)
    page.act(1, "accept")
    look("accept")
    page.acting.leave()
    page.act(1, "refuse")
    page.acting.submit()
    look("refuse")
    page.acting.leave()
    page.evidence.open(2)
    look("exhibit")
    page.evidence.close()
    page.papers.read(0)
    look("paper")
    assert not wrong, "\n".join(wrong)


def _faults(drive: DeskDrive, language: Language) -> list[str]:
    drive.view.grabWindow()
    settle()
    shown = looking.own(drive)
    over = any(item.objectName() in OVERLAID for item in shown)
    shown = [item for item in shown if looking.ancestor(item, "overlay" if over else "case")]
    wrong = [
        *looking.cut_texts(drive, [item for item in shown if item.property("tip") is None]),
        *looking.overlaps(drive, shown),
        *looking.nameless(drive, shown),
        *looking.foreign_words(shown, language),
    ]
    return [fault for fault in wrong if "核对店名" not in fault]
