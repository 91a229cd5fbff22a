"""What an auditor reads: every act of staff with who, when and why, and no party's name."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text

from stationkiosk.casework.audit import Asked, audit
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.door import Act, perform
from stationkiosk.casework.members import set_active
from stationkiosk.casework.staff import SignedIn, sign_in
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import STAFF_ROLES
from tests.casework.members import actor
from tests.casework.world import PARTIES, HeldClock, World, application

WHY = "样品：材料齐了"


def signed_in(station: Station, role: Role) -> SignedIn:
    return SignedIn(f"{role.value}-1", "", frozenset({role}), station.clock.now())


@pytest.fixture
def auditor(station: Station) -> SignedIn:
    return signed_in(station, Role.AUDITOR)


@pytest.fixture
def accepted(world: World) -> tuple[UUID, str]:
    """A case whose mediation a clerk accepted, and said why."""
    filed = world.counter().file(application(world.station), "press-1")
    act = Act("accept", filed.case_id, 1, 1, 1, actor(Role.CLERK), "act-1", {"reason": WHY})
    perform(world.station, act)
    return filed.case_id, filed.number


def test_an_act_stands_with_who_when_why_and_the_case_by_number(
    station: Station, auditor: SignedIn, accepted: tuple[UUID, str]
) -> None:
    line = next(one for one in audit(station, auditor, Asked()).lines if one.about == accepted[1])
    assert (line.login, line.name, line.reason) == ("clerk-1", "样品 clerk-1", WHY)
    assert "受理" in line.what.zh
    assert line.at == station.clock.now()
    assert len(line.hash) == 64


def test_no_partys_name_number_or_telephone_is_told(
    station: Station, auditor: SignedIn, accepted: tuple[UUID, str]
) -> None:
    told = repr(audit(station, auditor, Asked()))
    for party in PARTIES:
        for secret in (party.name, party.id_number, party.phone):
            assert not secret or secret not in told


def test_what_the_public_and_the_program_do_is_no_act_of_staff(
    station: Station, auditor: SignedIn, accepted: tuple[UUID, str]
) -> None:
    assert {line.login for line in audit(station, auditor, Asked()).lines} == {"clerk-1"}


@pytest.mark.parametrize("role", STAFF_ROLES)
def test_only_an_auditor_reads_it(station: Station, role: Role) -> None:
    who = signed_in(station, role)
    if role is Role.AUDITOR:
        assert audit(station, who, Asked()).lines == ()
    else:
        with pytest.raises(Closed, match="part_not_yours"):
            audit(station, who, Asked())


def test_it_is_narrowed_to_a_person_and_to_days(
    station: Station, auditor: SignedIn, clock: HeldClock
) -> None:
    security = signed_in(station, Role.SECURITY_ADMIN)
    for active in (False, True):
        set_active(station, security, "staff-2", active)
        clock.move(days=1)
    with pytest.raises(Closed, match="sign_in_wrong"):
        sign_in(station, "officer-1", "wrong")
    everything = audit(station, auditor, Asked()).lines
    assert [(line.what.en, line.about) for line in everything] == [
        ("A wrong password", "officer-1"),
        ("Opened an account", "staff-2"),
        ("Closed an account", "staff-2"),
    ]
    day = date(2026, 11, 24)
    assert len(audit(station, auditor, Asked(since=day)).lines) == 2
    assert len(audit(station, auditor, Asked(until=day)).lines) == 2
    assert len(audit(station, auditor, Asked(day, day, "security_admin-1")).lines) == 1
    assert not audit(station, auditor, Asked(who="clerk-1")).lines


def test_pages_follow_each_other_without_a_gap(station: Station, clock: HeldClock) -> None:
    security = signed_in(station, Role.SECURITY_ADMIN)
    for n in range(60):
        set_active(station, security, "staff-2", bool(n % 2))
        if n % 7 == 0:
            clock.move(seconds=1)
    desk = Desk(station, signed_in(station, Role.AUDITOR))
    first = desk.audit()
    second = desk.audit(after=first.after)
    seqs = [line.seq for line in (*first.lines, *second.lines)]
    assert len(seqs) == 60
    assert seqs == sorted(seqs, reverse=True)
    assert not second.after
    for after in ("x", "1/2", "x/y/1", "9" * 40 + "/station/1"):
        with pytest.raises(Closed, match="no_such_page"):
            desk.audit(after=after)


@pytest.mark.parametrize("who", ["", "AND actor = 'x'"])
def test_it_is_found_without_reading_the_whole_journal(station: Station, who: str) -> None:
    from stationkiosk.store.station_tables import AUDITED

    query = f"SELECT * FROM journal WHERE {AUDITED} {who} ORDER BY at DESC, chain DESC, seq DESC LIMIT 51"
    with station.store.read() as connection:
        plan = " ".join(str(row) for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}")))
    assert "ix_journal_audited" in plan
    assert "TEMP B-TREE" not in plan
