"""Who sits at the desk, and what of a case they may see."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed


class Person(Protocol):
    """A member of staff who is signed in."""

    @property
    def login(self) -> str:
        """The name they sign in with."""

    @property
    def roles(self) -> frozenset[Role]:
        """What they may be."""

    def actor(self, role: Role, device: str) -> Actor:
        """Return them as an actor in one of their roles."""


class Part(StrEnum):
    """A part of a case that somebody sees as a whole or not at all."""

    PARTIES = "parties"
    REACH = "reach"
    REPORTER = "reporter"
    RIGHT = "right"
    FACTS = "facts"
    CLAIMS = "claims"
    CONSENTS = "consents"
    ANSWERS = "answers"
    EVIDENCE = "evidence"
    CLOCKS = "clocks"
    PAPERS = "papers"
    CONTACTS = "contacts"
    JOURNAL = "journal"


_CASE = frozenset(Part) - {Part.REPORTER}
_SEES: Mapping[Role, frozenset[Part]] = {
    Role.CLERK: _CASE,
    Role.MEDIATOR: _CASE,
    Role.OFFICER: _CASE - {Part.CONSENTS, Part.ANSWERS} | {Part.REPORTER},
    Role.COURT_LIAISON: _CASE - {Part.ANSWERS, Part.CONTACTS},
    Role.SUPERVISOR: _CASE,
}


def may_see(roles: frozenset[Role], part: Part) -> bool:
    """Tell whether somebody with these roles sees a part of a case."""
    return any(part in _SEES.get(role, frozenset()) for role in roles)


def seen_by(roles: frozenset[Role]) -> frozenset[Part]:
    """Return the parts of a case that somebody with these roles sees. Closed ``case_not_yours``."""
    seen = frozenset(part for part in Part if may_see(roles, part))
    if not seen:
        raise Closed("case_not_yours")
    return seen


def check_sees(roles: frozenset[Role], part: Part) -> None:
    """Raise Closed ``part_not_yours`` for a part that somebody with these roles does not see."""
    if not may_see(roles, part):
        raise Closed("part_not_yours")


def role_of(person: Person, wanted: frozenset[Role]) -> Role:
    """Return the role in which a person does what these roles may. Closed ``not_your_role``."""
    fit = sorted(person.roles & wanted)
    if not fit:
        raise Closed("not_your_role")
    return fit[0]
