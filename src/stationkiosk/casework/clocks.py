"""The clocks of a matter within one transaction: started, stopped, stood still, made longer.

Pauses and lengthenings are kept as they were entered; the last day is reckoned anew from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.clocks import Clock, Longer, Pause
from stationkiosk.domain.deadlines import Deadline, run
from stationkiosk.domain.events import Approver, PauseReason
from stationkiosk.domain.lengthening import lengthen
from stationkiosk.domain.rules import Unit as Counted
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text, due_line
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

DEADLINE = tables.Deadline.__table__
RESPONSE = tables.Response.__table__


def start_clocks(
    station: Station, unit: Unit, case_id: UUID, matter_n: int, rules: Iterable[str]
) -> tuple[Deadline, ...]:
    """Start the clocks named by deadline rules today; each keeps the trace of its reckoning."""
    begun = tuple(station.reference.deadline(rule, station.today()) for rule in rules)
    for deadline in begun:
        _insert(unit, case_id, matter_n, deadline)
    return begun


def set_clock(
    station: Station,
    unit: Unit,
    case_id: UUID,
    matter_n: int,
    rule: str,
    until: date,
    told_by: str = "clocks.set_day",
) -> None:
    """Start a clock whose last day was set and not counted; ``told_by`` words say by whom."""
    today, period = station.today(), station.reference.period(rule, station.today())
    told = (
        period.start.put(day=day_text(today)),
        station.reference.words.text(told_by).put(day=day_text(until)),
        period.article,
        due_line(until),
    )
    deadline = Deadline(rule, period.label, today, until, provisional=False, trace=told)
    _insert(unit, case_id, matter_n, deadline)


def stop_clocks(station: Station, unit: Unit, case_id: UUID, matter_n: int, rules: Iterable[str]) -> None:
    """Stop the running clocks of a matter that go by these rules."""
    for row in running(unit, case_id, matter_n, rules):
        change(unit, row, stopped_at=station.clock.now(), still_since=None)


def drop_asked(station: Station, unit: Unit, case_id: UUID, matter_n: int, rules: Iterable[str]) -> None:
    """Stop the clocks of these rules whose last day was asked for and not granted."""
    wanted = set(asked_days(unit, case_id, matter_n))
    for row in running(unit, case_id, matter_n, rules):
        if row.provisional and row.due in wanted:
            change(unit, row, stopped_at=station.clock.now())


def asked_days(unit: Unit, case_id: UUID, matter_n: int) -> tuple[date, ...]:
    """Return the days that the other side asked for, granted or not."""
    query = select(RESPONSE.c.until).where(RESPONSE.c.case_id == case_id, RESPONSE.c.matter_n == matter_n)
    return tuple(day for day in unit.connection.execute(query).scalars() if day is not None)


def pause_clocks(station: Station, unit: Unit, case_id: UUID, matter_n: int, reason: PauseReason) -> None:
    """Stop counting from today on every clock of the matter whose rule knows the reason."""
    for row in running(unit, case_id, matter_n):
        clock = clock_of(station, row)
        if reason in clock.period.pauses:
            _keep(station, unit, row, clock.pause(reason, station.today()), station.today())


def resume_clocks(station: Station, unit: Unit, case_id: UUID, matter_n: int, reason: PauseReason) -> None:
    """Go on counting after today on every clock of the matter that stands still for the reason."""
    for row in running(unit, case_id, matter_n):
        clock = clock_of(station, row)
        if any(pause.reason is reason and pause.until is None for pause in clock.pauses):
            _keep(station, unit, row, clock.resume(reason, station.today()), None)


def lengthen_clock(
    station: Station, unit: Unit, case_id: UUID, matter_n: int, rule: str, inputs: Mapping[str, str]
) -> None:
    """Make the running clock of a rule longer, as the head approved on a day.

    Raises KnownError as ``domain.lengthening`` does. The reason stays with the act: a trace is read
    by more people.
    """
    for row in running(unit, case_id, matter_n, (rule,)):
        longer = lengthen(
            clock_of(station, row),
            station.reference.calendar,
            approver=Approver.HEAD,
            reason=inputs["reason"],
            granted=date.fromisoformat(inputs["approved_on"]),
        )
        kept = replace(longer.lengthened[-1], reason=_ON_RECORD)
        _keep(station, unit, row, replace(longer, lengthened=(*longer.lengthened[:-1], kept)), None)


def lengthen_to(
    station: Station, unit: Unit, matter: Record, rule: str, until: date, by: Approver, granted: date
) -> bool:
    """Make the running clock of a rule as much longer as its last day is ``until`` or just after.

    ``by`` leaves open how long, as its rule must. Returns False where it ends no earlier already, or
    does not run. KnownError as ``domain.lengthening``; the reason stays with the act.
    """
    later = [row for row in running(unit, matter.case_id, matter.n, (rule,)) if row.due < until]
    for row in later:
        clock, calendar = clock_of(station, row), station.reference.calendar
        days = (until - row.due).days
        while True:
            longer = lengthen(clock, calendar, approver=by, reason=_ON_RECORD, granted=granted, value=days)
            if run(longer, calendar, granted).due >= until:
                break
            days += 1
        _keep(station, unit, row, longer, None)
    return bool(later)


def running(
    unit: Unit, case_id: UUID, matter_n: int, rules: Iterable[str] | None = None
) -> tuple[Record, ...]:
    """Return the running clocks of a matter, all or those that go by these rules."""
    query = select(DEADLINE).where(
        DEADLINE.c.case_id == case_id, DEADLINE.c.matter_n == matter_n, DEADLINE.c.stopped_at.is_(None)
    )
    if rules is not None:
        query = query.where(DEADLINE.c.rule.in_(tuple(rules)))
    return tuple(unit.connection.execute(query.order_by(DEADLINE.c.n)).all())


def clock_of(station: Station, row: Record) -> Clock:
    """Return a kept deadline as the clock it is reckoned from."""
    return Clock(
        station.reference.period(row.rule, row.start),
        row.start,
        tuple(_pause(kept) for kept in row.pauses or ()),
        tuple(_longer(kept) for kept in row.longer or ()),
    )


def change(unit: Unit, row: Record, **values: Any) -> None:  # noqa: ANN401
    """Change a deadline's row."""
    unit.update(tables.Deadline, {"case_id": row.case_id, "n": row.n}, **values)


