"""Answering a complaint: the notice's code, what is claimed, four honest answers, own proof, signed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from stationkiosk.domain.forms import Answers, Form, Question
from stationkiosk.domain.response import Mediate, Response, respond
from stationkiosk.domain.text import Language
from stationkiosk.journeys.journey import DONE, Journey, Page, State, always
from stationkiosk.journeys.walk import Problems, Walk

NOTICE = "notice"
"""The page that asks for the code of the notice, and the answer that keeps it."""

POSITIONS = "positions"
"""The question of the four answers."""

NAME = "answerer_name"
"""The question that asks whom the notice is for."""

AGAIN = "again"
"""The answer that tells that this notice was answered before."""

STATEMENT = "statement"
"""The page of their own words: whoever answers again adds what they want to add there."""

ANSWERS = (POSITIONS, "agreed", "source", "contest", "time", STATEMENT)
"""The pages before the proof; those of the four answers come where they were given."""

PEOPLE = ("answerer", "agent")


def answering(form: Form) -> Journey:
    """Return the journey of the answer's form: nothing of the case is seen before the code is right.

    Whoever wants to know more about mediation is told, and asked the same question again.
    """
    return Journey(
        "answer",
        form,
        (
            Page(NOTICE, "notice", "", "plain", always("claim")),
            Page("claim", "claim", "claim", "personal", _next_of(form, ANSWERS, "proof")),
            *_pages(form, ANSWERS, "proof"),
            Page("proof", "proof", "proof", "personal", always("mediate")),
            Page("mediate", "form", "talks", "personal", _after_mediate, form.page("mediate")),
            Page("mediation", "mediation", "talks", "personal", always(PEOPLE[0]), form.page("mediate")),
            *_pages(form, PEOPLE, "check"),
            Page("check", "check", "check", "signature", always(DONE)),
        ),
    )


def found(walk: Walk, code: str, whom: str, said: Answers) -> Problems:
    """Go on with a code that opens a notice; whoever it is for need not write their name again.

    ``said`` is what they answered before: it stands unless they change it, and is not asked again.
    """
    if whom and not walk.state.typed.get(NAME):
        walk.hold({NAME: whom})
    if POSITIONS in said and POSITIONS not in walk.state.answers:
        walk.put_answers({**said, AGAIN: "yes"})
    return walk.accept({NOTICE: code})


def code_of(walk: Walk) -> str:
    """Return the code of the notice that is answered, "" before it was found right."""
    code = walk.state.answers.get(NOTICE)
    return code if isinstance(code, str) else ""


def response(walk: Walk, draft_id: UUID, language: Language) -> Response:
    """Return what a signed walk hands in. One that is not signed is our own mistake: ValueError."""
    state = walk.state
    if state.signature is None:
        raise ValueError("not signed yet")
    return respond(
        walk.journey.form,
        walk.answers(),
        draft_id=draft_id,
        language=language,
        exhibits=state.exhibits,
        signature=state.signature,
        sealed=state.sealed,
        by_card=state.by_card,
    )


def _pages(form: Form, ids: tuple[str, ...], then: str) -> tuple[Page, ...]:
    return tuple(
        Page(
            page,
            "form",
            form.page(page).section,
            "personal",
            _next_of(form, ids[n + 1 :], then),
            form.page(page),
        )
        for n, page in enumerate(ids)
    )


def _next_of(form: Form, later: tuple[str, ...], then: str) -> Callable[[State], str]:
    def following(state: State) -> str:
        answers, again = form.relevant(state.answers), AGAIN in state.answers
        for page in later:
            questions = form.page(page).asked(answers)
            if questions and not (again and _stands(page, questions, answers)):
                return page
        return then

    return following


def _stands(page: str, questions: tuple[Question, ...], answers: Answers) -> bool:
    """Tell whether a page of the four answers was answered before and need not be asked again."""
    return page in ANSWERS and page != STATEMENT and all(question.id in answers for question in questions)


def _after_mediate(state: State) -> str:
    return "mediation" if state.answers.get("mediate") == Mediate.TELL_MORE else PEOPLE[0]
