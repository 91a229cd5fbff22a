"""Correcting an entry of the record: with a reason, journaled, the value before it kept and provable.

Papers already issued stay as they are: they say what was known when they were issued.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.desk.casefile import CORRECT, open_case
from stationkiosk.casework.desk.people import CORRECTABLE
from stationkiosk.casework.desk.seeing import CORRECTORS, acting
from stationkiosk.casework.desk.story import ANSWER_FORM, CORRECTABLE_KINDS, CORRECTABLE_RIGHT, filling
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import check_printable
from stationkiosk.casework.saying import keep_said, needed
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.answers import accept
from stationkiosk.domain.application import PartyKind, PartyRole
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.forms import Question, QuestionKind
from stationkiosk.domain.rights import classes_named
from stationkiosk.domain.typed import words as typed_words
from stationkiosk.store import tables
from stationkiosk.store.base import Base
from stationkiosk.store.unit import Unit
from stationkiosk.store.uuid7 import uuid7

LONGEST = 200
_TABLES: Mapping[str, type[Base]] = {"party": tables.Party, "right": tables.Right, "fact": tables.Fact}


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the record as the case page names it, what it should say, and why."""

    case_id: UUID
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the line stands: table, row and column, and the question that it answered, if any did."""

    table: type[Base]
    row: Record
    column: str
    question: Question | None


def correct(station: Station, who: SignedIn, asked: Correction, case_version: int) -> CaseFile:
    """Correct a line and return the case as it then is.

    Raises Closed ``not_your_role``, ``reason_missing``, ``not_correctable``, ``correction_same``,
    ``correction_unreadable`` with what is wrong in words; Changed where the case moved on.
    """
    why = needed(asked.reason)
    with station.store.write() as unit:
        one = station.at_one_moment()
        actor = acting(unit.connection, who, CORRECTORS, station.device, asked.case_id)
        place = _place(one, unit.connection, asked)
        before = getattr(place.row, place.column)
        after = _even(one, place, asked.value)
        if after == before:
            raise Closed("correction_same")
        check_printable(one, str(after))
        unit.update(tables.Case, {"id": asked.case_id}, expect_version=case_version)
        _put(unit, place, after)
        said = {"field": asked.field, "before": _plain(before), "after": _plain(after), "reason": why}
        keep_said(unit, asked.case_id, CORRECT, said, str(uuid7(one.clock, one.random)))
        unit.journal(asked.case_id, actor, CORRECT, one.clock.now(), {"field": asked.field})
    return open_case(station, who, asked.case_id)


def _place(station: Station, connection: Connection, asked: Correction) -> _Place:
    kind, _, rest = asked.field.partition(".")
    n, _, column = rest.partition(".")
    table = _TABLES.get(kind)
    if table is None or not n.isdecimal():
        raise Closed("not_correctable")
    columns = table.__table__.c
    row = connection.execute(
        select(table.__table__).where(columns.case_id == asked.case_id, columns.n == int(n))
    ).first()
    if row is None:
        raise Closed("not_correctable")
    case = tables.Case.__table__
    form = connection.execute(select(case.c.form).where(case.c.id == asked.case_id)).scalar_one()
    question = _question(station, str(form), kind, column, row)
    return _Place(table, row, "value" if kind == "fact" else column, question)


def _question(station: Station, form_id: str, kind: str, column: str, row: Record) -> Question | None:
    form = station.reference.forms[form_id]
    if kind == "fact":
        found = next((q for q in form.questions() if q.id == row.question), None)
        if found is None or found.kind not in CORRECTABLE_KINDS or column:
            raise Closed("not_correctable")
        return found
    if column not in (CORRECTABLE if kind == "party" else CORRECTABLE_RIGHT):
        raise Closed("not_correctable")
    if kind == "right":
        return filling(form, f"right.{column}")
    if row.answers_for is not None:
        form = station.reference.forms[ANSWER_FORM]
    fits = (q for q in form.questions() if q.fills == f"{row.role}.{column}" and _of_kind(row, column, q))
    return next(fits, None)


def _of_kind(row: Record, column: str, question: Question) -> bool:
    """Tell whether a question asks for the number of this kind of party."""
    if column != "id_number":
        return True
    wanted = QuestionKind.CREDIT_CODE if row.kind == PartyKind.ORGANISATION else QuestionKind.ID_NUMBER
    return question.kind is wanted


def _even(station: Station, place: _Place, typed: str) -> Any:  # noqa: ANN401
    """Return what was typed as the record keeps it. Closed ``correction_unreadable``."""
    question = place.question
    if question is None or not typed.strip():
        return _free(place, typed)
    answer, problem = accept(question, typed, today=station.today())
    if problem is not None:
        told = station.reference.words.problem(problem)
        raise Closed("correction_unreadable", told_zh=told.zh, told_en=told.en)
    return date.fromisoformat(str(answer)) if place.column == "expires" else answer


def _free(place: _Place, typed: str) -> str | None:
    text = typed_words(typed)
    named = place.column == "name" and getattr(place.row, "role", "") != PartyRole.RESPONDENT
    if (named and not text) or (place.table is tables.Fact and not text):
        raise Closed("correction_empty")
    if len(text) > LONGEST:
        raise Closed("correction_long", most=str(LONGEST))
    return None if place.column == "expires" else text


def _put(unit: Unit, place: _Place, after: Any) -> None:  # noqa: ANN401
    values: dict[str, Any] = {place.column: after}
    if place.table is tables.Right and place.column == "goods":
        values["classes"] = list(classes_named(str(after)))
    if place.table is tables.Party and place.column in ("name", "id_number"):
        values["by_card"] = False
    unit.update(place.table, {"case_id": place.row.case_id, "n": place.row.n}, **values)


def _plain(value: object) -> str:
    return "" if value is None else str(value)
