"""The text that is fixed, printed to be signed by hand: a sealed paper that is the very bytes.

It lies in the case with no official number and no code of its own: what is signed is the text.
"""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework import papers
from stationkiosk.casework.mediating.composing import language_of, open_text
from stationkiosk.casework.mediating.drafting import EFFECTIVE, FIXED
from stationkiosk.casework.mediating.ground import Ground, read_ground
from stationkiosk.casework.mediating.sealed_papers import closed_bytes
from stationkiosk.casework.mediating.sealing import check_mediator
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

KIND = "agreement_to_sign"
MADE = "make_paper"
"""How the journal calls that it was made."""

SIGNING = "signing"
"""The state of a matter whose text is signed."""

AGREEMENT = tables.Agreement.__table__
MATTER = tables.Matter.__table__


def paper_to_sign(station: Station, case_id: UUID, matter_n: int, actor: Actor) -> PaperRef:
    """Return the paper of the text that is fixed, made the first time it is asked for.

    Closed ``not_a_member``, ``not_the_mediator``, ``no_such_version``; ``signing_over`` where the
    mediation ended.
    """
    with station.store.write() as unit:
        check_member(unit.connection, actor)
        check_mediator(unit.connection, case_id, matter_n, actor.name)
        known = read_ground(station, unit.connection, case_id, matter_n)
        version = known.standing(FIXED)
        if known.matter.state != SIGNING:
            raise Closed("signing_over")
        return _made(unit, known, version) or _make(station, unit, known, version, actor)


def check_to_sign(connection: Connection, paper: Record) -> None:
    """Raise Closed for a paper to sign whose text is not signed any more.

    ``text_reopened`` where it was opened again, ``signing_over`` where it is in effect or the
    mediation has ended. Other kinds pass.
    """
    if paper.kind != KIND:
        return
    state = _state(connection, paper)
    if state not in (FIXED, EFFECTIVE):
        raise Closed("text_reopened")
    matter = (MATTER.c.case_id == paper.case_id) & (MATTER.c.n == paper.data["matter_n"])
    stage = connection.execute(select(MATTER.c.state).where(matter)).scalar_one()
    if state == EFFECTIVE or stage != SIGNING:
        raise Closed("signing_over")


def _state(connection: Connection, paper: Record) -> str:
    there = (AGREEMENT.c.case_id == paper.case_id) & (AGREEMENT.c.n == paper.data["agreement_n"])
    state: str = connection.execute(select(AGREEMENT.c.state).where(there)).scalar_one()
    return state


def _made(unit: Unit, known: Ground, version: Record) -> PaperRef | None:
    case_id = known.matter.case_id
    kept = select(papers.PAPER).where(papers.PAPER.c.case_id == case_id, papers.PAPER.c.kind == KIND)
    found = (row for row in unit.connection.execute(kept) if row.data["agreement_n"] == version.n)
    return next((PaperRef(case_id, row.n) for row in found), None)


def _make(station: Station, unit: Unit, known: Ground, version: Record, actor: Actor) -> PaperRef:
    matter, now = known.matter, station.clock.now()
    ref = papers.next_paper(unit, matter.case_id)
    papers.issue(
        unit,
        ref,
        KIND,
        _data(matter, version),
        number=matter.number,
        language=language_of(known),
        verification_code="",
        issued_at=now,
    )
    kept = select(papers.PAPER).where(papers.PAPER.c.case_id == ref.case_id, papers.PAPER.c.n == ref.n)
    pdf = open_text(station, matter.case_id, matter.n, version.text_box).pdf
    closed = closed_bytes(station, unit.connection.execute(kept).one(), pdf)
    unit.insert(
        tables.PaperFile,
        case_id=ref.case_id,
        paper_n=ref.n,
        format="a4",
        bytes=closed,
        sha256=hashlib.sha256(closed).hexdigest(),
        rendered_at=now,
    )
    unit.journal(ref.case_id, actor, MADE, now, {"kind": KIND, "papers": [ref.n]})
    return ref


def _data(matter: Record, version: Record) -> dict[str, Any]:
    return {"matter_n": matter.n, "agreement_n": version.n, "version": version.version}
