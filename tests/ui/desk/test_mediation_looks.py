"""The mediation tab in every stage: whole words, nothing covered, a name for each control."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from stationkiosk.casework.mediating.shown import MediationShown, Screening, ScreenShown
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import settle
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.case_samples import NOW
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.fake_mediation import MediatingDesk
from tests.ui.desk.looking import faults
from tests.ui.desk.test_case_page import case_of
from tests.ui.desk.test_screens import LOOKS_A_SCREEN

STAGES: dict[str, MediationShown] = {
    "consented": replace(samples.BARE, stage="consented"),
    "new": samples.NEW,
    "live": samples.LIVE,
    "foreign": samples.FOREIGN,
    "recusal": samples.RECUSAL,
    "suspended": samples.SUSPENDED,
    "signing": samples.SIGNING,
    "agreed": samples.AGREED,
}
SCREENS = {state: ScreenShown(samples.DEVICE, state, None, samples.OTHER, NOW) for state in Screening}
NAMES = (
    *("样", "甲", "乙", "线上", "调解室", "现场", "两次", "赔", "对方", "申请人", "双方", "没有利害"),
    *("当场", "虚构", "李", "张", "店名"),
)
"""Parts of names and of what was typed: they stay Chinese."""

HELD = (Screening.SHOWS, Screening.BLANK, Screening.SIGNS)
SMALL, USUAL = (1366, 768), (1920, 1080)
LOOKS = {
    "small-zh": (SMALL, Language.ZH, False),
    "small-en-large": (SMALL, Language.EN, True),
    "usual-en": (USUAL, Language.EN, False),
    "usual-zh-large": (USUAL, Language.ZH, True),
}
AT_ONCE = {"small-zh": ("live", "agreed"), "small-en-large": ("foreign", "signing")}
"""The looks of every run, each with some of the stages; the others are long."""


@pytest.mark.parametrize(
    "look", [pytest.param(name, marks=[] if name in AT_ONCE else [pytest.mark.long]) for name in LOOKS]
)
def test_every_stage_is_whole_and_told(open_desk: OpenDesk, place: FakePlace, look: str) -> None:
    size, language, large = LOOKS[look]
    desk = MediatingDesk()
    place.desk.sample = desk
    drive = open_desk(size, language, large=large)
    folder = os.environ.get("STATIONKIOSK_PICTURES")
    stages = STAGES if folder else AT_ONCE.get(look, tuple(STAGES))
    wrong: list[str] = []

    def visit(name: str) -> None:
        drive.rest()
        settle()
        if folder:
            drive.picture(Path(folder) / f"mediation-{look}" / f"{name}.png")
        for _ in range(LOOKS_A_SCREEN):
            found = faults(drive, language, NAMES)
            if not found:
                return
            settle()
        wrong.extend(f"{name}: {fault}" for fault in found)

    for n, name in enumerate(stages):
        desk.shown = STAGES[name]
        _open(drive, place, n)
        visit(name)
    page = case_of(drive)
    desk.shown = samples.LIVE
    _open(drive, place, len(STAGES))
    page.spread()
    visit("wide")
    for state in Screening if folder else (Screening.BLANK,):
        case_id = page.file.case_id if page.file and state in HELD else None
        desk.public = [replace(SCREENS[state], case_id=case_id)]
        page.mediation.screen.look()
        visit(f"screen-{state}")
    page.mediation.begin("plan_session")
    page.mediation.rooms.put(0, 14 * 60 + 15)
    visit("rooms-clash")
    page.mediation.rooms.put(1, 11 * 60 + 15)
    visit("rooms")
    assert not wrong, "\n".join(wrong)


def _open(drive: DeskDrive, place: FakePlace, n: int) -> None:
    drive.window.shell.open_case(place.desk.listed[n].case_id)
    drive.rest()
    drive.await_("case")
    case_of(drive).turn("mediation")
