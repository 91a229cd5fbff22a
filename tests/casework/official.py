"""Papers of the bureau, issued in a made-up case without an act of any track."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.issuing.issuers import ISSUED_BY
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.store import tables

OFFICIAL_CLERK = Actor(Role.CLERK, "clerk-1", "desk-1")


def issued(station: Station, case_id: UUID, kind: str, matter: int = 1, **inputs: str) -> list[Record]:
    """Issue a paper of a kind on a matter and return what came of it."""
    known = len(papers_of(station, case_id))
    table = tables.Matter.__table__
    with station.store.write() as unit:
        row = unit.connection.execute(
            select(table).where(table.c.case_id == case_id, table.c.n == matter)
        ).one()
        ISSUED_BY[kind](station.at_one_moment(), unit, row, OFFICIAL_CLERK, inputs)
    return list(papers_of(station, case_id)[known:])
