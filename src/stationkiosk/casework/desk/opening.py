"""Opening who reported a breach: an officer, with a reason, in the journal before anything is read."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.saying import keep_said, needed
from stationkiosk.casework.staff import SignedIn, check_member
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.sealing import OFFICER
from stationkiosk.domain.text import Text
from stationkiosk.ledger.seal import open_text
from stationkiosk.store import tables
from stationkiosk.store.uuid7 import uuid7

OPEN_REPORTER = "open_reporter"
"""What the journal calls it."""

CASE = tables.Case.__table__
SEALED = tables.Sealed.__table__


def open_reporter(station: Station, who: SignedIn, case_id: UUID, reason: str) -> tuple[Line, ...]:
    """Return who reported, for this once; that it was read stands in the journal, and why.

    Closed ``part_not_yours``, ``not_your_role``, ``reason_missing``, ``nobody_named`` where the
    report names nobody; KnownError ``officer_key_missing``, ``seal_closed``.
    """
    why = needed(reason)
    with station.store.read() as connection:
        sees(connection, who, case_id).check(Part.REPORTER)
        actor = acting(connection, who, frozenset({Role.OFFICER}), station.device, case_id)
        query = select(CASE.c.form, SEALED.c.field, SEALED.c.box).join(
            SEALED, SEALED.c.case_id == CASE.c.id
        )
        mine = query.where(CASE.c.id == case_id, SEALED.c.reader == OFFICER).order_by(SEALED.c.n)
        boxes = connection.execute(mine).all()
    if not boxes:
        raise Closed("nobody_named")
    if not station.keys.officer_private:
        raise KnownError("officer_key_missing")
    key = str(uuid7(station.clock, station.random))
    with station.store.write() as unit:
        check_member(unit.connection, actor)
        keep_said(unit, case_id, OPEN_REPORTER, {"reason": why}, key)
        unit.journal(case_id, actor, OPEN_REPORTER, station.clock.now())
    form = station.reference.forms[boxes[0].form]
    lines = []
    for box in boxes:
        said = open_text(station.keys.officer_private, box.box, box.field.encode())
        lines.append(Line(form.question(box.field).label, Text(said, said)))
    return tuple(lines)
