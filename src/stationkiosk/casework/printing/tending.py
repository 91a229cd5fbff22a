"""Looking after copies that nobody watches: after a crash, after a session, while a desk works on.

Personal paper is never left in a queue: a copy that the public asked for is taken back when its
session is over. It ends only when its printer says so, or as unknown; until then it is asked about
again. What a desk printed goes on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Set
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, TextClause

from stationkiosk.casework.printing.copies import ask, follow
from stationkiosk.casework.printing.entering import COPY, LINES, line, line_of, turn, view
from stationkiosk.casework.printing.plan import printer_of, read_plan
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView, PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.copies import MOVING, NEVER_SPOOLED, CopyState, Withdrawn, withdrawn
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.staff import CASE_ROLES
from stationkiosk.store.lists import moving, unknown

ASKED_AGAIN = timedelta(days=1)
"""For how long a printer is asked again about a copy of which nobody could tell."""
GONE_ELSEWHERE = timedelta(hours=1)
"""After how long a copy of another machine, from whose backup this store is, has come to its end."""
NOBODY: frozenset[tuple[UUID, int]] = frozenset()


def take_back(station: Station, ref: PaperRef, n: int, why: Withdrawn) -> CopyView:
    """Take a copy back that its printer has not printed, and return where it stands."""
    return view(_taken_back(station, line_of(station, ref, n), why))


def call_back(station: Station, ref: PaperRef, n: int) -> CopyView:
    """Take a copy back because its session ended; one that is coming out undisturbed comes out."""
    return view(_called_back(station, line_of(station, ref, n), gone=False))


def tend(
    station: Station,
    askers: Collection[Role] = tuple(Role),
    watched: Set[tuple[UUID, int]] = NOBODY,
    *,
    gone: bool = False,
) -> int:
    """Find out what became of the copies of ``askers`` that moved, and return how many changed.

    Those the public asked for are taken back unless they are ``watched``. ``gone``: at start-up,
    when whoever was handing a copy over is gone for certain. Of another machine's copies no printer
    is asked: nobody can tell what became of them.
    """
    under_way, now = _lines(station, askers, moving()), station.clock.now()
    rows = [row for row in under_way if _own(station, row)]
    others = [row for row in under_way if not _own(station, row) and now - row.asked_at > GONE_ELSEWHERE]
    doubtful = _lines(station, askers, unknown(), COPY.c.asked_at >= now - ASKED_AGAIN)
    doubtful = [row for row in doubtful if _own(station, row)]
    if rows or doubtful:
        read_plan(station)
    changed = sum(_tended(station, row, watched, gone) for row in rows)
    changed += sum(_left_elsewhere(station, row) for row in others)
    return changed + sum(_cleared(station, row, watched) for row in doubtful)


def _tended(station: Station, row: Record, watched: Set[tuple[UUID, int]], gone: bool) -> bool:
    there = (row.case_id, row.n) in watched
    if there and not withdrawn(row.said):
        return False
    if Role(row.asked_by) in CASE_ROLES:
        now = follow(station, row, gone=gone)
    elif withdrawn(row.said):
        now = _taken_back(station, row, Withdrawn(row.said))
    else:
        now = _called_back(station, row, gone=gone)
    return bool((now.state, now.said) != (row.state, row.said))


def _own(station: Station, row: Record) -> bool:
    return row.device in (station.device, None)


def _left_elsewhere(station: Station, row: Record) -> bool:
    end, said = (CopyState.UNKNOWN, "") if row.job else (CopyState.FAILED, NEVER_SPOOLED)
    return turn(station, row.case_id, row.n, end, said)


def _cleared(station: Station, row: Record, watched: Set[tuple[UUID, int]]) -> bool:
    """Ask once more about a copy of which nobody could tell; what the public left in a queue goes."""
    if (row.case_id, row.n) in watched:
        return False
    state, trouble = ask(station, row)
    of_public = Role(row.asked_by) not in CASE_ROLES
    if state in MOVING and of_public:
        with contextlib.suppress(KnownError):
            printer_of(station, row.printer).cancel(row.job)
        state, trouble = ask(station, row)
    if state in MOVING or state is CopyState.UNKNOWN:
        return False
    if state is CopyState.CANCELLED and of_public:
        trouble = Withdrawn.SESSION_ENDED.value
    return turn(station, row.case_id, row.n, state, trouble)


def _called_back(station: Station, row: Record, *, gone: bool) -> Record:
    now = follow(station, row, gone=gone) if row.state in MOVING else row
    if now.state == CopyState.SPOOLED or (now.state == CopyState.PRINTING and now.said):
        return _taken_back(station, now, Withdrawn.SESSION_ENDED)
    return now


def _taken_back(station: Station, row: Record, why: Withdrawn) -> Record:
    """Say first that a copy is being taken back, so that a crash forgets nothing, then do it."""
    if row.state not in MOVING or not row.job:
        return row
    said = row.said if withdrawn(row.said) else why.value
    if not turn(station, row.case_id, row.n, CopyState(row.state), said):
        return line(station, row.case_id, row.n)
    with contextlib.suppress(KnownError):
        printer_of(station, row.printer).cancel(row.job)
    return follow(station, line(station, row.case_id, row.n))


def _lines(
    station: Station, askers: Collection[Role], *which: ColumnElement[bool] | TextClause
) -> list[Record]:
    roles = COPY.c.asked_by.in_([role.value for role in askers])
    query = LINES.where(*which, roles).order_by(COPY.c.case_id, COPY.c.n)
    with station.store.read() as connection:
        return list(connection.execute(query))
