"""Messages that the public leaves for the station, and the day by which they are answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from stationkiosk.casework.codes import Purpose, find_code
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import MessageLeft
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.identity import phone as even_phone
from stationkiosk.domain.text import Language
from stationkiosk.domain.typed import paragraphs
from stationkiosk.store import tables

MESSAGE = tables.Message.__table__
LONGEST = 500
"""Characters that one message may have."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote. ``code`` is the receipt code of the case it is about, "" if it is about none."""

    text: str
    code: str
    phone: str
    language: Language


def leave_message(station: Station, note: Note, case_number: str = "") -> MessageLeft:
    """Keep a message, about the case ``case_number`` where its writer has tracked it.

    One effect however often it is pressed on one day: while the same words about the same case
    wait for an answer, they are one message, whether a finger tapped twice or the program was
    restarted before it could say that they were kept.
    Raises Closed ``message_empty``, ``message_long``, ``message_phone``, or what
    ``codes.find_code`` raises; then nothing is kept.
    """
    written = paragraphs(note.text)
    if not written:
        raise Closed("message_empty")
    if len(written) > LONGEST:
        raise Closed("message_long", most=str(LONGEST), count=str(len(written)))
    number = case_number or _case_number(station, note.code.strip())
    called = _phone(note.phone.strip())
    days = station.terms.message_days
    answer_by = station.reference.calendar.add_working_days(station.today(), days)
    said = {
        "device": station.device,
        "text": written,
        "phone": called,
        "case_number": number,
        "answer_by": answer_by,
    }
    with station.store.write() as unit:
        n = _waits(unit.connection, said)
        if n is None:
            now = station.clock.now()
            n = 1 + int(unit.connection.execute(select(func.max(MESSAGE.c.n))).scalar() or 0)
            language = note.language.value
            waits = {"answered_at": None, "answer": None, "answered_by": None}
            unit.insert(tables.Message, n=n, language=language, left_at=now, **waits, **said)
            unit.journal(None, station.public(), "leave_message", now)
    return MessageLeft(n, answer_by, number, bool(called))


def unanswered(station: Station) -> tuple[Record, ...]:
    """Return the messages that wait for an answer, the most urgent first."""
    waiting = select(MESSAGE).where(MESSAGE.c.answered_at.is_(None))
    with station.store.read() as connection:
        return tuple(connection.execute(waiting.order_by(MESSAGE.c.answer_by, MESSAGE.c.n)))


def answer_message(station: Station, actor: Actor, n: int, answer: str) -> None:
    """Answer a message in words, which are kept beside it.

    Closed ``answer_empty``, ``message_long``; ``message_gone`` when no such message waits.
    """
    written = paragraphs(answer)
    if not written:
        raise Closed("answer_empty")
    if len(written) > LONGEST:
        raise Closed("message_long", most=str(LONGEST), count=str(len(written)))
    _end(station, actor, n, {"answer": written, "answered_by": actor.name})


def _end(station: Station, actor: Actor, n: int, said: Mapping[str, Any]) -> None:
    with station.store.write() as unit:
        now = station.clock.now()
        check_member(unit.connection, actor)
        waits = select(MESSAGE.c.n).where(MESSAGE.c.n == n, MESSAGE.c.answered_at.is_(None))
        if unit.connection.execute(waits).first() is None:
            raise Closed("message_gone", n=str(n))
        unit.update(tables.Message, {"n": n}, answered_at=now, **said)
        unit.journal(None, actor, "answer_message", now, {"message": n})


def _waits(connection: Connection, said: Mapping[str, object]) -> int | None:
    """Return the number of the message that says the same and waits for its answer, None if none does."""
    same = (MESSAGE.c[column] == value for column, value in said.items())
    return connection.execute(select(MESSAGE.c.n).where(MESSAGE.c.answered_at.is_(None), *same)).scalar()


def _case_number(station: Station, code: str) -> str:
    if not code:
        return ""
    found = find_code(station, Purpose.RECEIPT, code)
    case = tables.Case.__table__
    with station.store.read() as connection:
        return str(connection.execute(select(case.c.number).where(case.c.id == found.case_id)).scalar())


def _phone(typed: str) -> str:
    if not typed:
        return ""
    number, problem = even_phone(typed)
    if problem is not None:
        raise Closed("message_phone")
    return number
