"""Duties: what the terms of an agreement in effect bind each side to do, by which day (ML 31).

A sum in parts is a duty a part. What is owed only if another term is broken is no duty yet. Nor is
what begins on a day, as an undertaking does, or is allowed until one: nothing is done by that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from stationkiosk.domain.agreement import Term
from stationkiosk.domain.clauses import Facet, Role, SlotKind, Value
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Duty:
    """Something ``who`` has to do; ``term`` counts from 1, ``amount`` is in yuan where money is owed."""

    term: int
    who: str
    what: Text
    due: date | None = None
    amount: Decimal | None = None


def duties(terms: Sequence[Term]) -> tuple[Duty, ...]:
    """Return the duties of filled terms, in their order."""
    return tuple(duty for n, term in enumerate(terms, 1) for duty in _of(n, term))


def _of(n: int, term: Term) -> Iterator[Duty]:
    duty = term.clause.duty
    kinds = {slot.id: slot.kind for slot in term.clause.slots}
    when = kinds.get(duty.get(Facet.BY_WHEN, ""))
    if when is SlotKind.INSTALMENTS:
        yield from _parts(n, term, cast(tuple[Instalment, ...], _said(term, Facet.BY_WHEN)))
    elif when is SlotKind.DAY and not _open_ended(term):
        much = duty[Facet.HOW_MUCH]
        amount = cast(Decimal, term.values[much]) if kinds.get(much) is SlotKind.SUM else None
        yield Duty(n, _who(term), term.words(), cast(date, _said(term, Facet.BY_WHEN)), amount)


def _parts(n: int, term: Term, parts: tuple[Instalment, ...]) -> Iterator[Duty]:
    for part in parts:
        what = _PART.put(label=term.clause.label, payee=_payee(term), n=part.n, count=len(parts))
        yield Duty(n, _who(term), what, part.due, part.amount)


def _open_ended(term: Term) -> bool:
    by = term.clause.duty[Facet.BY_WHEN]
    return any(
        slot.id == by and slot.role in (Role.ANY_DAY, Role.LICENCE_END) for slot in term.clause.slots
    )


def _payee(term: Term) -> Text:
    who = term.clause.duty[Facet.WHO]
    sides = (slot.id for slot in term.clause.slots if slot.kind is SlotKind.PARTY and slot.id != who)
    named = [
        said if isinstance(said := term.values[side], Text) else Text(str(said), str(said))
        for side in sides
    ]
    return Text("、".join(one.zh for one in named), ", ".join(one.en for one in named))


def _who(term: Term) -> str:
    said = _said(term, Facet.WHO)
    return said.zh if isinstance(said, Text) else str(said)


def _said(term: Term, facet: Facet) -> Value:
    return term.values[term.clause.duty[facet]]


_PART = Text("{label}，付给{payee}，第{n}期（共{count}期）", "{label} to {payee}, part {n} of {count}")
