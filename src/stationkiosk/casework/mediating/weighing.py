"""The agreement as the checks before a court see it, from the record and the terms of a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from stationkiosk.casework.mediating.ground import Ground
from stationkiosk.casework.mediating.known import CLAIMED, facts, itself, sum_claimed
from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.mediating.terms import Drafted
from stationkiosk.domain.agreement import Agreement, Capacity, RightHeld, Side, Signer, Way
from stationkiosk.domain.application import PartyKind
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.confirmability import Finding, Stage, findings
from stationkiosk.store import tables

OWNER = "owner"
"""What a filer is to a right that is its own."""

_CO_OWNERS, _NONE, _NOT_ASKED = "co_owners", "none", "not_asked"


def weigh(ground: Ground, draft: Drafted, stage: Stage = Stage.DRAFT) -> tuple[Finding, ...]:
    """Return what the checks find in a draft, or with ``Stage.SIGNED`` in what was signed of it."""
    station = ground.station
    rules = station.reference.confirmability.all_on(station.today())
    return findings(agreement_of(ground, draft), rules, station.today(), stage)


def agreement_of(ground: Ground, draft: Drafted) -> Agreement:
    """Return the agreement that a draft would be, with whatever of it is signed."""
    newest = ground.newest()
    made = {row.party_n: row for row in ground.signatures(newest.n)} if newest else {}
    return Agreement(
        way=Way(ground.mediation.way),
        sides=tuple(_side(ground, side.n) for side in ground.sides),
        terms=draft.terms,
        right=_right(ground),
        signers=tuple(
            _signer(ground, side.n, {n: row.signed_at for n, row in made.items()}) for side in ground.sides
        ),
        mediator_signed=None in made,
        sealed=None in made,
        claimed=sum_claimed(ground.brief, CLAIMED),
        exhibits=len(ground.brief.rows(tables.Exhibit)),
        effective_on=station_day(newest.effective_at) if newest and newest.effective_at else None,
    )


def may_sign(ground: Ground, side_n: int) -> tuple[Attendant, ...]:
    """Return who may sign for a side: itself or its head, and agents who may settle (CPL 62)."""
    return tuple(one for one in ground.attendants if one.side_n == side_n and one.may_settle)


def _side(ground: Ground, side_n: int) -> Side:
    filed = next(side for side in ground.sides if side.n == side_n)
    party = itself(ground, filed)
    return Side(
        name=may_sign(ground, side_n)[0].side,
        organisation=party.kind == PartyKind.ORGANISATION.value,
        address=party.address or filed.address,
        phone=party.phone or filed.phone,
        id_number=party.id_number or filed.id_number,
        willing=True,
    )


def _signer(ground: Ground, side_n: int, made: dict[int | None, datetime]) -> Signer:
    """Return who signs for a side: whoever did, else the side itself or its head."""
    able = may_sign(ground, side_n)
    one = next((one for one in able if one.n in made), able[0])
    signer = Signer(one.side, one.name, one.capacity, may_settle=one.may_settle)
    party = next(party for party in ground.brief.parties if party.n == one.n)
    proof = one.capacity is not Capacity.HEAD or bool(party.representative)
    on = station_day(made[one.n]) if one.n in made else None
    return replace(signer, proof=proof, signed_on=on)


def _right(ground: Ground) -> RightHeld | None:
    """Return the right as far as it is the filer's own; whose else it is, nobody has said."""
    row = ground.brief.rows(tables.Right)[0]
    if row.standing != OWNER:
        return None
    owners = facts(ground.brief).get(_CO_OWNERS)
    shared = owners not in (None, _NONE)
    holders = (may_sign(ground, ground.sides[0].n)[0].side, *(("共有人",) if shared else ()))
    return RightHeld(holders, row.expires, proof=True, all_agree=owners != _NOT_ASKED)
