"""Members of staff at the desk, one a post."""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody signed in."""

    login: str
    roles: frozenset[Role]

    def actor(self, role: Role, device: str) -> Actor:
        return Actor(role, self.login, device)


def desk(station: Station, *roles: Role, login: str = "") -> Desk:
    """The desk of somebody with these roles."""
    return Desk(station, Member(login or f"{roles[0]}-1", frozenset(roles)))
