"""The words of the moment's language, for QML."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.text import Language, Text

NARROW_QUOTES = str.maketrans("“”‘’", "\"\"''")
"""The typeface draws curly quotes as wide as a Chinese character; English takes straight ones."""

TYPED_CODE = ("code_empty", "code_short", "code_mistyped", "code_unknown")
"""The faults of a code that was typed wrong; the page says what to compare it with."""

FAULT_PARTS = ("title", "what", "do")


class Words(QObject):
    """Speaks keys and texts in the language chosen on screen.

    QML knows it as ``speaker`` and asks it for a saying once; ``Words.qml`` keeps what was said,
    puts values in, and renews every binding on a change of language.

    Signals:
        changed: another language was chosen, or other words were learned.
        learned: what was said before may be said otherwise now.
    """

    changed = Signal()
    learned = Signal()

    def __init__(self, text: Callable[[str], Text], language: Language = Language.ZH) -> None:
        super().__init__()
        self._text = text
        self._language = language

    @property
    def chosen(self) -> Language:
        """The language of the moment."""
        return self._language

    def choose(self, language: Language) -> None:
        """Speak ``language`` from now on."""
        if language is not self._language:
            self._language = language
            self.changed.emit()

    def learn(self, text: Callable[[str], Text]) -> None:
        """Take the words from elsewhere: the station's own corrections are in them."""
        self._text = text
        self.learned.emit()
        self.changed.emit()

    def text(self, key: str) -> Text:
        """Return the text at ``key`` in both languages."""
        return self._text(key)

    def speak(self, text: Text | None) -> str:
        """Say a text in the language of the moment; None is silence."""
        if text is None:
            return ""
        said = text.say(self._language)
        return said.translate(NARROW_QUOTES) if self._language is Language.EN else said

    def join(self, *texts: Text) -> str:
        """Say sentences one after another; Chinese ones with nothing between them."""
        between = "" if self._language is Language.ZH else " "
        return between.join(said for text in texts if (said := self.speak(text)))

    def problem(self, problem: Problem) -> str:
        """Say what is wrong with an answer and what to do."""
        return self.speak(self._text(f"problem.{problem.key}").put(**problem.values))

    def fault(self, fault: KnownError) -> tuple[Text, Text, Text]:
        """Return title, what happened and what to do, of a fault of the world."""
        try:
            said = [self._text(f"fault.{fault.key}.{part}") for part in FAULT_PARTS]
        except KeyError:
            said = [self._text(f"fault.unknown.{part}") for part in FAULT_PARTS]
        values: dict[str, object] = dict(fault.values)
        title, what, do = (text.put(**values) for text in said)
        return title, what, do

    @Slot(str, str, result=str)
    def say(self, key: str, _language: str) -> str:
        """Say the words at ``key``."""
        return self.speak(self._text(key))

    def _get_language(self) -> str:
        return self._language.value

    language = Property(str, _get_language, notify=changed)
