"""A code scanner is a keyboard that types fast and ends with Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from stationkiosk.domain.ports import Clock

SHORTEST_CODE = 6
LONGEST_CODE = 500
BURST_SECONDS = 0.05
"""The longest pause between two signs of a scanner; people who type fast take twice as long."""

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGES = frozenset({"home", "track", "answer", "notice", "resume"})
"""Where a code may be scanned."""


class Scanner(QObject):
    """Tells the burst of a scanner from a person's typing.

    Signs pass on to whatever field has the focus, so that nothing a person types is lost; a burst
    that ends with Enter is a code as well, and neither that Enter nor a blank in it presses anything.

    Signals:
        scanned(page, code): the code, and the page it was scanned on.
    """

    scanned = Signal(str, str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._typed = ""
        self._last = 0.0

    def key(self, page: str, event: QKeyEvent) -> bool:
        """Take a key; True when it belongs to a code and is used up."""
        now = self._clock.monotonic()
        if page not in PAGES or now - self._last > BURST_SECONDS:
            self._typed = ""
        self._last = now
        if event.key() in ENDS:
            return self._ends(page)
        text = event.text()
        if page in PAGES and text.isprintable() and text:
            self._typed = (self._typed + text)[-LONGEST_CODE:]
            return text == " " and len(self._typed) > 1
        return False

    def forget(self) -> None:
        """Hold no key."""
        self._typed = ""

    def _ends(self, page: str) -> bool:
        code, self._typed = self._typed.strip(), ""
        if len(code) < SHORTEST_CODE:
            return False
        self.scanned.emit(page, code)
        return True
