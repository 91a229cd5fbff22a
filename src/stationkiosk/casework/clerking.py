"""What a clerk does to a case by its number, until there is a desk: accept it, ask the other side."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.door import Act, Performed, perform
from stationkiosk.casework.inquiry import KIND
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import parse_case_number
from stationkiosk.domain.text import Language
from stationkiosk.domain.tracks.mediation import MEDIATION
from stationkiosk.store import tables
from stationkiosk.store.uuid7 import uuid7

CASE = tables.Case.__table__
MATTER = tables.Matter.__table__


def accept(station: Station, number: str, clerk: str) -> Performed:
    """Accept the mediation of a case. Closed ``case_unknown``, ``no_mediation`` or the door's reasons."""
    return _act(station, _mediation(station, number), "accept", clerk)


def inquire(
    station: Station, number: str, clerk: str, language: Language = Language.ZH
) -> tuple[PaperRef, ...]:
    """Ask the other side of an accepted mediation and return the notices; asked again, those of then.

    Closed as ``accept``; ``no_consent_tell_other_side`` where the claimant may not be named.
    """
    matter = _mediation(station, number)
    if not (issued := _notices(station, matter.case_id)):
        _act(station, matter, "inquire", clerk, language=language.value)
        issued = _notices(station, matter.case_id)
    return issued


def _notices(station: Station, case_id: UUID) -> tuple[PaperRef, ...]:
    return tuple(PaperRef(case_id, p.n) for p in papers_of(station, case_id) if p.kind == KIND)


def _act(station: Station, matter: Record, action: str, clerk: str, **inputs: str) -> Performed:
    act = Act(
        action=action,
        case_id=matter.case_id,
        matter=matter.n,
        case_version=matter.case_version,
        matter_version=matter.version,
        actor=Actor(Role.CLERK, clerk, station.device),
        client_key=str(uuid7(station.clock, station.random)),
        inputs=inputs,
    )
    return perform(station, act)


def _mediation(station: Station, number: str) -> Record:
    read = parse_case_number(number)
    matters = (
        select(MATTER, CASE.c.version.label("case_version"))
        .join(CASE, CASE.c.id == MATTER.c.case_id)
        .where(CASE.c.number == str(read))
    )
    with station.store.read() as connection:
        found = connection.execute(matters).all()
    if not found:
        raise Closed("case_unknown", number=number)
    mediation = next((matter for matter in found if matter.track == MEDIATION.id), None)
    if mediation is None:
        raise Closed("no_mediation", number=number)
    return mediation
