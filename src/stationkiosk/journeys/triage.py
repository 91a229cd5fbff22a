"""“I am not sure”: pages of pictures ahead of a journey, so that Back leads through them again.

What was chosen stands in the state under the id of its page (``unsure.side``) and stays there
when it has led somewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from stationkiosk.domain.forms import Answers
from stationkiosk.domain.triage import Landing, Triage
from stationkiosk.journeys.filing import ELSEWHERE
from stationkiosk.journeys.journey import DONE, Journey, Page, State, always
from stationkiosk.journeys.walk import TRIAGE

UNSURE = "unsure"
"""The tile that begins the pictures."""


def unsure(triage: Triage) -> Journey:
    """Return the journey of somebody whose answers lead nowhere yet."""
    return Journey(UNSURE, triage.form, _ahead(triage, ELSEWHERE))


def before(triage: Triage, journey: Journey) -> Journey:
    """Return a journey that the pictures led to, with the tiles and the pictures ahead of it."""
    own = tuple(page for page in journey.pages if page.id not in (TRIAGE, ELSEWHERE))
    return Journey(journey.id, journey.form, (*_ahead(triage, own[0].id), *own))


def is_unsure(answers: Answers) -> bool:
    """Tell whether somebody came by the pictures."""
    return answers.get(TRIAGE) == UNSURE


def landing(triage: Triage, answers: Answers) -> Landing | None:
    """Return where a state's answers lead, None while there are more pictures."""
    return triage.landed(_picked(triage, answers))


def _ahead(triage: Triage, first: str) -> tuple[Page, ...]:
    """Return tiles, pictures and the counter's page; ``first`` is where a form begins."""
    pictures = tuple(
        Page(_key(page.id), "pictures", "", "plain", _following(triage, index, first), page)
        for index, page in enumerate(triage.form.pages)
    )
    return (
        Page(TRIAGE, "tiles", "", "plain", always(pictures[0].id)),
        *pictures,
        Page(ELSEWHERE, "elsewhere", "", "plain", always(DONE)),
    )


def _following(triage: Triage, index: int, first: str) -> Callable[[State], str]:
    def following(state: State) -> str:
        answers = _picked(triage, state.answers)
        later = (page for page in triage.form.pages[index + 1 :] if page.asked(answers))
        if page := next(later, None):
            return _key(page.id)
        landed = triage.landed(answers)
        return first if landed is not None and landed.form else ELSEWHERE

    return following


def _picked(triage: Triage, answers: Answers) -> Answers:
    pages = triage.form.pages
    return triage.form.relevant({p.id: answers[_key(p.id)] for p in pages if _key(p.id) in answers})


def _key(page_id: str) -> str:
    return f"{UNSURE}.{page_id}"
