"""A code scanner is a keyboard that types fast and ends with Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

SHORTEST_CODE = 6
LONGEST_CODE = 500
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Scanner(QObject):
    """Gathers keys typed where no field is, until Enter makes them a code.

    Signals:
        scanned: the code.
    """

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; True when it ended a code and is used up."""
        if event.key() in ENDS and len(self._typed) >= SHORTEST_CODE:
            code, self._typed = self._typed, ""
            self.scanned.emit(code)
            return True
        text = event.text()
        if text.isprintable() and text != " ":
            self._typed = (self._typed + text)[-LONGEST_CODE:]
        return False

    def forget(self) -> None:
        """Hold no key."""
        self._typed = ""
