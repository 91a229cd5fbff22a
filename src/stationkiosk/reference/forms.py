"""Reads the questions asked of the public: forms, the consents, the kinds of dispute."""

from __future__ import annotations

from pathlib import Path

from stationkiosk.domain.filing import FIELDS
from stationkiosk.domain.forms import (
    Condition,
    ConsentAsked,
    Form,
    FormPage,
    Kind,
    Option,
    Question,
    QuestionKind,
)
from stationkiosk.domain.text import Text
from stationkiosk.reference.rows import Row, read

_WITH_OPTIONS = (QuestionKind.CHOICE, QuestionKind.TICKS)


def load_form(path: Path) -> tuple[Form, dict[str, Text]]:
    """Return a form, and the words to say when an answer to one of its questions is missing."""
    file = read(path)
    words: dict[str, Text] = {}
    pages = tuple(_page(row, words) for row in file.rows("page"))
    form = Form(file.string("id"), file.text("title"), pages)
    file.done()
    _check_ids(form, file)
    return form, words


def load_consents(path: Path) -> tuple[ConsentAsked, ...]:
    """Return the separate ticks, in the order they are asked."""
    file = read(path)
    consents = tuple(
        ConsentAsked(
            id=row.string("id"),
            label=row.text("label"),
            detail=row.text("detail"),
            refused=row.text("refused"),
            article=row.string("article"),
            routes=row.strings("routes"),
        )
        for row in file.rows("consent")
    )
    file.done()
    return consents


def load_kinds(path: Path) -> tuple[Kind, ...]:
    """Return the kinds of dispute of the first page, in their order."""
    file = read(path)
    kinds = tuple(_kind(row) for row in file.rows("kind"))
    file.done()
    return kinds


def _kind(row: Row) -> Kind:
    kind = Kind(
        id=row.string("id"),
        label=row.text("label"),
        hint=row.text("hint"),
        form=row.string("form", ""),
        why=row.text_or_none("why"),
        forward=row.text_or_none("forward"),
    )
    if not kind.form and not (kind.why and kind.forward):
        row.fail("missing_key", "form, or why and forward")
    return kind


def _page(row: Row, words: dict[str, Text]) -> FormPage:
    return FormPage(
        id=row.string("id"),
        section=row.string("section"),
        title=row.text("title"),
        questions=tuple(_question(question, words) for question in row.rows("question")),
        lead=row.text_or_none("lead"),
        next_label=row.text_or_none("next_label"),
    )


def _question(row: Row, words: dict[str, Text]) -> Question:
    question = Question(
        id=row.string("id"),
        kind=_kind_of(row),
        label=row.text("label"),
        help=row.text_or_none("help"),
        options=tuple(_option(option) for option in row.rows("option")),
        optional=row.flag("optional"),
        unknown=row.flag("unknown"),
        personal=row.flag("personal"),
        sealed=row.flag("sealed"),
        max_length=row.integer("max_length", 200),
        when=_conditions(row),
        fills=row.string("fills", ""),
        unknown_label=row.text_or_none("unknown_label"),
        past=row.flag("past"),
        day_optional=row.flag("day_optional"),
    )
    if bool(question.options) != (question.kind in _WITH_OPTIONS):
        row.fail("wrong_type", "option")
    if question.fills and question.fills not in FIELDS:
        row.fail("no_such_field", question.fills)
    if question.sealed and not question.optional:
        row.fail("sealed_must_be_optional")
    if not question.optional:
        words[f"problem.missing.{question.id}"] = row.text("missing")
    return question


def _kind_of(row: Row) -> QuestionKind:
    try:
        return QuestionKind(row.string("kind"))
    except ValueError:
        row.fail("wrong_type", "kind")


def _option(row: Row) -> Option:
    return Option(row.string("id"), row.text("label"), row.text_or_none("term"), row.string("article", ""))


def _conditions(row: Row) -> tuple[Condition, ...]:
    conditions = []
    for question, values in row.table("when").items():
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            row.fail("wrong_type", "when")
        conditions.append(Condition(question, tuple(values)))
    return tuple(conditions)


def _check_ids(form: Form, file: Row) -> None:
    """Refuse ids given twice, and conditions on a question or option that does not come before."""
    options: dict[str, set[str]] = {}
    for question in form.questions():
        if question.id in options:
            file.fail("twice", question.id)
        for condition in question.when:
            if not set(condition.any_of) <= options.get(condition.question, set()):
                file.fail("unknown_condition", f"{question.id}: {condition.question}")
        options[question.id] = {option.id for option in question.options}
    if len({page.id for page in form.pages}) != len(form.pages):
        file.fail("twice", "page")
