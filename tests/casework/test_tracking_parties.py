"""Who sees what of a case: its applicant, the other side that answered, who filed against several."""

from __future__ import annotations

import pytest

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.door import Act, perform
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.views import Filed, Viewer
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.application import Party, PartyKind, PartyRole
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.response import Mediate, Position, Response
from stationkiosk.domain.text import Language
from stationkiosk.store.uuid7 import uuid7
from tests.casework.world import PARTIES, SIGNATURE, World, application

CLERK = Actor(Role.CLERK, "clerk-1", "desk-1")
OTHER = Party(
    PartyRole.RESPONDENT, PartyKind.PERSON, "乙样本", "11010519491231002X", "+8613700007777", "样品路 9 号"
)


@pytest.fixture
def filed(world: World) -> Filed:
    return world.counter().file(application(world.station), "press-1")


def asked(world: World, filed: Filed) -> str:
    """Have the other side asked; return the code on the notice."""
    for n, action in enumerate(("accept", "inquire"), 1):
        perform(world.station, Act(action, filed.case_id, 1, n, n, CLERK, f"act-{n}"))
    papers = papers_of(world.station, filed.case_id)
    return str(next(p.data["notice_code"] for p in papers if p.kind == "inquiry_notice"))


def answered(world: World, code: str, *, mediate: Mediate = Mediate.YES) -> Filed:
    response = Response(
        id=uuid7(world.station.clock, world.station.random),
        language=Language.ZH,
        parties=(OTHER,),
        positions=(Position.CONTEST_RIGHT,),
        mediate=mediate,
        signature=SIGNATURE,
    )
    return world.counter().respond(code, response, f"answer-{mediate}")


def titles(counter: Counter, code: str) -> list[str]:
    return [paper.title.en for paper in counter.progress(code).papers]


def test_the_other_side_sees_its_own_part_and_its_own_papers(world: World, filed: Filed) -> None:
    reply = answered(world, asked(world, filed))
    counter = world.counter()
    seen = counter.progress(reply.receipt_code)
    assert seen.viewer is Viewer.RESPONDENT
    assert seen.number == filed.number
    assert [matter.track.en for matter in seen.matters] == ["Mediation"]
    assert titles(counter, reply.receipt_code) == [
        "Inquiry on consent to mediation",
        "Receipt of an answer",
    ]
    mine = counter.progress(filed.receipt_code).papers
    assert [paper.title.en for paper in mine[1:]] == ["Notice of acceptance"]
    assert mine[0].ref == filed.receipt
    personal = [text for party in (*PARTIES, OTHER) for text in (party.name, party.id_number) if text]
    assert not [text for text in personal if text in repr(seen)]


def test_the_code_of_a_notice_is_led_to_where_it_is_answered(world: World, filed: Filed) -> None:
    code = asked(world, filed)
    for _ in range(4):
        with pytest.raises(Closed, match="code_of_notice"):
            world.counter().progress(code)
    assert world.counter().progress(filed.receipt_code), "it cost no try"


def test_neither_side_may_read_the_papers_of_the_other(world: World, filed: Filed) -> None:
    reply = answered(world, asked(world, filed))
    counter = world.counter()
    counter.progress(reply.receipt_code)
    with pytest.raises(Closed, match="paper_not_open"):
        counter.paper_pages(filed.receipt, 40)
    counter.close_session()
    counter.progress(filed.receipt_code)
    with pytest.raises(Closed, match="paper_not_open"):
        counter.reprint(reply.receipt)


def test_who_answered_tracks_by_an_end_of_their_own_too(world: World, filed: Filed) -> None:
    code = asked(world, filed)
    with pytest.raises(Closed, match="number_unknown"):
        world.counter().progress_by_number(filed.number, "7777")
    answered(world, code)
    assert world.counter().progress_by_number(filed.number, "7777").viewer is Viewer.RESPONDENT


def test_an_end_that_both_sides_share_shows_no_more_than_the_other_side_may_see(
    world: World, filed: Filed
) -> None:
    answered(world, asked(world, filed))
    assert world.counter().progress_by_number(filed.number, "002X").viewer is Viewer.RESPONDENT


def test_an_answer_that_is_still_due_waits_for_who_has_to_give_it(world: World, filed: Filed) -> None:
    reply = answered(world, asked(world, filed), mediate=Mediate.TELL_MORE)
    counter = world.counter()
    [mine] = counter.progress(reply.receipt_code).matters
    theirs = counter.progress(filed.receipt_code).matters[0]
    assert (mine.yours, theirs.yours) == (True, False)
    assert "You" in mine.state.en
    assert "other side" in theirs.state.en
    assert (mine.holder.en, theirs.holder.en) == ("you", "the other side")


def test_the_code_of_a_filing_against_several_shows_all_its_cases(world: World) -> None:
    first, agent, other = PARTIES
    second = Party(PartyRole.RESPONDENT, PartyKind.ORGANISATION, "第二家样品店（虚构）")
    counter = world.counter()
    filed = counter.file(application(world.station, parties=(first, agent, other, second)), "press-1")
    seen = counter.progress(filed.receipt_code)
    assert [case.number for case in seen.others] == [case.number for case in filed.others]
    assert len(seen.papers) == 2
    assert not any(case.others for case in seen.others)
    alone = counter.progress(filed.others[0].receipt_code)
    assert (alone.number, alone.others) == (filed.others[0].number, ())
