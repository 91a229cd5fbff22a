"""Members are added, changed and closed by a security admin alone, and one is always left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from stationkiosk.casework import members as room
from stationkiosk.casework import staff
from stationkiosk.casework.members import (
    NewMember,
    add_member,
    begin,
    change_password,
    members,
    one_time_password,
    recover,
    reset_password,
    set_active,
    set_roles,
    unlock_member,
)
from stationkiosk.casework.staff import SignedIn, check_present, sign_in
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import STAFF_ROLES
from stationkiosk.ledger.seal import public_of
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.world import HeldClock, SeededRandom, World

CLERK = frozenset({Role.CLERK})
LI = NewMember("li.min", "李敏（样品）", CLERK)
GOOD = "Teapot-7 cups"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff, "PasswordHasher", partial(PasswordHasher, 1, 8, 1))
    monkeypatch.setattr(staff, "NOBODY", staff.hashed("nobody"))


def signed_in(station: Station, role: Role) -> SignedIn:
    """The made-up member in a post, signed in."""
    return SignedIn(f"{role.value}-1", "", frozenset({role}), station.clock.now())


@pytest.fixture
def sec(station: Station) -> SignedIn:
    return signed_in(station, Role.SECURITY_ADMIN)


def test_a_new_member_sets_a_password_of_their_own_before_anything_else(
    station: Station, sec: SignedIn, clock: HeldClock
) -> None:
    given = add_member(station, sec, LI)
    who = sign_in(station, "li.min", given)
    assert who.must_change
    clock.move(minutes=1)
    now = change_password(station, who, given, GOOD)
    assert not now.must_change
    with station.store.read() as connection:
        assert check_present(connection, now) == CLERK
        with pytest.raises(Closed, match="sign_in_again"):
            check_present(connection, who)
    assert sign_in(station, "li.min", GOOD).roles == CLERK
    assert verify(station.store, station.keys).ok


def test_passwords_that_are_given_are_long_and_never_the_same(station: Station) -> None:
    given = {one_time_password(station) for _ in range(200)}
    assert len(given) == 200
    assert {len(password) for password in given} == {19}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (GOOD, "Kettle-9 lids", "sign_in_wrong"),
        (None, "short", "password_short"),
        (None, "Kettle-li.min-9", "password_yours"),
        (None, None, "password_same"),
    ],
)
def test_a_password_is_changed_by_whoever_knows_the_old_one(
    station: Station, sec: SignedIn, old: str | None, new: str | None, why: str
) -> None:
    given = add_member(station, sec, LI)
    who = sign_in(station, "li.min", given)
    with pytest.raises(Closed) as fault:
        change_password(station, who, old or given, new or given)
    assert fault.value.key == why


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (NewMember("clerk-1", "样品", CLERK), "login_taken"),
        (NewMember("李敏", "样品", CLERK), "login_form"),
        (NewMember("li.min", " ", CLERK), "name_missing"),
        (NewMember("li.min", "样品", frozenset()), "roles_none"),
        (NewMember("li.min", "样品", frozenset({Role.AUDITOR, Role.CLERK})), "roles_auditor"),
    ],
)
def test_who_cannot_be_a_member_is_not_entered(
    station: Station, sec: SignedIn, new: NewMember, why: str
) -> None:
    with pytest.raises(Closed) as fault:
        add_member(station, sec, new)
    assert fault.value.key == why


CHANGES: dict[str, Callable[[Station, SignedIn], object]] = {
    "add_member": lambda station, who: add_member(station, who, LI),
    "set_roles": lambda station, who: set_roles(station, who, "staff-2", CLERK),
    "close": lambda station, who: set_active(station, who, "staff-2", active=False),
    "open": lambda station, who: set_active(station, who, "staff-2", active=True),
    "reset_password": lambda station, who: reset_password(station, who, "staff-2"),
    "unlock_member": lambda station, who: unlock_member(station, who, "staff-2"),
    "members": members,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("role", STAFF_ROLES)
def test_members_are_changed_and_listed_by_a_security_admin_alone(
    station: Station, role: Role, change: str
) -> None:
    who = signed_in(station, role)
    if role is Role.SECURITY_ADMIN:
        CHANGES[change](station, who)
    else:
        with pytest.raises(Closed, match="not_your_role"):
            CHANGES[change](station, who)


@pytest.mark.parametrize(
    "change",
    [
        lambda station, who: set_roles(
            station, who, who.login, frozenset({Role.SECURITY_ADMIN, Role.CLERK})
        ),
        lambda station, who: set_active(station, who, who.login, active=False),
        lambda station, who: reset_password(station, who, who.login),
    ],
)
def test_nobody_changes_themselves(
    station: Station, sec: SignedIn, change: Callable[[Station, SignedIn], object]
) -> None:
    with pytest.raises(Closed, match="not_yourself"):
        change(station, sec)


def test_one_security_admin_is_always_left(station: Station, sec: SignedIn) -> None:
    add_member(station, sec, NewMember("second", "样品", frozenset({Role.SECURITY_ADMIN})))
    second = SignedIn("second", "", frozenset({Role.SECURITY_ADMIN}), station.clock.now())
    set_active(station, sec, "second", active=False)
    with pytest.raises(Closed, match="not_a_member"):
        set_active(station, second, sec.login, active=False)
    set_active(station, sec, "second", active=True)
    with station.store.write() as unit:
        unit.update(tables.Staff, {"login": "second"}, must_change=False)
        unit.journal(None, station.itself(), "set_roles", station.clock.now())
    set_roles(station, second, sec.login, CLERK)
    with pytest.raises(Closed, match="sign_in_again"):
        set_roles(station, sec, "second", CLERK)


def test_the_last_security_admin_cannot_be_taken_away(
    station: Station, sec: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody changes themselves; should that ever be let through, this still holds."""
    monkeypatch.setattr(room, "_other", lambda unit, _who, login: room._row(unit, login))
    with pytest.raises(Closed, match="last_security_admin"):
        set_active(station, sec, sec.login, active=False)
    with pytest.raises(Closed, match="last_security_admin"):
        set_roles(station, sec, sec.login, CLERK)


