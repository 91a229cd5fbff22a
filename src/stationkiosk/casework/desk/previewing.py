"""What an act would issue, as drafts: it is carried out in a transaction of which nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.desk.acting import Asked, Looked, act_of
from stationkiosk.casework.door import carry_out, read_matter
from stationkiosk.casework.papers import PAPER, next_paper
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.text import Language
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7


class _NothingKept(Exception):
    """Ends the transaction that a preview was made in."""


def preview(station: Station, who: SignedIn, asked: Asked) -> tuple[bytes, ...]:
    """Return the papers an act would issue as PDFs with the draft mark. Closed as the act would be."""
    with station.store.read() as connection:
        matter, case_version = read_matter(connection, asked.case_id, asked.matter_n)
    looked = Looked(case_version, matter.version, str(uuid7(station.clock, station.random)))
    act = act_of(station, who, asked, looked)
    return drafts(station, asked.case_id, lambda one, unit: carry_out(one, unit, act))


def drafts(station: Station, case_id: UUID, make: Callable[[Station, Unit], object]) -> tuple[bytes, ...]:
    """Return the papers that ``make`` issues in a case as drafts; nothing of what it does is kept."""
    made: tuple[Record, ...] = ()
    try:
        with station.store.write() as unit:
            first = next_paper(unit, case_id).n
            make(station.at_one_moment(), unit)
            fresh = select(PAPER).where(PAPER.c.case_id == case_id, PAPER.c.n >= first)
            made = tuple(unit.connection.execute(fresh.order_by(PAPER.c.n)))
            raise _NothingKept
    except _NothingKept:
        return tuple(_draft(station, paper) for paper in made)


def _draft(station: Station, paper: Record) -> bytes:
    data = {**paper.data, "draft": True}
    return station.press.render(paper.kind, data, station.terms.receipt_format, Language(paper.language))
