"""Who works at a station: which posts one person may hold, what a sign-in name and a password may be.

The three admins (system, security, audit) are three persons, and whoever audits acts on nothing
they would audit (GB/T 22239 8.1.10). Passwords: long, of several kinds, nobody else's guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Set

from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed

STAFF_ROLES: tuple[Role, ...] = (
    Role.CLERK,
    Role.MEDIATOR,
    Role.OFFICER,
    Role.COURT_LIAISON,
    Role.SUPERVISOR,
    Role.SYSTEM_ADMIN,
    Role.SECURITY_ADMIN,
    Role.AUDITOR,
)
"""The posts a member of staff may hold, in the order in which they are shown."""

CASE_ROLES = frozenset(STAFF_ROLES[:5])
"""The posts that work on cases."""

ADMINS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
"""Three posts that are never two in one person."""

APART = {Role.MEDIATOR: Role.OFFICER, Role.OFFICER: Role.MEDIATOR}
"""Posts that one person may both hold, but not on one case (the mediation wall)."""

SHORTEST = 10
"""The fewest characters of a password, unless the station wants more."""

LONGEST = 128
LONG = 16
"""From here on two kinds of characters are enough."""

OTHERS = frozenset({"admin", "kiosk", "station"})
"""What the journal calls those who are no member: whoever typed the PIN, the public, the program."""

_LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,31}")
_RUNS = "0123456789876543210 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 1qaz2wsx3edc4rfv"
_RUN = 6
_COMMON = (
    "password",
    "passw0rd",
    "letmein",
    "welcome",
    "iloveyou",
    "woaini",
    "5201314",
    "abc123",
    "sample",
)
_TAIL = 5
"""How much may stand around a common password before it is one's own."""


def check_roles(roles: Collection[Role]) -> None:
    """Refuse posts that one person may not hold together.

    Closed: ``roles_none``, ``roles_not_staff``, ``roles_admins``, ``roles_auditor``.
    """
    held = frozenset(roles)
    if not held:
        raise Closed("roles_none")
    if not held <= set(STAFF_ROLES):
        raise Closed("roles_not_staff")
    if len(held & ADMINS) > 1:
        raise Closed("roles_admins")
    if Role.AUDITOR in held and len(held) > 1:
        raise Closed("roles_auditor")


def foremost(roles: Set[Role]) -> Role:
    """Return the post a person signs in and out as: the first of those they hold."""
    return next(role for role in STAFF_ROLES if role in roles)


def tidy_login(typed: str) -> str:
    """Return a sign-in name as it is compared: without blanks around it, in small letters."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def read_login(typed: str) -> str:
    """Return a new sign-in name tidied. Closed ``login_form`` where it is none, ``login_taken``.

    It enters the journal in the clear, so it is short and says nothing but who it is.
    """
    login = tidy_login(typed)
    if not _LOGIN.fullmatch(login):
        raise Closed("login_form")
    if login in OTHERS:
        raise Closed("login_taken", login=login)
    return login


def tidy_password(typed: str) -> str:
    """Return a password as it is hashed: the same however a keyboard composes it (RFC 8265)."""
    return unicodedata.normalize("NFC", typed)


def check_password(password: str, login: str, name: str, shortest: int = SHORTEST) -> None:
    """Refuse a new password that others would guess.

    Closed: ``password_short`` (with ``least``), ``password_long``, ``password_simple``,
    ``password_yours``, ``password_common``.
    """
    if len(password) < shortest:
        raise Closed("password_short", least=str(shortest))
    if len(password) > LONGEST:
        raise Closed("password_long", most=str(LONGEST))
    if _kinds(password) < (2 if len(password) >= LONG else 3) or len(set(password)) < _RUN:
        raise Closed("password_simple")
    plain = password.casefold()
    if any(len(own) > 1 and own.casefold() in plain for own in (login, name)):
        raise Closed("password_yours")
    if _common(plain):
        raise Closed("password_common")


def _kinds(password: str) -> int:
    kinds = {
        "digit" if c.isdigit() else "small" if c.islower() else "capital" if c.isupper() else "other"
        for c in password
    }
    return len(kinds)


def _common(plain: str) -> bool:
    if any(word in plain and len(plain) - len(word) <= _TAIL for word in _COMMON):
        return True
    runs = (plain[i : i + _RUN] for i in range(len(plain) - _RUN + 1))
    return any(run in _RUNS for run in runs) and len(plain) < LONG
