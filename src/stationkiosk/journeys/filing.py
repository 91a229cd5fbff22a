"""Filing a dispute: from the kind of dispute to the signature. One table for every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from stationkiosk.domain import told
from stationkiosk.domain.application import Application
from stationkiosk.domain.filing import assemble
from stationkiosk.domain.forms import Form
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Language
from stationkiosk.journeys.journey import DONE, Journey, Page, State
from stationkiosk.journeys.walk import TRIAGE, Walk

ELSEWHERE = "elsewhere"
"""Where somebody lands whose kind of dispute this form does not take."""


def filing(form: Form) -> Journey:
    """Return the journey that files one form."""
    pages = (
        Page(TRIAGE, "tiles", "", "plain", _after_triage(form)),
        Page(ELSEWHERE, "elsewhere", "", "plain", _always(DONE)),
        *(
            Page(page.id, "form", page.section, "personal", next_asked(form, index), page)
            for index, page in enumerate(form.pages)
        ),
        Page("proof", "proof", "proof", "personal", _always("routes")),
        Page("routes", "routes", "check", "personal", _always("check")),
        Page("check", "check", "check", "signature", _always(DONE)),
    )
    return Journey(f"filing.{form.id}", form, pages)


def start(form: Form, clock: Clock) -> Walk:
    """Return a walk at the first page of a filing."""
    return Walk(filing(form), clock)


def resume(form: Form, clock: Clock, body: Mapping[str, Any]) -> Walk:
    """Return the walk that a draft of this form was made of."""
    return Walk.from_json(filing(form), clock, body)


def claimed(walk: Walk) -> Decimal | None:
    """Return the sum asked for in yuan, None where there is none yet."""
    return told.claimed(walk.journey.form, walk.answers())


def application(walk: Walk, case_id: UUID, language: Language) -> Application:
    """Return what a signed walk hands in. One that is not signed is our own mistake: ValueError."""
    state = walk.state
    if state.signature is None or state.routes is None:
        raise ValueError("not signed yet")
    return assemble(
        walk.journey.form,
        state.answers,
        case_id=case_id,
        language=language,
        routes=state.routes,
        consents=state.consents,
        exhibits=state.exhibits,
        signature=state.signature,
        sealed=state.sealed,
        by_card=state.by_card,
        proof_later=state.proof_later,
        others=state.others,
    )


def _always(page_id: str) -> Callable[[State], str]:
    return lambda _state: page_id


def _after_triage(form: Form) -> Callable[[State], str]:
    return lambda state: form.pages[0].id if state.answers.get(TRIAGE, form.id) == form.id else ELSEWHERE


def next_asked(form: Form, index: int) -> Callable[[State], str]:
    """Return what names the next page that asks something, or the proof."""

    def following(state: State) -> str:
        answers = form.relevant(state.answers)
        return next((page.id for page in form.pages[index + 1 :] if page.asked(answers)), "proof")

    return following
