"""The case page of every kind of dispute, with every option of every question answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Claim, Fact, Right
from stationkiosk.domain.forms import Answer, FormPaper, Question, QuestionKind
from tests.casework.desk.members import desk
from tests.casework.world import World, application, shipped

FORMS = [form.id for form in shipped()[0].forms.values() if form.paper is FormPaper.APPLICATION]


def answer(question: Question) -> Answer:
    ids = tuple(option.id for option in question.options)
    if question.kind is QuestionKind.TICKS:
        return ids
    if question.kind is QuestionKind.CHOICE:
        return ids[-1]
    if question.kind is QuestionKind.DATE:
        return "2026-10-01"
    return "18000" if question.kind is QuestionKind.MONEY else "样品"


@pytest.mark.parametrize("form_id", FORMS)
def test_every_question_and_option_has_its_line(world: World, form_id: str) -> None:
    form = world.station.reference.forms[form_id]
    asked = [q for q in form.questions() if not q.fills and not q.sealed]
    facts = (*(Fact(q.id, answer(q)) for q in asked), *(Fact(q.id, None) for q in asked if q.unknown))
    standing = next((q for q in form.questions() if q.fills == "right.standing"), None)
    claims = tuple(Claim(option.id) for option in form.filling("claims").options)
    right = Right(form_id, "1234567", "样品", standing.options[-1].id if standing else "")
    made = application(
        world.station, form=form_id, facts=facts, claims=claims, right=right, proof_later=True
    )
    filed = world.counter().file(replace(made, routes=("mediation",)), "press-1")
    seen = desk(world.station, Role.CLERK).open(filed.case_id)
    assert len(seen.facts) == len(facts)
    assert len(seen.claims) == len(claims)
    assert all(line.label.zh and line.value.zh for line in (*seen.facts, *seen.right))
