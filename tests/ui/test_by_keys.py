"""The kiosk without a finger: a journey by Tab, arrows, Space and Enter alone, and one by press actions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtQuick import QQuickItem

from stationkiosk.ui.common.drive import Drive, items, settle, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute, form_page, to_the_receipt
from tests.ui.conftest import Open
from tests.ui.fakes import PIN, FakeCounter
from tests.ui.looking import has, is_press

MOST_STEPS = 120
SHAPES = [(1080, 1920), (1280, 800)]


class Keys(Drive):
    """Works a window as somebody does who has a keyboard and no finger."""

    def step_to(self, name: str, key: Qt.Key = Qt.Key.Key_Tab) -> QQuickItem:
        """Go on until the item has the focus, which shows at every step."""
        self.await_(name)
        for _ in range(MOST_STEPS):
            at = self.view.activeFocusItem()
            if at is not None and at.objectName() == name:
                return at
            self.key(key)
            self._require_visible_focus()
        raise AssertionError(f"{key} never came to {name} on {self.page}")

    def _require_visible_focus(self) -> None:
        at = self.view.activeFocusItem()
        assert at is not None
        if is_press(at):
            rings = [child for child in items(at) if has(child, "of", "radius")]
            assert rings, f"no focus is seen on {at.objectName()}"

    def tap(self, name: str) -> None:
        """Press an item by Space or Enter, in turns."""
        self.taps += 1
        item = self.step_to(name)
        if is_press(item):
            self.key(Qt.Key.Key_Space if self.taps % 2 else Qt.Key.Key_Return)

    def type(self, name: str, text: str) -> None:
        """Write into a field as an input method does."""
        item = self.step_to(name)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QGuiApplication.sendEvent(item, event)
        settle()

    def sign(self) -> None:
        """Sign the other way: with a name typed before a witness."""
        sign_by_name(self)


class Actions(Drive):
    """Works a window as assistive programs do: by the press action of each control."""

    def tap(self, name: str) -> None:
        """Do an item's press action."""
        self.taps += 1
        wait_for(lambda: self.await_(name).isEnabled(), f"{name} to be enabled")
        spoken = QAccessible.queryAccessibleInterface(self.await_(name))
        spoken.actionInterface().doAction("Press")
        settle()

    def sign(self) -> None:
        """Sign the other way: with a name typed before a witness."""
        sign_by_name(self)


def sign_by_name(drive: Drive) -> None:
    drive.tap("signOther")
    drive.type("signName", "张三样本")
    drive.type("signWitness", "李四样本")
    drive.type("signPin", PIN)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("hands", [Keys, Actions])
def test_a_dispute_is_filed_without_a_finger(
    open_kiosk: Open, counter: FakeCounter, hands: Callable[..., Drive], shape: tuple[int, int]
) -> None:
    drive = hands(open_kiosk(shape).window)
    file_a_dispute(drive)
    to_the_receipt(drive)
    assert len(counter.filed) == 1
    assert drive.window.display.keyed is (hands is Keys)


def test_arrows_lead_from_control_to_control_and_back(open_kiosk: Open) -> None:
    drive = Keys(open_kiosk().window)
    drive.step_to("file", Qt.Key.Key_Down)
    drive.key(Qt.Key.Key_Return)
    drive.on("tiles")
    drive.step_to("kind_trademark", Qt.Key.Key_Right)
    drive.key(Qt.Key.Key_Down)
    assert drive.view.activeFocusItem().objectName() != "kind_trademark"
    drive.step_to("kind_trademark", Qt.Key.Key_Up)
    drive.key(Qt.Key.Key_Space)
    form_page(drive, "who")
    drive.step_to("next", Qt.Key.Key_Down)


def test_arrows_move_a_long_page_that_is_only_read(open_kiosk: Open) -> None:
    drive = Keys(open_kiosk((1280, 800)).window)
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    scroll = drive.await_("scroll")
    for _ in range(MOST_STEPS):
        if not scroll.property("hasBelow"):
            break
        drive.key(Qt.Key.Key_Down)
    assert not scroll.property("hasBelow")


def test_a_touch_takes_the_ring_of_the_focus_away(drive: Drive) -> None:
    keys = Keys(drive.window)
    keys.step_to("file")
    drive.tap("contrast")
    assert not drive.window.display.keyed
