"""A page of pictures for somebody who is not sure: a tap chooses and goes on."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.forms import FormPage, Question
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words


class Pictures(Bridge):
    """Bridge of a page of pictures.

    Signals:
        picked(option): somebody chose a picture.
        reworded: other pictures, or the same in another language.
    """

    changed = Signal()
    reworded = Signal()
    picked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._page: FormPage | None = None
        self._chosen = ""
        words.changed.connect(self.reworded)

    def open(self, page: FormPage, chosen: Raw) -> None:
        """Put a page's pictures up; ``chosen`` is what was chosen here before, if anything."""
        self._page, self._chosen = page, chosen if isinstance(chosen, str) else ""
        self.changed.emit()
        self.reworded.emit()

    def forget(self) -> None:
        """Hold no page and no choice."""
        self._page, self._chosen = None, ""
        self.changed.emit()
        self.reworded.emit()

    @Slot(str)
    def pick(self, option: str) -> None:
        """Choose a picture."""
        self.picked.emit(option)

    @property
    def _question(self) -> Question | None:
        return self._page.questions[0] if self._page else None

    def _get_options(self) -> list[dict[str, str]]:
        say, question = self.speak, self._question
        if question is None:
            return []
        return [
            {"id": o.id, "title": say(o.label), "sub": say(o.term), "icon": o.picture}
            for o in question.options
        ]

    def _get_title(self) -> str:
        return self.speak(self._page.title) if self._page else ""

    def _get_lead(self) -> str:
        return self.speak(self._question.label) if self._question else ""

    title = Property(str, _get_title, notify=reworded)
    lead = Property(str, _get_lead, notify=reworded)
    options = Property(ROWS, _get_options, notify=reworded)
    chosen = Property(str, lambda self: self._chosen, notify=changed)
