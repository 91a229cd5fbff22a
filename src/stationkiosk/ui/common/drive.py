"""Drives a real window by objectName, as fingers and keys do: for the demonstration and the tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from stationkiosk.ui.kiosk.window import KioskWindow

WAIT_SECONDS = 10.0
STRIPS = ("scrollUp", "scrollDown")


def settle() -> None:
    """Let everything that is due happen."""
    app = QGuiApplication.instance()
    assert app is not None
    for _ in range(3):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait_for(done: Callable[[], object], what: str = "", seconds: float = WAIT_SECONDS) -> None:
    """Wait until ``done`` says so."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what or done}")
        settle()
        time.sleep(0.002)
    settle()


def items(top: QQuickItem, *, hidden: bool = False) -> Iterator[QQuickItem]:
    """Walk the items that can be seen, or all of them."""
    waiting = [top]
    while waiting:
        item = waiting.pop()
        if hidden or item.isVisible():
            yield item
            waiting.extend(reversed(item.childItems()))


class Hands:
    """Hands for one view."""

    def __init__(self, view: QQuickView) -> None:
        self.view = view
        self.taps = 0

    @property
    def root(self) -> QQuickItem:
        """Return the item that holds all others."""
        return self.view.rootObject()

    def shown(self) -> list[QQuickItem]:
        """Return every item that can be seen."""
        return list(items(self.root))

    def find(self, name: str) -> QQuickItem | None:
        """Return the visible item with this objectName, if there is one."""
        return next((item for item in items(self.root) if item.objectName() == name), None)

    def await_(self, name: str) -> QQuickItem:
        """Wait for a visible item with this objectName."""
        wait_for(lambda: self.find(name) is not None, f"item {name}{self.where}")
        found = self.find(name)
        assert found is not None
        return found

    @property
    def where(self) -> str:
        """Return what a message adds of where this is."""
        return ""

    def scroll_of(self, item: QQuickItem) -> QQuickItem | None:
        """Return what scrolls the item, None where nothing does."""
        parent = item.parentItem()
        if parent is not None and item.objectName() in STRIPS:
            return None
        while parent is not None and parent.metaObject().indexOfProperty("hasBelow") < 0:
            parent = parent.parentItem()
        return parent

    def scroll_to(self, item: QQuickItem) -> None:
        """Move the item's page until the item is in view, as the strips do."""
        scroll = self.scroll_of(item)
        if scroll is None:
            return
        top = item.mapToItem(scroll, QPointF(0, 0)).y() + scroll.property("position")
        middle = top + item.height() / 2 - scroll.height() / 2
        scroll.setProperty("position", max(0.0, min(middle, scroll.property("room"))))
        settle()

    def place(self, item: QQuickItem) -> QRectF:
        """Return where the window has the item."""
        return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))

    def await_rest(self, item: QQuickItem) -> None:
        """Wait until the layout has put the item where it stays."""
        seen = [QRectF(), self.place(item)]

        def rests() -> bool:
            self.view.grabWindow()
            settle()
            seen.append(self.place(item))
            return seen[-1] == seen[-2] == seen[-3]

        wait_for(rests, f"{item.objectName()} to rest")

    def reach(self, name: str) -> QPoint:
        """Bring an item into view and return its middle."""
        window = QRectF(0, 0, self.view.width(), self.view.height())
        for _ in range(5):
            item = self.await_(name)
            self.scroll_to(item)
            self.await_rest(item)
            middle = self.place(item).center()
            scroll = self.scroll_of(item)
            strips = [self.place(strip) for strip in self.shown() if strip.objectName() in STRIPS]
            under = scroll is not None and any(strip.contains(middle) for strip in strips)
            room = self.place(scroll) if scroll is not None else window
            if room.contains(middle) and not under:
                break
        assert item.isEnabled(), f"{name} is not enabled"
        middle = self.place(item).center()
        assert window.contains(middle), f"{name} is off the screen at {middle}"
        return middle.toPoint()

    def tap(self, name: str) -> None:
        """Press an item with a finger."""
        middle = self.reach(name)
        self.taps += 1
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        settle()

    def double_tap(self, name: str) -> None:
        """Press an item twice in a hurry."""
        middle = self.reach(name)
        QTest.mouseDClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        settle()

    def type(self, name: str, text: str) -> None:
        """Put text into a field as an input method commits it."""
        item = self.await_(name)
        item.forceActiveFocus()
        settle()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QGuiApplication.sendEvent(item, event)
        self.await_rest(item)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key of a keyboard."""
        QTest.keyClick(self.view, key, modifiers)
        settle()

    def sign(self) -> None:
        """Draw two strokes on the pad, which rests in view: a page just opened may still go to its top."""
        for _ in range(5):
            middle = self.reach("signaturePad")
            settle()
            pad = self.await_("signaturePad")
            if self.place(pad).center().toPoint() == middle:
                break
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for stroke in (((0.3, 0.3), (0.4, 0.7), (0.5, 0.4)), ((0.55, 0.6), (0.65, 0.4), (0.7, 0.65))):
            points = [
                pad.mapToScene(QPointF(pad.width() * x, pad.height() * y)).toPoint() for x, y in stroke
            ]
            QTest.mousePress(self.view, left, none, points[0])
            for point in points[1:]:
                QTest.mouseMove(self.view, point)
                settle()
            QTest.mouseRelease(self.view, left, none, points[-1])
        settle()

    def picture(self, file: Path) -> None:
        """Keep a picture of the window."""
        settle()
        file.parent.mkdir(parents=True, exist_ok=True)
        self.view.grabWindow().save(str(file))


class Drive(Hands):
    """Hands for one kiosk."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__(window.view)
        self.window = window

    @property
    def page(self) -> str:
        """Return the page that shows."""
        return str(self.window.kiosk.page)

    @property
    def where(self) -> str:
        """Return what a message adds of where this is."""
        return f" on page {self.page}"

    def on(self, page: str) -> None:
        """Wait until a page shows."""
        wait_for(lambda: self.page == page, f"page {page}, on {self.page}")
        settle()
