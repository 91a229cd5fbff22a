"""The sides and who signs for them: free will, authority, shams. CPL 61, 62, 115; Interp 351-358."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from stationkiosk.domain.agreement import Capacity
from stationkiosk.domain.confirming.asked import LEAST_SIDES, Asked, Check, Hit


def _too_few_sides(asked: Asked) -> Iterator[Hit]:
    if len(asked.agreement.names()) < LEAST_SIDES:
        yield Hit()


def _unwilling(asked: Asked) -> Iterator[Hit]:
    yield from (Hit(None, side.name) for side in asked.agreement.sides if not side.willing)


def _not_joint(asked: Asked) -> Iterator[Hit]:
    yield from (Hit(None, side.name) for side in asked.agreement.sides if not side.applies)


def _no_identity(asked: Asked) -> Iterator[Hit]:
    for side in asked.agreement.sides:
        if not (side.address and side.phone and side.id_number):
            yield Hit(None, side.name)


def _no_signer(asked: Asked) -> Iterator[Hit]:
    signing = {signer.side for signer in asked.agreement.signers}
    yield from (Hit(None, side.name) for side in asked.agreement.sides if side.name not in signing)


def _no_authority(asked: Asked) -> Iterator[Hit]:
    for signer in asked.agreement.signers:
        if signer.capacity is Capacity.AGENT and not signer.may_settle:
            yield Hit(None, signer.name)


def _authority_ended(asked: Asked) -> Iterator[Hit]:
    for signer in asked.agreement.signers:
        if signer.until is not None and signer.until < (signer.signed_on or asked.today):
            yield Hit(None, signer.name)


def _no_proof_of_post(asked: Asked) -> Iterator[Hit]:
    for signer in asked.agreement.signers:
        if signer.capacity is not Capacity.SELF and not signer.proof:
            yield Hit(None, signer.name)


def _unsigned(asked: Asked) -> Iterator[Hit]:
    yield from (Hit(None, one.name) for one in asked.agreement.signers if one.signed_on is None)


def _same_contact(asked: Asked) -> Iterator[Hit]:
    for field in ("address", "phone", "id_number"):
        counted = Counter(str(getattr(side, field)).strip() for side in asked.agreement.sides)
        yield from (Hit(None, value) for value, count in counted.items() if value and count > 1)


def _same_signer(asked: Asked) -> Iterator[Hit]:
    sides: dict[str, set[str]] = {}
    for signer in asked.agreement.signers:
        sides.setdefault(signer.name, set()).add(signer.side)
    yield from (Hit(None, name) for name, served in sides.items() if len(served) > 1)


CHECKS: Mapping[str, Check] = {
    "too_few_sides": _too_few_sides,
    "unwilling": _unwilling,
    "not_joint": _not_joint,
    "no_identity": _no_identity,
    "no_signer": _no_signer,
    "no_authority": _no_authority,
    "authority_ended": _authority_ended,
    "no_proof_of_post": _no_proof_of_post,
    "unsigned": _unsigned,
    "same_contact": _same_contact,
    "same_signer": _same_signer,
}
