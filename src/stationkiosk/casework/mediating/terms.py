"""The terms of a draft, sealed to the mediator of the matter: written into a box and read out of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from stationkiosk.casework.mediating.sealing import Content, box, opened
from stationkiosk.casework.mediating.shown import TermsWritten
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.agreement import Term
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.clauses import Account, Value
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.filled import read_values, written
from stationkiosk.domain.text import Text
from stationkiosk.domain.typed import paragraphs, words

_CELLS = "\t"
"""What stands between the cells of a blank that was typed and cannot be read."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a version of an agreement says; ``day`` is that on which its clauses held."""

    terms: tuple[Term, ...]
    wishes_confirmation: bool
    day: date


def drafted(station: Station, terms: TermsWritten, wishes_confirmation: bool, day: date) -> Drafted:
    """Return the terms as they were written on a day. Closed ``no_such_clause``."""
    book = station.reference.clauses
    made = []
    for clause_id, values in terms:
        clause = book.on(clause_id, day) if clause_id in book.rows else None
        if clause is None:
            raise Closed("no_such_clause", clause=clause_id)
        slots = {slot.id for slot in clause.slots}
        made.append(Term(clause, {slot: _tidy(value) for slot, value in values.items() if slot in slots}))
    return Drafted(tuple(made), wishes_confirmation, day)


def seal_terms(station: Station, case_id: UUID, matter_n: int, draft: Drafted) -> bytes:
    """Return a draft as the mediator of the matter alone can open it."""
    plain = {
        "terms": [[term.clause.id, written(term.values)] for term in draft.terms],
        "wishes": draft.wishes_confirmation,
    }
    said = json.dumps(plain, ensure_ascii=False).encode()
    return box(station, Content.TERMS, case_id, matter_n, said)


def open_terms(station: Station, version: Record) -> Drafted:
    """Return what a version says. The caller has asked whether this is the mediator's desk."""
    kept = version.terms_box
    return read_terms(station, version.case_id, version.matter_n, kept, station_day(version.at))


def read_terms(station: Station, case_id: UUID, matter_n: int, sealed: bytes, day: date) -> Drafted:
    """Return what a box of terms written on a day says. KnownError as ``sealing.opened``.

    ``seal_closed`` for what holds no terms, too.
    """
    plain, book = opened(station, Content.TERMS, case_id, matter_n, sealed), station.reference.clauses
    try:
        told = json.loads(plain)
        clauses = [
            (book.on(clause_id, day) if clause_id in book.rows else None, values)
            for clause_id, values in told["terms"]
        ]
        terms = tuple(Term(clause, read_values(clause, values)) for clause, values in clauses if clause)
        return Drafted(terms, bool(told["wishes"]), day)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise KnownError("seal_closed") from fault


def _tidy(value: Value) -> Value:
    """Return a value with nothing in its words that nobody can see, or that turns them about."""
    match value:
        case str():
            return _CELLS.join(paragraphs(cell) for cell in value.split(_CELLS))
        case Text():
            return Text(paragraphs(value.zh), paragraphs(value.en))
        case Account():
            return Account(words(value.holder), words(value.bank), words(value.number))
        case tuple():
            return cast(Value, tuple(paragraphs(one) if isinstance(one, str) else one for one in value))
        case _:
            return value
