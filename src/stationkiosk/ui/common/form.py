"""A page of questions: one row a question, alive while it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.domain import identity, identity_kinds
from stationkiosk.domain.answers import Raw, accept
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import FormPage, Question, QuestionKind
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.words import Words

TICKED = (QuestionKind.CHOICE, QuestionKind.TICKS)
MASKS: dict[QuestionKind, Callable[[str], str]] = {
    QuestionKind.ID_NUMBER: identity_kinds.mask_any,
    QuestionKind.OTHER_ID: identity_kinds.mask_any,
    QuestionKind.PHONE: identity.mask_phone,
}
LONGEST_NUMBER = 40

Tell = Callable[[Mapping[str, Raw]], tuple[Text, ...]]
"""What there is to say of what now stands in the fields."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Something typed for one reader alone, made even, on its way to be sealed."""

    field: str
    text: str
    reader: str


class Asked(QObject):
    """One question as it stands on the screen: what is asked, what was typed, what is wrong.

    Signals:
        changed: the answer, or what is wrong with it, is new.
        reworded: it is asked in another language; apart, so that a tick does not rebuild the options.
        answered: what was typed, ticked or not known is new.
    """

    changed = Signal()
    reworded = Signal()
    answered = Signal()

    def __init__(self, words: Words, question: Question, raw: Raw, *, sealed: bool) -> None:
        super().__init__()
        self._words = words
        self.question = question
        self._text = raw if isinstance(raw, str) and question.kind not in TICKED else ""
        self._ticked = _as_ticks(raw) if question.kind in TICKED else ()
        self._unknown = raw is None
        self._sealed = sealed
        self._shown = True
        self._problem: Problem | None = None
        words.changed.connect(self.changed)
        words.changed.connect(self.reworded)

    @property
    def raw(self) -> Raw:
        """What stands in the field, as a walk takes it."""
        if self._unknown:
            return None
        if self.question.kind is QuestionKind.TICKS:
            return self._ticked
        if self.question.kind is QuestionKind.CHOICE:
            return self._ticked[0] if self._ticked else ""
        return self._text

    def fill(self, text: str) -> None:
        """Put text in, as a card does."""
        self._text, self._unknown, self._problem = text, False, None
        self.changed.emit()

    def take(self, raw: Raw) -> None:
        """Stand as answered so."""
        ticks = self.question.kind in TICKED
        self._ticked = _as_ticks(raw) if ticks else ()
        self.fill("" if ticks or not isinstance(raw, str) else raw)
        self._unknown = raw is None
        self.changed.emit()

    def show(self, shown: bool) -> None:
        """Show or hide the question."""
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def blame(self, problem: Problem | None) -> None:
        """Say what is wrong with the answer."""
        if problem != self._problem:
            self._problem = problem
            self.changed.emit()

    def wipe(self) -> None:
        """Hold nothing."""
        self._text, self._ticked, self._unknown, self._problem = "", (), False, None
        self.changed.emit()

    @Slot(str)
    def type(self, text: str) -> None:
        """Take what now stands in the field."""
        if text == self._text:
            return
        self._text = text
        if (text and self._unknown) or self.question.kind in MASKS:
            self._unknown = self._unknown and not text
            self.changed.emit()
        self.answered.emit()

    @Slot(str)
    def tick(self, option: str) -> None:
        """Choose an option, or tick and untick it."""
        if self.question.kind is QuestionKind.CHOICE:
            self._ticked = (option,)
        elif option in self._ticked:
            self._ticked = tuple(kept for kept in self._ticked if kept != option)
        else:
            self._ticked = (*self._ticked, option)
        self._unknown = False
        self.changed.emit()
        self.answered.emit()

    @Slot(bool)
    def dontKnow(self, unknown: bool) -> None:  # noqa: N802
        """Answer "I don't know", or take it back. What was typed stays, and is wrong no longer."""
        self._unknown = unknown
        if unknown:
            self._ticked, self._problem = (), None
        self.changed.emit()
        self.answered.emit()

    def _get_options(self) -> list[dict[str, str]]:
        say = self._words.speak
        return [{"id": o.id, "title": say(o.label), "sub": say(o.term)} for o in self.question.options]

    def _get_help(self) -> str:
        said = self._words.speak(self.question.help)
        if not self._sealed:
            return said
        return said + self._words.speak(self._words.text("form.sealed_before"))

    def _get_unknown_label(self) -> str:
        return self._words.speak(self.question.unknown_label or self._words.text("common.unknown"))

    def _get_mask(self) -> str:
        mask = MASKS.get(self.question.kind)
        hidden = mask is not None and self.question.personal and self._problem is None
        return mask(self._text) if mask and hidden and self._text else ""

    def _get_max(self) -> int:
        long = self.question.kind in (QuestionKind.TEXT, QuestionKind.LONG_TEXT)
        return self.question.max_length if long else LONGEST_NUMBER

    def _get_problem(self) -> str:
        return self._words.problem(self._problem) if self._problem else ""

    id = Property(str, lambda self: self.question.id, constant=True)
    kind = Property(str, lambda self: self.question.kind.value, constant=True)
    optional = Property(bool, lambda self: self.question.optional, constant=True)
    offersUnknown = Property(bool, lambda self: self.question.unknown, constant=True)  # noqa: N815
    maxLength = Property(int, _get_max, constant=True)  # noqa: N815
    label = Property(str, lambda self: self._words.speak(self.question.label), notify=reworded)
    help = Property(str, _get_help, notify=reworded)
    unknownLabel = Property(str, _get_unknown_label, notify=reworded)  # noqa: N815
    options = Property(ROWS, _get_options, notify=reworded)
    text = Property(str, lambda self: self._text, notify=changed)
    mask = Property(str, _get_mask, notify=changed)
    ticked = Property(LINES, lambda self: list(self._ticked), notify=changed)
    unknown = Property(bool, lambda self: self._unknown, notify=changed)
    asked = Property(bool, lambda self: self._shown, notify=changed)
    problem = Property(str, _get_problem, notify=changed)


