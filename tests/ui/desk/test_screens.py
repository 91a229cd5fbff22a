"""Every screen of the desk, looked at: small and large, both languages, large words, high contrast."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import settle
from tests.ui.conftest import RESOURCES
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.looking import faults
from tests.ui.desk.tour import every_screen

NAMES = (
    *("样", "虚构", "逾期的调解", "没有这个人", "李", "安", "审", "店名", "进货单", "现场", "甲"),
    *("商标证书", "材料不齐", "当事人要求"),
)
"""Parts of names and of what was typed: they stay Chinese."""

LOOKS_A_SCREEN = 3
FINE_PANEL_MM = (597.0, 336.0)

SMALL, USUAL, FINE = (1366, 768), (1920, 1080), (3840, 2160)
LOOKS = {
    "small-zh-large": (SMALL, Language.ZH, True, False),
    "small-en": (SMALL, Language.EN, False, False),
    "usual-zh-contrast": (USUAL, Language.ZH, False, True),
    "usual-en-large": (USUAL, Language.EN, True, False),
    "fine-en": (FINE, Language.EN, False, False),
    "small-zh": (SMALL, Language.ZH, False, False),
    "small-en-large": (SMALL, Language.EN, True, False),
    "fine-zh-large": (FINE, Language.ZH, True, False),
}
AT_ONCE = ("small-zh-large", "small-en")
"""The looks of every run; the others are long."""


@pytest.mark.parametrize(
    "look", [pytest.param(name, marks=[] if name in AT_ONCE else [pytest.mark.long]) for name in LOOKS]
)
def test_every_screen_is_whole_and_told(open_desk: OpenDesk, look: str) -> None:
    size, language, large, contrast = LOOKS[look]
    panel = FINE_PANEL_MM if size == FINE else (531.0, 299.0)
    drive = open_desk(size, language, login="", large=large, contrast=contrast, panel_mm=panel)
    folder = os.environ.get("STATIONKIOSK_PICTURES")
    found: dict[str, list[str]] = {}
    seen: set[str] = set()

    def visit(name: str) -> None:
        seen.add(drive.page)
        wrong = _lasting_faults(drive, language)
        if wrong:
            found[name] = wrong
        if folder:
            drive.picture(Path(folder) / f"desk-{look}" / f"{name}.png")

    every_screen(drive, visit)
    assert not found, "\n".join(f"{name}: {line}" for name, lines in found.items() for line in lines)
    pages = {file.stem for file in (RESOURCES / "qml" / "desk" / "pages").glob("*.qml")}
    assert pages - {"password"} <= seen


def _lasting_faults(drive: DeskDrive, language: Language) -> list[str]:
    """Return what is wrong with a screen once it has found its places."""
    wrong: list[str] = []
    for _ in range(LOOKS_A_SCREEN):
        settle()
        try:
            wrong = faults(drive, language, NAMES)
        except RuntimeError as gone:
            # An item went while it was looked at: the screen had not found its places.
            wrong = [str(gone)]
        if not wrong:
            break
    return wrong
