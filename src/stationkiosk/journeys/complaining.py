"""A consumer's complaint, taken down at the desk: what was bought, who complains, what is wanted."""

from __future__ import annotations

from uuid import UUID

from stationkiosk.domain.application import Application
from stationkiosk.domain.filing import assemble
from stationkiosk.domain.forms import Form
from stationkiosk.domain.text import Language
from stationkiosk.journeys.filing import next_asked
from stationkiosk.journeys.journey import DONE, Journey, Page, always
from stationkiosk.journeys.walk import Walk


def complaining(form: Form) -> Journey:
    """Return the journey of the complaint's form: its pages in order, proof, and the signature.

    It chooses no way: a complaint opens its own track.
    """
    pages = (
        *(
            Page(page.id, "form", page.section, "personal", next_asked(form, index), page)
            for index, page in enumerate(form.pages)
        ),
        Page("proof", "proof", "proof", "personal", always("check")),
        Page("check", "check", "check", "signature", always(DONE)),
    )
    return Journey("complaint", form, pages)


def application(walk: Walk, case_id: UUID, language: Language) -> Application:
    """Return the complaint that a signed walk hands in. One not signed is our own mistake: ValueError."""
    state = walk.state
    if state.signature is None:
        raise ValueError("not signed yet")
    return assemble(
        walk.journey.form,
        walk.answers(),
        case_id=case_id,
        language=language,
        routes=(),
        consents=state.consents or (),
        exhibits=state.exhibits,
        signature=state.signature,
        by_card=state.by_card,
        proof_later=state.proof_later,
    )
