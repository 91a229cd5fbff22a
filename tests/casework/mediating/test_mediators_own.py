"""What is the mediator's own is refused to every other mediator: each method of the desk, each action."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.door import Act, carry_out
from stationkiosk.casework.mediating.shown import Said
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.talks import Reader
from stationkiosk.domain.tracks.needs import Need, NeedKind
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import Action
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit
from tests.casework.mediating.mediated import mediating
from tests.casework.mediating.walled import desk_station, member
from tests.casework.world import World

OTHER = "staff-1"
OWN = [row for row in TRACKS["mediation"].actions if row.roles == {Role.MEDIATOR}]
GIVEN = {
    NeedKind.SEALED: "00",
    NeedKind.HASH: "0" * 64,
    NeedKind.NUMBER: "1",
    NeedKind.PARTY: "1",
    NeedKind.PARTIES: "1,3",
    NeedKind.TEXT: "样品",
}


@dataclass(frozen=True)
class Place:
    world: World
    case_id: UUID


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    world = World.make(tmp_path_factory.mktemp("own"))
    yield Place(world, mediating(world))
    world.close()


class _Undone(Exception):
    """Ends a transaction that is to leave nothing."""


def tried(place: Place, row: Action, state: str, login: str) -> str:
    """What came of an action of somebody who is a mediator, in a state; nothing of it stays."""
    station, came = desk_station(place.world), ""
    with suppress(_Undone), station.store.write() as unit:
        unit.update(tables.Matter, {"case_id": place.case_id, "n": 1}, state=state)
        with_sessions(unit, place, station.clock.now())
        inputs = {need.id: given(place, need) for need in row.needs if need.required}
        try:
            carry_out(station, unit, act_of(unit, place.case_id, row, login, inputs))
        except KnownError as fault:
            came = fault.key
        raise _Undone
    return came


def with_sessions(unit: Unit, place: Place, now: datetime) -> None:
    """Enter a session that is under way and one to come, so that no act is closed for want of one."""
    for n, opened in enumerate((now, None), 1):
        unit.insert(
            tables.Session,
            case_id=place.case_id,
            n=n,
            matter_n=1,
            private_with=None,
            mediator="mediator-1",
            room="样品",
            starts_at=now,
            minutes=60,
            opened_at=opened,
            closed_at=None,
            outcome="",
            present=[],
        )


def given(place: Place, need: Need) -> str:
    if not need.options:
        return GIVEN[need.kind]
    station = place.world.station
    return station.reference.choices(need.options, station.today())[0].option


def act_of(unit: Unit, case_id: UUID, row: Action, login: str, inputs: dict[str, str]) -> Act:
    matter = select(tables.Matter.version).where(tables.Matter.case_id == case_id, tables.Matter.n == 1)
    case = select(tables.Case.version).where(tables.Case.id == case_id)
    versions = [unit.connection.execute(query).scalar_one() for query in (case, matter)]
    return Act(row.id, case_id, 1, *versions, Actor(Role.MEDIATOR, login, "desk-1"), "try", inputs)


@pytest.mark.parametrize("row", OWN, ids=lambda row: row.id)
def test_every_act_that_is_the_mediators_own_is_refused_to_another(place: Place, row: Action) -> None:
    for state in sorted(row.from_states):
        assert tried(place, row, state, OTHER) == "not_the_mediator"
        assert tried(place, row, state, "mediator-1") != "not_the_mediator"


METHODS: dict[str, Callable[[Desk, UUID], object]] = {
    "talk": lambda desk, at: desk.talk(at, 1, Said("样品", Reader.BOTH), 9, 9, "try-talk"),
    "answer_offer": lambda desk, at: desk.answer_offer(at, 1, 1, "taken", 9, 9, "try-answer"),
    "save_draft_agreement": lambda desk, at: desk.save_draft_agreement(at, 1, (), True, 9, 9, "try-draft"),
    "agreement_pages": lambda desk, at: desk.agreement_pages(at, 1, (), True),
    "weigh_agreement": lambda desk, at: desk.weigh_agreement(at, 1, (), True),
    "fix_agreement": lambda desk, at: desk.fix_agreement(at, 1, 1, 9, 9, "try-fix"),
    "ask_signature": lambda desk, at: desk.ask_signature("LJ07A", at, 1, 1),
}


@pytest.mark.parametrize("method", METHODS)
def test_every_method_that_is_the_mediators_own_is_refused_to_another(place: Place, method: str) -> None:
    with pytest.raises(Closed, match="not_the_mediator"):
        METHODS[method](member(place.world, Role.MEDIATOR, OTHER), place.case_id)
    with suppress(KnownError):
        METHODS[method](member(place.world), place.case_id)


@pytest.mark.parametrize("method", METHODS)
def test_who_lost_the_mediators_post_hears_nothing_more(place: Place, method: str) -> None:
    clerk = member(place.world, Role.CLERK, "mediator-1")
    with pytest.raises(Closed, match=r"sign_in_again|not_the_mediator|not_your_role"):
        METHODS[method](clerk, place.case_id)
