"""What is put right at every start, by whichever window or command starts first.

A list of tasks; one that fails is told and does not keep the others from running.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy import Connection, func, select

from stationkiosk.casework.drafts import Drafts
from stationkiosk.casework.papers import render_owed
from stationkiosk.casework.printing import settle_left_over
from stationkiosk.casework.station import Station
from stationkiosk.devices.clock import ClockWatch
from stationkiosk.domain.errors import KnownError
from stationkiosk.store import checkpoints, tables

log = structlog.get_logger()

NEWEST = 500
"""How many of the cases begun last are asked for the last filing: who begins first may file last."""

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


def start_up(station: Station) -> tuple[Outcome, ...]:
    """Run every task and return what became of each."""
    return tuple(_run(station, name, task) for name, task in TASKS.items())


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
    """Refuse a clock that stands behind the last filing: KnownError ``clock_back``."""
    filed_at = tables.Case.__table__.c.filed_at
    newest = select(filed_at).order_by(tables.Case.id.desc()).limit(NEWEST).subquery()
    last = connection.execute(select(func.max(newest.c.filed_at))).scalar()
    ClockWatch(last).see(station.clock.now())


def _clock(station: Station) -> int:
    with station.store.read() as connection:
        check_clock(station, connection)
    return 0


def _checkpoint(station: Station) -> int:
    checkpoints.take(station.store, station.keys, station.clock.now())
    return 0


TASKS: dict[str, Callable[[Station], int]] = {
    "clock": _clock,
    "papers_owed": render_owed,
    "copies_left_over": settle_left_over,
    "drafts_expired": lambda station: Drafts(station).drop_expired(),
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
