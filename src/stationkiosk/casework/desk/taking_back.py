"""Taking back at the desk one's own last act on a case, where nothing left the station by it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework import undoing
from stationkiosk.casework.desk.casefile import open_case
from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.desk.undoable import last_own
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables

CASE = tables.Case.__table__


def undo(station: Station, who: SignedIn, case_id: UUID, case_version: int | None = None) -> CaseFile:
    """Take back the person's last act and return the case as it then is.

    Raises Closed ``nothing_to_undo`` and what ``casework.undoing.undo`` raises; Changed where the
    case is not at ``case_version`` any more, if that is given.
    """
    with station.store.read() as connection:
        roles = sees(connection, who, case_id).roles
        found = last_own(connection, case_id, who, roles, station.device)
        version = case_version if case_version is not None else _version(connection, case_id)
    if found is None:
        raise Closed("nothing_to_undo")
    actor, _last = found
    undoing.undo(station, case_id, actor, version)
    return open_case(station, who, case_id)


def _version(connection: Connection, case_id: UUID) -> int:
    return int(connection.execute(select(CASE.c.version).where(CASE.c.id == case_id)).scalar_one())
