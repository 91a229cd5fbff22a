"""What is put right at every start, by whichever window or command starts first.

A list of tasks; one that fails is told and does not keep the others from running.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Connection, func, select

from stationkiosk.casework.drafts import Drafts
from stationkiosk.casework.papers import render_owed
from stationkiosk.casework.printing.tending import tend
from stationkiosk.casework.station import Station
from stationkiosk.devices.clock import ClockWatch
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import KnownError
from stationkiosk.store import checkpoints, tables
from stationkiosk.store.evidence import drop_orphans
from stationkiosk.store.setting import keep_setting, read_setting

log = structlog.get_logger()

NEWEST = 500
"""How many of the cases begun last are asked for the last filing: who begins first may file last."""

ACCEPTED = "clock_accepted"
"""The setting that keeps when staff last accepted the time, and the filings then ahead of it."""

SIGN_EVERY = timedelta(hours=4)
"""How long a kiosk that is never shut down goes without a checkpoint while people use it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: how many things it put right, or the fault that stopped it.

    ``broke`` tells of a fault of our own; it is in the log with its trace.
    """

    task: str
    mended: int = 0
    fault: KnownError | None = None
    broke: bool = False


def start_up(station: Station, askers: Collection[Role] = tuple(Role)) -> tuple[Outcome, ...]:
    """Run every task and return what became of each.

    ``askers`` are those for whom the window that starts prints: what others had printed is left
    to their window, which may be open.
    """
    left_over = partial(tend, askers=askers, gone=True)
    tasks = {name: left_over if name == "copies_left_over" else task for name, task in TASKS.items()}
    return tuple(_run(station, name, task) for name, task in tasks.items())


def tidy(station: Station) -> None:
    """Do between two persons what cannot wait for the next start: a kiosk may run for months."""
    try:
        Drafts(station).drop_expired()
    except KnownError as fault:
        log.warning("drafts_not_dropped", fault=str(fault))
    sign_heads_when_due(station)


def sign_heads_when_due(station: Station) -> None:
    """Take a checkpoint when the last is old: what was written since could be cut off unseen."""
    last = select(tables.Checkpoint.at).order_by(tables.Checkpoint.n.desc()).limit(1)
    try:
        with station.store.read() as connection:
            at = connection.execute(last).scalar()
        if at is None or station.clock.now() - at >= SIGN_EVERY:
            _checkpoint(station)
    except KnownError as fault:
        log.warning("checkpoint_not_taken", fault=str(fault))


def check_clock(station: Station, connection: Connection) -> None:
    """Refuse a clock that stands behind the last filing: KnownError ``clock_back``.

    Filings made while the clock ran ahead do not count once staff accepted the time.
    """
    case, accepted = tables.Case.__table__, _accepted(connection)
    newest = select(case.c.filed_at).where(case.c.id.not_in(accepted.ahead))
    newest_first = newest.order_by(case.c.id.desc()).limit(NEWEST).subquery()
    last = connection.execute(select(func.max(newest_first.c.filed_at))).scalar()
    known = [moment for moment in (last, accepted.at) if moment is not None]
    ClockWatch(max(known, default=None)).see(station.clock.now())


def clock_behind(station: Station) -> bool:
    """Tell whether the clock stands behind the last filing."""
    try:
        with station.store.read() as connection:
            check_clock(station, connection)
    except KnownError as fault:
        if fault.key != "clock_back":
            raise
        return True
    return False


def accept_clock(station: Station, actor: Actor) -> None:
    """Take the time the machine shows now as right, for good: an act of staff, entered in the journal.

    A clock once set far ahead leaves filings of days to come behind, and every filing after it is
    refused. Those filings stay as they are; the clock is no longer held against them.
    """
    now = station.clock.now()
    case = tables.Case.__table__
    with station.store.write() as unit:
        ahead = unit.connection.execute(select(case.c.id).where(case.c.filed_at > now)).scalars().all()
        value = {"at": now.isoformat(), "ahead": [str(case_id) for case_id in ahead]}
        keep_setting(unit, ACCEPTED, value)
        unit.journal(None, actor, "accept_clock", now, {"ahead": len(ahead)})


@dataclass(frozen=True, slots=True)
class _Accepted:
    at: datetime | None = None
    ahead: tuple[UUID, ...] = ()


def _accepted(connection: Connection) -> _Accepted:
    value: dict[str, Any] = read_setting(connection, ACCEPTED, {})
    if not value:
        return _Accepted()
    return _Accepted(datetime.fromisoformat(value["at"]), tuple(map(UUID, value["ahead"])))


def _clock(station: Station) -> int:
    with station.store.read() as connection:
        check_clock(station, connection)
    return 0


def _checkpoint(station: Station) -> int:
    checkpoints.take(station.store, station.keys, station.clock.now())
    return 0


def _drafts_expired(station: Station) -> int:
    dropped = Drafts(station).drop_expired()
    drop_orphans(station.store)
    return dropped


TASKS: dict[str, Callable[[Station], int]] = {
    "clock": _clock,
    "papers_owed": render_owed,
    "copies_left_over": partial(tend, gone=True),
    "drafts_expired": _drafts_expired,
    "checkpoint": _checkpoint,
}


def _run(station: Station, name: str, task: Callable[[Station], int]) -> Outcome:
    try:
        outcome = Outcome(name, task(station))
    except KnownError as fault:
        outcome = Outcome(name, fault=fault)
    except Exception:
        log.exception("start_up_broke", task=name)
        return Outcome(name, broke=True)
    log.info("start_up", task=name, mended=outcome.mended, fault=str(outcome.fault or ""))
    return outcome
