"""Who sees what: every post against every part, track and kind of paper, from a table of its own."""

from __future__ import annotations

import pytest

from stationkiosk.domain.access import (
    PAPERS_SEEN,
    PARTS,
    TRACKS_SEEN,
    Part,
    lists_case,
    may_see,
    may_see_paper,
    on_case,
    parts_seen,
    tracks_seen,
)
from stationkiosk.domain.actors import Role
from stationkiosk.domain.staff import ADMINS, CASE_ROLES, STAFF_ROLES
from stationkiosk.domain.tracks.registry import TRACKS

C, M, O, L, S = (  # noqa: E741 -- one letter a post, so that the table reads as one
    Role.CLERK,
    Role.MEDIATOR,
    Role.OFFICER,
    Role.COURT_LIAISON,
    Role.SUPERVISOR,
)
SEEN: dict[Part, set[Role]] = {
    Part.CASES: {C, M, O, L, S},
    Part.PARTIES: {C, M, O, L, S},
    Part.REACH: {C, M, O, L, S},
    Part.REPORTER: {O},
    Part.RIGHT: {C, M, O, L, S},
    Part.FACTS: {C, M, O, L, S},
    Part.CLAIMS: {C, M, O, L, S},
    Part.CONSENTS: {C, M, L, S},
    Part.ANSWERS: {C, M, S},
    Part.EVIDENCE: {C, M, O, L, S},
    Part.CLOCKS: {C, M, O, L, S},
    Part.PAPERS: {C, M, O, L, S},
    Part.CONTACTS: {C, M, O, S},
    Part.JOURNAL: {C, M, O, L, S},
    Part.LIKENESS: {C, M, O, S},
    Part.PATTERN: {C, M, O, S},
    Part.CALLS: {C, S},
    Part.MESSAGES: {C, S},
    Part.INTAKE: {C, S},
    Part.STAFF: {Role.SECURITY_ADMIN},
    Part.MEMBERS: {C, M, O, L, S, Role.SECURITY_ADMIN, Role.AUDITOR},
    Part.AUDIT: {Role.AUDITOR},
    Part.PRINTING: {C, M, O, L, S, Role.SYSTEM_ADMIN},
    Part.SETTINGS: {Role.SYSTEM_ADMIN},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", Part)
def test_every_post_sees_its_parts_and_no_other(role: Role, part: Part) -> None:
    assert may_see({role}, part) == (role in SEEN[part])


def test_several_posts_see_what_any_of_them_sees() -> None:
    both = {Role.COURT_LIAISON, Role.OFFICER}
    assert parts_seen(both) == PARTS[Role.COURT_LIAISON] | PARTS[Role.OFFICER]
    assert tracks_seen(both) == TRACKS_SEEN[Role.COURT_LIAISON] | TRACKS_SEEN[Role.OFFICER]


@pytest.mark.parametrize("role", [*ADMINS, Role.APPLICANT, Role.STATION])
def test_admins_and_outsiders_see_no_case(role: Role) -> None:
    assert not tracks_seen({role})
    assert not may_see_paper({role}, "receipt")


def test_whoever_may_act_on_a_track_sees_it() -> None:
    for track in TRACKS.values():
        for row in track.actions:
            for role in row.roles & set(STAFF_ROLES):
                assert track.id in tracks_seen({role}), (track.id, role)


def test_every_track_is_seen_by_somebody_and_has_its_papers_listed() -> None:
    assert set(TRACKS) <= set(PAPERS_SEEN)
    assert set(TRACKS) <= tracks_seen(CASE_ROLES)
    for track in TRACKS.values():
        for row in track.actions:
            for kind in (*row.papers, *(kind for _, kind in row.papers_if)):
                assert may_see_paper({Role.SUPERVISOR, Role.MEDIATOR}, kind), kind


@pytest.mark.parametrize(
    ("role", "kind", "seen"),
    [
        (Role.MEDIATOR, "report_result", False),
        (Role.MEDIATOR, "inquiry_notice", True),
        (Role.OFFICER, "inquiry_notice", False),
        (Role.OFFICER, "agreement", False),
        (Role.OFFICER, "mediation_record", False),
        (Role.MEDIATOR, "mediation_record", True),
        (Role.CLERK, "mediation_record", False),
        (Role.SUPERVISOR, "mediation_record", False),
        (Role.COURT_LIAISON, "mediation_record", False),
        (Role.COURT_LIAISON, "agreement", True),
        (Role.CLERK, "mediation_summary", True),
        (Role.OFFICER, "answer_receipt", False),
        (Role.OFFICER, "report_result", True),
        (Role.COURT_LIAISON, "complaint_refusal", False),
        (Role.SUPERVISOR, "unheard_of", False),
    ],
)
def test_papers_stay_on_their_side_of_the_wall(role: Role, kind: str, seen: bool) -> None:
    assert may_see_paper({role}, kind) is seen


def test_on_one_case_nobody_is_mediator_and_officer() -> None:
    both = frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER})
    assert on_case(both, set()) == both
    assert on_case(both, {Role.MEDIATOR}) == {Role.CLERK, Role.MEDIATOR}
    assert on_case(both, {Role.OFFICER}) == {Role.CLERK, Role.OFFICER}
    assert on_case(both, {Role.OFFICER, Role.MEDIATOR}) == {Role.CLERK}


def test_a_case_stands_in_the_lists_of_who_sees_more_of_it_than_its_evidence_kept_safe() -> None:
    mediator, officer = frozenset({Role.MEDIATOR}), frozenset({Role.OFFICER})
    report = frozenset({"report", "preservation"})
    assert lists_case(officer, report)
    assert not lists_case(mediator, report)
    assert lists_case(mediator, frozenset({"preservation"}))
    assert not lists_case(frozenset({Role.AUDITOR}), report)
