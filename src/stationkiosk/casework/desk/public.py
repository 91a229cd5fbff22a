"""What waits for the counter from the public: calls from kiosks, and messages to be answered in words."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework import helping, messages
from stationkiosk.casework.desk.seeing import acting, sees
from stationkiosk.casework.desk.views import CallShown, MessageShown
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.actors import Role
from stationkiosk.store import tables

COUNTER = frozenset({Role.CLERK, Role.SUPERVISOR})
"""Who answers calls and messages."""

CASE = tables.Case.__table__


def calls(station: Station, who: SignedIn) -> tuple[CallShown, ...]:
    """Return the calls nobody answered yet, oldest first. Closed ``part_not_yours``."""
    with station.store.read() as connection:
        sees(connection, who).check(Part.CALLS)
    words = station.reference.words
    shown = []
    for row in helping.open_calls(station):
        key = f"casefile.call_page.{row.page}"
        page = words.text(key if words.has(key) else "casefile.call_page.other")
        shown.append(CallShown(row.n, row.device, page, row.called_at))
    return tuple(shown)


def answer_call(station: Station, who: SignedIn, n: int) -> None:
    """Answer a call. Closed ``not_your_role``, ``call_gone``."""
    with station.store.read() as connection:
        actor = acting(connection, who, COUNTER, station.device)
    helping.answer_call(station, actor, n)


def waiting_messages(station: Station, who: SignedIn) -> tuple[MessageShown, ...]:
    """Return the messages that wait for an answer, the most urgent first. Closed ``part_not_yours``."""
    with station.store.read() as connection:
        sees(connection, who).check(Part.MESSAGES)
    rows = messages.unanswered(station)
    numbers = {row.case_number for row in rows if row.case_number}
    with station.store.read() as connection:
        query = select(CASE.c.number, CASE.c.id).where(CASE.c.number.in_(numbers))
        cases = {row.number: row.id for row in connection.execute(query)}
    return tuple(
        MessageShown(
            n=row.n,
            text=row.text,
            phone=row.phone,
            case_number=row.case_number,
            left_at=row.left_at,
            answer_by=row.answer_by,
            case_id=cases.get(row.case_number),
        )
        for row in rows
    )


def answer_message(station: Station, who: SignedIn, n: int, answer: str) -> None:
    """Answer a message in words. Closed ``not_your_role``; else as ``messages.answer_message``."""
    with station.store.read() as connection:
        actor = acting(connection, who, COUNTER, station.device)
    messages.answer_message(station, actor, n, answer)
