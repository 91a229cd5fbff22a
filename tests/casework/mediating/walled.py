"""Desks that open what is sealed to the mediator, and what is said at them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

import pypdfium2
from sqlalchemy import text

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.mediating.shown import MediationShown, Said
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.talks import Reader
from stationkiosk.ledger.keys import load_keys
from tests.casework.desk.members import desk
from tests.casework.world import World


def desk_station(world: World) -> Station:
    """The same station at a desk: with the keys that open seals."""
    return replace(world.station, keys=load_keys(world.folder / "keys", desk=True))


def member(world: World, role: Role = Role.MEDIATOR, login: str = "") -> Desk:
    """Somebody's desk, the mediator's unless it is said whose."""
    return desk(desk_station(world), role, login=login)


def open_bytes(world: World) -> bytes:
    """Every value of every table, as it could be read or exported, in each spelling it may have.

    The file's own list names them: the search's tables are among them, which no model describes.
    """
    with world.station.store.read() as connection:
        named = connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'"))
        tables = named.scalars().all()
        kept = [
            value if isinstance(value, bytes) else f"{value}\0{value!r}".encode()
            for table in tables
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))
            for value in row
        ]
    return b"\0".join(kept)


def words_of(pdf: bytes) -> str:
    """Return the words on the pages of a PDF, without the breaks between lines."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    return "".join(pages).replace("\r", "").replace("\n", "")


def say(at: Desk, case_id: UUID, text: str, amount: str = "", **changes: object) -> MediationShown:
    """Have the mediator keep a note, or with an amount an offer, and return the page as it then is."""
    seen = at.mediation(case_id, 1)
    money = Decimal(amount) if amount else None
    said = replace(Said(text, Reader.MEDIATOR, amount=money, offer=bool(amount)), **changes)  # type: ignore[arg-type]
    at.talk(case_id, 1, said, seen.case_version, seen.matter_version, str(uuid4()))
    return at.mediation(case_id, 1)


def answer(at: Desk, case_id: UUID, n: int, became: str) -> MediationShown:
    """Have the mediator keep what became of an offer, and return the page as it then is."""
    seen = at.mediation(case_id, 1)
    at.answer_offer(case_id, 1, n, became, seen.case_version, seen.matter_version, str(uuid4()))
    return at.mediation(case_id, 1)
