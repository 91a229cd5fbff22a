"""What an act does beside moving its matter: consents entered, parties told, further matters opened."""

from __future__ import annotations

from sqlalchemy import func, select

from stationkiosk.casework.contacts import note_contact
from stationkiosk.casework.matters import Doing, open_matter
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import insert_consents
from stationkiosk.casework.standing import party_of
from stationkiosk.casework.station import Station
from stationkiosk.domain.application import Consent, PartyRole
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import Action, Given, Side
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

CASE = tables.Case.__table__
MATTER = tables.Matter.__table__

SIDES = {Side.FILER: PartyRole.APPLICANT, Side.OTHER: PartyRole.RESPONDENT}


def follow(station: Station, unit: Unit, matter: Record, row: Action, doing: Doing) -> None:
    """Enter what an act brings with it; its journal entry is still to be written."""
    if row.gives:
        _enter_consent(station, unit, matter, row.gives)
    _note_told(station, unit, matter, row, doing)
    for track in row.opens:
        number = unit.connection.execute(select(CASE.c.number).where(CASE.c.id == matter.case_id)).scalar()
        last = unit.connection.execute(
            select(func.max(MATTER.c.n)).where(MATTER.c.case_id == matter.case_id)
        )
        open_matter(station, unit, matter.case_id, str(number), last.scalar_one() + 1, TRACKS[track])


def _enter_consent(station: Station, unit: Unit, matter: Record, gives: Given) -> None:
    other = party_of(unit.connection, matter.case_id, SIDES[gives.side])
    party_n = other.n if gives.side is Side.OTHER and other is not None else None
    said = (Consent(gives.consent, gives.given),)
    insert_consents(unit, matter.case_id, said, station.clock.now(), party_n)


def _note_told(station: Station, unit: Unit, matter: Record, row: Action, doing: Doing) -> None:
    """Note whom the act told and how. A reporter who is sealed is no party: the journal alone tells."""
    way = doing.inputs.get("told_way", "")
    for side in row.informs(doing.known) if way else ():
        party = party_of(unit.connection, matter.case_id, SIDES[side])
        if party is not None:
            note_contact(station, unit, matter.case_id, matter.n, party.n, doing.actor, way, "sent")
