"""What an act would issue, before it is done: carried out, read, and taken back whole.

Nothing is kept: no number is used, no code opens anything. The papers say across each page that
they are drafts, and bear neither number nor code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.door import Act, carry_out
from stationkiosk.casework.issuing.making import make_within
from stationkiosk.casework.mediating.sealed_papers import open_data
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

PAPER = tables.Paper.__table__

CODES = ("notice_code", "receipt_code")
"""What papers print so that somebody types it."""


class _TakenBackError(Exception):
    """What ends the transaction of a preview, so that nothing of it is kept."""


def preview(station: Station, act: Act) -> tuple[bytes, ...]:
    """Return the papers an act would issue, as drafts. Raises what ``perform`` would raise."""
    return drafts(station, act.case_id, lambda now, unit: carry_out(now, unit, act))


def preview_paper(
    station: Station, case_id: UUID, kind: str, actor: Actor, inputs: Mapping[str, str]
) -> tuple[bytes, ...]:
    """Return a paper that no act issues as a draft. Raises what ``make_paper`` would raise."""
    return drafts(station, case_id, lambda now, unit: make_within(now, unit, case_id, kind, actor, inputs))


def drafts(station: Station, case_id: UUID, make: Callable[[Station, Unit], object]) -> tuple[bytes, ...]:
    """Return the papers that ``make`` issues in a case as drafts; nothing of what it does is kept."""
    issued: list[Record] = []
    try:
        with station.store.write() as unit:
            before = len(_papers(unit, case_id))
            make(station.at_one_moment(), unit)
            issued += _papers(unit, case_id)[before:]
            raise _TakenBackError
    except _TakenBackError:
        pass
    return tuple(
        station.press.render(
            paper.kind, _draft(station, open_data(station, paper)), "a4", Language(paper.language)
        )
        for paper in issued
    )


def _papers(unit: Unit, case_id: UUID) -> list[Record]:
    query = select(PAPER).where(PAPER.c.case_id == case_id).order_by(PAPER.c.n)
    return list(unit.connection.execute(query))


def _draft(station: Station, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a paper's data with nothing in it that only an issued paper has."""
    words = station.reference.words
    number, code = words.text("paper.draft_number"), words.text("paper.draft_code")
    nothing = {name: {"zh": code.zh, "en": code.en} for name in CODES if name in data}
    return {
        **data,
        **nothing,
        "draft": True,
        "number": {"zh": number.zh, "en": number.en},
        "verification_code": {"zh": code.zh, "en": code.en},
        "qr": words.text("paper.draft_no_effect").zh,
    }
