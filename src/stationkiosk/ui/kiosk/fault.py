"""Faults as pages with a way forward; they show over the session and go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words


class Fault(Bridge):
    """Bridge of the fault cover.

    ``kept`` tells whether the answers given so far are safe in the session. A fault of our
    own has no key and calm words.

    Signals:
        raised: a fault is to be shown.
        lowered: it is to go.
    """

    changed = Signal()
    raised = Signal()
    lowered = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._said: tuple[Text, Text, Text] | None = None
        self._button = ""
        self._act: Callable[[], None] | None = None
        self._session = False

    def raise_known(
        self, fault: KnownError, *, session: bool, again: Callable[[], None] | None = None
    ) -> None:
        """Show a fault of the world; ``again`` is what "Try again" does."""
        self._raise(self.words.fault(fault), "cover.try_again" if again else "cover.go_on", again, session)

    def raise_own(self, *, session: bool) -> None:
        """Show the calm page for a fault of our own."""
        keys = ("fault.ours.title", "fault.ours.what", "fault.ours.do")
        title, what, do = (self.words.text(key) for key in keys)
        self._raise((title, what, do), "cover.go_on", None, session)

    def forget(self) -> None:
        """Hold no fault."""
        self._said = None
        self._act = None
        self.changed.emit()

    @Slot()
    def goOn(self) -> None:  # noqa: N802
        """Try again, or go back to the page."""
        act, self._act = self._act, None
        self.lowered.emit()
        if act is not None:
            act()

    def _raise(
        self, said: tuple[Text, Text, Text], button: str, act: Callable[[], None] | None, session: bool
    ) -> None:
        self._said, self._button, self._act, self._session = said, button, act, session
        self.changed.emit()
        self.raised.emit()

    def _get_title(self) -> str:
        return self.speak(self._said[0]) if self._said else ""

    def _get_what(self) -> str:
        return self.speak(self._said[1]) if self._said else ""

    def _get_do(self) -> str:
        return self.speak(self._said[2]) if self._said else ""

    def _get_button(self) -> str:
        return self.say(self._button) if self._button else ""

    def _get_session(self) -> bool:
        return self._session

    title = Property(str, _get_title, notify=changed)
    what = Property(str, _get_what, notify=changed)
    do = Property(str, _get_do, notify=changed)
    button = Property(str, _get_button, notify=changed)
    session = Property(bool, _get_session, notify=changed)
