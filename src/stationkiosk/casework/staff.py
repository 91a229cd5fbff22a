"""Signing in at the desk: who it is, in which posts, and whether they still are.

A wrong password, a name nobody has and a member who was closed all take the same time and get
the same answer. Wrong passwords lock a name at this machine only, and for a while only. A security
admin's right password opens even then (once a minute): nobody can lock the station out of
mending it. A machine at which many names were tried is slowed, never stopped.
"""

from __future__ import annotations

import hashlib
import hmac
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Connection, delete, select

from stationkiosk.casework.guessing import Tried, count_failure, tries_of, wait_after
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import STAFF_ROLES, foremost, tidy_login, tidy_password
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

STAFF = tables.Staff.__table__
GUESS = tables.Guess.__table__

DOOR = "sign_in"
SLOWEST = timedelta(seconds=30)
"""The longest a machine makes everybody wait: a desk where somebody plays must stay in use."""

MOST_AT_A_MACHINE = 7
"""Wrong passwords that are counted at a machine: with these it waits the longest already."""

SPARE = timedelta(minutes=1)
"""How often a security admin's password is heard while their name is locked."""

NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c3RhdGlvbmtpb3Nr$I8PMSkmIVP+Yvb3e0AobkuTbBB4Zyn5SFBuvyEN/v9c"
"""What a password is held against where there is no such member, so that it takes as long."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A member of staff at the desk. It holds no password; ``since`` is when they signed in.

    Who ``must_change`` has a password that somebody else knows or that is too old: until they
    have set their own, ``check_present`` and the door let them do nothing.
    """

    login: str
    name: str
    roles: frozenset[Role]
    since: datetime
    must_change: bool = False

    def actor(self, role: Role, device: str) -> Actor:
        """Return them acting in one of their posts. Closed ``not_your_role`` in another."""
        if role not in self.roles:
            raise Closed("not_your_role")
        return Actor(role, self.login, device)

    def foremost(self, device: str) -> Actor:
        """Return them as they sign in and out: in the first of their posts."""
        return Actor(foremost(self.roles), self.login, device)


def sign_in(station: Station, login: str, password: str) -> SignedIn:
    """Return who this is; the station's journal tells of it, and of each wrong password.

    Closed: ``no_members`` in a station that has none yet; ``sign_in_wrong``; ``sign_in_locked``
    (``minutes``), ``slow_down`` (``seconds``);
    ``sign_in_closed`` for a right password of somebody who is no member any more.
    """
    row = checked_password(station, login, password)
    if not row.active:
        raise Closed("sign_in_closed")
    now, old = station.clock.now(), _too_old(station, row)
    who = SignedIn(row.login, row.name, roles_of(row), now, row.must_change or old)
    with station.store.write() as unit:
        _still_the_same(unit, row)
        forgive(unit, station, row.login)
        unit.update(tables.Staff, {"login": row.login}, signed_in_at=now, must_change=who.must_change)
        unit.journal(None, who.foremost(station.device), "sign_in", now)
    return who


def unlock(station: Station, who: SignedIn, password: str) -> None:
    """Open the locked desk again to whoever is signed in there. Closed as ``sign_in``."""
    row = checked_password(station, who.login, password)
    with station.store.write() as unit:
        check_present(unit.connection, who, must_change=True)
        _still_the_same(unit, row)
        forgive(unit, station, row.login)
        unit.journal(None, who.foremost(station.device), "unlock_desk", station.clock.now())


def lock(station: Station, who: SignedIn, idle: bool = False) -> None:
    """Tell the journal that the desk was locked, by hand or because it stood ``idle``."""
    _note(station, who, "lock_desk", idle)


def sign_out(station: Station, who: SignedIn, idle: bool = False) -> None:
    """Tell the journal that somebody left the desk."""
    _note(station, who, "sign_out", idle)


def check_member(connection: Connection, actor: Actor) -> None:
    """Refuse an actor in a post of staff who is no active member with that post, in one transaction.

    Closed: ``not_a_member``, ``not_your_role``, ``password_first`` before they have their own password.
    """
    if actor.role in STAFF_ROLES:
        row = _member(connection, actor.name)
        if actor.role not in roles_of(row):
            raise Closed("not_your_role")
        if row.must_change:
            raise Closed("password_first")


def check_present(connection: Connection, who: SignedIn, must_change: bool = False) -> frozenset[Role]:
    """Return the posts that somebody signed in has still: every read model asks first.

    Closed: ``not_a_member``; ``sign_in_again`` where their password was set anew by others since
    or no post is left; ``password_first``, unless whoever ``must_change`` is let through.
    """
    row = _member(connection, who.login)
    roles = who.roles & roles_of(row)
    if row.password_at > who.since or not roles:
        raise Closed("sign_in_again")
    if (row.must_change or who.must_change) and not must_change:
        raise Closed("password_first")
    return roles


def posts_on_case(connection: Connection, case_chain: str, login: str) -> frozenset[Role]:
    """Return the posts in which a member acted on a case so far (see ``domain.access.on_case``)."""
    journal = tables.Journal.__table__
    query = select(journal.c.role).where(journal.c.chain == case_chain, journal.c.actor == login).distinct()
    acted = set(connection.execute(query).scalars())
    return frozenset(role for role in STAFF_ROLES if role.value in acted)


def named_on_case(connection: Connection, case_id: UUID, login: str) -> frozenset[Role]:
    """Return the mediator's post to whoever is named as a mediator on a case, acted or not.

    To them what is sealed there is open from that moment on.
    """
    named = tables.Mediation.__table__
    theirs = named.c.case_id == case_id, named.c.mediator == login
    found = connection.execute(select(named.c.n).where(*theirs).limit(1)).first()
    return frozenset() if found is None else frozenset({Role.MEDIATOR})


