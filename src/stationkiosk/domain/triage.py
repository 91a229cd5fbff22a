"""For somebody who is not sure: a few picture questions that land in a form, or at the counter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stationkiosk.domain.forms import Answer, Answers, Condition, Form, Question, QuestionKind
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Landing:
    """Where answers lead: to a form, or with ``form`` empty to the counter, which ``forward`` says."""

    id: str
    when: tuple[Condition, ...]
    form: str = ""
    why: Text | None = None
    forward: Text | None = None

    def holds(self, answers: Answers) -> bool:
        """Tell whether the answers lead here."""
        return all(condition.holds(answers) for condition in self.when)


@dataclass(frozen=True, slots=True)
class Triage:
    """The questions, each a choice of pictures, and the landings in the order they are tried."""

    form: Form
    landings: tuple[Landing, ...]

    def landed(self, answers: Answers) -> Landing | None:
        """Return where the answers lead, or None while there is more to ask."""
        relevant = self.form.relevant(answers)
        if self.form.unanswered(relevant):
            return None
        return next((landing for landing in self.landings if landing.holds(relevant)), None)

    def ways(self) -> Iterator[dict[str, Answer]]:
        """Return every way of answering, each with the answers to what is asked on it."""
        return _ways(self.form.questions(), {})

    def flaw(self) -> tuple[str, str] | None:
        """Return the first question, way or landing that is wrong, and what is wrong with it."""
        for question in self.form.questions():
            if question.kind is not QuestionKind.CHOICE or question.optional or question.unknown:
                return question.id, "not_a_choice"
        reached = set()
        for answers in self.ways():
            landing = self.landed(answers)
            if landing is None:
                return " ".join(f"{key}={value}" for key, value in answers.items()), "no_landing"
            reached.add(landing.id)
        return next(((way.id, "out_of_reach") for way in self.landings if way.id not in reached), None)


def _ways(left: tuple[Question, ...], answers: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
    if not left:
        yield answers
    elif not left[0].asked(answers):
        yield from _ways(left[1:], answers)
    else:
        for option in left[0].options:
            yield from _ways(left[1:], {**answers, left[0].id: option.id})
