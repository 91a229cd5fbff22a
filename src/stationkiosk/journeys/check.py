"""The page that reads everything back before the signature, and the text that is signed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from stationkiosk.domain.forms import Answer, FormPage, FormPaper, Question, QuestionKind
from stationkiosk.domain.identity import mask_phone
from stationkiosk.domain.identity_kinds import mask_any
from stationkiosk.domain.money import show
from stationkiosk.domain.routes import RouteOffer
from stationkiosk.domain.text import Language, Text, listed
from stationkiosk.domain.trace import date_text
from stationkiosk.journeys.right import card, note
from stationkiosk.journeys.sides import PAGE, of_each, of_side
from stationkiosk.journeys.walk import Walk
from stationkiosk.reference.load import Reference


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the check page: what was asked, what was said, the page that changes it or "".

    ``value`` is masked where it is a number that tells who somebody is; ``full`` is not, and
    is what the signature covers. ``given`` is false for "Not given" and "I don't know".
    ``note`` is a word of warning, which stops nobody. ``side`` is the place in ``State.others``
    of the other side that the row reads back, None where it is another row or the last one named.
    """

    page: str
    section: str
    label: Text
    value: Text
    given: bool
    full: Text
    note: Text | None = None
    side: int | None = None


def check_rows(walk: Walk, reference: Reference, offers: Sequence[RouteOffer] = ()) -> tuple[CheckRow, ...]:
    """Return every row, in the order of the pages. ``offers`` give the chosen ways their names."""
    return (
        *_answered(walk, reference),
        *_proof(walk, reference),
        *_routes(walk, reference, offers),
        *_consents(walk, reference),
    )


def signed_text(rows: Iterable[CheckRow], declaration: Text, language: Language) -> str:
    """Return the text a signature stands under: every row in full, then the declaration."""
    lines = [f"{row.label.say(language)}: {row.full.say(language)}" for row in rows]
    return "\n".join([*lines, declaration.say(language)])


def text_hash(text: str) -> str:
    """Return the SHA-256 of a signed text, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _answered(walk: Walk, reference: Reference) -> Iterable[CheckRow]:
    answers = walk.answers()
    for page in walk.journey.form.pages:
        several = page.id == PAGE and bool(walk.state.others)
        if several:
            yield from _sides(walk, page, reference)
        for question in page.asked(answers):
            if several and of_side(question):
                continue
            yield (
                _sealed(walk, page, question, reference)
                if question.sealed
                else _open(walk, page, question, answers.get(question.id, ""), reference)
            )


def _sides(walk: Walk, page: FormPage, reference: Reference) -> Iterable[CheckRow]:
    """Read back every other side in one row, in the order they were named."""
    words = reference.words
    for n, side in enumerate((*walk.state.others, walk.answers()), 1):
        asked = [q for q in page.questions if of_side(q) and q.id in side]
        full = [answer_text(q, side[q.id], reference) for q in asked]
        shown = [_masked(q, side[q.id]) or text for q, text in zip(asked, full, strict=True)]
        label = words.text("sides.number").put(n=str(n))
        place = n - 1 if n <= len(walk.state.others) else None
        yield CheckRow(page.id, page.section, label, _joined(shown), True, _joined(full), side=place)


def _sealed(walk: Walk, page: FormPage, question: Question, reference: Reference) -> CheckRow:
    given = question.id in walk.state.sealed
    locked = "check.sealed_officer" if question.reader == "officer" else "check.sealed"
    value = reference.words.text(locked if given else "check.not_given")
    return CheckRow(page.id, page.section, question.label, value, given, value)


def _open(walk: Walk, page: FormPage, question: Question, answer: Answer, reference: Reference) -> CheckRow:
    given = answer not in ("", (), None)
    full = answer_text(question, answer, reference)
    if given and walk.state.others and of_each(question):
        full = reference.words.text("sides.sum").put(sum=full)
    shown = _masked(question, answer) if given else None
    of = card(walk.journey.form, walk.answers())
    told = note(question, of, reference, walk.today)
    return CheckRow(page.id, page.section, question.label, shown or full, given, full, told)


def answer_text(question: Question, answer: Answer, reference: Reference) -> Text:
    """Return an answer in words: option labels, days and sums as they are written."""
    if answer is None:
        return question.unknown_label or reference.words.text("check.unknown")
    if answer in ("", ()):
        return reference.words.text("check.not_given")
    if question.options:
        chosen = (answer,) if isinstance(answer, str) else answer
        labels = [question.option(key).label for key in chosen]
        return _joined(labels)
    if isinstance(answer, tuple):
        return listed(answer)
    return _written(question, answer)


def _written(question: Question, answer: str) -> Text:
    if question.kind is QuestionKind.DATE:
        return date_text(answer)
    if question.kind is QuestionKind.MONEY:
        amount = show(Decimal(answer))
        return Text(f"{amount} 元", f"{amount} yuan")
    return Text(answer, answer)


def _masked(question: Question, answer: Answer) -> Text | None:
    if question.kind in (QuestionKind.ID_NUMBER, QuestionKind.OTHER_ID):
        return Text(mask_any(str(answer)), mask_any(str(answer)))
    if question.kind is QuestionKind.PHONE:
        return Text(mask_phone(str(answer)), mask_phone(str(answer)))
    return None


def _proof(walk: Walk, reference: Reference) -> Iterable[CheckRow]:
    state, words = walk.state, reference.words
    label = words.text("check.proof")
    if state.exhibits:
        value = _joined([Text(exhibit.name, exhibit.name) for exhibit in state.exhibits])
    else:
        report = walk.journey.form.paper is FormPaper.REPORT
        value = words.text("check.none" if report else "check.proof_later")
    full = _joined([value, *(Text(exhibit.sha256, exhibit.sha256) for exhibit in state.exhibits)])
    yield CheckRow("proof", "proof", label, value, bool(state.exhibits), full)


def _routes(walk: Walk, reference: Reference, offers: Sequence[RouteOffer]) -> Iterable[CheckRow]:
    if all(page.kind != "routes" for page in walk.journey.pages):
        return
    chosen = [offer.label for offer in offers if offer.track in (walk.state.routes or ())]
    value = _joined(chosen) if chosen else reference.words.text("check.not_given")
    yield CheckRow("routes", "check", reference.words.text("check.routes"), value, bool(chosen), value)


def _consents(walk: Walk, reference: Reference) -> Iterable[CheckRow]:
    labels = {consent.id: consent.label for consent in reference.consents}
    for consent in walk.state.consents:
        value = reference.words.text("check.agreed" if consent.given else "check.refused")
        yield CheckRow("routes", "check", labels[consent.id], value, consent.given, value)


def _joined(texts: Sequence[Text]) -> Text:
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))
