"""Every post tries everything: each method of the desk, and each action of each track through the door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.mediation import Mediating
from stationkiosk.casework.desk.printers import Printing
from stationkiosk.casework.desk.readiness import SelfTesting
from stationkiosk.casework.desk.views import Wanted
from stationkiosk.casework.door import Act, carry_out
from stationkiosk.casework.gathering import Gathering
from stationkiosk.casework.mediating.shown import Said
from stationkiosk.casework.members import NewMember
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.printing.shown import PaperRule
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.devices.printing import PrinterSpec
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.staff import STAFF_ROLES
from stationkiosk.domain.talks import Reader
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, Action, Track
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit
from tests.casework.answers import asked
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import mediating
from tests.casework.test_reports import report
from tests.casework.world import World

C, M, O, L, S = (  # noqa: E741 -- one letter a post, so that the table reads as one
    Role.CLERK,
    Role.MEDIATOR,
    Role.OFFICER,
    Role.COURT_LIAISON,
    Role.SUPERVISOR,
)
SYSTEM, SECURITY, AUDITOR = Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR
ON_CASES = {C, M, O, L, S}
AT_PRINTERS = ON_CASES | {SYSTEM}
NO_PRINTER = PrinterSpec("", "ipp", "ipp://printer.example/", Text("", ""), "a4")
OF_THE_MEDIATED = UUID("01a20606-0000-7000-8000-000000000001")
NOT_YOURS = {"not_your_role", "part_not_yours", "case_not_yours", "not_the_mediator"}


@dataclass(frozen=True)
class Place:
    """A station with a mediation whose other side was asked, one with its mediator, a report, a call."""

    world: World
    mediation: UUID
    mediated: UUID
    report: UUID

    def paper(self, case_id: UUID, kind: str) -> PaperRef:
        found = next(paper for paper in papers_of(self.world.station, case_id) if paper.kind == kind)
        return PaperRef(case_id, found.n)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    world = World.make(tmp_path_factory.mktemp("rights"))
    mediation, _code = asked(world)
    reported = world.counter().file(report(world), "press-report")
    world.counter().call_staff("home")
    yield Place(world, mediation.case_id, mediating(world, id=OF_THE_MEDIATED), reported.case_id)
    world.close()


Try = Callable[[Desk, Place], object]
TRIES: dict[str, tuple[set[Role], Try]] = {
    "page": (ON_CASES, lambda desk, _: desk.page(Wanted())),
    "counts": (ON_CASES, lambda desk, _: desk.counts()),
    "open": ({C, M, O, L, S}, lambda desk, at: desk.open(at.mediation)),
    "open a report": ({C, O, S}, lambda desk, at: desk.open(at.report)),
    "sight": (ON_CASES, lambda desk, at: desk.sight(at.mediation, 1, 0)),
    "sight of a report": ({C, O, S}, lambda desk, at: desk.sight(at.report, 1, 0)),
    "exhibit_bytes": (ON_CASES, lambda desk, at: desk.exhibit_bytes(at.mediation, 1)),
    "paper": (ON_CASES, lambda desk, at: desk.paper(at.paper(at.mediation, "receipt"))),
    "paper of the mediation": (
        {C, M, L, S},
        lambda desk, at: desk.paper(at.paper(at.mediation, "inquiry_notice")),
    ),
    "paper of a report": (
        {C, O, S},
        lambda desk, at: desk.paper(at.paper(at.report, "report_receipt")),
    ),
    "print_paper": (
        ON_CASES,
        lambda desk, at: desk.print_paper(at.paper(at.mediation, "receipt"), "样品"),
    ),
    "printers": (AT_PRINTERS, lambda desk, _: desk.printers()),
    "printing_plan": (AT_PRINTERS, lambda desk, _: desk.printing_plan()),
    "keep_printer": ({S, SYSTEM}, lambda desk, _: desk.keep_printer(NO_PRINTER)),
    "drop_printer": ({S, SYSTEM}, lambda desk, _: desk.drop_printer("folder")),
    "accept_printer": ({S, SYSTEM}, lambda desk, _: desk.accept_printer("nowhere")),
    "keep_rule": ({S, SYSTEM}, lambda desk, _: desk.keep_rule("nothing", PaperRule())),
    "drop_rule": ({S, SYSTEM}, lambda desk, _: desk.drop_rule("receipt")),
    "find_printers": ({S, SYSTEM}, lambda desk, _: desk.find_printers()),
    "print_trial": (AT_PRINTERS, lambda desk, _: desk.print_trial("nowhere")),
    "trial": (AT_PRINTERS, lambda desk, _: desk.trial("nowhere", "job")),
    "cancel_job": (AT_PRINTERS, lambda desk, _: desk.cancel_job("nowhere", "job")),
    "last_self_test": (set(STAFF_ROLES), lambda desk, _: desk.last_self_test()),
    "self_test": (AT_PRINTERS, lambda desk, _: desk.self_test()),
    "print_readiness": (AT_PRINTERS, lambda desk, _: desk.print_readiness("nowhere")),
    "resume_printer": (AT_PRINTERS, lambda desk, _: desk.resume_printer("nowhere")),
    "copies": (ON_CASES, lambda desk, _: desk.copies(date(2026, 11, 23))),
    "printers_for": (ON_CASES, lambda desk, at: desk.printers_for(at.paper(at.mediation, "receipt"))),
    "settle_copy": (
        ON_CASES,
        lambda desk, at: desk.settle_copy(at.paper(at.mediation, "receipt"), 1, "in_hand", "样品"),
    ),
    "settle_copy of the mediation": (
        {C, M, L, S},
        lambda desk, at: desk.settle_copy(at.paper(at.mediation, "inquiry_notice"), 1, "in_hand", "样品"),
    ),
    "open_reporter": ({O}, lambda desk, at: desk.open_reporter(at.report, "样品：核实")),
    "correct": (
        {C, S},
        lambda desk, at: desk.correct(at.mediation, "party.1.phone", "13900000000", "样品", 99),
    ),
    "act": ({O}, lambda desk, at: desk.act(at.report, 1, "open_case", {}, 99, 99, f"try-{desk.who.login}")),
    "answers_of": ({C, S}, lambda desk, at: desk.answers_of(at.mediation)),
    "alike": ({C, M, O, S}, lambda desk, at: desk.alike(at.mediation)),
    "decide_alike": (
        {C, M, O, S},
        lambda desk, at: desk.decide_alike(at.mediation, at.report, True, "样品"),
    ),
    "pattern": ({C, M, O, S}, lambda desk, at: desk.pattern(at.mediation)),
    "undo": (ON_CASES, lambda desk, at: desk.undo(at.mediation)),
    "contact": ({C, M, O, S}, lambda desk, at: desk.contact(at.mediation, 99, "phone", "reached")),
    "calls": ({C, S}, lambda desk, _: desk.calls()),
    "answer_call": ({C, S}, lambda desk, _: desk.answer_call(99)),
    "messages": ({C, S}, lambda desk, _: desk.messages()),
    "answer_message": ({C, S}, lambda desk, _: desk.answer_message(99, "样品答复")),
    "members": (ON_CASES | {SECURITY, AUDITOR}, lambda desk, _: desk.members()),
    "add_member": (
        {SECURITY},
        lambda desk, _: desk.add_member(NewMember("clerk-1", "样品", frozenset({C}))),
    ),
    "set_roles": ({SECURITY}, lambda desk, _: desk.set_roles("nobody", {C})),
    "set_active": ({SECURITY}, lambda desk, _: desk.set_active("nobody", False)),
    "reset_password": ({SECURITY}, lambda desk, _: desk.reset_password("nobody")),
    "unlock_member": ({SECURITY}, lambda desk, _: desk.unlock_member("nobody")),
    "audit": ({AUDITOR}, lambda desk, _: desk.audit()),
    "mediation": ({C, M, L, S}, lambda desk, at: desk.mediation(at.mediated, 1)),
    "booked": ({C, M, L, S}, lambda desk, _: desk.booked(date(2026, 11, 24))),
    "talk": (
        {M},
        lambda desk, at: desk.talk(
            at.mediated, 1, Said("样品", Reader.BOTH), 99, 99, f"talk-{desk.who.login}"
        ),
    ),
    "answer_offer": (
        {M},
        lambda desk, at: desk.answer_offer(at.mediated, 1, 1, "taken", 99, 99, f"offer-{desk.who.login}"),
    ),
    "save_draft_agreement": (
        {M},
        lambda desk, at: desk.save_draft_agreement(at.mediated, 1, (), True, 99, 99, "try-draft"),
    ),
    "agreement_pages": ({M}, lambda desk, at: desk.agreement_pages(at.mediated, 1, (), True)),
    "version_pages": ({M}, lambda desk, at: desk.version_pages(at.mediated, 1, 1)),
    "text_to_sign": ({M}, lambda desk, at: desk.text_to_sign(at.mediated, 1)),
    "print_to_sign": ({M}, lambda desk, at: desk.print_to_sign(at.mediated, 1, "样品")),
    "weigh_agreement": ({M}, lambda desk, at: desk.weigh_agreement(at.mediated, 1, (), True)),
    "fix_agreement": ({M}, lambda desk, at: desk.fix_agreement(at.mediated, 1, 1, 99, 99, "try-fix")),
    "take_scan": ({C, M}, lambda desk, at: desk.take_scan(at.mediated, 1, 99)),
    "screens": ({C, M, S}, lambda desk, _: desk.screens()),
    "show": ({C, M, S}, lambda desk, at: desk.show("LJ07A", at.mediation, b"", ())),
    "blank": ({C, M, S}, lambda desk, _: desk.blank("LJ07A")),
    "take_back": ({C, M, S}, lambda desk, _: desk.take_back("LJ07A")),
    "ask_signature": ({M}, lambda desk, at: desk.ask_signature("LJ07A", at.mediated, 1, 1)),
}
"""Each method of the desk that shows or changes the record: the posts it is for, and how it is tried."""

ONES_OWN = {
    *("filters", "save_filter", "drop_filter", "own_draft", "save_draft", "change_password"),
    *("subscribe", "leave", "lists_on_stick", "read_list"),
}
"""Methods about nobody but the person at the desk, and about what they hold in their hands."""

TRIED_ELSEWHERE = {
    "copy": "as paper, in test_looking",
    "preview": "as act, in test_previewing",
    "preview_paper": "in test_making_papers",
    "make_paper": "in test_making_papers",
    "file": "in test_intake",
    "intake": "in test_intake",
}


def tried(role: Role, method: str, place: Place) -> str:
    """What came of it: "" when it was done, else the key of the refusal."""
    try:
        TRIES[method][1](desk(place.world.station, role), place)
    except KnownError as fault:
        return fault.key
    return ""


@pytest.mark.parametrize("role", STAFF_ROLES)
@pytest.mark.parametrize("method", TRIES)
def test_every_post_tries_every_method_of_the_desk(place: Place, role: Role, method: str) -> None:
    came = tried(role, method, place)
    assert (came not in NOT_YOURS) == (role in TRIES[method][0]), came


@pytest.mark.parametrize("method", TRIES)
def test_who_is_no_member_any_more_is_refused_everything(place: Place, method: str) -> None:
    gone = desk(place.world.station, *STAFF_ROLES[:5], login="nobody")
    with pytest.raises(Closed, match="not_a_member"):
        TRIES[method][1](gone, place)


def test_no_method_of_the_desk_was_forgotten() -> None:
    shared = {name for name in vars(Gathering) if not name.startswith("_")}
    known = {name.partition(" ")[0] for name in TRIES} | ONES_OWN | set(TRIED_ELSEWHERE)
    own = {
        name
        for part in (Desk, SelfTesting, Printing, Mediating)
        for name in vars(part)
        if not name.startswith("_")
    }
    assert own - shared <= known


ACTIONS = [
    pytest.param(track, row, id=f"{track.id}.{row.id}")
    for track in TRACKS.values()
    for row in track.actions
    if OPENED_BY_FILING not in row.from_states
]


class _Undone(Exception):
    """Ends a transaction that is to leave nothing."""


def acted(place: Place, track: Track, row: Action, state: str, actor: Actor) -> str:
    """What came of an act on a matter of a track in a state: "" or the key; nothing of it stays."""
    station = place.world.station
    came = ""
    with suppress(_Undone), station.store.write() as unit:
        came = _attempt(station, unit, Act(row.id, place.mediation, 1, 0, 0, actor, "try"), track, state)
        raise _Undone
    return came


def _attempt(station: Station, unit: Unit, act: Act, track: Track, state: str) -> str:
    unit.update(tables.Matter, {"case_id": act.case_id, "n": 1}, track=track.id, state=state)
    matter = select(tables.Matter.version).where(tables.Matter.case_id == act.case_id, tables.Matter.n == 1)
    case = select(tables.Case.version).where(tables.Case.id == act.case_id)
    versions = [unit.connection.execute(query).scalar_one() for query in (case, matter)]
    try:
        carry_out(station, unit, replace(act, case_version=versions[0], matter_version=versions[1]))
    except KnownError as fault:
        return fault.key
    return ""


@pytest.mark.parametrize("role", STAFF_ROLES)
@pytest.mark.parametrize(("track", "row"), ACTIONS)
def test_every_post_tries_every_action(place: Place, track: Track, row: Action, role: Role) -> None:
    actor = Actor(role, f"{role.value}-1", "desk-1")
    for state in sorted(row.from_states):
        came = acted(place, track, row, state, actor)
        assert (came != "not_your_role") == (role in row.roles), (state, came)
        assert came not in {"not_in_this_state", "not_a_member"}


@pytest.mark.parametrize(("track", "row"), ACTIONS)
def test_nobody_acts_in_a_post_they_do_not_hold(place: Place, track: Track, row: Action) -> None:
    state = min(row.from_states)
    for role in row.roles & set(STAFF_ROLES):
        assert acted(place, track, row, state, Actor(role, "auditor-1", "desk-1")) == "not_your_role"
        assert acted(place, track, row, state, Actor(role, "nobody", "desk-1")) == "not_a_member"
