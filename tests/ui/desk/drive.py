"""Hands for a desk's window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stationkiosk.ui.common.drive import Hands, settle, wait_for
from stationkiosk.ui.desk.window import DeskWindow

CTRL = Qt.KeyboardModifier.ControlModifier


class DeskDrive(Hands):
    """Hands for one desk."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__(window.view)
        self.window = window

    @property
    def page(self) -> str:
        """Return the page that shows, or what covers it."""
        return str(self.window.shell.property("covering") or self.window.shell.showing)

    @property
    def where(self) -> str:
        return f" on page {self.page}"

    def on(self, page: str) -> None:
        """Wait until a page shows and everything asked has been answered."""
        wait_for(lambda: self.page == page, f"page {page}, on {self.page}")
        self.rest()

    def rest(self) -> None:
        """Wait until everything asked has been answered and shown."""
        wait_for(lambda: self.window.asking.idle, "the worker")
        settle()

    def focus_name(self) -> str:
        """Return the objectName of what has the keys."""
        item = self.view.activeFocusItem()
        return item.objectName() if item is not None else ""

    def in_the_list(self) -> bool:
        """Tell whether the queue has the keys."""
        return bool(self.await_("queueRows").property("activeFocus"))

    def write(self, text: str) -> None:
        """Type letters on the keyboard into whatever has the keys."""
        for letter in text:
            QTest.keyClick(self.view, letter)
            settle()
