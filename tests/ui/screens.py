"""A look at every screen in one shape: the tests of each shape run in a process of their own."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.common.words import Words
from tests.ui.fakes import FakeCounter, StandingClock
from tests.ui.looking import faults
from tests.ui.tour import every_screen

QML = Path(__file__).parents[2] / "resources" / "qml" / "kiosk"
PAGES = frozenset(file.stem for file in (QML / "pages").glob("*.qml"))
COVERS = frozenset(file.stem for file in (QML / "covers").glob("*.qml"))

ACCENTED = str.maketrans("aeiouyAEIOUYcnsCNS", "àéîöûýÀÉÎÖÛÝçñšÇÑŠ")
STRETCH = 0.4
REST_SECONDS = 2.0

Look = tuple[Language, bool, bool, bool]
"""Language, large text, high contrast, stretched words."""

LOOKS: dict[str, Look] = {
    "zh": (Language.ZH, False, False, False),
    "zh-large": (Language.ZH, True, False, False),
    "en": (Language.EN, False, False, False),
    "en-large": (Language.EN, True, False, False),
    "zh-contrast": (Language.ZH, False, True, False),
    "en-contrast-large": (Language.EN, True, True, False),
    "stretched": (Language.EN, False, False, True),
    "stretched-large": (Language.EN, True, False, True),
}


def looks(*first: str) -> list[ParameterSet]:
    """Return every look; those that are not named run with the long tests."""
    return [
        pytest.param(look, id=name, marks=[] if name in first else [pytest.mark.long])
        for name, look in LOOKS.items()
    ]


def stretched(said: str) -> str:
    """Return English words 40 % longer and accented, as other languages are; codes as they are."""
    return " ".join(word if re.search(r"[0-9{}]", word) else _stretched(word) for word in said.split(" "))


def _stretched(word: str) -> str:
    more = round(len(word) * STRETCH)
    longer = ""
    for sign in word:
        twice = sign.lower() in "aeiouy" and more > 0
        more -= twice
        longer += sign + sign.lower() if twice else sign
    return longer.translate(ACCENTED)


def stretch_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every window speak stretched words."""
    plainly = Words.speak

    def speak(self: Words, text: Text | None) -> str:
        return stretched(plainly(self, text))

    monkeypatch.setattr(Words, "speak", speak)


def look_at_every_screen(
    open_kiosk: Callable[..., Drive],
    counter: FakeCounter,
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
    shape: tuple[int, int],
    look: Look,
) -> None:
    """Take the tour; whatever is wrong on the way fails the test at its end, screen by screen."""
    language, large, contrast, longer = look
    if longer:
        stretch_words(monkeypatch)
    drive = open_kiosk(shape, language, large=large, contrast=contrast)
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    folder = os.environ.get("STATIONKIOSK_PICTURES")
    kind = "-".join(
        [f"{shape[0]}x{shape[1]}", "stretched" if longer else str(language)]
        + ["large"] * large
        + ["contrast"] * contrast
    )

    def visit(name: str) -> None:
        drive.window.display.sharpen(contrast)
        wait_for(lambda: drive.window.executor.idle, "what was asked of the station")
        seen.add(str(drive.window.kiosk.covering) or drive.page)
        wrong = _lasting_faults(drive, Language.ZH if longer else language)
        if wrong:
            found[name] = wrong
        if folder:
            drive.picture(Path(folder) / kind / f"{name}.png")

    every_screen(drive, counter, clock, visit, large=large)
    assert not found, "\n".join(f"{name}: {line}" for name, lines in found.items() for line in lines)
    assert seen == PAGES | COVERS


def _lasting_faults(drive: Drive, language: Language) -> list[str]:
    """Return what is wrong with a screen once it has found its places."""
    end = time.monotonic() + REST_SECONDS
    while True:
        drive.window.view.grabWindow()
        wrong = faults(drive, language)
        if not wrong or time.monotonic() > end:
            return wrong
        settle()
