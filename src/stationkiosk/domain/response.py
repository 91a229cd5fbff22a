"""The answer of somebody who was complained about: four honest answers, each with what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from stationkiosk.domain.application import Exhibit, Fact, Party, Signature
from stationkiosk.domain.filing import AGENT_FIELDS, RESPONDENT_FIELDS, facts_of, fields_of, parties_of
from stationkiosk.domain.forms import Answer, Answers, Form
from stationkiosk.domain.text import Language

FIELDS = (
    RESPONDENT_FIELDS
    | AGENT_FIELDS
    | {
        f"answer.{name}"
        for name in ("positions", "agreed", "supplier", "supplied_on", "grounds", "until", "mediate")
    }
)
"""What a question of the answer may fill; an answer that fills none of them is a fact."""


class Position(StrEnum):
    """What somebody complained about may honestly say; more than one may be true."""

    AGREE_IN_PART = "agree_in_part"
    LAWFUL_SOURCE = "lawful_source"
    CONTEST_RIGHT = "contest_right"
    NEED_TIME = "need_time"


class Mediate(StrEnum):
    """Whether they consent to mediate. Only ``yes`` opens it; whoever wants to know more is told first."""

    YES = "yes"
    NO = "no"
    TELL_MORE = "tell_more"


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, ready for the one door. What was not said is empty.

    ``id`` is the UUIDv7 its draft was opened under; its evidence is already kept under it.
    ``agreed`` and ``grounds`` are option ids; ``supplied_on`` is a day or a month. Their
    ``positions`` (an admission may be among them) and what they are ready to do (``agreed``)
    are said to settle and belong behind the mediation wall.
    ``sealed`` holds their own statement as ciphertext: it stays with the mediator until they
    release it.
    """

    id: UUID
    language: Language
    parties: tuple[Party, ...]
    positions: tuple[Position, ...]
    mediate: Mediate
    signature: Signature
    agreed: tuple[str, ...] = ()
    supplier: str = ""
    supplied_on: str = ""
    grounds: tuple[str, ...] = ()
    until: date | None = None
    facts: tuple[Fact, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    sealed: Mapping[str, bytes] = field(default_factory=dict)


def respond(
    form: Form,
    answers: Answers,
    *,
    draft_id: UUID,
    language: Language,
    exhibits: tuple[Exhibit, ...],
    signature: Signature,
    sealed: Mapping[str, bytes] | None = None,
    by_card: frozenset[str] = frozenset(),
) -> Response:
    """Return the response that the answers to the form make.

    One that lacks a mandatory answer is our own mistake: ValueError.
    """
    relevant = form.relevant(answers)
    if missing := [question.id for question in form.unanswered(relevant)]:
        raise ValueError(f"cannot be answered yet: {missing}")
    fields = fields_of(form, relevant)
    until = _text(fields, "until")
    return Response(
        id=draft_id,
        language=language,
        parties=parties_of(fields, by_card),
        positions=tuple(Position(position) for position in _ticked(fields, "positions")),
        mediate=Mediate(_text(fields, "mediate")),
        signature=signature,
        agreed=_ticked(fields, "agreed"),
        supplier=_text(fields, "supplier"),
        supplied_on=_text(fields, "supplied_on"),
        grounds=_ticked(fields, "grounds"),
        until=date.fromisoformat(until) if until else None,
        facts=facts_of(form, relevant),
        exhibits=exhibits,
        sealed=dict(sealed or {}),
    )


def _text(fields: Mapping[str, Answer], name: str) -> str:
    value = fields.get(f"answer.{name}")
    return value if isinstance(value, str) else ""


def _ticked(fields: Mapping[str, Answer], name: str) -> tuple[str, ...]:
    value = fields.get(f"answer.{name}")
    return value if isinstance(value, tuple) else ()
