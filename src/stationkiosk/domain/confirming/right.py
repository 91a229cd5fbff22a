"""The right the agreement is about: its term, its owners, its proof. Interp 354, 358."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from stationkiosk.domain.clauses import Role, SlotKind
from stationkiosk.domain.confirming.asked import LEAST_SIDES, Asked, Check, Hit


def _beyond_right(asked: Asked) -> Iterator[Hit]:
    right = asked.agreement.right
    if right is None or right.ends is None:
        return
    for n, term in asked.terms():
        for end in term.of_role(Role.LICENCE_END):
            if cast(date, end) > right.ends:
                yield Hit(n, f"{end} > {right.ends}")


def _licence_backwards(asked: Asked) -> Iterator[Hit]:
    for n, term in asked.terms():
        days = {slot.role: cast(date, value) for slot, value in term.of_kind(SlotKind.DAY)}
        start, end = days.get(Role.ANY_DAY), days.get(Role.LICENCE_END)
        if start and end and end < start:
            yield Hit(n, f"{end} < {start}")


def _right_ended(asked: Asked) -> Iterator[Hit]:
    right = asked.agreement.right
    if right is not None and right.ends is not None and right.ends < asked.today:
        yield Hit(None, right.ends.isoformat())


def _licensor_no_holder(asked: Asked) -> Iterator[Hit]:
    right = asked.agreement.right
    for n, term in asked.terms():
        for licensor in term.of_role(Role.LICENSOR):
            if right is not None and licensor not in right.holders:
                yield Hit(n, str(licensor))


def _owners_not_asked(asked: Asked) -> Iterator[Hit]:
    right = asked.agreement.right
    if right is None or right.all_agree or len(right.holders) < LEAST_SIDES:
        return
    for n, term in asked.terms():
        if term.of_role(Role.LICENSOR):
            yield Hit(n, "、".join(right.holders))


def _right_proof(asked: Asked) -> Iterator[Hit]:
    right = asked.agreement.right
    if right is None or not right.proof:
        yield Hit()


CHECKS: Mapping[str, Check] = {
    "beyond_right": _beyond_right,
    "licence_backwards": _licence_backwards,
    "right_ended": _right_ended,
    "licensor_no_holder": _licensor_no_holder,
    "owners_not_asked": _owners_not_asked,
    "right_proof": _right_proof,
}
