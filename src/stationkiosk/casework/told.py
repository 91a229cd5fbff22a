"""What the filer told, as a paper says it: read from the form, whatever it asks.

Facts stand in the order they were asked. Those asked beside the right's name belong to the
right; those asked about who files are told by the parties; the first list of ticks among the
rest is what was done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from stationkiosk.casework.steps import both
from stationkiosk.domain.application import Fact
from stationkiosk.domain.forms import Answer, Form, Question, QuestionKind
from stationkiosk.domain.money import show
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import date_text
from stationkiosk.reference.words import Words

PARTS = ("name", "number", "classes")
"""The parts of a right that each kind calls by a word of its own."""

_WHO = "who"


@dataclass(frozen=True, slots=True)
class Told:
    """What was done, what belongs to the right, and the rest: plain data, ready to be frozen."""

    acts: list[dict[str, str]] = field(default_factory=list)
    of_right: list[dict[str, Any]] = field(default_factory=list)
    rest: list[dict[str, Any]] = field(default_factory=list)


def tell(words: Words, form: Form, facts: Iterable[Fact]) -> Told:
    """Return the facts as a paper says them; what nobody knew is left out."""
    given, told = {fact.question: fact.value for fact in facts}, Told()
    right = {page.section for page in form.pages if any(q.fills == "right.name" for q in page.questions)}
    for page in form.pages:
        for question in page.questions:
            answer = given.get(question.id)
            if not answer or page.section == _WHO:
                continue
            if question.kind is QuestionKind.TICKS and page.section not in right and not told.acts:
                told.acts.extend(both(label) for label in _ticked(question, answer))
            else:
                (told.of_right if page.section in right else told.rest).append(
                    _row(words, question, answer)
                )
    return told


def right_words(words: Words, form: Form) -> dict[str, Any]:
    """Return what this kind of dispute calls the parts of its right, where it has words of its own."""
    keys = {part: f"right.{form.id}.{part}" for part in PARTS}
    return {f"{part}_label": both(words.text(key)) for part, key in keys.items() if words.has(key)}


def _row(words: Words, question: Question, answer: Answer) -> dict[str, Any]:
    key = f"told.{question.id}"
    label = words.text(key) if words.has(key) else question.label
    return {"question": question.id, "label": both(label), "value": both(said(question, answer))}


def _ticked(question: Question, answer: Answer) -> Iterable[Text]:
    return (question.option(option).label for option in answer or ())


def said(question: Question, answer: Answer) -> Text:
    """Return an answer that was given as a paper or a screen says it."""
    if not isinstance(answer, str):
        return joined(_ticked(question, answer))
    if question.kind is QuestionKind.CHOICE:
        return question.option(answer).label
    if question.kind is QuestionKind.DATE:
        return date_text(answer)
    if question.kind is QuestionKind.MONEY:
        return Text(f"{show(Decimal(answer))} 元", f"{show(Decimal(answer))} yuan")
    return Text(answer, answer)


def joined(texts: Iterable[Text]) -> Text:
    """Return several texts as one."""
    listed = list(texts)
    return Text("；".join(text.zh for text in listed), "; ".join(text.en for text in listed))
