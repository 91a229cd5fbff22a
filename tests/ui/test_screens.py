"""Every screen, in both languages, plain and large, in every shape: whole words, names, sizes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.drive import Drive, settle
from tests.ui.fakes import FakeCounter, StandingClock
from tests.ui.tour import COVERS, PAGES, every_screen

LEAST_TOUCH_MM = 15.0
LEAST_TEXT_PX = 28
SHAPES = [(1080, 1920), (1920, 1080), (1280, 800)]
LONG = [
    ((1920, 1080), Language.ZH, True),
    ((1920, 1080), Language.EN, False),
    ((1280, 800), Language.ZH, False),
    ((1280, 800), Language.EN, False),
]
"""Those that the others make all but sure."""

CASES = [
    pytest.param(
        shape,
        language,
        large,
        id=f"{shape[0]}x{shape[1]}-{language}-{'large' if large else 'plain'}",
        marks=[pytest.mark.long] if (shape, language, large) in LONG else [],
    )
    for shape in SHAPES
    for language in Language
    for large in (False, True)
]
BRAND = "知产\n快调"
HALF = 0.75
QML = Path(__file__).parents[2] / "resources" / "qml" / "kiosk"


def is_text(item: QQuickItem) -> bool:
    about = item.metaObject()
    return about.indexOfProperty("truncated") >= 0 and about.indexOfProperty("contentWidth") >= 0


def is_press(item: QQuickItem) -> bool:
    return (
        item.metaObject().indexOfSignal("acted()") >= 0
        and item.metaObject().indexOfProperty("repeats") >= 0
    )


def box(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


def own(drive: Drive) -> Iterator[QQuickItem]:
    """What shows, without the keyboard, which is Qt's."""
    for item in drive.shown():
        if item.objectName() == "keyboard":
            continue
        parent = item.parentItem()
        while parent is not None and parent.objectName() != "keyboard":
            parent = parent.parentItem()
        if parent is None and item.property("text") != BRAND:
            yield item


def cut_texts(drive: Drive) -> list[str]:
    """Texts that are elided, wider or higher than their place, or beside the window."""
    wrong = []
    for item in own(drive):
        if not is_text(item) or not item.property("text"):
            continue
        words = str(item.property("text"))[:30]
        if item.property("truncated"):
            wrong.append(f"elided: {words}")
        if item.property("contentWidth") > item.width() + HALF:
            wrong.append(f"too wide: {words}")
        if item.property("contentHeight") > item.height() + HALF:
            wrong.append(f"too high: {words}")
        place = box(item)
        if place.left() < -HALF or place.right() > drive.view.width() + HALF:
            wrong.append(f"beside the window: {words}")
    return wrong


def overlaps(drive: Drive) -> list[str]:
    """Pressable things that lie over one another."""
    pressed = [item for item in own(drive) if is_press(item) and not item.objectName().startswith("scroll")]
    scrolled = [item for item in pressed if in_scroll(item)]
    fixed = [item for item in pressed if not in_scroll(item)]
    wrong = []
    for group in (scrolled, fixed):
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                shared = box(one).intersected(box(other))
                nested = one.isAncestorOf(other) or other.isAncestorOf(one)
                if shared.width() > 1 and shared.height() > 1 and not nested:
                    wrong.append(f"{one.objectName()} over {other.objectName()}")
    return wrong


def in_scroll(item: QQuickItem) -> bool:
    parent = item.parentItem()
    while parent is not None:
        if parent.metaObject().indexOfProperty("hasBelow") >= 0:
            return True
        parent = parent.parentItem()
    return False


def small_touches(drive: Drive) -> list[str]:
    """Things to touch that are smaller than a finger."""
    least = LEAST_TOUCH_MM * drive.window.display.px_per_mm - 1
    return [
        f"{item.objectName()}: {item.width():.0f} x {item.height():.0f}"
        for item in own(drive)
        if is_press(item) and min(item.width(), item.height()) < least
    ]


