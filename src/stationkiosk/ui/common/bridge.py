"""The base of the thin bridges between a QML screen and Python."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtCore import QObject, Signal

from stationkiosk.domain.text import Text
from stationkiosk.ui.common.words import Words

ROWS = cast("type", "QVariantList")
"""The type of a property that is a list of maps or bridges."""

MAP = cast("type", "QVariantMap")
"""The type of a property that is one map."""

LINES = cast("type", "QStringList")
"""The type of a property that is a list of words."""


class Bridge(QObject):
    """One screen's bridge: plain properties that all renew on ``changed``.

    Each bridge declares ``changed`` itself: Qt finds a property's signal only in its own class.

    Signals:
        changed: something the screen shows is new.
    """

    changed: ClassVar[Signal]

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        words.changed.connect(self.changed)

    def say(self, key: str, **values: object) -> str:
        """Say the words at ``key`` with values put in."""
        return self.words.speak(self.words.text(key).put(**values))

    def speak(self, text: Text | None) -> str:
        """Say a text in the language of the moment."""
        return self.words.speak(text)
