"""What the sides wrote to the mediator alone when they filed and answered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

import structlog
from sqlalchemy import Connection, select

from stationkiosk.casework.mediating.attendants import sides
from stationkiosk.casework.mediating.shown import TalkShown
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.forms import Question
from stationkiosk.domain.sealing import MEDIATOR
from stationkiosk.domain.talks import Reader
from stationkiosk.ledger.seal import open_text
from stationkiosk.store import tables

log = structlog.get_logger()

ANSWER = "answer"
"""The form of the other side's answer."""

LISTED = frozenset({"positions", "agreed"})
"""Fields that hold options of their question; the others hold words."""

SIGNED_TEXT = "signed_text"
"""A sealed field that holds no words of anybody: the hash of a text that was signed."""

RESPONSE = tables.Response.__table__
SEALED = tables.Sealed.__table__


def written_before(
    station: Station, connection: Connection, case: Record, parties: Sequence[Record]
) -> Iterator[TalkShown]:
    """Yield what was sealed to the mediator before there was one. The caller asked before who this is.

    Numbers are below 0: nothing answers these. KnownError ``mediator_key_missing``.
    """
    query = select(SEALED).where(SEALED.c.case_id == case.id, SEALED.c.reader == MEDIATOR)
    first, answered = sides(parties)[0], _answered(connection, case)
    for row in connection.execute(query.where(SEALED.c.field != SIGNED_TEXT).order_by(SEALED.c.n)).all():
        words = _words(station, case, row)
        if words:
            yield TalkShown(
                n=-row.n,
                session_n=None,
                offer=0,
                side_n=first.n if row.party_n is None else row.party_n,
                text=words,
                amount=None,
                reader=Reader.MEDIATOR,
                answer="",
                by="",
                at=answered.get(row.party_n, case.filed_at),
            )


def _answered(connection: Connection, case: Record) -> dict[int | None, datetime]:
    query = select(RESPONSE.c.party_n, RESPONSE.c.answered_at).where(RESPONSE.c.case_id == case.id)
    return dict(connection.execute(query.order_by(RESPONSE.c.n)).all())


def _words(station: Station, case: Record, row: Record) -> str:
    """Return what a side wrote; in place of what this key does not open, that it does not."""
    if station.keys.seal_private is None:
        raise KnownError("mediator_key_missing")
    try:
        said = open_text(station.keys.seal_private, row.box, row.field.encode())
    except KnownError as fault:
        log.warning("seal_closed", case=case.number, field=row.field, fault=str(fault))
        return station.reference.words.text("mediation.seal_closed").zh
    form = station.reference.forms[case.form if row.party_n is None else ANSWER]
    question = next((one for one in form.questions() if one.id == row.field), None)
    return _told(question, said) if question is not None else said


def _told(question: Question, said: str) -> str:
    """Return what was answered with its question; an option that the form has no more stands as it is."""
    told = said
    if question.id in LISTED:
        labels = {option.id: option.label.zh for option in question.options}
        told = "；".join(labels.get(option, option) for option in json.loads(said))
    return f"{question.label.zh}：{told}" if told else ""
