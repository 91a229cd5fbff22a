"""What the record of a case already knows for the blanks of an agreement, so that nobody types it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.mediating.reading import undisputed
from stationkiosk.casework.mediating import talks
from stationkiosk.casework.mediating.ground import Ground
from stationkiosk.casework.mediating.terms import open_terms
from stationkiosk.casework.record import Record
from stationkiosk.casework.told import tell
from stationkiosk.domain import forms
from stationkiosk.domain.application import Fact
from stationkiosk.domain.clauses import Account, Clause, Ready, SlotKind, Value, Values, ready
from stationkiosk.domain.courts import Purpose, court_for
from stationkiosk.domain.disputes import Ask
from stationkiosk.domain.money import to_yuan
from stationkiosk.domain.talks import Answer
from stationkiosk.domain.text import Text
from stationkiosk.domain.told import dispute_of
from stationkiosk.store import tables

_MYSELF = re.compile(r"\b(?:my|me|I)\b", re.IGNORECASE)

CLAIMED, COSTS = "damages", "costs"
"""Claims that name a sum to be paid, and what stopping it cost."""

_APART = re.compile(r"[、,，;；]\s*")


def ready_values(ground: Ground) -> dict[str, Values]:
    """Return for each clause that has such blanks what the record already knows for them.

    What was said to settle and what stands in the newest version counts: it is for the mediator alone.
    """
    known = dict(_known(ground)) | dict(_told_here(ground))
    found = {clause.id: ready(clause, known) for clause in clauses_now(ground)}
    return {clause: values for clause, values in found.items() if values}


def clauses_now(ground: Ground) -> tuple[Clause, ...]:
    """Return the clauses a term can be made of today."""
    return tuple(ground.station.reference.clauses.all_on(ground.station.today()))


def sum_claimed(brief: Brief, claim: str) -> Decimal | None:
    """Return the sum that is asked for under a claim, None where none is named."""
    amounts = (row.amount_fen for row in brief.rows(tables.Claim) if row.claim == claim)
    fen = next((amount for amount in amounts if amount), None)
    return None if fen is None else to_yuan(fen)


def facts(brief: Brief) -> dict[str, forms.Answer]:
    """Return what the filer told, by question."""
    rows = brief.rows(tables.Fact)
    return {row.question: tuple(row.value) if isinstance(row.value, list) else row.value for row in rows}


def called(ground: Ground, side: Record) -> str:
    """Return what a side is called in the agreement."""
    return next(one.side for one in ground.attendants if one.side_n == side.n)


def itself(ground: Ground, side: Record) -> Record:
    """Return the row in which a side tells of itself: its own answer's, where there is one."""
    n = next(one.n for one in ground.attendants if one.side_n == side.n)
    return next(party for party in ground.brief.parties if party.n == n)


def _known(ground: Ground) -> Iterator[tuple[Ready, Value]]:
    return ((name, value) for name, value in _candidates(ground) if value)


def _told_here(ground: Ground) -> Iterator[tuple[Ready, Value]]:
    """Yield the sum of the offer that was taken last, and the account that a term names already."""
    station, matter, mediator = ground.station, ground.matter, ground.mediation.mediator
    said = talks.told(station, talks.rows_of(ground.connection, matter.case_id, matter.n), mediator)
    taken = [one.said.amount for one in said if one.answer is Answer.TAKEN]
    if taken and taken[-1] is not None:
        yield Ready.CLAIMED, taken[-1]
    newest = next(reversed(ground.readable()), None)
    terms = open_terms(station, newest).terms if newest is not None else ()
    for term in terms:
        for _slot, account in term.of_kind(SlotKind.ACCOUNT):
            yield Ready.ACCOUNT, account


def _candidates(ground: Ground) -> Iterator[tuple[Ready, Value | None]]:
    brief, station = ground.brief, ground.station
    filer, other = ground.sides[0], ground.sides[-1]
    right = brief.rows(tables.Right)[0]
    goods = tuple(part for part in _APART.split(right.goods) if part)
    today = station.today()
    yield Ready.FILER, called(ground, filer)
    yield Ready.OTHER, called(ground, other)
    yield Ready.CLAIMED, sum_claimed(brief, CLAIMED)
    yield Ready.COSTS, sum_claimed(brief, COSTS)
    yield Ready.ACCOUNT, Account(called(ground, filer), "", "")
    yield Ready.ACTS, tuple(act.zh for act in told_acts(ground))
    yield Ready.GOODS, goods
    yield Ready.SCOPE, right.goods or right.name
    yield Ready.FILER_ADDRESS, itself(ground, filer).address
    yield Ready.FILER_PHONE, itself(ground, filer).phone
    yield Ready.OTHER_ADDRESS, itself(ground, other).address or other.address
    yield Ready.RIGHT, " ".join(part for part in (right.name, right.number) if part)
    yield Ready.FACTS, undisputed(brief)
    yield Ready.SUBJECT, brief.subject
    yield Ready.COPIES, len(ground.sides) + 1
    yield Ready.COURT, confirming_court(ground)
    yield Ready.TODAY, today
    yield Ready.APPLY_BY, station.reference.deadline("confirmation.apply", today).due


def told_acts(ground: Ground) -> tuple[Text, ...]:
    """Return what was done as the filer told it, with their name where they said "I"."""
    brief = ground.brief
    said = [Fact(question, answer) for question, answer in facts(brief).items()]
    acts = tell(brief.station.reference.words, brief.form, said).acts
    name = called(ground, ground.sides[0])
    return tuple(Text(act["zh"].replace("我", name), third_person(act["en"], name)) for act in acts)


def third_person(told: str, name: str) -> str:
    """Return English told by somebody with their name where they said "I", "me" or "my"."""
    return _MYSELF.sub(lambda said: f"{name}'s" if said[0].lower() == "my" else name, told)


def confirming_court(ground: Ground) -> Text | None:
    """Return the court that confirms such a deal, as far as the case tells which it is."""
    matrix, brief = ground.station.reference.matrix, ground.brief
    claims = brief.rows(tables.Claim)
    dispute = replace(
        dispute_of(brief.form, facts(brief)),
        asks=frozenset(Ask(row.claim) for row in claims if row.claim in list(Ask)),
        claimed=sum_claimed(brief, CLAIMED),
    )
    found = court_for(matrix.courts, matrix.venues, dispute, Purpose.CONFIRMATION, ground.station.today())
    return None if found is None else found.court.name
