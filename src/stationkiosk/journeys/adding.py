"""Bringing proof later: the proof, everything read back, declared, handed in."""

from __future__ import annotations

from uuid import UUID

from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Exhibit
from stationkiosk.domain.files import family, show_size, show_time
from stationkiosk.domain.forms import Form, FormPaper
from stationkiosk.domain.text import Language, Text
from stationkiosk.journeys.check import CheckRow
from stationkiosk.journeys.journey import DONE, Journey, Page, State, always
from stationkiosk.journeys.walk import Walk
from stationkiosk.reference.words import Words

ID = "adding"
CODE, NUMBER = "receipt_code", "case_number"
"""The answers that keep which receipt's code was shown, and which case the proof is for."""

FORM = Form(ID, Text("补交证据", "Add proof"), (), FormPaper.NONE)
"""Nothing is asked: what stands on the receipt says all that is needed."""


def adding() -> Journey:
    """Return the journey of two pages. It is declared to be real and not signed, as a report is."""
    pages = (
        Page("proof", "proof", "proof", "personal", always("check")),
        Page("check", "confirm", "send", "personal", always(DONE)),
    )
    return Journey(ID, FORM, pages)


def begun(code: str, number: str) -> State:
    """Return the state in which somebody begins who tracked a case by the code on its receipt."""
    return State(answers={CODE: code, NUMBER: number})


def number_of(walk: Walk) -> str:
    """Return the number of the case that the proof is for."""
    return str(walk.state.answers[NUMBER])


def addition(walk: Walk, draft_id: UUID, language: Language) -> Addition:
    """Return what a declared walk hands in. One that is not declared is our own mistake: ValueError."""
    state = walk.state
    if state.signature is None:
        raise ValueError("not declared yet")
    return Addition(
        draft_id, str(state.answers[CODE]), number_of(walk), language, state.exhibits, state.signature
    )


def rows(walk: Walk, words: Words) -> tuple[CheckRow, ...]:
    """Return what is read back: each piece of proof, and the case it is for."""
    number = Text(number_of(walk), number_of(walk))
    case = CheckRow("", "proof", words.text("adding.case"), number, True, number)
    return (*(_row(exhibit, words) for exhibit in walk.state.exhibits), case)


def _row(exhibit: Exhibit, words: Words) -> CheckRow:
    told = [words.text(f"evidence.kind_{family(exhibit.media_type)}"), _same(show_size(exhibit.size))]
    if exhibit.pages > 1:
        told.append(words.text("evidence.pages").put(n=str(exhibit.pages)))
    if exhibit.seconds:
        told.append(_same(show_time(exhibit.seconds)))
    if exhibit.purpose:
        told.append(words.text(f"shows.{exhibit.purpose}"))
    value = _joined(told)
    full = _joined([*told, _same(exhibit.sha256)])
    return CheckRow("proof", "proof", _same(exhibit.name), value, True, full)


def _same(said: str) -> Text:
    return Text(said, said)


def _joined(texts: list[Text]) -> Text:
    return Text(" · ".join(text.zh for text in texts), " · ".join(text.en for text in texts))