def posts_of(connection: Connection, login: str) -> frozenset[Role]:
    """Return the posts of a login, none where it is no active member's."""
    try:
        return roles_of(_member(connection, login))
    except Closed:
        return frozenset()


def roles_of(row: Record) -> frozenset[Role]:
    """Return the posts in a member's row."""
    return frozenset(Role(role) for role in row.roles)


def hashed(password: str) -> str:
    """Return the Argon2id hash of a password (RFC 9106, 64 MiB, three passes)."""
    return PasswordHasher().hash(tidy_password(password))


def forgive(unit: Unit, station: Station, login: str, everywhere: bool = False) -> None:
    """Forget the wrong passwords tried with a name at this machine, or ``everywhere``."""
    name = _digest(station, login)
    device = tables.Guess.device
    at = device.contains(name) if everywhere else device.startswith(_whose(station, name))
    unit.connection.execute(delete(tables.Guess).where(at))


def is_locked(connection: Connection, station: Station, login: str) -> bool:
    """Tell whether a name is locked at some machine now."""
    query = select(GUESS).where(GUESS.c.device.endswith(f"/{DOOR}/{_digest(station, login)}"))
    tries = [Tried(row.failures, row.last_at) for row in connection.execute(query)]
    return any(_rest(station, tried) > timedelta(0) for tried in tries)


def matches(row: Record | None, password: str) -> bool:
    """Tell whether this is a member's password; it takes the same time where there is no member."""
    try:
        PasswordHasher().verify(row.password if row is not None else NOBODY, tidy_password(password))
    except VerifyMismatchError:
        return False
    return row is not None


def checked_password(station: Station, typed: str, password: str) -> Record:
    """Return the row of a member, active or not, whose password this is. Closed as ``sign_in``."""
    login = tidy_login(typed)
    name = _digest(station, login)
    with station.store.read() as connection:
        at_machine = tries_of(connection, f"{station.device}/{DOOR}")
        tried = tries_of(connection, _whose(station, name))
        spare = tries_of(connection, f"{_whose(station, name)}/spare")
        row = connection.execute(select(STAFF).where(STAFF.c.login == login)).first()
        if row is None and connection.execute(select(STAFF.c.login).limit(1)).first() is None:
            raise Closed("no_members")
    _check_patience(station, at_machine)
    right = matches(row, password)
    rest = _rest(station, tried)
    if rest > timedelta(0):
        admin = row is not None and row.active and Role.SECURITY_ADMIN in roles_of(row)
        heard = admin and spare.left(station.clock.now(), SPARE) <= timedelta(0)
        if heard and not right:
            _note_wrong(station, login, f"{name}/spare", known=True)
        if not (heard and right):
            raise Closed("sign_in_locked", minutes=str(math.ceil(rest / timedelta(minutes=1))))
    if row is None or not right:
        _note_wrong(station, login, name, known=row is not None)
        raise Closed("sign_in_wrong")
    return row


def _check_patience(station: Station, at_machine: Tried) -> None:
    now = station.clock.now()
    wait = min(wait_after(at_machine.faded(now, SLOWEST)), SLOWEST)
    left = at_machine.left(now, wait)
    if left > timedelta(0):
        raise Closed("slow_down", seconds=str(math.ceil(left.total_seconds())))


def _rest(station: Station, tried: Tried) -> timedelta:
    """Return how long a name with these tries is locked still."""
    now, terms = station.clock.now(), station.terms
    if tried.failures < terms.sign_in_tries:
        return timedelta(0)
    return tried.left(now, terms.sign_in_rest)


def _note_wrong(station: Station, login: str, name: str, known: bool) -> None:
    """Count a wrong password. A name nobody has may be a password: the journal is not told it."""
    terms, now = station.terms, station.clock.now()
    with station.store.write() as unit:
        count_failure(station, unit, f"{station.device}/{DOOR}", SLOWEST, MOST_AT_A_MACHINE)
        failures = count_failure(
            station, unit, _whose(station, name), terms.sign_in_rest, terms.sign_in_tries
        )
        detail = {"login": login if known else "", "failures": failures}
        locked = failures == terms.sign_in_tries
        act = "sign_in_locked" if locked else "sign_in_wrong"
        unit.journal(None, station.itself(), act, now, detail)


def _note(station: Station, who: SignedIn, action: str, idle: bool) -> None:
    with station.store.write() as unit:
        unit.journal(None, who.foremost(station.device), action, station.clock.now(), {"idle": idle})


def _still_the_same(unit: Unit, row: Record) -> None:
    """Refuse who was closed or got another password while theirs was being checked."""
    query = select(STAFF.c.password, STAFF.c.active).where(STAFF.c.login == row.login)
    if tuple(unit.connection.execute(query).one()) != (row.password, True):
        raise Closed("sign_in_wrong")


def _too_old(station: Station, row: Record) -> bool:
    days = station.terms.password_days
    return bool(days) and station.clock.now() - row.password_at >= timedelta(days=days)


def _member(connection: Connection, login: str) -> Record:
    row = connection.execute(select(STAFF).where(STAFF.c.login == login)).first()
    if row is None or not row.active:
        raise Closed("not_a_member")
    return row


def _digest(station: Station, login: str) -> str:
    """Return what a name is counted under: what was typed may be a password by mistake."""
    return hmac.new(station.keys.pepper, f"sign-in:{login}".encode(), hashlib.sha256).hexdigest()[:32]


def _whose(station: Station, name: str) -> str:
    return f"{station.device}/{DOOR}/{name}"
