"""A whole form as the sections of one page: what is asked in one hangs on the answers in another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.text import Text
from stationkiosk.journeys.right import card_after, told
from stationkiosk.journeys.sheet import Sheet
from stationkiosk.journeys.walk import Problems
from stationkiosk.ui.common.form import Form, Secret

if TYPE_CHECKING:
    from stationkiosk.domain.forms import FormPage, Question
    from stationkiosk.reference.load import Reference
    from stationkiosk.ui.common.words import Words


class Sections(QObject):
    """One ``Form`` for each page of a sheet.

    Signals:
        edited: an answer is another one; the sheet holds it already.
    """

    edited = Signal()

    def __init__(self, words: Words, reference: Reference) -> None:
        super().__init__()
        self._words = words
        self._reference = reference
        self._sheet: Sheet | None = None
        self._forms: tuple[Form, ...] = ()

    @property
    def forms(self) -> tuple[Form, ...]:
        """The sections in order."""
        return self._forms

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What was typed for one reader alone and may be sealed."""
        return tuple(secret for form in self._forms for secret in form.secrets)

    @property
    def amiss(self) -> Problems:
        """What is wrong with what was typed for one reader alone."""
        return tuple(problem for form in self._forms for problem in form.amiss)

    def open(self, sheet: Sheet, left_out: frozenset[str] = frozenset()) -> None:
        """Put the pages of a sheet up."""
        self.forget()
        self._sheet = sheet
        self._forms = tuple(self._form(sheet, page) for page in sheet.pages if page.id not in left_out)

    def forget(self) -> None:
        """Hold no page and no answer."""
        before, self._forms, self._sheet = self._forms, (), None
        for form in before:
            form.edited.disconnect(self._edited)
            form.forget()
            form.setParent(self)
            form.deleteLater()

    def refill(self) -> None:
        """Show what the sheet holds now: it was filled from a card or another case."""
        if self._sheet is not None:
            for form in self._forms:
                form.refill(self._sheet.state.typed)
        self._decide()

    def blame(self, problems: Problems) -> None:
        """Say in each section what is wrong there."""
        for form in self._forms:
            form.blame(tuple(problem for problem in problems if problem.question in form.question_ids))

    def _form(self, sheet: Sheet, page: FormPage) -> Form:
        form = Form(self._words)
        form.edited.connect(self._edited)

        def which(raw: Mapping[str, Raw]) -> tuple[Question, ...]:
            asked = sheet.asked(raw)
            return tuple(question for question in page.questions if question.id in asked)

        if after := card_after(page):
            form.listen(self._tell(sheet), after)
        form.open(page, sheet.state.typed, sheet.state.sealed, which)
        return form

    def _tell(self, sheet: Sheet) -> Callable[[Mapping[str, Raw]], tuple[Text, ...]]:
        walk = sheet.walk
        return lambda _raw: told(walk.journey.form, walk.answers(), self._reference, walk.today)

    @Slot()
    def _edited(self) -> None:
        form = self.sender()
        if self._sheet is None or not isinstance(form, Form):
            return
        self._sheet.hold(form.raw)
        self._decide()
        self.edited.emit()

    def _decide(self) -> None:
        for form in self._forms:
            form.decide()
