"""Somebody who is not sure: pictures ahead of a journey, and Back through all of them."""

from __future__ import annotations

import json

import pytest

from stationkiosk.journeys.answering import answering
from stationkiosk.journeys.filing import ELSEWHERE, filing
from stationkiosk.journeys.journey import Journey
from stationkiosk.journeys.reporting import reporting
from stationkiosk.journeys.triage import UNSURE, before, is_unsure, landing, unsure
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import PERSON, REFERENCE

TRIAGE = REFERENCE.triage
WAYS = list(TRIAGE.ways())
AHEAD = {"about", ELSEWHERE}


def journey_of(form: str) -> Journey:
    asked = REFERENCE.forms[form]
    return {"report": reporting, "answer": answering}.get(form, filing)(asked)


def pick(walk: Walk, choice: str) -> Walk:
    """Pick a picture as the window does: onto the journey it leads to, then forward."""
    answers = {**walk.state.answers, walk.page.id: choice}
    lands = landing(TRIAGE, answers)
    there = before(TRIAGE, journey_of(lands.form)) if lands and lands.form else unsure(TRIAGE)
    if there.form is not walk.journey.form:
        walk = walk.along(there)
    assert walk.accept({walk.page.id: choice}) == ()
    return walk


def picked(way: dict[str, object]) -> Walk:
    walk = Walk(unsure(TRIAGE), HeldClock())
    walk.accept({"about": UNSURE})
    for key, choice in way.items():
        assert walk.page.id == f"{UNSURE}.{key}"
        assert walk.page.kind == "pictures"
        walk = pick(walk, str(choice))
    return walk


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(map(str, way.values())))
def test_every_way_lands_and_leads_back_to_the_tiles(way: dict[str, object]) -> None:
    walk = picked(way)
    lands = TRIAGE.landed(way)
    assert lands is not None
    if lands.form:
        assert walk.journey.form.id == lands.form
        assert walk.page.id == next(
            page.id for page in journey_of(lands.form).pages if page.id not in AHEAD
        )
    else:
        assert walk.page.id == ELSEWHERE
    seen = []
    while not walk.first:
        walk.back()
        seen.append(walk.page.id)
    assert seen == [f"{UNSURE}.{key}" for key in reversed(way)] + ["about"]
    assert is_unsure(walk.state.answers)
    assert walk.state.answers | {f"{UNSURE}.{k}": v for k, v in way.items()} == walk.state.answers


def test_who_comes_back_and_chooses_otherwise_lands_elsewhere() -> None:
    walk = picked({"side": "mine", "thing": "work"})
    walk.back()
    walk = pick(walk, "secret")
    assert walk.journey.form.id == "trade_secret"
    walk.back()
    walk.back()
    walk = pick(walk, "bought")
    assert walk.page.id == ELSEWHERE
    assert walk.journey.id == UNSURE


def test_what_was_answered_stays_where_the_same_picture_is_chosen_again() -> None:
    walk = picked({"side": "mine", "thing": "name", "registered": "yes"})
    walk.accept(PERSON["who"])
    walk.back()
    walk.back()
    walk = pick(walk, "yes")
    assert walk.page.id == "who"
    assert walk.state.answers["acting"] == "self"


def test_a_draft_goes_on_by_the_pictures_it_came_by() -> None:
    walk = picked({"side": "saw"})
    saved = json.loads(json.dumps(walk.to_json()))
    assert is_unsure(saved["state"]["answers"])
    again = Walk.from_json(before(TRIAGE, journey_of("report")), HeldClock(), saved)
    assert again.page.id == "seen"
    again.back()
    assert again.page.id == f"{UNSURE}.side"
    assert not is_unsure({})


def test_nothing_picked_leads_nowhere() -> None:
    walk = Walk(unsure(TRIAGE), HeldClock())
    walk.accept({"about": UNSURE})
    assert [problem.key for problem in walk.accept({})] == ["kind_none"]
    assert landing(TRIAGE, walk.state.answers) is None


def test_a_picture_page_asks_one_thing_and_bears_its_name() -> None:
    assert all([q.id for q in page.questions] == [page.id] for page in TRIAGE.form.pages)
