"""The one door: every act checked, journalled, done once, and never on a record that moved on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.door import Act, perform
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import STAYS
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.world import HeldClock, World, application

CLERK = Actor(Role.CLERK, "clerk-1", "desk-1")

REFUSED = {"ground": "power", "reason": "样品张三不是权利人"}
APPROVED = {"second": "officer-1", "approved_by": "样品局长", "approved_on": "2026-11-23"}


@pytest.fixture
def case_id(world: World) -> UUID:
    return world.counter().file(application(world.station), "press-1").case_id


def act(case_id: UUID, action: str = "accept", **changes: object) -> Act:
    return replace(Act(action, case_id, 1, 1, 1, CLERK, "act-1"), **changes)  # type: ignore[arg-type]


def state(station: Station, case_id: UUID, n: int = 1) -> str:
    query = select(tables.Matter.state).where(tables.Matter.case_id == case_id, tables.Matter.n == n)
    with station.store.read() as connection:
        return connection.execute(query).scalar_one()


def test_an_act_moves_the_matter_stops_its_clock_and_is_journalled(station: Station, case_id: UUID) -> None:
    done = perform(station, act(case_id))
    assert (done.state, done.matter_version, done.case_version) == ("accepted", 2, 2)
    with station.store.read() as connection:
        stopped = connection.execute(
            select(tables.Deadline.stopped_at).where(tables.Deadline.rule == "mediation.decide")
        ).scalar_one()
        actions = list(connection.execute(select(tables.Journal.action)).scalars())
    assert stopped == station.clock.now()
    assert "mediation.accept" in actions


@pytest.mark.parametrize(
    ("day", "article"),
    [((2026, 12, 31), "《商标法》第六十条第三款"), ((2027, 1, 1), "《商标法》第七十四条")],
)
def test_the_journal_cites_the_law_in_force_on_the_day_of_the_act(
    station: Station, clock: HeldClock, case_id: UUID, day: tuple[int, int, int], article: str
) -> None:
    clock.moment = datetime(*day, 3, tzinfo=UTC)
    perform(station, act(case_id))
    with station.store.read() as connection:
        body = connection.execute(
            select(tables.Journal.body).where(tables.Journal.action == "mediation.accept")
        ).scalar_one()
    assert article in body


def test_the_same_act_twice_is_done_once(station: Station, case_id: UUID) -> None:
    perform(station, act(case_id))
    again = perform(station, act(case_id))
    assert again.again
    assert again.matter_version == 2


@pytest.mark.parametrize(
    "change",
    [{"matter": 2}, {"action": "withdraw"}, {"inputs": {"reason": "另一个"}}],
)
def test_a_client_key_stands_for_one_act(
    station: Station, case_id: UUID, change: dict[str, object]
) -> None:
    perform(station, act(case_id))
    other = Counter(station).file(application(station), "press-2").case_id
    for asked in (act(case_id, **change), act(other)):
        with pytest.raises(Closed, match="another_act"):
            perform(station, asked)


def test_a_reason_is_kept_and_not_told_to_the_journal(station: Station, case_id: UUID) -> None:
    perform(station, act(case_id, "refuse", inputs=REFUSED))
    with station.store.read() as connection:
        assert connection.execute(select(tables.Acted.inputs)).scalar_one() == REFUSED
        bodies = "".join(connection.execute(select(tables.Journal.body)).scalars())
    assert "张三" not in bodies
    assert verify(station.store, station.keys).ok


@pytest.mark.parametrize("version", [{"matter_version": 7}, {"case_version": 7}])
def test_an_act_on_a_record_that_moved_on_is_refused(
    station: Station, case_id: UUID, version: dict[str, int]
) -> None:
    with pytest.raises(Changed):
        perform(station, act(case_id, **version))
    assert state(station, case_id) == "applied"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"actor": Actor(Role.OFFICER, "officer-1", "desk-1")}, "not_your_role"),
        ({"actor": Actor(Role.CLERK, "officer-1", "desk-1")}, "not_your_role"),
        ({"actor": Actor(Role.CLERK, "nobody", "desk-1")}, "not_a_member"),
        ({"action": "refuse"}, "input_missing"),
        (
            {"action": "refuse", "inputs": {"ground": "power", "reason": "  "}},
            "input_missing",
        ),
        ({"action": "refuse", "inputs": REFUSED | {"ground": "whim"}}, "input_unreadable"),
        ({"action": "file"}, "no_such_action"),
        ({"action": "fly"}, "no_such_action"),
        ({"matter": 9}, "no_such_matter"),
    ],
)
def test_a_closed_act_says_why(
    station: Station, case_id: UUID, change: dict[str, object], why: str
) -> None:
    with pytest.raises(Closed) as fault:
        perform(station, act(case_id, **change))
    assert fault.value.key == why
    assert state(station, case_id) == "applied"


def test_nobody_is_mediator_and_officer_on_one_case(station: Station, case_id: UUID) -> None:
    mediator = Actor(Role.MEDIATOR, "staff-1", "desk-1")
    perform(station, act(case_id, actor=mediator))
    officer = Actor(Role.OFFICER, "staff-1", "desk-1")
    report = act(
        case_id, "open_case", matter=2, case_version=2, actor=officer, client_key="act-2", inputs=APPROVED
    )
    with pytest.raises(Closed) as fault:
        perform(station, report)
    assert fault.value.key == "roles_apart"
    perform(station, replace(report, actor=Actor(Role.OFFICER, "staff-2", "desk-1")))


STEPS = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from(sorted({row.id for track in TRACKS.values() for row in track.actions})),
        st.sampled_from([Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.APPLICANT]),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(steps=STEPS)
def test_whatever_is_tried_a_matter_only_moves_along_its_table(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str, Role]]
) -> None:
    world = World.make(tmp_path_factory.mktemp("walk"))
    case_id = world.counter().file(application(world.station), "press-1").case_id
    versions = {0: 1, 1: 1, 2: 1, 3: 1}
    tracks = {1: "mediation", 2: "report", 3: "preservation"}
    for n, (matter, action, role) in enumerate(steps):
        before = state(world.station, case_id, matter)
        actor = Actor(role, f"{role}-1", "desk-1")
        inputs = {"reason": "样品", "ground": "other", "member": "clerk-1", **APPROVED, "second": "staff-2"}
        asked = Act(action, case_id, matter, versions[0], versions[matter], actor, f"k{n}", inputs)
        try:
            done = perform(world.station, asked)
        except Closed:
            assert state(world.station, case_id, matter) == before
            continue
        row = TRACKS[tracks[matter]].action(action)
        assert before in row.from_states
        assert role in row.roles
        to_state = row.leads_to(frozenset({"reporter_named"}))
        assert done.state == (before if to_state == STAYS else to_state)
        versions |= {0: done.case_version, matter: done.matter_version}
    world.close()