class Form(Bridge):
    """Bridge of a page of questions.

    Signals:
        opened: another page's questions stand here.
        talked: what is told beside them is new.
        edited: an answer is another one.
    """

    changed = Signal()
    opened = Signal()
    talked = Signal()
    edited = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._page: FormPage | None = None
        self._rows: list[Asked] = []
        self._problems: tuple[Problem, ...] = ()
        self._which: Callable[[Mapping[str, Raw]], tuple[Question, ...]] = lambda _raw: ()
        self._deciding: frozenset[str] = frozenset()
        self._tell: Tell | None = None
        self._said: tuple[Text, ...] = ()
        self._after = ""
        words.changed.connect(self.talked)

    def open(
        self,
        page: FormPage,
        typed: Mapping[str, Raw],
        sealed: Mapping[str, bytes],
        which: Callable[[Mapping[str, Raw]], tuple[Question, ...]],
    ) -> None:
        """Put a page's questions up; ``which`` tells what is asked, given what stands in the fields."""
        self._page, self._which, self._problems = page, which, ()
        before = self._rows
        self._rows = [
            Asked(self.words, q, typed.get(q.id, q.default), sealed=q.id in sealed) for q in page.questions
        ]
        self._deciding = frozenset(c.question for q in page.questions for c in q.when)
        for row in self._rows:
            row.answered.connect(self._answered)
        self._decide()
        self._talk()
        self.changed.emit()
        self.opened.emit()
        self._release(before)

    def listen(self, tell: Tell | None, after: str = "") -> None:
        """Have something told under the question ``after`` while they are answered, or nothing."""
        self._tell, self._after = tell, after
        self._talk()

    @property
    def page_id(self) -> str:
        """The page whose questions stand here, "" while none do."""
        return self._page.id if self._page else ""

    @property
    def question_ids(self) -> frozenset[str]:
        """The questions that stand here, asked or not."""
        return frozenset(row.question.id for row in self._rows)

    @property
    def heading(self) -> str:
        """The heading of the page, in the language of the moment."""
        return self._get_title()

    @property
    def wrong(self) -> frozenset[str]:
        """The questions that were told to be wrong and still are."""
        return frozenset(problem.question for problem in self._problems)

    @property
    def is_asked(self) -> bool:
        """Whether anything of the page is asked now."""
        return any(row.asked for row in self._rows)

    def refill(self, typed: Mapping[str, Raw]) -> None:
        """Put in what was answered elsewhere, ticks too."""
        for row in self._rows:
            if row.question.id in typed:
                row.take(typed[row.question.id])
        self._decide()
        self._talk()

    @property
    def raw(self) -> dict[str, Raw]:
        """What stands in the fields that are not sealed."""
        return {row.question.id: row.raw for row in self._rows if not row.question.sealed}

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What was typed for one reader alone and may be sealed."""
        return tuple(secret for secret, problem in self._checked() if problem is None)

    @property
    def amiss(self) -> tuple[Problem, ...]:
        """What is wrong with what was typed for one reader alone."""
        return tuple(problem for _, problem in self._checked() if problem is not None)

    def _checked(self) -> Iterator[tuple[Secret, Problem | None]]:
        for row in self._rows:
            question = row.question
            if question.sealed and row.asked and isinstance(row.raw, str) and row.raw.strip():
                answer, problem = accept(question, row.raw)
                yield Secret(question.id, str(answer), question.reader), problem

    def blame(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong, in the summary and beside each field."""
        self._problems = problems
        by_question = {problem.question: problem for problem in problems}
        for row in self._rows:
            row.blame(by_question.get(row.question.id))
        self.changed.emit()

    def fill(self, typed: Mapping[str, Raw]) -> None:
        """Put in what a card told."""
        for row in self._rows:
            given = typed.get(row.question.id)
            if isinstance(given, str) and given != row.raw and row.question.kind not in TICKED:
                row.fill(given)

    def forget(self) -> None:
        """Hold no question and no answer."""
        before, self._rows = self._rows, []
        self._page, self._problems, self._which = None, (), lambda _raw: ()
        self.listen(None)
        self.opened.emit()
        self.changed.emit()
        self._release(before)

    def _release(self, rows: list[Asked]) -> None:
        """Empty rows and delete them, once QML has deleted what shows them."""
        for row in rows:
            row.wipe()
            row.setParent(self)
            row.deleteLater()

    @Slot()
    def _answered(self) -> None:
        row = self.sender()
        if not isinstance(row, Asked):
            return
        if row.question.id in self._deciding:
            self._decide()
        self._talk()
        if any(problem.question == row.question.id for problem in self._problems):
            self._problems = tuple(p for p in self._problems if p.question != row.question.id)
            row.blame(None)
            self.changed.emit()
        self.edited.emit()

    def decide(self) -> None:
        """Ask anew what is asked: an answer that stands elsewhere changed."""
        self._decide()
        self._talk()

    def _decide(self) -> None:
        took = self._takes_card()
        asked = {question.id for question in self._which(self.raw)}
        for row in self._rows:
            row.show(row.question.id in asked)
        if self._takes_card() is not took:
            self.changed.emit()

    def _talk(self) -> None:
        said = self._tell(self.raw) if self._tell is not None else ()
        if said != self._said:
            self._said = said
            self.talked.emit()

    def _get_told(self) -> list[str]:
        return [self.speak(text) for text in self._said]

    def _get_title(self) -> str:
        return self.speak(self._page.title) if self._page else ""

    def _get_lead(self) -> str:
        return self.speak(self._page.lead) if self._page else ""

    def _get_rows(self) -> list[Asked]:
        return self._rows

    def _get_problems(self) -> list[dict[str, str]]:
        return [{"question": p.question, "words": self.words.problem(p)} for p in self._problems]

    def _takes_card(self) -> bool:
        return any(row.question.kind is QuestionKind.ID_NUMBER and row.asked for row in self._rows)

    pageId = Property(str, lambda self: self.page_id, notify=opened)  # noqa: N815
    title = Property(str, _get_title, notify=changed)
    lead = Property(str, _get_lead, notify=changed)
    toldAfter = Property(str, lambda self: self._after, notify=opened)  # noqa: N815
    told = Property(LINES, _get_told, notify=talked)
    rows = Property(ROWS, _get_rows, notify=opened)
    problems = Property(ROWS, _get_problems, notify=changed)
    takesCard = Property(bool, _takes_card, notify=changed)  # noqa: N815


def _as_ticks(raw: Raw) -> tuple[str, ...]:
    if isinstance(raw, tuple):
        return raw
    return (raw,) if raw else ()
