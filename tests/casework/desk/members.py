"""Desks of the made-up members of staff, one a post."""

from __future__ import annotations

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role


def desk(station: Station, *roles: Role, login: str = "") -> Desk:
    """The desk of a member with these posts."""
    name = login or f"{roles[0]}-1"
    return Desk(station, SignedIn(name, f"样品 {name}", frozenset(roles), station.clock.now()))
