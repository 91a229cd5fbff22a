"""The mediation wall: what is sealed to the mediator of one matter, and who that is.

A box is bound to its matter and to what it holds: moved elsewhere it does not open. Whoever writes
one needs no secret; the key that opens lies at desks alone, and only for the mediator of the matter.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import posts_of
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.ledger.keys import key_id
from stationkiosk.ledger.seal import PADDED, open_padded, seal_padded
from stationkiosk.store import tables

MEDIATION = tables.Mediation.__table__


SEALED_ACTS = frozenset({"mediation.talk", "mediation.draft"})
"""What the journal calls the acts whose very number tells how a mediation goes."""


class Content(StrEnum):
    """What a box holds."""

    TALK = "talk"
    """Something said to reach a settlement."""
    TERMS = "terms"
    """The terms of an agreement while they are written."""
    TEXT = "text"
    """The exact bytes of an agreement that are signed."""
    PAPER = "paper"
    """What stands on a sealed paper, as data."""
    PAGES = "pages"
    """The bytes of a sealed paper."""


def box(station: Station, content: Content, case_id: UUID, n: int, plain: bytes) -> bytes:
    """Return ``plain`` as only the mediator's desk can open it; it tells its length in steps.

    ``n`` is the matter's number, a paper's for what a paper holds.
    """
    return seal_padded(station.keys.public_of(MEDIATOR), plain, _place(content, case_id, n))


def opened(station: Station, content: Content, case_id: UUID, n: int, sealed: bytes) -> bytes:
    """Return what a box holds. The caller has asked before whether this is the mediator's desk.

    KnownError ``mediator_key_missing`` where this machine opens no seals, ``seal_closed`` for a box
    of another station, matter or content, or one that was changed.
    """
    if station.keys.seal_private is None:
        raise KnownError("mediator_key_missing")
    return open_padded(station.keys.seal_private, sealed, _place(content, case_id, n))


def sealed_with(station: Station) -> dict[str, str]:
    """Return how boxes are made now, as it stands beside each: ``algorithm`` and ``key_id``."""
    return {"algorithm": PADDED, "key_id": key_id(station.keys.public_of(MEDIATOR))}


def mediation_of(connection: Connection, case_id: UUID, matter_n: int) -> Record | None:
    """Return how a matter is mediated and by whom, None while nobody is appointed."""
    query = select(MEDIATION).where(MEDIATION.c.case_id == case_id, MEDIATION.c.n == matter_n)
    return connection.execute(query).first()


def is_mediator(found: Record | None, login: str, roles: frozenset[Role]) -> bool:
    """Tell whether somebody who holds these posts on the case is the mediator of a matter."""
    return found is not None and found.mediator == login and Role.MEDIATOR in roles


def check_mediator(connection: Connection, case_id: UUID, matter_n: int, login: str) -> Record:
    """Return how a matter is mediated, to its mediator who still is one of the station's.

    Closed ``not_the_mediator`` for others.
    """
    found = mediation_of(connection, case_id, matter_n)
    if found is None or not is_mediator(found, login, posts_of(connection, login)):
        raise Closed("not_the_mediator")
    return found


def _place(content: Content, case_id: UUID, n: int) -> bytes:
    return f"mediation.{content.value}:{case_id}/{n}".encode()
