"""Who else works at the station: in full to a security admin, by name to whoever hands work on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from stationkiosk.casework import members as staff
from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.desk.views import Member
from stationkiosk.casework.staff import STAFF, SignedIn, roles_of
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role


def members(station: Station, who: SignedIn) -> tuple[Member, ...]:
    """Return the members as far as this person sees them. Closed ``part_not_yours``."""
    with station.store.read() as connection:
        seen = sees(connection, who)
        seen.check(Part.MEMBERS)
        rows = connection.execute(select(STAFF).where(STAFF.c.active).order_by(STAFF.c.login)).all()
    if Part.STAFF in seen.parts:
        return staff.members(station, who)
    return tuple(
        Member(row.login, row.name, roles_of(row), active=True, locked=False, last_sign_in=None)
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Colleague:
    """An active member; ``own`` marks whoever looks."""

    login: str
    name: str
    roles: frozenset[Role]
    own: bool = False


def members_at(connection: Connection, who: SignedIn) -> tuple[Colleague, ...]:
    """Return the active members, whoever looks among them: who mediates may name themselves."""
    rows = connection.execute(select(STAFF).where(STAFF.c.active).order_by(STAFF.c.login))
    return tuple(Colleague(row.login, row.name, roles_of(row), own=row.login == who.login) for row in rows)
