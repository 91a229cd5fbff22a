"""The members of staff: added, given posts, closed, given a new password, all by a security admin.

Nobody changes their own posts, and there is always a security admin left. A password that was
given is known to whoever gave it: it opens nothing but the page on which its owner sets another.
Every change stands in the station's journal; no password and no hash of one does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from stationkiosk.casework.desk.views import Member
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import (
    SignedIn,
    check_present,
    checked_password,
    forgive,
    hashed,
    is_locked,
    matches,
    roles_of,
)
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part, may_see
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import STAFF_ROLES, check_password, check_roles, read_login, tidy_login
from stationkiosk.ledger.seal import public_of
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

STAFF = tables.Staff.__table__

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Signs that are not taken for each other."""

GROUPS, GROUP = 4, 4


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody who becomes a member. ``password`` is one of their own; "" gives them one to change."""

    login: str
    name: str
    roles: frozenset[Role]
    password: str = ""


def one_time_password(station: Station) -> str:
    """Return a password to be given to somebody and changed by them: 79 bits, such as ``k7fm-2xcd-…``."""
    signs: list[str] = []
    most = 256 - 256 % len(LETTERS)
    while len(signs) < GROUPS * GROUP:
        signs += [LETTERS[byte % len(LETTERS)] for byte in station.random.bytes(32) if byte < most]
    return "-".join("".join(signs[i * GROUP : (i + 1) * GROUP]) for i in range(GROUPS))


def members(station: Station, who: SignedIn) -> tuple[Member, ...]:
    """Return all members, those who are closed too, to a security admin."""
    with station.store.read() as connection:
        _check_sees(check_present(connection, who), Part.STAFF)
        rows = connection.execute(select(STAFF).order_by(STAFF.c.active.desc(), STAFF.c.login)).all()
        locked = {row.login for row in rows if is_locked(connection, station, row.login)}
    return tuple(
        Member(row.login, row.name, roles_of(row), row.active, row.login in locked, row.signed_in_at)
        for row in rows
    )


def add_member(station: Station, who: SignedIn, new: NewMember) -> str:
    """Enter a new member and return the password they begin with.

    Closed: ``login_form``, ``login_taken``, ``name_missing`` and those of ``check_roles``.
    """
    given = one_time_password(station)
    row = _new_row(station, new, given)
    with station.store.write() as unit:
        by = _security_admin(unit, station, who)
        _put(unit, row)
        detail = {"login": row["login"], "roles": row["roles"]}
        unit.journal(None, by, "add_member", station.clock.now(), detail)
    return given


def put_first(unit: Unit, station: Station, new: Collection[NewMember]) -> dict[str, str]:
    """Enter members of a station that is being made; return the passwords that were given, by login.

    The caller journals them with the making of the station.
    """
    given: dict[str, str] = {}
    for member in new:
        password = member.password or one_time_password(station)
        row = _new_row(station, member, password)
        _put(unit, row | {"must_change": not member.password})
        given[str(row["login"])] = password
    return given


def set_roles(station: Station, who: SignedIn, login: str, roles: Collection[Role]) -> None:
    """Give a member other posts.

    Closed ``not_yourself``, ``last_security_admin`` and those of ``check_roles``.
    """
    check_roles(roles)
    held = [role.value for role in STAFF_ROLES if role in roles]
    with station.store.write() as unit:
        by = _security_admin(unit, station, who)
        row = _other(unit, who, login)
        if Role.SECURITY_ADMIN not in roles:
            _check_not_last(unit, row)
        unit.update(tables.Staff, {"login": row.login}, roles=held)
        unit.journal(None, by, "set_roles", station.clock.now(), {"login": row.login, "roles": held})


def set_active(station: Station, who: SignedIn, login: str, active: bool) -> None:
    """Close a member's account, or open it again. Closed ``not_yourself``, ``last_security_admin``."""
    with station.store.write() as unit:
        by = _security_admin(unit, station, who)
        row = _other(unit, who, login)
        if not active:
            _check_not_last(unit, row)
        unit.update(tables.Staff, {"login": row.login}, active=active)
        act = "open_member" if active else "close_member"
        unit.journal(None, by, act, station.clock.now(), {"login": row.login})


def reset_password(station: Station, who: SignedIn, login: str) -> str:
    """Give a member a new password, end where they are signed in, and unlock their name; return it."""
    given = one_time_password(station)
    kept = hashed(given)
    with station.store.write() as unit:
        by = _security_admin(unit, station, who)
        row = _other(unit, who, login)
        _give(unit, station, row.login, kept)
        unit.journal(None, by, "reset_password", station.clock.now(), {"login": row.login})
    return given


