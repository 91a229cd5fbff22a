"""Answers: what was typed, made even and checked. Forgiving in form, plain about what is wrong.

An empty answer comes back as ``""`` or ``()``: not answered. None is "I don't know".
What was typed is kept by the journey, right or wrong; nothing here throws it away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from stationkiosk.domain import identity, identity_kinds, money, patents, registrations, rights
from stationkiosk.domain.capitals import from_capitals
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Answer, Question, QuestionKind
from stationkiosk.domain.typed import mark, paragraphs, words

Raw = str | tuple[str, ...] | None
Checked = tuple[Answer, Problem | None]

_DATE_MARKS = re.compile(r"[年月日./,、\\]")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_MONTHS = 12
_UNIT = re.compile(r"[元圆圓块角分]")
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def accept(question: Question, raw: Raw, *, today: date | None = None) -> Checked:
    """Return the answer in what was typed, and what is wrong with it if anything is.

    ``today`` is needed for questions about the past or the days ahead only.
    """
    if raw is None:
        return (None, None) if question.unknown else ("", _missing(question))
    if question.kind in (QuestionKind.CHOICE, QuestionKind.TICKS):
        return _ticked(question, raw)
    if isinstance(raw, tuple) and question.kind is not QuestionKind.TRADEMARK_CLASSES:
        raise TypeError(question.id)
    if not words(raw if isinstance(raw, str) else " ".join(raw)):
        return "", _missing(question)
    if question.kind is QuestionKind.TRADEMARK_CLASSES:
        return rights.trademark_classes(raw, question.id)
    if question.kind is QuestionKind.DATE:
        return _date(question, str(raw), today)
    if question.kind in _TEXTS:
        return _text(question, str(raw))
    return _NUMBERS[question.kind](str(raw), question.id)


def _money(raw: str, question: str) -> tuple[str, Problem | None]:
    """Return a sum in digits, whether digits or Chinese numerals (``五万``) were written."""
    even, problem = money.yuan(raw, question)
    if problem is None or problem.key != "money_unreadable":
        return even, problem
    written = even if _UNIT.search(even) else f"{even}元"
    amount, unread = from_capitals(written, question)
    return (even, problem) if unread is not None else money.yuan(money.plain(amount), question)


_TEXTS: dict[QuestionKind, Callable[[str], str]] = {
    QuestionKind.TEXT: words,
    QuestionKind.LONG_TEXT: paragraphs,
}

_NUMBERS: dict[QuestionKind, Callable[[str, str], tuple[str, Problem | None]]] = {
    QuestionKind.PHONE: identity.phone,
    QuestionKind.ID_NUMBER: identity.resident_id,
    QuestionKind.OTHER_ID: identity_kinds.other_paper,
    QuestionKind.CREDIT_CODE: identity.credit_code,
    QuestionKind.MONEY: _money,
    QuestionKind.TRADEMARK_NUMBER: rights.trademark_number,
    QuestionKind.PATENT_NUMBER: patents.patent_number,
    QuestionKind.COPYRIGHT_NUMBER: registrations.copyright_number,
    QuestionKind.GEOGRAPHICAL_NUMBER: registrations.geographical_number,
    QuestionKind.CONTRACT_NUMBER: registrations.contract_number,
}


def _missing(question: Question) -> Problem | None:
    return None if question.optional else Problem(question.id, f"missing.{question.id}")


def _ticked(question: Question, raw: str | tuple[str, ...]) -> Checked:
    ticked = (raw,) if isinstance(raw, str) else raw
    chosen = tuple(option.id for option in question.options if option.id in ticked)
    if question.kind is QuestionKind.TICKS:
        return chosen, None if chosen else _missing(question)
    return (chosen[0], None) if chosen else ("", _missing(question))


def _text(question: Question, raw: str) -> Checked:
    text = _TEXTS[question.kind](raw)
    if len(text) > question.max_length:
        return text, Problem(
            question.id, "too_long", {"most": str(question.max_length), "count": str(len(text))}
        )
    return text, None


def _date(question: Question, raw: str, today: date | None) -> Checked:
    even = _DATE_MARKS.sub("-", mark(raw)).strip("-")
    together = _RUN_TOGETHER.fullmatch(even)
    found = together or _DAY.fullmatch(even)
    if found:
        parts = [int(part) for part in found.groups()]
    elif question.day_optional and (found := _MONTH.fullmatch(even)):
        parts = [int(found[1]), int(found[2]), 1]
    else:
        return even, Problem(question.id, "date_month" if question.day_optional else "date_unreadable")
    try:
        day = date(*parts)
    except ValueError:
        month = 1 <= parts[1] <= _MONTHS
        return even, Problem(question.id, "date_none" if month else "date_month_number", {"typed": even})
    if problem := _beyond(question, day, today or day):
        return even, problem
    whole = day.isoformat()
    return (whole if len(found.groups()) == _DAY.groups else whole[:7]), None


def _beyond(question: Question, day: date, today: date) -> Problem | None:
    """Tell that a day is still to come, or over, where it may not be."""
    if question.past and day > today:
        return Problem(question.id, "date_future")
    if question.ahead and day < today:
        return Problem(question.id, "date_past")
    if question.within_days and day > (latest := today + timedelta(days=question.within_days)):
        return Problem(question.id, "date_too_late", {"latest": latest.isoformat()})
    return None
