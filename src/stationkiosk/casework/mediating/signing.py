"""Signing the text that is fixed: each side, then the mediator, then the seal (ML 29, IMR 24).

A signature counts for the exact bytes whose hash it names and for no others. The mediator signs
after the sides and the seal comes last: what then takes effect is the text that all of them saw.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.drafting import FIXED
from stationkiosk.casework.mediating.ground import Ground, ground
from stationkiosk.casework.mediating.sealing import check_mediator
from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import insert_signature
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import PartyRole, Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.mediation import MEDIATOR, SEAL, Signatures, missing, why_not_sign
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

WAYS: Mapping[str, SignatureKind] = {
    "pad": SignatureKind.STROKES,
    "typed": SignatureKind.WITNESSED,
    "paper": SignatureKind.PAPER,
}
"""The ways to sign, each with what the signature then is."""

PAD, LONGEST_MS = 1000, 2**31
"""The width and height of the pad in its own steps; the milliseconds after which no stroke begins.

Before 0 lie points drawn after the machine's clock was set back.
"""

_ROLES = {Role.APPLICANT: PartyRole.APPLICANT, Role.RESPONDENT: PartyRole.RESPONDENT}


@dataclass(frozen=True, slots=True)
class Hands:
    """Who signed a version: the row of each signature, by the side it is for, ``MEDIATOR`` or ``SEAL``."""

    by: Mapping[str, Record]

    def counted(self) -> Signatures:
        """Return them as the rule of the way counts them."""
        sides = frozenset(int(who) for who in self.by if who not in (MEDIATOR, SEAL))
        return Signatures(sides, MEDIATOR in self.by, SEAL in self.by)


def hands(known: Ground, version: Record) -> Hands:
    """Return who signed a version."""
    found = {}
    for row in known.signatures(version.n):
        own = SEAL if row.kind == SEAL else MEDIATOR
        found[own if row.party_n is None else str(known.side_of(row.party_n).n)] = row
    return Hands(found)


def unsigned(known: Ground, version: Record) -> tuple[str, ...]:
    """Return who has still to sign a version: the numbers of sides, ``MEDIATOR``, ``SEAL``."""
    return missing(known.rule, [side.n for side in known.sides], hands(known, version).counted())


def sign(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter a party's signature under the text that is fixed.

    Closed ``no_such_version``, ``not_this_text``, ``not_their_side``, ``signer_no_authority``,
    ``signed_already``, ``signer_both_sides``, ``signature_missing``, ``proof_missing`` or
    ``scan_before_text``.
    """
    known = ground(station, unit, matter)
    version = _version(known, doing)
    signer = _signer(known, doing)
    _check_turn(known, version, str(signer.side_n))
    _check_one_side(known, version, signer)
    signature = _signature(known, doing, signer, version)
    insert_signature(unit, matter.case_id, signature, station.clock.now(), signer.n, version.n)


def sign_mediator(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter the mediator's signature, drawn or with the sign-in that proves who it is."""
    check_mediator(unit.connection, matter.case_id, matter.n, doing.actor.name)
    known = ground(station, unit, matter)
    version = _version(known, doing)
    _check_turn(known, version, MEDIATOR)
    strokes = _strokes(doing.inputs.get("strokes", ""))
    kind = SignatureKind.STROKES if strokes else SignatureKind.WITNESSED
    name = known.brief.member(doing.actor.name)
    made = Signature(kind, name, version.text_sha256, strokes)
    insert_signature(unit, matter.case_id, made, station.clock.now(), None, version.n)


def put_seal(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter that the body's seal is on it, put there by whoever acts."""
    known = ground(station, unit, matter)
    version = _version(known, doing)
    _check_turn(known, version, SEAL)
    made = Signature(SignatureKind.SEAL, known.brief.member(doing.actor.name), version.text_sha256)
    insert_signature(unit, matter.case_id, made, station.clock.now(), None, version.n)


def _version(known: Ground, doing: Doing) -> Record:
    version = known.standing(FIXED)
    if version.text_sha256 != doing.inputs["text_sha256"]:
        raise Closed("not_this_text")
    return version


def _check_turn(known: Ground, version: Record, who: str) -> None:
    sides = [side.n for side in known.sides]
    if why := why_not_sign(known.rule, sides, hands(known, version).counted(), who):
        raise Closed(why)


def _signer(known: Ground, doing: Doing) -> Attendant:
    """Return who signs. Whoever signs at a public screen signs for their own side alone."""
    n = int(doing.inputs["party"])
    found = next((one for one in known.attendants if one.n == n), None)
    if found is None:
        raise Closed("no_signer")
    side = known.side_of(n)
    if _ROLES.get(doing.actor.role, side.role) != side.role:
        raise Closed("not_their_side")
    if not found.may_settle:
        raise Closed("signer_no_authority", name=found.name)
    return found


def _check_one_side(known: Ground, version: Record, signer: Attendant) -> None:
    """Refuse somebody who signed for the other side: a sham that no court confirms (CPL 115)."""
    others = (row for row in known.signatures(version.n) if row.party_n is not None)
    if any(row.signer == signer.name and known.side_of(row.party_n).n != signer.side_n for row in others):
        raise Closed("signer_both_sides", name=signer.name)


def _signature(known: Ground, doing: Doing, signer: Attendant, version: Record) -> Signature:
    given = doing.inputs
    kind, strokes = WAYS[given["way"]], _strokes(given.get("strokes", ""))
    witness = given.get("witness", "").strip()
    if (kind is SignatureKind.STROKES) != bool(strokes):
        raise Closed("signature_missing")
    if kind is SignatureKind.WITNESSED and not witness:
        raise Closed("witness_missing")
    if kind is SignatureKind.PAPER:
        _check_scan(known, given.get("exhibit", ""), version)
        witness = known.brief.member(doing.actor.name)
    return Signature(kind, signer.name, given["text_sha256"], strokes, witness)


def _check_scan(known: Ground, exhibit: str, version: Record) -> None:
    """Refuse a scan that is not there, or that was there before the text it should show."""
    found = next((row for row in known.brief.rows(tables.Exhibit) if str(row.n) == exhibit), None)
    if found is None:
        raise Closed("proof_missing")
    if found.received_at < version.fixed_at:
        raise Closed("scan_before_text")


def _strokes(given: str) -> tuple[tuple[tuple[int, int, int], ...], ...]:
    """Return strokes written as JSON. Closed ``signature_missing`` for anything else."""
    if not given:
        return ()
    try:
        read: list[list[list[Any]]] = json.loads(given)
        return tuple(tuple(_point(x, y, ms) for x, y, ms in line) for line in read if line)
    except (ValueError, TypeError, RecursionError) as fault:
        raise Closed("signature_missing") from fault


def _point(x: object, y: object, ms: object) -> tuple[int, int, int]:
    """Return a point of the pad, in thousandths of it, and its moment. ValueError for anything else."""
    if not all(type(one) is int for one in (x, y, ms)):
        raise ValueError(x, y, ms)
    across, down, moment = cast(tuple[int, int, int], (x, y, ms))
    if not (0 <= across <= PAD and 0 <= down <= PAD and abs(moment) < LONGEST_MS):
        raise ValueError(across, down, moment)
    return across, down, moment
