"""What the terms say: five facets a duty, words, sums, days, who is bound. Interp 358, ML 29."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import cast

from stationkiosk.domain.agreement import Term
from stationkiosk.domain.clauses import Account, Facet, Role, SlotKind
from stationkiosk.domain.confirming.asked import Asked, Check, Hit
from stationkiosk.domain.instalments import Instalment, check_sum


def _lacks(facet: Facet) -> Check:
    def check(asked: Asked) -> Iterator[Hit]:
        for n, term in asked.terms():
            if term.lacks(facet):
                yield Hit(n)

    return check


def _blank_left(asked: Asked) -> Iterator[Hit]:
    for n, term in asked.terms():
        open_slots = len(term.clause.slots) - sum(len(term.of_kind(kind)) for kind in SlotKind)
        duty_slots = sum(term.lacks(facet) for facet in Facet)
        if open_slots and not duty_slots:
            yield Hit(n)


def _words(asked: Asked) -> Iterator[Hit]:
    for n, said in enumerate(asked.said):
        found = asked.phrases.first(said)
        if found:
            yield Hit(n, found)


def _no_duty(asked: Asked) -> Iterator[Hit]:
    if not any(term.clause.duty for term in asked.agreement.terms):
        yield Hit()


def _past_day(asked: Asked) -> Iterator[Hit]:
    for n, term in asked.terms():
        days = [
            cast(date, value) for slot, value in term.of_kind(SlotKind.DAY) if slot.role is not Role.ANY_DAY
        ]
        days += [part.due for part in _parts(term)]
        for day in sorted(day for day in days if day < asked.today):
            yield Hit(n, day.isoformat())


def _instalments_sum(asked: Asked) -> Iterator[Hit]:
    for n, term in asked.terms():
        parts = _parts(term)
        for total in term.of_role(Role.TOTAL) if parts else ():
            if check_sum(cast(Decimal, total), [part.amount for part in parts]):
                yield Hit(n, f"{sum(part.amount for part in parts)} ≠ {total}")


def _instalments_order(asked: Asked) -> Iterator[Hit]:
    for n, term in asked.terms():
        for before, after in pairwise(_parts(term)):
            if after.due <= before.due:
                yield Hit(n, after.due.isoformat())


def _account_of_another(asked: Asked) -> Iterator[Hit]:
    names = asked.agreement.names()
    for n, term in asked.terms():
        for _, value in term.of_kind(SlotKind.ACCOUNT):
            holder = cast(Account, value).holder.strip()
            if holder not in names:
                yield Hit(n, holder)


def _stranger_bound(asked: Asked) -> Iterator[Hit]:
    names = asked.agreement.names()
    for n, term in asked.terms():
        for _, value in term.of_kind(SlotKind.PARTY):
            if value not in names:
                yield Hit(n, str(value))


def _one_on_both_sides(asked: Asked) -> Iterator[Hit]:
    for n, term in asked.terms():
        counted = Counter(value for _, value in term.of_kind(SlotKind.PARTY))
        for name, count in counted.items():
            if count > 1:
                yield Hit(n, str(name))


def _above_claim(asked: Asked) -> Iterator[Hit]:
    claimed = asked.agreement.claimed
    if claimed is None:
        return
    for n, term in asked.terms():
        paid = term.of_kind(SlotKind.SUM) if term.clause.id in asked.clauses else ()
        amounts = [cast(Decimal, value) for _, value in paid]
        yield from (Hit(n, f"{amount} > {claimed}") for amount in amounts if amount > claimed)


def _nothing_on_breach(asked: Asked) -> Iterator[Hit]:
    ids = {term.clause.id for term in asked.agreement.terms}
    instalments = [
        n for n, term in asked.terms() if any(s.kind is SlotKind.INSTALMENTS for s in term.clause.slots)
    ]
    if instalments and not ids & set(asked.clauses):
        yield Hit(instalments[0])


def _at_odds(asked: Asked) -> Iterator[Hit]:
    ids = {term.clause.id for term in asked.agreement.terms}
    if set(asked.clauses) <= ids:
        yield Hit()


def _parts(term: Term) -> tuple[Instalment, ...]:
    return tuple(
        part
        for _, value in term.of_kind(SlotKind.INSTALMENTS)
        for part in cast(tuple[Instalment, ...], value)
    )


CHECKS: Mapping[str, Check] = {
    **{f"{facet}_missing": _lacks(facet) for facet in Facet},
    "blank_left": _blank_left,
    "words": _words,
    "no_duty": _no_duty,
    "past_day": _past_day,
    "instalments_sum": _instalments_sum,
    "instalments_order": _instalments_order,
    "account_of_another": _account_of_another,
    "stranger_bound": _stranger_bound,
    "one_on_both_sides": _one_on_both_sides,
    "above_claim": _above_claim,
    "nothing_on_breach": _nothing_on_breach,
    "at_odds": _at_odds,
}
