"""Reads the questions asked of the public: forms, the consents, the kinds of dispute."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from stationkiosk.domain import filing, response
from stationkiosk.domain.disputes import Subject
from stationkiosk.domain.forms import (
    Condition,
    ConsentAsked,
    Form,
    FormPage,
    FormPaper,
    Kind,
    Option,
    Question,
    QuestionKind,
)
from stationkiosk.domain.sealing import MEDIATOR, READERS
from stationkiosk.domain.text import Text
from stationkiosk.domain.triage import Landing, Triage
from stationkiosk.reference.blocks import Blocks
from stationkiosk.reference.rows import Row, fault, read

_WITH_OPTIONS = (QuestionKind.CHOICE, QuestionKind.TICKS)
_FIELDS = {
    FormPaper.APPLICATION: filing.FIELDS,
    FormPaper.REPORT: filing.FIELDS,
    FormPaper.COMPLAINT: filing.FIELDS,
    FormPaper.ANSWER: response.FIELDS,
    FormPaper.NONE: frozenset[str](),
}


@dataclass(frozen=True, slots=True)
class _Asking:
    """What is needed to take a question apart: shared blocks, the paper's fields, where words go."""

    blocks: Blocks
    fields: frozenset[str]
    words: dict[str, Text] = field(default_factory=dict)


def load_blocks(folder: Path) -> Blocks:
    """Return the blocks that forms share, each checked by itself first."""
    blocks = Blocks()
    for path in sorted(folder.glob("*.toml")):
        blocks.add(path)
    asking = _Asking(blocks, frozenset().union(*_FIELDS.values()))
    for option in blocks.each("option"):
        _option(option)
    for question in blocks.each("question"):
        _question(question, asking)
    for page in blocks.each("page"):
        _page(page, asking)
    return blocks


def load_form(path: Path, blocks: Blocks) -> tuple[Form, dict[str, Text]]:
    """Return a form, and the words to say when an answer to one of its questions is missing."""
    file = read(path)
    form, words = _form(file, blocks)
    file.done()
    return form, words


def load_triage(path: Path) -> tuple[Triage, dict[str, Text]]:
    """Return the questions for somebody who is not sure, and the words for missing answers."""
    file = read(path)
    form, words = _form(file, Blocks())
    triage = Triage(form, tuple(_landing(row) for row in file.rows("landing")))
    file.done()
    if flaw := triage.flaw():
        raise fault(file.file, *flaw)
    return triage, words


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


def _form(file: Row, blocks: Blocks) -> tuple[Form, dict[str, Text]]:
    paper = _paper_of(file)
    asking = _Asking(blocks, _FIELDS[paper])
    pages = tuple(_page(row, asking) for row in blocks.rows(file, "page"))
    form = Form(file.string("id"), file.text("title"), pages, paper)
    _check_ids(form, file)
    return form, asking.words


def _paper_of(file: Row) -> FormPaper:
    try:
        return FormPaper(file.string("paper", FormPaper.APPLICATION.value))
    except ValueError:
        file.fail("wrong_type", "paper")


def _landing(row: Row) -> Landing:
    landing = Landing(
        id=row.string("id"),
        when=_conditions(row),
        form=row.string("form", ""),
        why=row.text_or_none("why"),
        forward=row.text_or_none("forward"),
    )
    if not landing.form and not (landing.why and landing.forward):
        row.fail("missing_key", "form, or why and forward")
    return landing


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


def _page(row: Row, asking: _Asking) -> FormPage:
    return FormPage(
        id=row.string("id"),
        section=row.string("section"),
        title=row.text("title"),
        questions=tuple(_question(question, asking) for question in asking.blocks.rows(row, "question")),
        lead=row.text_or_none("lead"),
        next_label=row.text_or_none("next_label"),
    )


def _question(row: Row, asking: _Asking) -> Question:
    question = Question(
        id=row.string("id"),
        kind=_kind_of(row),
        label=row.text("label"),
        help=row.text_or_none("help"),
        options=tuple(_option(option) for option in asking.blocks.rows(row, "option")),
        optional=row.flag("optional"),
        unknown=row.flag("unknown"),
        personal=row.flag("personal"),
        sealed=row.flag("sealed"),
        reader=_reader(row),
        max_length=row.integer("max_length", 200),
        when=_conditions(row),
        fills=row.string("fills", ""),
        unknown_label=row.text_or_none("unknown_label"),
        past=row.flag("past"),
        ahead=row.flag("ahead"),
        within_days=row.integer("within_days", 0),
        day_optional=row.flag("day_optional"),
        default=row.string("default", ""),
    )
    if bool(question.options) != (question.kind in _WITH_OPTIONS):
        row.fail("wrong_type", "option")
    if len({option.id for option in question.options}) != len(question.options):
        row.fail("twice", "option")
    if question.default and question.default not in {option.id for option in question.options}:
        row.fail("wrong_type", "default")
    if question.fills and question.fills not in asking.fields:
        row.fail("no_such_field", question.fills)
    if not question.optional:
        asking.words[f"problem.missing.{question.id}"] = row.text("missing")
    return question


def _kind_of(row: Row) -> QuestionKind:
    try:
        return QuestionKind(row.string("kind"))
    except ValueError:
        row.fail("wrong_type", "kind")


def _reader(row: Row) -> str:
    reader = row.string("reader", MEDIATOR)
    if reader not in READERS:
        row.fail("wrong_type", "reader")
    return reader


def _option(row: Row) -> Option:
    subject = row.string("subject", "")
    if subject and subject not in list(Subject):
        row.fail("wrong_type", "subject")
    return Option(
        id=row.string("id"),
        label=row.text("label"),
        term=row.text_or_none("term"),
        article=row.string("article", ""),
        picture=row.string("picture", ""),
        subject=subject,
    )


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
