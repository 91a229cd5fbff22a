"""An agreement takes effect: with the last signature its duties begin, and the thirty days run (ML 29)."""

from __future__ import annotations

from datetime import datetime

from stationkiosk.casework.clocks import move_start, running
from stationkiosk.casework.matters import Doing, Entering
from stationkiosk.casework.mediating import signing
from stationkiosk.casework.mediating.attendants import capacity_words, mediator_words
from stationkiosk.casework.mediating.composing import FixedText, open_text
from stationkiosk.casework.mediating.drafting import EFFECTIVE, FIXED
from stationkiosk.casework.mediating.due import watch_duties
from stationkiosk.casework.mediating.ground import Ground, ground
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.casework.mediating.signing import Hands, hands
from stationkiosk.casework.mediating.terms import open_terms
from stationkiosk.casework.mediating.text import Made, SignedBy
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import next_n
from stationkiosk.casework.station import Station
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.duties import duties
from stationkiosk.domain.mediation import MEDIATOR, SEAL, Effect
from stationkiosk.domain.money import to_fen
from stationkiosk.domain.tracks.settling import LAST_SIGNATURE
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

APPLY = "confirmation.apply"
"""The clock of the thirty days in which both sides may ask a court to confirm (CPL 205)."""

WAY_OF = {kind.value: way for way, kind in signing.WAYS.items()}
"""How somebody signed, by the kind of the signature."""


def then_effect(enter: Entering) -> Entering:
    """Return what enters a signature and, where it is the last, puts the agreement into effect."""

    def entered(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
        enter(station, unit, matter, doing)
        if LAST_SIGNATURE in doing.known:
            take_effect(ground(station, unit, matter))

    return entered


def take_effect(known: Ground) -> None:
    """Put the fixed text into effect, as the rule of the way says when; its duties begin."""
    version, unit, matter = known.standing(FIXED), known.brief.unit, known.matter
    at = _effective_at(known, hands(known, version))
    key = {"case_id": matter.case_id, "n": version.n}
    unit.update(tables.Agreement, key, state=EFFECTIVE, effective_at=at)
    for clock in running(unit, matter.case_id, matter.n, (APPLY,)):
        move_start(known.station, unit, clock, station_day(at))
    _enter_duties(known, version)
    watch_duties(known.station, unit, matter)


def signed_text(known: Ground) -> tuple[FixedText, Made]:
    """Return the text in effect with who signed it and when. KnownError ``mediator_key_missing``."""
    version = known.standing(EFFECTIVE)
    fixed = open_text(known.station, version.case_id, version.matter_n, version.text_box)
    made = hands(known, version).by
    return fixed, Made(
        by=tuple(_signed(known, who, row) for who, row in made.items() if who != SEAL),
        sealed=station_day(made[SEAL].signed_at) if SEAL in made else None,
        since=station_day(version.effective_at),
    )


def _effective_at(known: Ground, made: Hands) -> datetime:
    parties: list[datetime] = [row.signed_at for who, row in made.by.items() if who not in (MEDIATOR, SEAL)]
    everybody: list[datetime] = [row.signed_at for row in made.by.values()]
    return max(parties if known.rule.effect is Effect.PARTIES else everybody)


def _enter_duties(known: Ground, version: Record) -> None:
    unit, case_id = known.brief.unit, known.matter.case_id
    text = open_text(known.station, case_id, version.matter_n, version.text_box).text
    numbers = {party.name: party.n for party in text.parties}
    first = next_n(unit, tables.Duty, case_id)
    unit.insert_all(
        tables.Duty,
        (
            {
                "case_id": case_id,
                "n": n,
                "matter_n": known.matter.n,
                "agreement_n": version.n,
                "term": duty.term,
                "party_n": numbers[duty.who],
                "what_zh": duty.what.zh,
                "what_en": duty.what.en,
                "due": duty.due,
                "amount_fen": None if duty.amount is None else to_fen(duty.amount),
                "state": DutyState.OPEN.value,
                "done_on": None,
                "exhibit_n": None,
                "note": "",
            }
            for n, duty in enumerate(duties(open_terms(known.station, version).terms), first)
        ),
    )


def _signed(known: Ground, who: str, row: Record) -> SignedBy:
    if who == MEDIATOR:
        n, as_ = 0, mediator_words(known.station.reference.words)
    else:
        n = row.party_n
        as_ = capacity_words(known.station.reference.words, known.brief.parties, n)
    return SignedBy(
        n=n,
        for_n=0 if who == MEDIATOR else int(who),
        name=row.signer,
        as_=as_,
        way=WAY_OF[row.kind],
        at=row.signed_at,
        strokes=tuple(tuple((x, y, ms) for x, y, ms in line) for line in row.strokes),
        witness=row.witness,
    )
