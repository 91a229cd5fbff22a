"""The terms of a draft, sealed to the mediator of the matter: written into a box and read out of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stationkiosk.casework.mediating.sealing import Content, box, opened
from stationkiosk.casework.mediating.shown import TermsWritten
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.agreement import Term
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.filled import read_values, written


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
        made.append(Term(clause, {slot: value for slot, value in values.items() if slot in slots}))
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
    plain = json.loads(opened(station, Content.TERMS, version.case_id, version.matter_n, version.terms_box))
    day = station_day(version.at)
    book = station.reference.clauses
    clauses = [(book.on(clause_id, day), values) for clause_id, values in plain["terms"]]
    terms = tuple(Term(clause, read_values(clause, values)) for clause, values in clauses if clause)
    return Drafted(terms, plain["wishes"], day)
