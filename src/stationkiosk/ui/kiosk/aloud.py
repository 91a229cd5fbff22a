"""The page read aloud, in its order, with the state of what can be chosen and without long numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQuick import QQuickItem

from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.voice import Voice
from stationkiosk.ui.common.words import Words

LONG_NUMBER = re.compile(
    r"[0-9A-Z*+(]*[0-9*](?:[ \u00a0\-()]?[0-9A-Z*]){6,}"
    r"|[0-9A-Z]{3,}(?:-[0-9A-Z]{3,})+"
)
"""What may be a person's number or a code that opens a case: seven signs and more."""

PAUSE = "\n"


class Aloud(Bridge):
    """Bridge of the button that reads the page aloud; ``page`` finds what is to be read.

    Signals:
        changed: whether there is a voice, or whether it speaks, is new.
    """

    changed = Signal()

    def __init__(self, words: Words, voice: Voice, page: Callable[[], QObject | None]) -> None:
        super().__init__(words)
        self._voice = voice
        self._page = page
        voice.changed.connect(self.changed)
        words.changed.connect(voice.hush)

    @Slot()
    def press(self) -> None:
        """Read the page, or stop."""
        if self._voice.speaking:
            self.hush()
            return
        page = self._page()
        if isinstance(page, QQuickItem):
            self._voice.say(PAUSE.join(self.sentences(page)), self.words.chosen)

    @Slot()
    def hush(self) -> None:
        """Be silent."""
        self._voice.hush()

    def sentences(self, page: QQuickItem) -> list[str]:
        """Return what is to be read of ``page``, a line each."""
        said: list[str] = []
        body = page.findChild(QQuickItem, "body")
        for told in self._walk(body) if isinstance(body, QQuickItem) else ():
            line = self.discreet(told.strip())
            if len(line) > 1 and line not in said[-1:]:
                said.append(line)
        if pictured := page.property("read"):
            said.append(self.discreet(str(pictured)))
        primary = page.property("primary")
        return [*said, self.say("aloud.button", name=primary)] if primary else said

    def discreet(self, text: str) -> str:
        """Return ``text`` with no long number in it: the room may hear what is read aloud."""
        return LONG_NUMBER.sub(self.say("aloud.number"), text)

    def _walk(self, item: QQuickItem) -> Iterator[str]:
        if not item.isVisible():
            return
        about = item.metaObject()
        if about.indexOfProperty("repeats") >= 0:
            yield self._pressable(item)
        elif about.indexOfProperty("cursorPosition") >= 0:
            filled = bool(item.property("text"))
            yield self.say("aloud.filled" if filled else "aloud.empty", name=_label(item))
        else:
            if about.indexOfProperty("contentWidth") >= 0 and about.indexOfProperty("truncated") >= 0:
                yield str(item.property("text"))
            for child in item.childItems():
                yield from self._walk(child)

    def _pressable(self, item: QQuickItem) -> str:
        name = item.property("name")
        if item.metaObject().indexOfProperty("many") < 0:
            return self.say("aloud.button", name=name)
        return self.say("aloud.chosen" if item.property("on") else "aloud.choice", name=name)

    def _is_able(self) -> bool:
        return self.words.chosen in self._voice.languages

    def _is_reading(self) -> bool:
        return self._voice.speaking

    able = Property(bool, _is_able, notify=changed)
    reading = Property(bool, _is_reading, notify=changed)


def _label(item: QQuickItem) -> str:
    """Return what the field around an input is called."""
    around = item.parentItem()
    while around is not None and around.metaObject().indexOfProperty("boxName") < 0:
        around = around.parentItem()
    return str(around.property("name")) if around is not None else ""
