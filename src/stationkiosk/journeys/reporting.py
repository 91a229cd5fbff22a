"""Reporting a breach in two minutes: what, where, proof if there is any, a name or none, sent."""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

from stationkiosk.domain.application import Application
from stationkiosk.domain.filing import assemble
from stationkiosk.domain.forms import Answers, Form
from stationkiosk.domain.text import Language
from stationkiosk.journeys.journey import DONE, Journey, Page, State, always
from stationkiosk.journeys.walk import Walk

HANDED_ON = "handed_on"
"""The page that says to whom a report goes that is not this agency's to punish (CL 53)."""

ROUTES = ("report",)
"""What a report asks for; whether it is checked here or handed on, its filing decides by the breach."""


def reporting(form: Form, elsewhere: Collection[str] = ()) -> Journey:
    """Return the journey of the report's form; ``elsewhere`` are breaches another authority punishes.

    Whoever reports declares that it is true and does not sign: a hand would tell who it is.
    """
    pages = (
        Page("seen", "form", "acts", "personal", _after_seen(elsewhere), form.page("seen")),
        Page(HANDED_ON, "handed_on", "acts", "personal", always("place")),
        Page("place", "form", "other", "personal", always("proof"), form.page("place")),
        Page("proof", "proof", "proof", "personal", always("reporter")),
        Page("reporter", "form", "who", "personal", always("check"), form.page("reporter")),
        Page("check", "confirm", "send", "personal", always(DONE)),
    )
    return Journey("report", form, pages)


def handed_on(answers: Answers, elsewhere: Collection[str]) -> bool:
    """Tell whether the report goes to another authority, which alone may punish the breach."""
    return answers.get("breach") in elsewhere


def application(walk: Walk, case_id: UUID, language: Language) -> Application:
    """Return the report that a declared walk hands in: without applicant, ways to choose or consents.

    Who reports is in it as ciphertext, and only where the name is still given. One that is not
    declared is our own mistake: ValueError.
    """
    state, answers = walk.state, walk.answers()
    if state.signature is None:
        raise ValueError("not declared yet")
    asked = {question.id for question in walk.journey.form.questions() if question.asked(answers)}
    return assemble(
        walk.journey.form,
        answers,
        case_id=case_id,
        language=language,
        routes=ROUTES,
        consents=(),
        exhibits=state.exhibits,
        signature=state.signature,
        sealed={key: box for key, box in state.sealed.items() if key in asked},
    )


def _after_seen(elsewhere: Collection[str]) -> Callable[[State], str]:
    return lambda state: HANDED_ON if handed_on(state.answers, elsewhere) else "place"
