"""Which of a person's acts on a case can still be taken back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection

from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.undoing import LastAct, undoable
from stationkiosk.domain.actors import Actor, Role


def last_own(
    connection: Connection, case_id: UUID, who: SignedIn, roles: frozenset[Role], device: str
) -> tuple[Actor, LastAct] | None:
    """Return the last act of a case and who did it, where that is this person and it can be taken back."""
    for role in sorted(roles):
        actor = who.actor(role, device)
        last = undoable(connection, case_id, actor)
        if last is not None:
            return actor, last
    return None
