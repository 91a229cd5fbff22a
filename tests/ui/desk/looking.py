"""What is looked for on every screen of the desk: the kiosk's checks, with the desk's sizes.

A line that is too long for its place may end in … where the whole of it stands in a tip.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from stationkiosk.domain.text import Language
from tests.ui import looking
from tests.ui.desk.drive import DeskDrive

LEAST_TARGET_PX = 24
LEAST_TEXT_PX = 14
HALF = 0.75
LAYERS = ("tips", "cover", "sheet", "fixSheet", "overlay")
"""What may lie over the page, the uppermost first."""


def faults(drive: DeskDrive, language: Language, typed: tuple[str, ...] = ()) -> list[str]:
    """Return everything that is wrong with what shows now; ``typed`` are names that stay as they are.

    An item may lie where one lay that is gone, and be taken for it until what held that one is let go.
    """
    try:
        return _faults(drive, language, typed)
    except RuntimeError:
        gc.collect()
        return _faults(drive, language, typed)


def _faults(drive: DeskDrive, language: Language, typed: tuple[str, ...]) -> list[str]:
    drive.view.grabWindow()
    shown = [item for item in uppermost(drive) if in_sight(item)]
    foreign = looking.foreign_words(shown, language)
    return [
        *looking.cut_texts(drive, [item for item in shown if item.property("tip") is None]),
        *looking.overlaps(drive, [item for item in shown if _lies_alone(item)]),
        *looking.nameless(drive, shown),
        *looking.pale(drive, [item for item in shown if not _plain(item)]),
        *small(drive, shown),
        *beside(drive, shown),
        *unreached(drive, shown),
        *(fault for fault in foreign if not any(name in fault for name in typed)),
    ]


def _lies_alone(item: QQuickItem) -> bool:
    """Tell whether nothing may lie over an item; the splitter lies on the edge of the list."""
    return item.objectName() != "splitter" and in_sight(item, whole=True)


def _plain(item: QQuickItem) -> bool:
    """Tell whether something to press is known by its words or its icon, or by the ring of the focus."""
    if not looking.is_press(item):
        return False
    edged = item.property("primary") is not None and not item.property("quiet")
    return not edged or bool(item.property("bare")) or item.hasActiveFocus()


def uppermost(drive: DeskDrive) -> list[QQuickItem]:
    """What can be worked with: of a cover, a sheet or a list that is up, only that."""
    shown = looking.own(drive)
    for layer in LAYERS:
        inside = [item for item in shown if looking.ancestor(item, layer) is not None]
        if any(looking.is_text(item) or looking.is_press(item) for item in inside):
            return inside
    return shown


def in_sight(item: QQuickItem, *, whole: bool = False) -> bool:
    """Tell whether an item is not scrolled away: its middle, or the whole of it, shows."""
    place = looking.box(item)
    if not whole:
        place = QRectF(place.center(), place.center())
    parent = item.parentItem()
    while parent is not None:
        room = looking.box(parent).adjusted(-HALF, -HALF, HALF, HALF)
        if parent.clip() and not (room.contains(place.topLeft()) and room.contains(place.bottomRight())):
            return False
        parent = parent.parentItem()
    return True


def small(drive: DeskDrive, shown: list[QQuickItem]) -> list[str]:
    """Things to press that a mouse would miss, words too small to read."""
    scale = float(drive.window.display.property("scale"))
    wrong = []
    for item in shown:
        if looking.is_press(item) and item.objectName() != "splitter":
            least = min(item.width(), item.height())
            if least < LEAST_TARGET_PX * scale - 1:
                wrong.append(f"{item.objectName()}: {least:.0f} px")
        elif looking.is_text(item) and item.property("text"):
            pixels = item.property("font").pixelSize()
            if pixels < LEAST_TEXT_PX * scale - 1:
                wrong.append(f"small, {pixels} px: {str(item.property('text'))[:30]}")
    return wrong


def beside(drive: DeskDrive, shown: list[QQuickItem]) -> list[str]:
    """Things to press or to read that stick out of the window."""
    window = QRectF(0, 0, drive.view.width(), drive.view.height()).adjusted(-HALF, -HALF, HALF, HALF)
    held = [item for item in shown if not _scrolls(item)]
    pressed = [item for item in held if looking.is_press(item) or looking.is_input(item)]
    return [f"beside: {item.objectName()}" for item in pressed if not window.contains(looking.box(item))]


def _scrolls(item: QQuickItem) -> bool:
    parent = item.parentItem()
    while parent is not None:
        if looking.has(parent, "contentY", "originY"):
            return True
        parent = parent.parentItem()
    return False


def unreached(drive: DeskDrive, shown: list[QQuickItem]) -> list[str]:
    """What can be pressed and Tab never comes to."""
    named = {item.objectName() for item in looking.focus_chain(drive)}
    return [
        f"Tab never comes to {item.objectName()}"
        for item in shown
        if looking.is_press(item)
        and item.isEnabled()
        and item.property("activeFocusOnTab")
        and item.objectName() not in named
    ]
