"""Made-up members of staff: one in each post, and a few who hold what the tests of the door need.

``World.make`` enrols them; a station opened from its settings gets them by ``enrol(station)``.
Nobody can sign in as one of them before ``casework.staff`` gave them a password.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from argon2 import PasswordHasher

from stationkiosk.casework import pin, staff
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.staff import STAFF_ROLES
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

if TYPE_CHECKING:
    import pytest

QUICKLY = partial(PasswordHasher, 1, 8, 1)
"""Hashes of no strength, for what is not about it: a real one takes a tenth of a second each time."""

UNKNOWN = QUICKLY().hash("known to nobody")
MEMBERS: dict[str, tuple[Role, ...]] = {f"{role.value}-1": (role,) for role in STAFF_ROLES} | {
    "staff-1": (Role.CLERK, Role.MEDIATOR, Role.OFFICER),
    "staff-2": (Role.OFFICER,),
}


def actor(role: Role, device: str = "desk-1") -> Actor:
    """The made-up member in a post."""
    return Actor(role, f"{role.value}-1", device)


def hash_quickly(patch: pytest.MonkeyPatch) -> None:
    """Have PINs and passwords kept from now on be hashed without strength."""
    for module in (pin, staff):
        patch.setattr(module, "PasswordHasher", QUICKLY)


def put_members(
    unit: Unit, station: Station, members: Mapping[str, tuple[Role, ...]], password: str = UNKNOWN
) -> None:
    """Enter members within ``unit``; ``password`` is a hash."""
    for login, roles in members.items():
        unit.insert(
            tables.Staff,
            login=login,
            name=f"样品 {login}",
            password=password,
            roles=[role.value for role in roles],
            active=True,
            must_change=False,
            password_at=station.clock.now(),
            signed_in_at=None,
        )


def enrol(
    station: Station, members: Mapping[str, tuple[Role, ...]] = MEMBERS, password: str = UNKNOWN
) -> None:
    """Enter members into the station's record."""
    with station.store.write() as unit:
        put_members(unit, station, members, password)
        unit.journal(None, station.itself(), "add_member", station.clock.now())
