"""What is said to settle: kept once, opened to the mediator of the matter, to nobody else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from stationkiosk.casework.door import Act, perform
from stationkiosk.casework.mediating.shown import Said
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.domain.talks import Reader
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import CLERK, consented, do, mediating
from tests.casework.mediating.walled import answer, desk_station, member, say
from tests.casework.world import World


@pytest.fixture
def case_id(world: World) -> UUID:
    note = world.counter().seal("mediator_note", "样品：最低八千")
    return mediating(world, sealed={"mediator_note": note})


def test_notes_and_offers_stand_in_order_with_what_became_of_them(world: World, case_id: UUID) -> None:
    mine = member(world)
    say(mine, case_id, "样品：愿意谈", side_n=1, reader=Reader.FILER)
    say(mine, case_id, "样品：一次付清", "18000", side_n=1, reader=Reader.BOTH)
    seen = say(mine, case_id, "", "9000.50", side_n=3, session_n=None)
    assert seen.talks is not None
    first, second = (talk for talk in seen.talks if talk.offer)
    seen = answer(mine, case_id, first.n, "countered")
    assert seen.talks is not None
    before, note, *offers = seen.talks
    assert (before.n, before.side_n, before.reader) == (-1, 1, Reader.MEDIATOR)
    assert before.text.endswith("：样品：最低八千")
    assert (note.offer, note.side_n, note.text, note.reader) == (0, 1, "样品：愿意谈", Reader.FILER)
    assert [(one.offer, one.amount, one.answer, one.by) for one in offers] == [
        (1, Decimal(18000), "countered", "mediator-1"),
        (2, Decimal("9000.50"), "", "mediator-1"),
    ]
    with pytest.raises(Closed, match="offer_gone"):
        answer(mine, case_id, first.n, "taken")
    with pytest.raises(Closed, match="offer_gone"):
        answer(mine, case_id, note.n, "taken")
    answer(mine, case_id, second.n, "taken")
    assert verify(world.station.store, world.station.keys).ok


def test_what_nobody_could_keep_is_refused_before_it_is_sealed(world: World, case_id: UUID) -> None:
    mine = member(world)
    for said, why in (
        ({"text": " \n "}, "talk_empty"),
        ({"text": "样" * 5001}, "talk_long"),
        ({"text": "样品", "amount": "0"}, "offer_sum"),
        ({"text": "样品\U00013000"}, "glyph_missing"),
    ):
        with pytest.raises(KnownError, match=why):
            say(mine, case_id, said["text"], said.get("amount", ""))
    with pytest.raises(Closed, match="no_such_party"):
        say(mine, case_id, "样品", side_n=9)
    with pytest.raises(Closed, match="no_such_session"):
        say(mine, case_id, "样品", session_n=9)
    assert rows(world.station, tables.Talk) == []


def test_the_same_press_keeps_the_same_words_once(world: World, case_id: UUID) -> None:
    mine = member(world)
    seen = mine.mediation(case_id, 1)
    said = Said("样品：先道歉", Reader.BOTH, offer=True)
    for _ in range(2):
        mine.talk(case_id, 1, said, seen.case_version, seen.matter_version, "press")
    assert len(rows(world.station, tables.Talk)) == 1
    with pytest.raises(Closed, match="another_act"):
        mine.talk(case_id, 1, replace(said, text="别的"), seen.case_version, seen.matter_version, "press")
    with pytest.raises(Changed):
        mine.talk(case_id, 1, said, seen.case_version, seen.matter_version, "press-2")
    seen = mine.mediation(case_id, 1)
    (offer,) = (talk for talk in seen.talks or () if talk.offer)
    for _ in range(2):
        mine.answer_offer(case_id, 1, offer.n, "taken", seen.case_version, seen.matter_version, "press-3")
    assert len(rows(world.station, tables.Talk)) == 2


def test_only_the_mediator_of_the_matter_hears_and_speaks(world: World, case_id: UUID) -> None:
    say(member(world), case_id, "样品：底线")
    for role, login in ((Role.MEDIATOR, "staff-1"), (Role.CLERK, ""), (Role.SUPERVISOR, "")):
        other = member(world, role, login)
        seen = other.mediation(case_id, 1)
        assert (seen.talks, seen.draft, seen.mine) == (None, None, False)
        with pytest.raises(Closed, match="not_the_mediator"):
            say(other, case_id, "样品")
        with pytest.raises(Closed, match=r"not_your_role|not_the_mediator"):
            do(world.station, case_id, "talk", Actor(role, other.who.login, "desk-1"), sealed="00")
    with pytest.raises(Closed, match=r"case_not_yours|part_not_yours"):
        member(world, Role.OFFICER).mediation(case_id, 1)
    with pytest.raises(Closed, match="no_such_matter"):
        member(world).mediation(case_id, 2)


def test_a_mediator_who_steps_back_hears_no_more_and_keeps_what_was_confided(
    world: World, case_id: UUID
) -> None:
    say(member(world), case_id, "样品：底线")
    say(member(world), case_id, "样品：都知道", reader=Reader.BOTH)
    do(world.station, case_id, "ask_recusal", CLERK, party="3", reason="样品：亲戚")
    other = {"mediator": "staff-1", "disclosed": "没有", "reason": "样品"}
    do(world.station, case_id, "grant_recusal", CLERK, **other)
    assert member(world).mediation(case_id, 1).talks is None
    fresh = member(world, Role.MEDIATOR, "staff-1").mediation(case_id, 1)
    assert [talk.text for talk in fresh.talks or () if talk.n > 0] == ["样品：都知道"]


def test_who_mediates_is_no_officer_on_the_case_from_the_day_they_are_named(world: World) -> None:
    case_id = consented(world)
    do(world.station, case_id, "appoint", CLERK, way="people", mediator="staff-1", disclosed="没有")
    both = desk(desk_station(world), Role.MEDIATOR, Role.OFFICER, login="staff-1")
    seen = both.mediation(case_id, 1)
    assert seen.mine
    assert [talk.text for talk in seen.talks or ()] == ["（这台电脑的钥匙打不开这一条）"]
    given = {"second": "officer-1", "approved_by": "样品局长", "approved_on": "2026-11-23"}
    versions = {"case_version": seen.case_version, "matter_version": 1, "client_key": "as-officer"}
    officer = Actor(Role.OFFICER, "staff-1", "desk-1")
    with pytest.raises(Closed, match="roles_apart"):
        perform(world.station, Act("open_case", case_id, 2, actor=officer, inputs=given, **versions))
    alone = desk(desk_station(world), Role.OFFICER, login="staff-1")
    with pytest.raises(Closed, match="case_not_yours"):
        alone.open(case_id)


def test_a_machine_without_the_key_opens_nothing_and_says_so(world: World, case_id: UUID) -> None:
    with pytest.raises(KnownError, match="mediator_key_missing"):
        desk(world.station, Role.MEDIATOR).mediation(case_id, 1)


def test_how_often_something_was_said_is_told_to_the_mediator_alone(world: World, case_id: UUID) -> None:
    say(member(world), case_id, "样品")
    told = {
        role: sum(
            "Note what was said" in entry.what.en for entry in member(world, role).open(case_id).journal
        )
        for role in (Role.MEDIATOR, Role.CLERK, Role.COURT_LIAISON, Role.SUPERVISOR)
    }
    assert told == {Role.MEDIATOR: 1, Role.CLERK: 0, Role.COURT_LIAISON: 0, Role.SUPERVISOR: 0}
