"""The clock of an agreement that is carried out: it runs to the day of the next open duty."""

from __future__ import annotations

from stationkiosk.casework.clocks import running, set_clock, stop_clocks
from stationkiosk.casework.matters import Doing, Entering
from stationkiosk.casework.mediating.performing import duty_rows
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.store.unit import Unit

PERFORM = "mediation.perform"


def then_next(enter: Entering) -> Entering:
    """Return what notes the result of a duty, after which the clock runs to the next one."""

    def entered(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
        enter(station, unit, matter, doing)
        watch_duties(station, unit, matter)

    return entered


def watch_duties(station: Station, unit: Unit, matter: Record) -> None:
    """Let the clock run to the earliest day of an open duty, and stop it where none has a day."""
    rows = duty_rows(unit.connection, matter)
    days = [row.due for row in rows if row.state == DutyState.OPEN.value and row.due is not None]
    due = min(days, default=None)
    kept = [clock.due for clock in running(unit, matter.case_id, matter.n, (PERFORM,))]
    if kept == [due]:
        return
    stop_clocks(station, unit, matter.case_id, matter.n, (PERFORM,))
    if due is not None:
        set_clock(station, unit, matter.case_id, matter.n, PERFORM, due, "clocks.agreed_day")
