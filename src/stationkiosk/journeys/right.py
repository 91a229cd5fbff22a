"""What can be told of a right while it is written down: read off its number, its class, its term.

Words only; nothing here stops anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from stationkiosk.domain.answers import accept
from stationkiosk.domain.forms import Answer, Answers, Form, FormPage, Question, QuestionKind
from stationkiosk.domain.patents import PatentNumber, parse_patent
from stationkiosk.domain.rights import RightKind, classes_named, international
from stationkiosk.domain.terms import RightSeen, Warned, warnings
from stationkiosk.domain.text import Text, listed
from stationkiosk.reference.load import Reference

NUMBER, NAME, GOODS, EXPIRES = "right.number", "right.name", "right.goods", "right.expires"
STANDING, UNREGISTERED = "right.standing", "unregistered"
_OF_FORM = {
    "trademark": RightKind.TRADEMARK,
    "design": RightKind.DESIGN,
    "geographical_indication": RightKind.GEOGRAPHICAL,
    "trade_secret": RightKind.TRADE_SECRET,
    "technology_contract": RightKind.TECHNOLOGY_CONTRACT,
}
_TERMS = {RightKind.INVENTION: "invention", RightKind.UTILITY: "utility", RightKind.DESIGN: "design"}
_REPORTED = {"evaluation_report": ("yes",), "design_report": ("no_defect", "part", "none_meets")}
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Card:
    """What was said of a right, put together: its kind, its fields and what its number tells."""

    kind: RightKind | None
    fields: Mapping[str, Answer]
    patent: PatentNumber | None
    evaluated: bool

    def text(self, field: str) -> str:
        """Return what was said in a field, "" where nothing was."""
        value = self.fields.get(field)
        return value if isinstance(value, str) else ""


def card_after(page: FormPage) -> str:
    """Return the question under which the card stands: the number's, or the name's, "" where none is."""
    asked = {question.fills: question.id for question in page.questions}
    return asked.get(NUMBER) or asked.get(NAME) or ""


def card(form: Form, answers: Answers) -> Card:
    """Return the card of the right that answers tell of."""
    fields = {q.fills: answers[q.id] for q in form.questions() if q.fills and q.id in answers}
    number = fields.get(NUMBER)
    patent = parse_patent(number) if isinstance(number, str) else None
    evaluated = any(answers.get(key) in said for key, said in _REPORTED.items())
    return Card(_kind(form, answers, patent), fields, patent, evaluated)


def told(form: Form, answers: Answers, reference: Reference, today: date) -> tuple[Text, ...]:
    """Return what to say of a right: what can be read off it, then what to look out for."""
    of = card(form, answers)
    warned = (words_of(reference, warning) for warning in warned_of(of, reference, today))
    return (*_facts(form, of, reference), *warned)


def warned_of(of: Card, reference: Reference, today: date) -> tuple[Warned, ...]:
    """Return what whoever relies on the right ought to hear. A day nobody was asked for is no warning."""
    if of.kind is None:
        return ()
    expires = of.text(EXPIRES)
    right = RightSeen(
        of.kind,
        number=of.text(NUMBER),
        expires=date.fromisoformat(expires) if expires else None,
        evaluated=of.evaluated,
    )
    unasked = EXPIRES not in of.fields
    return tuple(
        w for w in warnings(reference.terms, right, today) if w.key != "end_unknown" or not unasked
    )


def words_of(reference: Reference, warned: Warned) -> Text:
    """Return a warning in words."""
    return reference.words.text(f"right.{warned.key}").put(**warned.values)


def _kind(form: Form, answers: Answers, patent: PatentNumber | None) -> RightKind | None:
    if form.id != "patent":
        return _OF_FORM.get(form.id)
    chosen = answers.get("patent_type")
    if isinstance(chosen, str) and chosen:
        return RightKind(chosen)
    return patent.kind if patent is not None else None


def _facts(form: Form, of: Card, reference: Reference) -> Iterator[Text]:
    words = reference.words
    if of.patent is not None:
        yield _patent(of.patent, reference)
    elif (number := of.text(NUMBER)) and _well_formed(form, number):
        yield words.text("rightcard.international" if international(number) else "rightcard.well_formed")
    if classes := classes_named(of.text(GOODS)):
        yield words.text("rightcard.classes").put(classes=listed(map(str, classes)))
    if form.id == "copyright":
        yield words.text("rightcard.work")
    if form.id == "trademark" and NUMBER in of.fields and of.fields[NUMBER] is None:
        yield words.text(
            "rightcard.unregistered" if of.text(STANDING) == UNREGISTERED else "rightcard.number_unknown"
        )


def _patent(patent: PatentNumber, reference: Reference) -> Text:
    name = _TERMS[patent.kind]
    term = reference.terms.on(f"{name}.term", date(patent.year, 12, 31))
    years = term.months // _MONTHS_A_YEAR if term is not None else 0
    kind = reference.words.text(f"rightcard.{name}")
    return reference.words.text("rightcard.patent").put(
        kind=kind, year=str(patent.year), until=str(patent.year + years)
    )


def _well_formed(form: Form, number: str) -> bool:
    question = form.filling(NUMBER)
    return question.kind is not QuestionKind.CONTRACT_NUMBER and accept(question, number)[1] is None


def note(question: Question, of: Card, reference: Reference, today: date) -> Text | None:
    """Return what the check page says beside the row of a question about the right."""
    if question.fills == STANDING and of.text(STANDING) == UNREGISTERED:
        return reference.words.text("rightcard.unregistered")
    said = [w for w in warned_of(of, reference, today) if not w.key.startswith(("no_term", "end_unknown"))]
    about_end = [w for w in said if w.key.startswith(("mark_", "ended"))]
    wanted = {
        EXPIRES: about_end,
        NUMBER: [w for w in said if w not in about_end],
    }.get(question.fills, [])
    texts = [words_of(reference, warned) for warned in wanted]
    if not texts:
        return None
    return Text("".join(text.zh for text in texts), " ".join(text.en for text in texts))