def unlock_member(station: Station, who: SignedIn, login: str) -> None:
    """Forget the wrong passwords tried with a member's name, at every machine."""
    with station.store.write() as unit:
        by = _security_admin(unit, station, who)
        row = _row(unit, login)
        forgive(unit, station, row.login, everywhere=True)
        unit.journal(None, by, "unlock_member", station.clock.now(), {"login": row.login})


def recover(station: Station, login: str, recovery_key: bytes) -> str:
    """Give a security admin a new password by the recovery key from the safe, where nobody else can.

    Closed ``recovery_key_other`` for another station's key, ``not_security_admin`` for a name that
    is none: everybody else asks one.
    """
    if public_of(recovery_key) != station.keys.recovery_public:
        raise Closed("recovery_key_other")
    given = one_time_password(station)
    kept = hashed(given)
    with station.store.write() as unit:
        row = _row(unit, login)
        if Role.SECURITY_ADMIN not in roles_of(row):
            raise Closed("not_security_admin")
        _give(unit, station, row.login, kept)
        unit.update(tables.Staff, {"login": row.login}, active=True)
        unit.journal(None, station.itself(), "recover_member", station.clock.now(), {"login": row.login})
    return given


def begin(station: Station, new: NewMember) -> str:
    """Enter the first member of a station that has none, a security admin; return the password given.

    Closed ``not_first`` where there is one already, ``not_security_admin`` for another post.
    """
    if Role.SECURITY_ADMIN not in new.roles:
        raise Closed("not_security_admin")
    with station.store.write() as unit:
        if unit.connection.execute(select(STAFF.c.login).limit(1)).first() is not None:
            raise Closed("not_first")
        ((login, given),) = put_first(unit, station, (new,)).items()
        unit.journal(None, station.itself(), "add_member", station.clock.now(), {"login": login})
    return given


def change_password(station: Station, who: SignedIn, old: str, new: str) -> SignedIn:
    """Set one's own password and return who is signed in from now on; elsewhere they sign in anew.

    Closed as ``casework.staff.sign_in`` for a wrong old one; ``password_same`` and those of
    ``domain.staff.check_password`` for the new one.
    """
    row = checked_password(station, who.login, old)
    check_password(new, row.login, row.name, station.terms.password_least)
    if matches(row, new):
        raise Closed("password_same")
    kept, now = hashed(new), station.clock.now()
    with station.store.write() as unit:
        roles = check_present(unit.connection, who, must_change=True)
        unit.update(tables.Staff, {"login": row.login}, password=kept, must_change=False, password_at=now)
        forgive(unit, station, row.login)
        unit.journal(None, who.foremost(station.device), "change_password", now)
    return SignedIn(row.login, row.name, roles, now)


def _new_row(station: Station, new: NewMember, password: str) -> dict[str, object]:
    check_roles(new.roles)
    if not (name := new.name.strip()):
        raise Closed("name_missing")
    return {
        "login": read_login(new.login),
        "name": name,
        "password": hashed(password),
        "roles": [role.value for role in STAFF_ROLES if role in new.roles],
        "active": True,
        "must_change": True,
        "password_at": station.clock.now(),
        "signed_in_at": None,
    }


def _put(unit: Unit, row: dict[str, object]) -> None:
    known = select(STAFF.c.login).where(STAFF.c.login == row["login"])
    if unit.connection.execute(known).first() is not None:
        raise Closed("login_taken", login=str(row["login"]))
    unit.insert(tables.Staff, **row)


def _give(unit: Unit, station: Station, login: str, kept: str) -> None:
    now = station.clock.now()
    unit.update(tables.Staff, {"login": login}, password=kept, must_change=True, password_at=now)
    forgive(unit, station, login, everywhere=True)


def _security_admin(unit: Unit, station: Station, who: SignedIn) -> Actor:
    if Role.SECURITY_ADMIN not in check_present(unit.connection, who):
        raise Closed("not_your_role")
    return who.actor(Role.SECURITY_ADMIN, station.device)


def _check_sees(roles: frozenset[Role], part: Part) -> None:
    if not may_see(roles, part):
        raise Closed("not_your_role")


def _row(unit: Unit, login: str) -> Record:
    found = unit.connection.execute(select(STAFF).where(STAFF.c.login == tidy_login(login))).first()
    if found is None:
        raise Closed("no_such_member", login=login)
    return found


def _other(unit: Unit, who: SignedIn, login: str) -> Record:
    row = _row(unit, login)
    if row.login == who.login:
        raise Closed("not_yourself")
    return row


def _check_not_last(unit: Unit, row: Record) -> None:
    others = unit.connection.execute(select(STAFF).where(STAFF.c.active, STAFF.c.login != row.login))
    if not any(Role.SECURITY_ADMIN in roles_of(other) for other in others):
        raise Closed("last_security_admin")
