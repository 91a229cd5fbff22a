"""From what was said at the kiosk to the application: each answer into the field it fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from stationkiosk.domain.application import (
    Application,
    Claim,
    Consent,
    Exhibit,
    Fact,
    Party,
    PartyKind,
    PartyRole,
    Right,
    Signature,
)
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Answer, Answers, Form, FormPaper
from stationkiosk.domain.rights import classes_named
from stationkiosk.domain.text import Language

CLAIMS = "claims"

PARTICULARS = ("kind", "name", "id_number", "phone", "address", "representative")
AGENT_FIELDS = frozenset(f"agent.{f}" for f in ("name", "id_number", "phone", "address", "authority"))
RESPONDENT_FIELDS = frozenset(f"respondent.{field}" for field in PARTICULARS)

FIELDS = frozenset(
    {
        *(f"applicant.{field}" for field in PARTICULARS),
        *AGENT_FIELDS,
        *RESPONDENT_FIELDS,
        *(f"right.{field}" for field in ("number", "name", "standing", "goods", "expires")),
        *(CLAIMS, f"{CLAIMS}.damages", f"{CLAIMS}.pay"),
    }
)
"""What a question may fill; an answer that fills none of them is a fact."""


def assemble(
    form: Form,
    answers: Answers,
    *,
    case_id: UUID,
    language: Language,
    routes: tuple[str, ...],
    consents: tuple[Consent, ...],
    exhibits: tuple[Exhibit, ...],
    signature: Signature,
    sealed: Mapping[str, bytes] | None = None,
    by_card: frozenset[str] = frozenset(),
    proof_later: bool = False,
    others: tuple[Answers, ...] = (),
) -> Application:
    """Return the application that the answers to a form make.

    Answers to questions that are no longer asked are left out. What is mandatory in the
    first visit is checked by ``lacking``; an application that lacks it is our own mistake.
    ``others`` are the answers about further other sides, named before the one in ``answers``;
    the parties stand in the order they were named.
    """
    relevant = form.relevant(answers)
    if missing := lacking(form, relevant, exhibits=exhibits, proof_later=proof_later, routes=routes):
        raise ValueError(f"cannot be filed yet: {missing}")
    fields = fields_of(form, relevant)
    return Application(
        id=case_id,
        form=form.id,
        language=language,
        parties=_in_order(parties_of(fields, by_card), tuple(_further(form, others))),
        right=_right(form, fields),
        facts=facts_of(form, relevant),
        claims=_claims(fields),
        routes=routes,
        consents=consents,
        exhibits=exhibits,
        signature=signature,
        sealed=dict(sealed or {}),
        proof_later=proof_later,
    )


def _in_order(parties: tuple[Party, ...], further: tuple[Party, ...]) -> tuple[Party, ...]:
    last = tuple(party for party in parties if party.role is PartyRole.RESPONDENT)
    return (*parties[: len(parties) - len(last)], *further, *last)


def _further(form: Form, others: tuple[Answers, ...]) -> Iterator[Party]:
    for side in others:
        yield from parties_of(fields_of(form, side), frozenset())


def lacking(
    form: Form,
    answers: Answers,
    *,
    exhibits: tuple[Exhibit, ...],
    proof_later: bool,
    routes: tuple[str, ...],
) -> tuple[Problem, ...]:
    """Return what the first visit still lacks: mandatory answers, one proof or a promise of it, one way.

    A report needs neither proof nor a way: what it opens follows from what was seen. A complaint
    needs no proof to be received (it may be asked for), and opens its own track.
    """
    unanswered = [Problem(question.id, f"missing.{question.id}") for question in form.unanswered(answers)]
    if form.paper in (FormPaper.REPORT, FormPaper.COMPLAINT):
        return tuple(unanswered)
    if not exhibits and not proof_later:
        unanswered.append(Problem("proof", "proof_none"))
    if not routes:
        unanswered.append(Problem("routes", "routes_none"))
    return tuple(unanswered)


def fields_of(form: Form, answers: Answers) -> dict[str, Answer]:
    """Return what fills each field of the form's paper."""
    return {q.fills: answers[q.id] for q in form.questions() if q.fills and q.id in answers}


def _text(fields: Mapping[str, Answer], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def parties_of(fields: Mapping[str, Answer], by_card: frozenset[str]) -> tuple[Party, ...]:
    """Return the parties whom the fields name."""
    present = {name.partition(".")[0] for name in fields}
    return tuple(
        Party(
            role=role,
            kind=PartyKind(_text(fields, f"{role}.kind") or _KINDS[role]),
            name=_text(fields, f"{role}.name"),
            id_number=_text(fields, f"{role}.id_number"),
            phone=_text(fields, f"{role}.phone"),
            address=_text(fields, f"{role}.address"),
            representative=_text(fields, f"{role}.representative"),
            authority=_text(fields, f"{role}.authority"),
            by_card=role in by_card,
        )
        for role in PartyRole
        if role in present
    )


_KINDS = {
    PartyRole.APPLICANT: PartyKind.UNKNOWN,
    PartyRole.AGENT: PartyKind.PERSON,
    PartyRole.RESPONDENT: PartyKind.UNKNOWN,
}


def _right(form: Form, fields: Mapping[str, Answer]) -> Right:
    goods, expires = _text(fields, "right.goods"), _text(fields, "right.expires")
    return Right(
        kind=form.id,
        number=_text(fields, "right.number"),
        name=_text(fields, "right.name"),
        standing=_text(fields, "right.standing"),
        classes=classes_named(goods),
        goods=goods,
        expires=date.fromisoformat(expires) if expires else None,
    )


def facts_of(form: Form, answers: Answers) -> tuple[Fact, ...]:
    """Return the answers that fill no field, the sealed ones left out."""
    return tuple(
        Fact(question.id, answers[question.id], question.personal)
        for question in form.questions()
        if not question.fills and not question.sealed and question.id in answers
    )


def _claims(fields: Mapping[str, Answer]) -> tuple[Claim, ...]:
    ticked = fields.get(CLAIMS)
    return tuple(
        Claim(claim, _amount(fields, claim)) for claim in (ticked if isinstance(ticked, tuple) else ())
    )


def _amount(fields: Mapping[str, Answer], claim: str) -> Decimal | None:
    amount = _text(fields, f"{CLAIMS}.{claim}")
    return Decimal(amount) if amount else None
