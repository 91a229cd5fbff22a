"""Carrying out an agreement: what was done, with its proof, and what was not (ML 31)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

DUTY = tables.Duty.__table__
EXHIBIT = tables.Exhibit.__table__


def duty_rows(connection: Connection, matter: Record) -> tuple[Record, ...]:
    """Return the duties of the agreement in effect, in their order."""
    query = select(DUTY).where(DUTY.c.case_id == matter.case_id, DUTY.c.matter_n == matter.n)
    return tuple(connection.execute(query.order_by(DUTY.c.n)))


def done(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:  # noqa: ARG001
    """Tick a duty off with its proof: a piece of evidence, or words on how it is known.

    Closed ``no_such_duty``, ``duty_settled``, ``proof_missing``.
    """
    given = doing.inputs
    exhibit, note = given.get("exhibit", "").strip(), given.get("note", "").strip()
    if exhibit and int(exhibit) not in _exhibits(unit, matter):
        raise Closed("proof_missing")
    if not (exhibit or note):
        raise Closed("proof_missing")
    _settle(
        unit,
        matter,
        given["duty"],
        state=DutyState.DONE.value,
        done_on=date.fromisoformat(given["day"]),
        exhibit_n=int(exhibit) if exhibit else None,
        note=note,
    )


def broken(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:  # noqa: ARG001
    """Note that a duty was not done, and what is known of it. Closed as ``done``."""
    given = doing.inputs
    _settle(unit, matter, given["duty"], state=DutyState.BROKEN.value, note=given["reason"].strip())


def _settle(unit: Unit, matter: Record, duty: str, **values: Any) -> None:  # noqa: ANN401
    found = next((row for row in duty_rows(unit.connection, matter) if str(row.n) == duty), None)
    if found is None:
        raise Closed("no_such_duty")
    if found.state == DutyState.DONE.value:
        raise Closed("duty_settled")
    unit.update(tables.Duty, {"case_id": matter.case_id, "n": found.n}, **values)


def _exhibits(unit: Unit, matter: Record) -> frozenset[int]:
    query = select(EXHIBIT.c.n).where(EXHIBIT.c.case_id == matter.case_id)
    return frozenset(unit.connection.execute(query).scalars())
