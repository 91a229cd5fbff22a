"""Somebody who is not sure lands in a form, or at the counter, after two to four pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.domain.forms import Answers, Condition, Form, FormPage, Option, Question, QuestionKind
from stationkiosk.domain.text import Text
from stationkiosk.domain.triage import Landing, Triage
from stationkiosk.reference.paths import resources
from tests.journeys.samples import REFERENCE

TRIAGE = REFERENCE.triage
MOST = 4
WORD = Text("字", "word")


def question(name: str, *options: str, **more: object) -> Question:
    shown = tuple(Option(option, WORD) for option in options)
    return Question(name, QuestionKind.CHOICE, WORD, options=shown, **more)  # type: ignore[arg-type]


def triage(questions: tuple[Question, ...], *landings: Landing) -> Triage:
    return Triage(Form("unsure", WORD, (FormPage("page", "", WORD, questions),)), landings)


@pytest.mark.parametrize(
    ("answers", "form"),
    [
        ({"side": "contract"}, "technology_contract"),
        ({"side": "saw"}, "report"),
        ({"side": "complained_of"}, "answer"),
        ({"side": "mine", "thing": "name", "registered": "unclear"}, "trademark"),
        ({"side": "mine", "thing": "name", "registered": "no"}, "competition"),
        ({"side": "mine", "thing": "product", "shape": "works", "patented": "yes"}, "patent"),
        ({"side": "mine", "thing": "product", "shape": "looks", "patented": "yes"}, "design"),
        ({"side": "mine", "thing": "work"}, "copyright"),
        ({"side": "mine", "thing": "secret"}, "trade_secret"),
        ({"side": "mine", "thing": "place"}, "geographical_indication"),
        ({"side": "mine", "thing": "market"}, "competition"),
    ],
)
def test_the_pictures_lead_to_a_kind(answers: Answers, form: str) -> None:
    landing = TRIAGE.landed(answers)
    assert landing is not None
    assert landing.form == form


@pytest.mark.parametrize(
    "answers",
    [{"side": "bought"}, {"side": "mine", "thing": "product", "shape": "looks", "patented": "no"}],
)
def test_what_no_form_takes_goes_to_the_counter_with_a_reason(answers: Answers) -> None:
    landing = TRIAGE.landed(answers)
    assert landing is not None
    assert landing.form == ""
    assert landing.why is not None
    assert landing.forward is not None


def test_nobody_lands_before_the_last_question() -> None:
    assert TRIAGE.landed({}) is None
    assert TRIAGE.landed({"side": "mine"}) is None
    assert TRIAGE.landed({"side": "mine", "thing": "product", "shape": "works"}) is None


def test_an_answer_to_a_question_since_dropped_does_not_count() -> None:
    landing = TRIAGE.landed({"side": "saw", "thing": "work"})
    assert landing is not None
    assert landing.form == "report"


def test_every_way_is_short_and_lands() -> None:
    ways = list(TRIAGE.ways())
    assert len({tuple(way.items()) for way in ways}) == len(ways)
    assert all(1 <= len(way) <= MOST and TRIAGE.landed(way) for way in ways)
    assert {landing.form for way in ways if (landing := TRIAGE.landed(way))} == {
        *set(REFERENCE.forms) - {"complaint"},
        "",
    }


def test_every_question_is_reached_and_every_choice_has_its_picture() -> None:
    assert {key for way in TRIAGE.ways() for key in way} == {q.id for q in TRIAGE.form.questions()}
    for asked in TRIAGE.form.questions():
        pictures = [option.picture for option in asked.options]
        assert len(set(pictures)) == len(pictures)
        assert all((resources() / "icons" / f"{picture}.svg").is_file() for picture in pictures)


def test_a_flaw_is_named() -> None:
    first = question("first", "a", "b")
    then = question("then", "c", when=(Condition("first", ("a",)),))
    to_b = Landing("b", (Condition("first", ("b",)),), "form")
    to_c = Landing("c", (Condition("then", ("c",)),), "form")
    assert triage((first, then), to_b, to_c).flaw() is None
    assert triage((first, then), to_b).flaw() == ("first=a then=c", "no_landing")
    assert triage((first, then), to_c, to_b, Landing("d", ())).flaw() == ("d", "out_of_reach")
    for wrong in (
        replace(first, unknown=True),
        replace(first, optional=True),
        replace(first, kind=QuestionKind.TICKS),
    ):
        assert triage((wrong,), Landing("d", ())).flaw() == ("first", "not_a_choice")
