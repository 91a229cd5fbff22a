"""What a client key stands for already: a box cannot be made twice alike, so it is taken again."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.station import Station
from stationkiosk.store import tables

ACTED = tables.Acted.__table__


def pressed(
    station: Station, case_id: UUID, matter_n: int, action: str, client_key: str
) -> Mapping[str, str] | None:
    """Return the inputs with which an action was done under a client key, None where it was not."""
    query = select(ACTED.c.inputs).where(
        ACTED.c.client_key == client_key,
        ACTED.c.case_id == case_id,
        ACTED.c.matter_n == matter_n,
        ACTED.c.action == action,
    )
    with station.store.read() as connection:
        inputs: Mapping[str, str] | None = connection.execute(query).scalar()
    return inputs
