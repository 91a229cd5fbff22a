"""What is looked for on every screen: whole words, finger sizes, contrast, names, order of the focus."""

from __future__ import annotations

import re
from collections import Counter as Tally
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtQuick import QQuickItem

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import STRIPS, Drive, wait_for

LEAST_TOUCH_MM = 15.0
LEAST_PRIMARY_MM = 20.0
LEAST_TEXT_PX = 28
BRAND = "知产\n快调"
HALF = 0.75

WORDS_CONTRAST, EDGE_CONTRAST = 4.5, 3.0
HIGH_WORDS_CONTRAST, HIGH_EDGE_CONTRAST = 7.0, 4.5
ROUNDING = 0.05
KEYBOARD_SECONDS = 1.0
TYPED = ("样本", "中文", "火锅", "虚构")
"""Chinese words that a person of the tour typed, or the station's own made-up name."""


def faults(drive: Drive, language: Language) -> list[str]:
    """Return everything that is wrong with what the window shows now."""
    shown = own(drive)
    return [
        *cut_texts(drive, shown),
        *overlaps(drive, shown),
        *small_touches(drive, shown),
        *nameless(drive, shown),
        *small_words(drive, shown),
        *foreign_words(shown, language),
        *pale(drive, shown),
        *out_of_order(drive, shown),
        *under_the_keyboard(drive),
    ]


def has(item: QQuickItem, *properties: str) -> bool:
    """Tell whether an item has all these properties."""
    return all(item.property(name) is not None for name in properties)


def is_text(item: QQuickItem) -> bool:
    return has(item, "truncated", "contentWidth")


def is_press(item: QQuickItem) -> bool:
    return has(item, "repeats", "down")


def is_input(item: QQuickItem) -> bool:
    return has(item, "cursorPosition", "inputMethodHints")


def box(item: QQuickItem) -> QRectF:
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


def own(drive: Drive) -> list[QQuickItem]:
    """What shows, without the keyboard, which is Qt's."""
    found: list[QQuickItem] = []
    waiting = [drive.root]
    while waiting:
        item = waiting.pop()
        if item.isVisible() and item.objectName() != "keyboard":
            found.append(item)
            waiting.extend(reversed(item.childItems()))
    return [item for item in found if item.property("text") != BRAND]


def ancestor(item: QQuickItem, name: str) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and parent.objectName() != name:
        parent = parent.parentItem()
    return parent