def move_start(station: Station, unit: Unit, row: Record, day: date) -> None:
    """Count a clock from another day than that on which it was entered; it never stood still so far."""
    if row.start == day:
        return
    deadline = station.reference.deadline(row.rule, day)
    change(
        unit,
        row,
        start=day,
        due=deadline.due,
        provisional=deadline.provisional,
        trace=_told(deadline.trace),
    )


def _keep(station: Station, unit: Unit, row: Record, clock: Clock, today: date | None) -> None:
    day = today or (station.today() if clock.open_on(None) else None)
    deadline = run(clock, station.reference.calendar, day)
    still = [pause.since for pause in clock.pauses if pause.until is None]
    change(
        unit,
        row,
        due=deadline.due,
        provisional=deadline.provisional,
        trace=_told(deadline.trace),
        pauses=[_plain(pause) for pause in clock.pauses],
        longer=[_plain(longer) for longer in clock.lengthened],
        still_since=min(still, default=None),
    )


def _insert(unit: Unit, case_id: UUID, matter_n: int, deadline: Deadline) -> None:
    known = select(DEADLINE.c.n).where(DEADLINE.c.case_id == case_id).order_by(DEADLINE.c.n.desc()).limit(1)
    unit.insert(
        tables.Deadline,
        case_id=case_id,
        n=(unit.connection.execute(known).scalar() or 0) + 1,
        matter_n=matter_n,
        rule=deadline.rule,
        start=deadline.start,
        due=deadline.due,
        provisional=deadline.provisional,
        stopped_at=None,
        trace=_told(deadline.trace),
    )


def _told(trace: tuple[Text, ...]) -> list[dict[str, str]]:
    return [{"zh": line.zh, "en": line.en} for line in trace]


def _plain(part: Pause | Longer) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(part).items()
    }


def _pause(kept: Mapping[str, Any]) -> Pause:
    until = kept["until"]
    return Pause(
        PauseReason(kept["reason"]),
        date.fromisoformat(kept["since"]),
        date.fromisoformat(until) if until else None,
    )


def _longer(kept: Mapping[str, Any]) -> Longer:
    return Longer(
        kept["value"],
        Counted(kept["unit"]),
        Approver(kept["approver"]),
        kept["reason"],
        date.fromisoformat(kept["granted"]),
    )


_ON_RECORD = "见流程记录 (in the journal)"