def nameless(drive: Drive) -> list[str]:
    """Controls without an accessible name, a role or an objectName."""
    wrong = []
    for item in own(drive):
        if not is_press(item):
            continue
        spoken = QAccessible.queryAccessibleInterface(item)
        if not item.objectName():
            wrong.append(f"no objectName: {item.property('name')}")
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            wrong.append(f"no name: {item.objectName()}")
        elif spoken.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            wrong.append(f"no role: {item.objectName()}")
    return wrong


def small_words(drive: Drive) -> list[str]:
    least = int(LEAST_TEXT_PX * drive.window.display.scale) - 1
    return [
        str(item.property("text"))[:30]
        for item in own(drive)
        if is_text(item) and item.property("text") and item.property("font").pixelSize() < least
    ]


def foreign_words(drive: Drive, language: Language) -> list[str]:
    """Words of the other language: Chinese while English is spoken, but for what a person typed."""
    if language is Language.ZH:
        return []
    typed = ("样本", "中文", "火锅")
    said = [str(item.property("text") or "") for item in own(drive) if is_text(item)]
    return [
        words
        for words in said
        if re.search("[一-鿿]", words) and not any(known in words for known in typed)
    ]


@pytest.mark.parametrize(("shape", "language", "large"), CASES)
def test_every_screen_shows_whole_words_and_finger_sizes(
    open_kiosk: Callable[..., Drive],
    counter: FakeCounter,
    clock: StandingClock,
    shape: tuple[int, int],
    language: Language,
    large: bool,
) -> None:
    drive = open_kiosk(shape, language, large=large)
    found: dict[str, list[str]] = {}
    pages: set[str] = set()
    folder = os.environ.get("STATIONKIOSK_PICTURES")

    def look(name: str) -> None:
        drive.window.view.grabWindow()
        settle()
        pages.add(str(drive.window.kiosk.covering) or drive.page)
        wrong = [
            *cut_texts(drive),
            *overlaps(drive),
            *small_touches(drive),
            *nameless(drive),
            *small_words(drive),
            *foreign_words(drive, language),
        ]
        if wrong:
            found[name] = wrong
        if folder:
            kind = f"{shape[0]}x{shape[1]}-{language}{'-large' if large else ''}"
            drive.picture(Path(folder) / kind / f"{name}.png")

    every_screen(drive, counter, clock, look, large=large)
    assert found == {}
    assert pages == PAGES | COVERS


def test_no_screen_is_left_out_of_the_tour() -> None:
    assert {file.stem for file in (QML / "pages").glob("*.qml")} == PAGES
    assert {file.stem for file in (QML / "covers").glob("*.qml")} == COVERS


def test_the_notice_stands_directly_under_the_heading(
    open_kiosk: Callable[..., Drive], counter: FakeCounter
) -> None:
    counter.notice = Text("今天 16:00 关门（样品）", "We close at 16:00 (sample)")
    drive = open_kiosk((1280, 800))
    notice = drive.place(drive.await_("notice"))
    assert notice.top() >= drive.place(drive.await_("title")).bottom()
    assert notice.bottom() <= drive.place(drive.await_("file")).top()
    assert drive.await_("notice").property("tone") == "amber"


@pytest.mark.parametrize("language", list(Language))
def test_the_kinds_of_dispute_fit_a_landscape_screen_and_are_equally_high(
    open_kiosk: Callable[..., Drive], language: Language
) -> None:
    drive = open_kiosk((1920, 1080), language)
    drive.tap("file")
    drive.on("tiles")
    tiles = [item for item in drive.shown() if item.objectName().startswith("kind_")]
    assert len({item.height() for item in tiles}) == 1
    assert drive.find("scrollDown") is None


@pytest.mark.parametrize("language", list(Language))
def test_the_main_way_in_is_whole_on_a_small_screen(
    open_kiosk: Callable[..., Drive], language: Language
) -> None:
    drive = open_kiosk((1280, 800), language)
    words = next(i for i in own(drive) if i.property("text") == drive.window.words.say("home.file_sub", ""))
    strip = drive.find("scrollDown")
    assert box(words).bottom() <= (box(strip).top() if strip else drive.view.height())


def test_the_counter_is_named_with_its_address(drive: Drive) -> None:
    drive.tap("complained")
    drive.tap("noCode")
    assert drive.await_("counterAddress").property("text") == "礼嘉样品路 7 号一楼（虚构）"
