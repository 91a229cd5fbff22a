"""Who else works at the station: in full to a security admin, by name to whoever hands work on."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework import members as staff
from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.desk.views import Choice, Member
from stationkiosk.casework.staff import STAFF, SignedIn, roles_of
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text


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


def choices(station: Station, roles: frozenset[Role], but: str) -> tuple[Choice, ...]:
    """Return the active members in one of these posts, all but one, as the answers of an input."""
    with station.store.read() as connection:
        rows = connection.execute(select(STAFF).where(STAFF.c.active).order_by(STAFF.c.login)).all()
    fit = (row for row in rows if row.login != but and roles_of(row) & roles)
    return tuple(Choice(row.login, Text(row.name, row.name)) for row in fit)