def test_a_new_password_ends_where_they_are_signed_in_and_unlocks_the_name(
    station: Station, sec: SignedIn, clock: HeldClock
) -> None:
    who = sign_in(station, "li.min", add_member(station, sec, LI))
    for _ in range(station.terms.sign_in_tries):
        with pytest.raises(Closed, match="sign_in_wrong"):
            sign_in(station, "li.min", GOOD)
        clock.move(seconds=40)
    assert [one.login for one in members(station, sec) if one.locked] == ["li.min"]
    given = reset_password(station, sec, "li.min")
    assert sign_in(station, "li.min", given).must_change
    with station.store.read() as connection, pytest.raises(Closed, match="sign_in_again"):
        check_present(connection, who)


def test_a_name_is_unlocked(station: Station, sec: SignedIn, clock: HeldClock) -> None:
    given = add_member(station, sec, LI)
    for _ in range(station.terms.sign_in_tries):
        with pytest.raises(Closed, match="sign_in_wrong"):
            sign_in(station, "li.min", GOOD)
        clock.move(seconds=40)
    unlock_member(station, sec, "Li.Min")
    assert sign_in(station, "li.min", given)
    with pytest.raises(Closed, match="no_such_member"):
        unlock_member(station, sec, "nobody")


def test_the_recovery_key_brings_a_security_admin_back(station: Station) -> None:
    key = SeededRandom().bytes(32)
    own = replace(station, keys=replace(station.keys, recovery_public=public_of(key)))
    with pytest.raises(Closed, match="recovery_key_other"):
        recover(own, "security_admin-1", bytes(31) + b"\1")
    with pytest.raises(Closed, match="not_security_admin"):
        recover(own, "clerk-1", key)
    given = recover(own, "security_admin-1", key)
    assert sign_in(own, "security_admin-1", given).must_change


def test_a_station_without_members_gets_its_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    world = World.make(tmp_path_factory.mktemp("empty"), members={})
    with pytest.raises(Closed, match="not_security_admin"):
        begin(world.station, LI)
    first = NewMember("chief", "样品", frozenset({Role.SECURITY_ADMIN}))
    with pytest.raises(Closed, match="no_members"):
        sign_in(world.station, "chief", GOOD)
    given = begin(world.station, first)
    assert sign_in(world.station, "chief", given).must_change
    with pytest.raises(Closed, match="not_first"):
        begin(world.station, first)
    world.close()


def test_no_password_and_no_hash_stands_in_the_journal(station: Station, sec: SignedIn) -> None:
    given = add_member(station, sec, LI)
    change_password(station, sign_in(station, "li.min", given), given, GOOD)
    with station.store.read() as connection:
        bodies = "".join(connection.execute(select(tables.Journal.body)).scalars())
        kept = connection.execute(select(tables.Staff.password)).scalars().all()
    for secret in (given, GOOD, "argon2", *kept):
        assert secret not in bodies
    assert LI.name not in bodies
