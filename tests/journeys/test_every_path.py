"""Every way through the form: each way of answering what other questions hang on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.forms import Form, Question, QuestionKind
from stationkiosk.journeys.filing import start
from stationkiosk.journeys.journey import State
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, REFERENCE

FORMS = pytest.mark.parametrize("form", REFERENCE.forms.values(), ids=REFERENCE.forms)

GOOD: dict[QuestionKind, Raw] = {
    QuestionKind.TEXT: "样本",
    QuestionKind.LONG_TEXT: "样本",
    QuestionKind.DATE: "2026-03-05",
    QuestionKind.MONEY: "5万",
    QuestionKind.PHONE: "13800138000",
    QuestionKind.ID_NUMBER: "11010519491231002X",
    QuestionKind.OTHER_ID: "E12345678",
    QuestionKind.CREDIT_CODE: "91330100799655058B",
    QuestionKind.TRADEMARK_NUMBER: "3333018",
    QuestionKind.PATENT_NUMBER: "ZL202110954529.7",
    QuestionKind.COPYRIGHT_NUMBER: "渝作登字-2023-F-00012345",
    QuestionKind.GEOGRAPHICAL_NUMBER: "2019年第320号",
    QuestionKind.CONTRACT_NUMBER: "JS-2026-07",
    QuestionKind.TRADEMARK_CLASSES: "9",
}

pytestmark = pytest.mark.no_cover
"""No branch is walked here alone, and the thousands of ways take thrice as long measured."""

Choices = dict[str, tuple[str, ...]]


def deciding(form: Form) -> tuple[Question, ...]:
    """Return the questions that others hang on."""
    names = {condition.question for question in form.questions() for condition in question.when}
    return tuple(question for question in form.questions() if question.id in names)


def ways(form: Form) -> Iterator[Choices]:
    """Return every way of answering them that may lead elsewhere; for ticks, all at once too.

    Options that no condition names lead the same way: the first of them stands for all.
    """
    questions = deciding(form)
    answers = []
    for question in questions:
        one = [(key,) for key in telling(form, question)]
        every = [tuple(option.id for option in question.options)]
        answers.append(one + every if question.kind is QuestionKind.TICKS else one)
    for chosen in product(*answers):
        yield {question.id: answer for question, answer in zip(questions, chosen, strict=True)}


def telling(form: Form, question: Question) -> list[str]:
    """Return the options that conditions name, and one that none does."""
    named = {
        key
        for other in form.questions()
        for condition in other.when
        if condition.question == question.id
        for key in condition.any_of
    }
    free = [option.id for option in question.options if option.id not in named]
    return [option.id for option in question.options if option.id in named] + free[:1]


def typed(question: Question, choices: Choices, fill: str) -> Raw:
    """Return something to type: what was chosen, or the fullest, or the least there may be."""
    if question.id in choices:
        chosen = choices[question.id]
        return chosen if question.kind is QuestionKind.TICKS else chosen[0]
    if fill == "least":
        return "" if question.optional else None if question.unknown else _good(question)
    return _good(question)


def _good(question: Question) -> Raw:
    if question.ahead:
        return "2026-12-05"
    return question.options[0].id if question.options else GOOD[question.kind]


@cache
def ways_walked(form: str, fill: str) -> tuple[tuple[Choices, State, list[str]], ...]:
    """Return each way with what was said on it up to the proof, and what was asked; walked once for all."""
    one = REFERENCE.forms[form]
    found = ((choices, *walked(one, choices, fill)) for choices in ways(one))
    return tuple((choices, walk.state, asked) for choices, walk, asked in found)


def at_the_proof(form: Form, said: State) -> Walk:
    """Return a walk that has come to the proof page saying so."""
    return Walk(start(form, HeldClock()).journey, HeldClock(), said, "proof")


def walked(form: Form, choices: Choices, fill: str) -> tuple[Walk, list[str]]:
    walk, asked = start(form, HeldClock()), list[str]()
    walk.accept({"about": form.id})
    while walk.page.kind == "form":
        page = walk.page
        assert page.form is not None
        raw = {q.id: typed(q, choices, fill) for q in page.form.questions if not q.sealed}
        shown = [question.id for question in walk.questions(raw)]
        assert shown, f"{page.id} is empty"
        asked += shown
        boxes = {q.id: b"box" for q in page.form.questions if q.sealed and not q.optional}
        assert walk.accept(raw, boxes) == (), page.id
    assert walk.page.kind == walk.page.id == "proof"
    return walk, asked


@FORMS
@pytest.mark.parametrize("fill", ["full", "least"])
def test_every_path_leads_to_the_signature_and_asks_nothing_twice(form: Form, fill: str) -> None:
    for choices, said, asked in ways_walked(form.id, fill):
        walk = at_the_proof(form, said)
        assert len(asked) == len(set(asked))
        fields = [f for key in asked if (f := form.question(key).fills)]
        assert len(fields) == len(set(fields)), choices
        walk.keep(EXHIBIT)
        walk.accept_proof(later=False)
        walk.accept_routes(("mediation",), {})
        assert walk.page.kind == "check"


@FORMS
def test_no_question_is_out_of_reach(form: Form) -> None:
    reached = {key for _choices, _said, asked in ways_walked(form.id, "full") for key in asked}
    assert reached == {question.id for question in form.questions()}


@FORMS
def test_no_page_is_out_of_reach_and_each_has_its_step(form: Form) -> None:
    for page in form.pages:
        assert page.questions
        assert REFERENCE.words.has(f"section.{page.section}")


@FORMS
def test_every_page_back_and_forth_is_the_same_way(form: Form) -> None:
    for _choices, said, _asked in ways_walked(form.id, "least"):
        walk = at_the_proof(form, said)
        way = [page.id for page in walk.journey.path(walk.state)]
        back = [walk.page.id]
        while not walk.first:
            walk.back()
            back.append(walk.page.id)
        assert back[::-1] == way[: way.index("proof") + 1]