def in_scroll(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and not has(parent, "hasBelow"):
        parent = parent.parentItem()
    return parent


def cut_texts(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    """Texts that are elided, wider or higher than their place, or beside the window."""
    wrong = []
    for item in shown:
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
        wrong += [f"out of {holder}: {words}" for holder in _left_behind(item, place)]
    return wrong


def _left_behind(item: QQuickItem, place: QRectF) -> list[str]:
    """The button that the words of a button stick out of."""
    parent = item.parentItem()
    while parent is not None and not is_press(parent):
        parent = parent.parentItem()
    if parent is None:
        return []
    room = box(parent).adjusted(-HALF, -HALF, HALF, HALF)
    return [] if room.contains(place) else [parent.objectName()]


def overlaps(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    """Pressable things that lie over one another, words over words."""
    pressed = [item for item in shown if is_press(item) and item.objectName() not in STRIPS]
    texts = [
        item
        for item in shown
        if is_text(item) and item.property("text") and not any(ancestor(item, strip) for strip in STRIPS)
    ]
    wrong = []
    for group in (pressed, texts):
        for scrolled in (True, False):
            wrong += _overlaps([item for item in group if bool(in_scroll(item)) is scrolled])
    return wrong


def _overlaps(group: list[QQuickItem]) -> list[str]:
    wrong = []
    placed = [(item, _inked(item)) for item in group]
    for i, (one, place) in enumerate(placed):
        for other, elsewhere in placed[i + 1 :]:
            shared = place.intersected(elsewhere)
            if shared.width() > 1 and shared.height() > 1:
                nested = one.isAncestorOf(other) or other.isAncestorOf(one)
                if not nested:
                    wrong.append(f"{_called(one)} over {_called(other)}")
    return wrong


def _inked(item: QQuickItem) -> QRectF:
    """Where the words of a text stand; of anything else, all of it."""
    place = box(item)
    if not is_text(item):
        return place
    high = min(place.height(), float(item.property("contentHeight")))
    return QRectF(place.left(), place.center().y() - high / 2, place.width(), high)


def _called(item: QQuickItem) -> str:
    return item.objectName() or str(item.property("text"))[:20]


def small_touches(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    """Things to touch that are smaller than a finger; a primary button smaller than two."""
    density = drive.window.display.px_per_mm
    wrong = []
    for item in shown:
        if is_press(item):
            least = LEAST_PRIMARY_MM if item.objectName() == "next" else LEAST_TOUCH_MM
            if min(item.width(), item.height()) < least * density - 1:
                size = f"{item.width() / density:.1f} x {item.height() / density:.1f} mm"
                wrong.append(f"{item.objectName()}: {size}")
    return wrong


def nameless(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    """Controls without an accessible name, a role, a press action or an objectName; doubled objectNames."""
    wrong = []
    controls = [item for item in shown if is_press(item) or is_input(item)]
    for name, count in Tally(item.objectName() for item in controls).items():
        if name and count > 1:
            wrong.append(f"{count} times: {name}")
    for item in controls:
        spoken = QAccessible.queryAccessibleInterface(item)
        if not item.objectName():
            wrong.append(f"no objectName: {item.property('name')}")
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            wrong.append(f"no name: {item.objectName()}")
        elif spoken.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            wrong.append(f"no role: {item.objectName()}")
        elif "Press" not in spoken.actionInterface().actionNames():
            wrong.append(f"no press action: {item.objectName()}")
    return wrong


def small_words(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    least = int(LEAST_TEXT_PX * drive.window.display.scale) - 1
    return [
        f"small: {str(item.property('text'))[:30]}"
        for item in shown
        if is_text(item) and item.property("text") and item.property("font").pixelSize() < least
    ]


def foreign_words(shown: list[QQuickItem], language: Language) -> list[str]:
    """Chinese while English is spoken, but for what a person typed."""
    if language is Language.ZH:
        return []
    said = [str(item.property("text") or "") for item in shown if is_text(item)]
    return [
        f"foreign: {words}"
        for words in said
        if re.search("[一-鿿]", words) and not any(known in words for known in TYPED)
    ]


def pale(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    """Words and edges with too little contrast to what is painted around them."""
    high = bool(drive.window.display.contrast)
    words, edges = (HIGH_WORDS_CONTRAST, HIGH_EDGE_CONTRAST) if high else (WORDS_CONTRAST, EDGE_CONTRAST)
    picture = drive.view.grabWindow()
    ratio = picture.width() / max(1, drive.view.width())
    wrong = []
    strips = [box(strip) for strip in drive.shown() if strip.objectName() in STRIPS]
    for item in shown:
        if not item.isEnabled() or not _in_view(drive, item, strips):
            continue
        if is_text(item) and item.property("text"):
            ground = _ground(picture, box(item), ratio)
            found = contrast(item.property("color"), ground)
            if found < words - ROUNDING:
                wrong.append(f"{found:.1f}:1 {str(item.property('text'))[:30]}")
        elif is_press(item) or is_input(item):
            wrong += _pale_edge(picture, item, ratio, edges)
    return wrong


def _pale_edge(picture: QImage, item: QQuickItem, ratio: float, least: float) -> list[str]:
    """A control is told from what is around it by its edge or by its face."""
    faces = [child for child in item.childItems() if has(child, "radius", "color") and child.isVisible()]
    face = next((child for child in faces if abs(child.width() - item.width()) <= 1), None)
    if is_input(item):
        face = item.parentItem()
    if face is None:
        return []
    place = box(face)
    outside = picture.pixelColor(
        _within(picture.width(), (place.left() - 3) * ratio),
        _within(picture.height(), place.center().y() * ratio),
    )
    y = _within(picture.height(), place.center().y() * ratio)
    inside = [
        picture.pixelColor(_within(picture.width(), (place.left() + n) * ratio), y) for n in (0, 1, 2)
    ]
    found = max(contrast(colour, outside) for colour in inside)
    return [f"edge {found:.1f}:1 {item.objectName()}"] if found < least - ROUNDING else []


def _within(most: int, at: float) -> int:
    return max(0, min(most - 1, int(at + 0.5)))


def _in_view(drive: Drive, item: QQuickItem, strips: list[QRectF]) -> bool:
    """Whether all of an item can be seen: not scrolled away, not under a strip."""
    place = box(item)
    window = QRectF(0, 0, drive.view.width(), drive.view.height())
    scroll = in_scroll(item)
    room = box(scroll).intersected(window) if scroll is not None else window
    if not room.contains(place):
        return False
    if item.objectName() in STRIPS or scroll is None:
        return True
    inside_a_strip = any(ancestor(item, name) for name in STRIPS)
    return inside_a_strip or not any(strip.intersects(place) for strip in strips)


def _ground(picture: QImage, place: QRectF, ratio: float) -> QColor:
    """The colour that most of a text's place has."""
    seen: Tally[int] = Tally()
    for row in range(1, 6):
        y = _within(picture.height(), (place.top() + place.height() * row / 6) * ratio)
        for column in range(16):
            x = _within(picture.width(), (place.left() + place.width() * (column + 0.5) / 16) * ratio)
            seen[picture.pixel(x, y)] += 1
    return QColor.fromRgb(seen.most_common(1)[0][0])


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def focus_chain(drive: Drive) -> list[QQuickItem]:
    """Return what Tab comes to, from the first to the last."""
    chain: list[QQuickItem] = []
    item = drive.root.nextItemInFocusChain(True)
    while item is not None and item not in chain and len(chain) < 500:
        if is_press(item) or is_input(item) or item.objectName() == "errorSummary":
            chain.append(item)
        elif item in (drive.root,):
            break
        item = item.nextItemInFocusChain(True)
        if chain and item is chain[0]:
            break
    return chain


def out_of_order(drive: Drive, shown: list[QQuickItem]) -> list[str]:
    """Where Tab goes up the page, or back along a line; what can be pressed and Tab never comes to."""
    chain = [item for item in focus_chain(drive) if ancestor(item, "keyboard") is None]
    wrong = []
    for one, other in pairwise(chain):
        if in_scroll(one) is not in_scroll(other):
            continue
        before, after = box(one), box(other)
        same_line = before.top() < after.center().y() < before.bottom()
        backwards = after.left() < before.left() if same_line else after.center().y() < before.top()
        if backwards and not one.isAncestorOf(other) and _one_column(drive, before, after):
            wrong.append(f"Tab goes back from {one.objectName()} to {other.objectName()}")
    named = {item.objectName() for item in chain}
    for item in shown:
        pressable = is_press(item) and item.isEnabled() and item.property("activeFocusOnTab")
        if pressable and item.objectName() not in named:
            wrong.append(f"Tab never comes to {item.objectName()}")
    return wrong


def _one_column(drive: Drive, before: QRectF, after: QRectF) -> bool:
    """Whether two things outside the scroll stand in one part of the frame."""
    head = drive.view.height() * 0.2
    return (before.bottom() < head) is (after.bottom() < head)


def under_the_keyboard(drive: Drive) -> list[str]:
    """The field in use, if the keyboard lies over it."""
    panel, field = drive.find("inputPanel"), drive.view.activeFocusItem()
    if panel is None or field is None or not is_input(field):
        return []
    try:
        wait_for(lambda: _written(field) <= box(panel).top() + HALF, seconds=KEYBOARD_SECONDS)
    except AssertionError:
        return [f"under the keyboard: {field.objectName()}"]
    return []


def _written(field: QQuickItem) -> float:
    """Where the line that is being written ends: of one line the field, of several the cursor."""
    if not field.property("lineCount"):
        return box(field).bottom()
    cursor = field.property("cursorRectangle")
    return field.mapToScene(QPointF(0, cursor.bottom())).y()
