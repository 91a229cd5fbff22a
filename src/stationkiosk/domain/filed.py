"""From an application back to the answers it was made of, as far as the gate matrix asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from stationkiosk.domain.application import Application, Party, Right
from stationkiosk.domain.disputes import Dispute
from stationkiosk.domain.filing import CLAIMS
from stationkiosk.domain.forms import Answer, Form
from stationkiosk.domain.told import dispute_of


def dispute_filed(form: Form, application: Application) -> Dispute:
    """Return the dispute that an application tells of, as the answers it was made of told it."""
    fields = dict(_fields(application))
    answers = {q.id: fields[q.fills] for q in form.questions() if q.fills in fields}
    return dispute_of(form, answers | {fact.question: fact.value for fact in application.facts})


def _fields(application: Application) -> Iterator[tuple[str, Answer]]:
    for party in reversed(application.parties):
        yield from _said(party, party.role)
    yield from _said(application.right, "right")
    yield CLAIMS, tuple(claim.id for claim in application.claims)
    for claim in application.claims:
        if claim.amount is not None:
            yield f"{CLAIMS}.{claim.id}", str(claim.amount)


def _said(part: Party | Right, prefix: str) -> Iterator[tuple[str, Answer]]:
    for item in fields(part):
        if value := getattr(part, item.name):
            yield f"{prefix}.{item.name}", str(value)
