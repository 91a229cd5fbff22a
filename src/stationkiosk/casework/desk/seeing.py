"""What the person at the desk may see and be, asked of the record each time before anything is read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.staff import SignedIn, check_present, named_on_case, posts_on_case
from stationkiosk.domain.access import Part, lists_case, may_see_paper, on_case, parts_seen, tracks_seen
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables

MATTER = tables.Matter.__table__

CORRECTORS = frozenset({Role.CLERK, Role.SUPERVISOR})
"""Who corrects what stands in the record of a case."""

CONTACTERS = frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.SUPERVISOR})
"""Who reaches out to the parties of a case."""


@dataclass(frozen=True, slots=True)
class Sees:
    """The posts that count for a person now, and the parts and tracks these see."""

    roles: frozenset[Role]
    parts: frozenset[Part]
    tracks: frozenset[str]

    def check(self, part: Part) -> None:
        """Raise Closed ``part_not_yours`` for a part that is not seen."""
        if part not in self.parts:
            raise Closed("part_not_yours")

    def paper(self, kind: str) -> bool:
        """Tell whether papers of a kind are seen."""
        return Part.PAPERS in self.parts and may_see_paper(self.roles, kind)


def sees(connection: Connection, who: SignedIn, case_id: UUID | None = None) -> Sees:
    """Return what a person sees now, of one case where it is given.

    Raises Closed what ``staff.check_present`` raises; ``case_not_yours`` for a case that none of
    their posts works on.
    """
    roles = check_present(connection, who)
    if case_id is not None:
        named = named_on_case(connection, case_id, who.login)
        roles = on_case(roles, named | posts_on_case(connection, str(case_id), who.login))
        tracks = set(
            connection.execute(select(MATTER.c.track).where(MATTER.c.case_id == case_id)).scalars()
        )
        if Part.CASES not in parts_seen(roles) or (tracks and not lists_case(roles, tracks)):
            raise Closed("case_not_yours")
    return Sees(roles, parts_seen(roles), tracks_seen(roles))


def acting(
    connection: Connection,
    who: SignedIn,
    wanted: frozenset[Role],
    device: str,
    case_id: UUID | None = None,
) -> Actor:
    """Return a person in the post in which they may do what ``wanted`` posts may.

    Raises Closed as ``sees``; ``not_your_role`` where they hold none of these posts.
    """
    fit = sorted(sees(connection, who, case_id).roles & wanted)
    if not fit:
        raise Closed("not_your_role")
    return who.actor(fit[0], device)
