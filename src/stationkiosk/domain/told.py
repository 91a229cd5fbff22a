"""What the answers to a form tell of the dispute, as the gate matrix and the table of courts ask it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from stationkiosk.domain.disputes import Ask, Dispute
from stationkiosk.domain.filing import CLAIMS
from stationkiosk.domain.forms import Answers, Form, QuestionKind
from stationkiosk.domain.identity_kinds import Tie, farthest, likely, tie

ABROAD = "abroad"
"""The question that asks where the parties are from; its options are ties."""

_PAPERS = (QuestionKind.ID_NUMBER, QuestionKind.OTHER_ID)
_PARTIES = ("applicant.", "respondent.")


def dispute_of(form: Form, answers: Answers) -> Dispute:
    """Return the dispute that the answers tell of; what was not said is left open."""
    relevant = form.relevant(answers)
    return Dispute(
        kind=form.id,
        subject=_subject(form, relevant),
        asks=frozenset(_asks(form, relevant)),
        claimed=claimed(form, relevant),
        tie=farthest(tuple(_ties(form, relevant))),
    )


def claimed(form: Form, answers: Answers) -> Decimal | None:
    """Return the sum of the money asked for in yuan, None where there is none yet."""
    asked = (answers.get(q.id) for q in form.questions() if q.fills.startswith(f"{CLAIMS}."))
    sums = [Decimal(amount) for amount in asked if isinstance(amount, str)]
    return sum(sums, Decimal()) if sums else None


def _subject(form: Form, answers: Answers) -> str:
    """Return the subject of the last question answered that tells of one alone."""
    subject = ""
    for question in form.questions():
        given = answers.get(question.id)
        ticked = (given,) if isinstance(given, str) else given or ()
        told = {option.subject for option in question.options if option.id in ticked}
        if len(told) == 1:
            subject = told.pop() or subject
    return subject


def _asks(form: Form, answers: Answers) -> Iterator[Ask]:
    ticked = (answers.get(question.id) for question in form.questions() if question.fills == CLAIMS)
    for claim in (claim for claims in ticked if isinstance(claims, tuple) for claim in claims):
        if claim in list(Ask):
            yield Ask(claim)


def _ties(form: Form, answers: Answers) -> Iterator[Tie]:
    """Yield where the parties belong: as they say, and as their papers show."""
    if (said := answers.get(ABROAD)) in list(Tie):
        yield Tie(str(said))
    for question in form.questions():
        number = answers.get(question.id)
        own = question.kind in _PAPERS and question.fills.startswith(_PARTIES)
        if own and isinstance(number, str):
            yield from (tie(kind) for kind in likely(number)[:1])
