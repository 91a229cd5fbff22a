"""What was told, in the words of the questions it answered: right, facts, claims, consents, answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stationkiosk.casework.desk.reading import CaseRows
from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.record import Record
from stationkiosk.casework.told import said
from stationkiosk.domain.forms import Answer, Form, Question, QuestionKind
from stationkiosk.domain.money import show, to_yuan
from stationkiosk.domain.rights import classes_named
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text, moment_text
from stationkiosk.reference.load import Reference
from stationkiosk.reference.words import Words

ANSWER_FORM = "answer"
CORRECTABLE_RIGHT = ("name", "number", "goods", "expires")
CORRECTABLE_KINDS = frozenset(QuestionKind) - {QuestionKind.CHOICE, QuestionKind.TICKS}
"""The kinds of answer that are typed; what was ticked was signed as it was ticked."""


def right(reference: Reference, rows: CaseRows, corrected: frozenset[str]) -> tuple[Line, ...]:
    """Return the right relied on."""
    form = reference.forms[rows.case.form]
    return tuple(line for row in rows.rights for line in _right(reference.words, form, row, corrected))


def facts(reference: Reference, rows: CaseRows, corrected: frozenset[str]) -> tuple[Line, ...]:
    """Return the story: each question as it was asked, with its answer."""
    form = reference.forms[rows.case.form]
    return tuple(_fact(reference.words, form, row, corrected) for row in rows.facts)


def claims(reference: Reference, rows: CaseRows) -> tuple[Line, ...]:
    """Return what is asked for, in the law's word where it has one, with the sum where it is one."""
    if not rows.claims:
        return ()
    asked = reference.forms[rows.case.form].filling("claims")
    lines = []
    for row in rows.claims:
        option = asked.option(row.claim)
        sum_ = show(to_yuan(row.amount_fen)) if row.amount_fen is not None else ""
        amount = Text(f"{sum_} 元", f"{sum_} yuan") if sum_ else Text("", "")
        lines.append(Line(option.term or option.label, amount))
    return tuple(lines)


def consents(reference: Reference, rows: CaseRows) -> tuple[Line, ...]:
    """Return who consented to what, and who did not."""
    asked = {consent.id: consent.label for consent in reference.consents}
    words = reference.words
    return tuple(
        Line(
            asked.get(row.consent) or words.text(f"casefile.consent.{row.consent}"),
            words.text("casefile.consent.given" if row.given else "casefile.consent.refused").put(
                who=_who(words, rows, row.party_n), at=moment_text(row.given_at)
            ),
        )
        for row in rows.consents
    )


def answers(reference: Reference, rows: CaseRows) -> tuple[Line, ...]:
    """Return what the other side answered in the open; what they said to settle is sealed."""
    form = reference.forms[ANSWER_FORM]
    return tuple(line for row in rows.responses for line in _answer(reference.words, form, rows, row))


def brought_by(words: Words, rows: CaseRows, party_n: int | None) -> Text:
    """Return who brought a piece of evidence."""
    return _who(words, rows, party_n)


def _who(words: Words, rows: CaseRows, party_n: int | None) -> Text:
    party = rows.party(party_n)
    if party is None:
        return words.text("casefile.party.filer")
    return Text(party.name, party.name) if party.name else words.text("roles.respondent")


def _right(words: Words, form: Form, row: Record, corrected: frozenset[str]) -> Iterator[Line]:
    for column in CORRECTABLE_RIGHT:
        question = filling(form, f"right.{column}")
        value = getattr(row, column)
        if question is None and not value:
            continue
        label = question.label if question else words.text(f"casefile.right_line.{column}")
        yield _right_line(words, row, column, label, corrected)
    standing = filling(form, "right.standing")
    if standing is not None and row.standing:
        option = standing.option(row.standing)
        yield Line(standing.label, option.term or option.label)
    if row.classes and not classes_named(row.goods):
        named = "、".join(str(one) for one in row.classes)
        yield Line(words.text("casefile.right_line.classes"), Text(named, named.replace("、", ", ")))


def _right_line(words: Words, row: Record, column: str, label: Text, corrected: frozenset[str]) -> Line:
    value, field = getattr(row, column), f"right.{row.n}.{column}"
    if not value:
        shown = words.text("casefile.party.none")
    else:
        shown = day_text(value) if column == "expires" else Text(value, value)
    return Line(label, shown, field, field in corrected)


def filling(form: Form, field: str) -> Question | None:
    """Return the first question of a form that fills a field, None where none does."""
    return next((question for question in form.questions() if question.fills == field), None)


def _fact(words: Words, form: Form, row: Record, corrected: frozenset[str]) -> Line:
    question = next((q for q in form.questions() if q.id == row.question), None)
    if question is None:
        return Line(Text(row.question, row.question), Text(str(row.value), str(row.value)))
    field = f"fact.{row.n}" if question.kind in CORRECTABLE_KINDS else ""
    return Line(question.label, answered(words, question, row.value), field, field in corrected)


def answered(words: Words, question: Question, value: Any) -> Text:  # noqa: ANN401
    """Return an answer as it is kept, in words; "I don't know" as it was offered."""
    given: Answer = tuple(value) if isinstance(value, list) else value
    if given is None:
        return question.unknown_label or words.text("casefile.party.unknown")
    return said(question, given) if given else words.text("casefile.party.none")


def _answer(words: Words, form: Form, rows: CaseRows, row: Record) -> Iterator[Line]:
    who = _who(words, rows, row.party_n)
    label = words.text("casefile.answered.by").put(who=who)
    yield Line(label, words.text("casefile.answered.at").put(at=moment_text(row.answered_at)))
    kept: Mapping[str, Any] = {
        "mediate": row.mediate,
        "grounds": row.grounds,
        "supplier": row.supplier,
        "supplied_on": row.supplied_on,
        "until": row.until.isoformat() if row.until else "",
    }
    for name, value in kept.items():
        if value:
            question = form.filling(f"answer.{name}")
            yield Line(question.label, answered(words, question, value))
    for fact in row.facts:
        if fact["value"]:
            question = form.question(fact["question"])
            yield Line(question.label, answered(words, question, fact["value"]))
