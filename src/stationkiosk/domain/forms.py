"""Questions asked of the public, as data: what a form is and when an answer will do.

The shape only; the questions stand in ``resources/forms``, loaded by ``reference.forms``.
An answer is a string, a tuple of option ids, or None for "I don't know". A question that
is missing from the answers has not been answered. Dates are ``YYYY-MM-DD`` (``YYYY-MM`` where
the day may be left out), money is yuan in decimal digits, telephone numbers are E.164.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.domain.text import Text

Answer = str | tuple[str, ...] | None
Answers = Mapping[str, Answer]


class QuestionKind(StrEnum):
    """How a question is asked and checked."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    TICKS = "ticks"
    DATE = "date"
    MONEY = "money"
    PHONE = "phone"
    ID_NUMBER = "id_number"
    OTHER_ID = "other_id"
    CREDIT_CODE = "credit_code"
    TRADEMARK_NUMBER = "trademark_number"
    TRADEMARK_CLASSES = "trademark_classes"
    PATENT_NUMBER = "patent_number"
    COPYRIGHT_NUMBER = "copyright_number"
    GEOGRAPHICAL_NUMBER = "geographical_number"
    CONTRACT_NUMBER = "contract_number"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick; ``term`` is the small legal word, ``article`` where the law says it.

    ``picture`` names the icon that stands for it, where it is a tile; ``subject`` is what it
    makes the dispute about, where that decides the way or the court.
    """

    id: str
    label: Text
    term: Text | None = None
    article: str = ""
    picture: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """True when the answer to ``question`` is, or holds, one of ``any_of``."""

    question: str
    any_of: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        """Tell whether ``answers`` meet the condition."""
        given = answers.get(self.question)
        if isinstance(given, tuple):
            return any(item in self.any_of for item in given)
        return given in self.any_of


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked. ``unknown`` lets "I don't know" stand as an answer.

    ``personal`` values are masked on screen and enter the journal as salted digests;
    ``sealed`` values are enciphered the moment they are given, to their ``reader``: ``mediator``
    or ``officer``.
    ``when`` holds if every condition does. ``fills`` names the field of the form's paper
    that it fills (``applicant.name``); an answer that fills none is a fact. ``unknown_label``
    says "I don't know" in other words. ``default`` is the option that is ticked to begin with.
    A ``past`` date is not after today, one ``ahead`` is not before it, nor more than
    ``within_days`` after it where that is set; ``day_optional`` lets a month do.
    """

    id: str
    kind: QuestionKind
    label: Text
    help: Text | None = None
    options: tuple[Option, ...] = ()
    optional: bool = False
    unknown: bool = False
    personal: bool = False
    sealed: bool = False
    reader: str = MEDIATOR
    max_length: int = 200
    when: tuple[Condition, ...] = ()
    fills: str = ""
    unknown_label: Text | None = None
    past: bool = False
    ahead: bool = False
    within_days: int = 0
    day_optional: bool = False
    default: str = ""

    def option(self, option_id: str) -> Option:
        """Return the option with this id."""
        return next(option for option in self.options if option.id == option_id)

    def asked(self, answers: Answers) -> bool:
        """Tell whether the question is asked at all, given the other answers."""
        for condition in self.when:  # noqa: SIM110 -- asked of every question at every step
            if not condition.holds(answers):
                return False
        return True


@dataclass(frozen=True, slots=True)
class FormPage:
    """Questions put on one page, under one heading; ``section`` is a step of the rail."""

    id: str
    section: str
    title: Text
    questions: tuple[Question, ...]
    lead: Text | None = None
    next_label: Text | None = None

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions that are asked, given the answers so far."""
        return tuple(q for q in self.questions if q.asked(answers))


class FormPaper(StrEnum):
    """The paper that the answers to a form make; ``fills`` names a field of it."""

    APPLICATION = "application"
    REPORT = "report"
    COMPLAINT = "complaint"
    ANSWER = "answer"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Form:
    """The questions for one kind of dispute, in the order they are asked."""

    id: str
    title: Text
    pages: tuple[FormPage, ...]
    paper: FormPaper = FormPaper.APPLICATION
    _questions: tuple[Question, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_questions", tuple(q for page in self.pages for q in page.questions))

    def page(self, page_id: str) -> FormPage:
        """Return the page with this id."""
        return next(page for page in self.pages if page.id == page_id)

    def question(self, question_id: str) -> Question:
        """Return the question with this id."""
        return next(q for q in self.questions() if q.id == question_id)

    def filling(self, field: str) -> Question:
        """Return the question whose answer fills this field of the paper."""
        return next(q for q in self.questions() if q.fills == field)

    def unanswered(self, answers: Answers) -> tuple[Question, ...]:
        """Return the open questions asked that must be answered and are not."""
        return tuple(
            q
            for q in self.questions()
            if q.asked(answers) and not (q.optional or q.sealed) and q.id not in answers
        )

    def relevant(self, answers: Answers) -> dict[str, Answer]:
        """Return the answers to what is asked; those to questions since dropped are left out."""
        found: dict[str, Answer] = {}
        for question in self.questions():
            if question.id in answers and question.asked(found):
                found[question.id] = answers[question.id]
        return found

    def questions(self) -> tuple[Question, ...]:
        """Return every question of the form."""
        return self._questions


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """One separate tick. ``refused`` says what follows when it stays empty.

    ``routes`` are those for which it is asked; empty: always.
    """

    id: str
    label: Text
    detail: Text
    refused: Text
    article: str
    routes: tuple[str, ...] = ()

    def asked(self, routes: tuple[str, ...]) -> bool:
        """Tell whether it is asked of somebody who chose ``routes``."""
        return not self.routes or any(route in self.routes for route in routes)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of dispute on the first page. One with no ``form`` is not taken at the kiosk yet.

    Then ``why`` says so and ``forward`` says where to go instead.
    """

    id: str
    label: Text
    hint: Text
    form: str = ""
    why: Text | None = None
    forward: Text | None = None
