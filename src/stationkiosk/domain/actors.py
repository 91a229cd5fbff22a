"""Who acts: the roles of the station and one acting person, device or program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an actor may be; rights to act and to see hang on it."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    CLERK = "clerk"
    MEDIATOR = "mediator"
    OFFICER = "officer"
    COURT_LIAISON = "court_liaison"
    SUPERVISOR = "supervisor"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDITOR = "auditor"
    STATION = "station"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone acting in a role at a named device; ``name`` enters the journal and is no personal datum."""

    role: Role
    name: str
    device: str


def kiosk_public(device: str) -> Actor:
    """Return the person standing at a kiosk, who is known only by what they file."""
    return Actor(Role.APPLICANT, "kiosk", device)


def kiosk_respondent(device: str) -> Actor:
    """Return the person at a kiosk who answers a complaint, known only by the code they were sent."""
    return Actor(Role.RESPONDENT, "kiosk", device)


def station_admin(device: str) -> Actor:
    """Return a member of staff who typed the admin PIN at a kiosk."""
    return Actor(Role.SYSTEM_ADMIN, "admin", device)


def the_station(device: str) -> Actor:
    """Return the program itself."""
    return Actor(Role.STATION, "station", device)
