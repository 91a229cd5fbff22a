"""Every state of the agreement: whole words, nothing covered, a name for each control."""

from __future__ import annotations

import pytest

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import settle
from stationkiosk.ui.desk.drafting import Drafting
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.looking import faults
from tests.ui.desk.test_drafting import begun, blank, drawn

SHOWN = (
    ((1366, 768), Language.EN, True),
    ((1920, 1080), Language.ZH, False),
)
TYPED = ("样本", "李", "甲", "乙", "店", "元", "大写", "在", "行", "账", "糕", "号", "标", "识", "店内")
"""Names and words of the sides stay as they were typed; sums in capitals are Chinese in every language."""


@pytest.mark.parametrize(("size", "language", "large"), SHOWN)
def test_nothing_of_the_agreement_is_cut_covered_or_without_a_name(
    open_desk: OpenDesk, place: FakePlace, size: tuple[int, int], language: Language, large: bool
) -> None:
    drive = open_desk(size, language, large=large)
    drafting, desk = begun(drive, place)
    wrong: list[str] = []

    def look(what: str) -> None:
        drawn(drive, drafting)
        settle()
        wrong.extend(f"{what}: {fault}" for fault in faults(drive, language, TYPED))

    look("tab")
    _write(drafting, look)
    for shown in (samples.SIGNING, samples.AGREED, samples.FOREIGN, samples.NEW):
        desk.shown = shown
        drafting.record.read()
        look(shown.stage)
        if shown is samples.SIGNING:
            _sign(drafting, drive, look)
    assert not wrong, "\n".join(wrong)


def _write(drafting: Drafting, look: object) -> None:
    assert callable(look)
    drafting.write()
    look("sheet")
    drafting.sheet.search("e" if drafting.words.chosen is Language.EN else "付")
    look("search")
    drafting.sheet.search("")
    drafting.writeAt(1)
    blank(drafting, 1, "parts").typeAt(0, "1")
    blank(drafting, 1, "amount").type("x")
    look("instalments")
    drafting.sheet.add("licence")
    look("licence")
    drafting.askFix()
    look("fix")
    drafting.backFromFix()
    drafting.leave()


def _sign(drafting: Drafting, drive: DeskDrive, look: object) -> None:
    assert callable(look)
    for n, way in ((3, "typed"), (3, "paper"), (0, "pad")):
        drafting.signers.open(n, way)
        drive.rest()
        if way == "paper":
            drafting.byHand.print(drafting.signers.signer)
            drive.rest()
        drafting.signers.sign()
        look(way)
        drafting.signers.close()
