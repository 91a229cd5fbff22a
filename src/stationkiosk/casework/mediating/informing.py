"""Telling of rights and duties, and writing down what nobody disputes."""

from __future__ import annotations

from sqlalchemy import Connection, select

from stationkiosk.casework.contacts import note_contact
from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.attendants import attendants
from stationkiosk.casework.mediating.sealing import check_mediator
from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import next_n
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

INFORMED = tables.Informed.__table__
PARTY = tables.Party.__table__
UNDISPUTED = tables.Undisputed.__table__


def inform(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter that rights and duties were made known to somebody who may come. Closed ``no_such_party``."""
    party, way = int(doing.inputs["party"]), doing.inputs["told_way"]
    if party not in {one.n for one in may_come(station, unit.connection, matter)}:
        raise Closed("no_such_party")
    unit.insert(
        tables.Informed,
        case_id=matter.case_id,
        n=next_n(unit, tables.Informed, matter.case_id),
        matter_n=matter.n,
        party_n=party,
        way=way,
        at=station.clock.now(),
        signature_n=None,
    )
    note_contact(station, unit, matter.case_id, matter.n, party, doing.actor, way, "sent")


def write_undisputed(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter each line as a fact that nobody disputes, once. Closed ``not_the_mediator``."""
    check_mediator(unit.connection, matter.case_id, matter.n, doing.actor.name)
    kept = select(UNDISPUTED.c.text).where(
        UNDISPUTED.c.case_id == matter.case_id, UNDISPUTED.c.matter_n == matter.n
    )
    known = set(unit.connection.execute(kept).scalars())
    lines = (line.strip() for line in doing.inputs["facts"].splitlines())
    first, now = next_n(unit, tables.Undisputed, matter.case_id), station.clock.now()
    fresh = [line for line in dict.fromkeys(lines) if line and line not in known]
    unit.insert_all(
        tables.Undisputed,
        (
            {"case_id": matter.case_id, "n": n, "matter_n": matter.n, "text": line, "at": now}
            for n, line in enumerate(fresh, first)
        ),
    )


def may_come(station: Station, connection: Connection, matter: Record) -> tuple[Attendant, ...]:
    """Return who may come to a mediation for each side, and who of them was told of rights and duties."""
    parties = select(PARTY).where(PARTY.c.case_id == matter.case_id).order_by(PARTY.c.n)
    told = select(INFORMED.c.party_n).where(
        INFORMED.c.case_id == matter.case_id, INFORMED.c.matter_n == matter.n
    )
    return attendants(
        station.reference.words,
        connection.execute(parties).all(),
        set(connection.execute(told).scalars()),
    )
