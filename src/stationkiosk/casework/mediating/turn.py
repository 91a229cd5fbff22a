"""Whose turn it is in a mediation: the one act that comes next, out of what was done so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from stationkiosk.casework.mediating.circumstances import SITTING, mediator_gone
from stationkiosk.casework.mediating.informing import may_come
from stationkiosk.casework.mediating.performing import duty_rows
from stationkiosk.casework.mediating.sessions import sessions_of
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.calendar import station_day
from stationkiosk.store import tables

PAPER = tables.Paper.__table__
RECORD = "mediation_record"
SETTLED = "agreed"
"""How a session ended after which the agreement is written, on its own page."""

STAGES = frozenset({"mediating", "signing", "agreed"})
"""Stages of a mediation in which what was done tells what comes next, and not the table alone."""


def next_act(station: Station, connection: Connection, matter: Record) -> str:
    """Return the act that comes next; "" where it waits for a day, or is done on a page of its own."""
    today = station.today()
    if matter.state in SITTING and mediator_gone(connection, matter):
        return "replace_mediator"
    if matter.state == "mediating":
        return _at_the_table(station, connection, matter, today)
    if matter.state == "agreed":
        return _afterwards(duty_rows(connection, matter), today)
    return ""


def _at_the_table(station: Station, connection: Connection, matter: Record, today: date) -> str:
    listed = may_come(station, connection, matter)
    told = {one.side_n for one in listed if one.informed}
    if any(one.side_n not in told for one in listed):
        return "inform"
    sessions = sessions_of(connection, matter)
    if any(one.opened_at and not one.closed_at for one in sessions):
        return "close_session"
    held = [one for one in sessions if one.opened_at]
    records = select(PAPER.c.n).where(PAPER.c.case_id == matter.case_id, PAPER.c.kind == RECORD)
    if len(connection.execute(records).all()) < len(held):
        return "record"
    planned = [station_day(one.starts_at) for one in sessions if not one.closed_at]
    if planned:
        return "open_session" if min(planned) <= today else ""
    return "" if held and held[-1].outcome == SETTLED else "plan_session"


def _afterwards(duties: Sequence[Record], today: date) -> str:
    open_ = [duty for duty in duties if duty.state == DutyState.OPEN.value]
    if not open_:
        return "finish"
    return "duty_done" if any(duty.due and duty.due <= today for duty in open_) else ""
