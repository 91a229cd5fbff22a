"""Tracking: where a case stands, to whoever holds its receipt, with no person named."""

from __future__ import annotations

import pytest

from stationkiosk.casework.door import Act, perform
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.application import Consent
from stationkiosk.domain.errors import Closed
from tests.casework.world import PARTIES, World, application


def test_the_holder_of_a_receipt_sees_where_each_matter_stands(world: World) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    seen = counter.progress(filed.receipt_code.lower())
    assert seen.number == filed.number
    assert [matter.track.en for matter in seen.matters] == [
        "Mediation",
        "Report for a penalty",
        "Proof kept safe",
    ]
    assert seen.matters[0].next
    assert seen.matters[0].next.due == filed.steps[0].due
    assert not seen.matters[2].next
    assert [matter.kept for matter in seen.matters] == [False, False, True]
    assert seen.papers


def test_what_was_done_shows(world: World) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    clerk = Actor(Role.CLERK, "clerk-1", "desk-1")
    perform(
        world.station,
        Act(
            "refuse",
            filed.case_id,
            1,
            1,
            1,
            clerk,
            "a",
            {"ground": "power", "reason": "样品"},
        ),
    )
    first = counter.progress(filed.receipt_code).matters[0]
    assert first.ended
    assert first.next is None


def test_it_names_nobody(world: World) -> None:
    counter = world.counter()
    seen = repr(counter.progress(counter.file(application(world.station), "press-1").receipt_code))
    personal = [text for party in PARTIES for text in (party.name, party.id_number, party.phone) if text]
    assert not [text for text in personal if text in seen]


def test_a_code_of_another_purpose_opens_nothing(world: World) -> None:
    counter = world.counter()
    draft = counter.open_draft("filing.trademark")
    with pytest.raises(Closed, match="code_short"):
        counter.progress(draft.code)


def test_mediation_waits_while_the_other_side_may_not_be_told(world: World) -> None:
    counter = world.counter()
    refused = application(world.station, consents=(Consent("tell_other_side", False),))
    filed = counter.file(refused, "press-1")
    said = [step.detail.en for step in filed.steps]
    assert any("waits until you agree" in words for words in said)
    first = counter.progress(filed.receipt_code).matters[0].next
    assert first
    assert "waits until you agree" in first.detail.en
