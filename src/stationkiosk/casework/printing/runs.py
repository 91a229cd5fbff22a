"""A run: the copies of a paper that were printed at once at a desk, followed together to their ends."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework.printing.copies import copy_or_instead
from stationkiosk.casework.printing.entering import COPY, line, line_of
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyView, PaperRef
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.copies import MOVING, UNPRINTED, CopyState


def copy_of_run(station: Station, ref: PaperRef, n: int, actor: Actor) -> CopyView:
    """Return the copy that says most of the run of copy ``n``: the last of them where all came out.

    One that still moves comes first, then one of which nobody can tell, then one that did not come
    out. One that was torn is printed again whole, and that one counts.
    """
    copies = [_newest(station, ref, one, actor) for one in _run(station, ref, n)]
    return min(reversed(copies), key=_weight)


def _run(station: Station, ref: PaperRef, n: int) -> list[int]:
    row = line_of(station, ref, n)
    while row.replaces:
        row = line(station, ref.case_id, row.replaces)
    at_once = (COPY.c.asked_at == row.asked_at, COPY.c.reason == row.reason)
    of_paper = (COPY.c.case_id == ref.case_id, COPY.c.paper_n == ref.n)
    with station.store.read() as connection:
        found = connection.execute(select(COPY.c.n).where(*of_paper, *at_once).order_by(COPY.c.n))
        return list(found.scalars())


def _newest(station: Station, ref: PaperRef, n: int, actor: Actor) -> CopyView:
    while (now := copy_or_instead(station, ref, n, actor)).n != n:
        n = now.n
    return now


def _weight(copy: CopyView) -> int:
    order = (copy.state in MOVING, copy.state is CopyState.UNKNOWN, copy.state in UNPRINTED, True)
    return order.index(True)
