"""Keeping what was said to settle: sealed at the desk before the door is asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.desk import acting
from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating import talks
from stationkiosk.casework.mediating.pressed import pressed
from stationkiosk.casework.mediating.sealing import check_mediator
from stationkiosk.casework.mediating.shown import Said
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import check_printable
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.talks import Answer, Talk, open_offer, payable
from stationkiosk.domain.tracks.needs import LONGEST
from stationkiosk.domain.typed import paragraphs
from stationkiosk.store import tables

PARTY = tables.Party.__table__
SESSION = tables.Session.__table__


@dataclass(frozen=True, slots=True)
class At:
    """The matter that is talked about."""

    case_id: UUID
    matter_n: int


def talk(station: Station, who: SignedIn, at: At, said: Said, looked: acting.Looked) -> CaseFile:
    """Keep a note or an offer and return the case as it then is.

    Closed ``not_the_mediator``, ``talk_empty``, ``talk_long``, ``offer_sum``, ``no_such_party``,
    ``no_such_session``; KnownError ``glyph_missing`` for what the record of it could not print; else
    as ``acting.act``.
    """
    text = paragraphs(said.text)
    if not text and said.amount is None:
        raise Closed("talk_empty")
    if len(text) > LONGEST:
        raise Closed("talk_long", most=str(LONGEST))
    if said.amount is not None and not payable(said.amount):
        raise Closed("offer_sum")
    check_printable(station, text)
    words = Talk(
        text=text,
        reader=said.reader,
        session_n=said.session_n,
        side_n=said.side_n,
        amount=said.amount if said.offer else None,
        offer=said.offer,
    )
    _heard(station, who, at)
    _check_known(station, at, said)
    return _keep(station, who, at, words, looked)


def answer_offer(
    station: Station, who: SignedIn, at: At, talk_n: int, answer: Answer, looked: acting.Looked
) -> CaseFile:
    """Keep what became of an offer and return the case as it then is.

    Closed ``not_the_mediator``, ``offer_gone``; else as ``acting.act``.
    """
    words = Talk(answers=talk_n, answer=answer)
    rows, kept = _heard(station, who, at), _kept(station, at, looked)
    again = kept is not None and kept.words == words
    if not again and not open_offer(talks.told(station, rows, who.login), talk_n):
        raise Closed("offer_gone")
    return _keep(station, who, at, words, looked)


def _heard(station: Station, who: SignedIn, at: At) -> tuple[Record, ...]:
    """Return the boxes of the matter, to its mediator."""
    with station.store.read() as connection:
        sees(connection, who, at.case_id)
        check_mediator(connection, at.case_id, at.matter_n, who.login)
        return tuple(talks.rows_of(connection, at.case_id, at.matter_n))


def _check_known(station: Station, at: At, said: Said) -> None:
    party = select(PARTY.c.n).where(PARTY.c.case_id == at.case_id, PARTY.c.n == said.side_n)
    session = select(SESSION.c.n).where(
        SESSION.c.case_id == at.case_id, SESSION.c.matter_n == at.matter_n, SESSION.c.n == said.session_n
    )
    with station.store.read() as connection:
        if said.side_n is not None and connection.execute(party).first() is None:
            raise Closed("no_such_party")
        if said.session_n is not None and connection.execute(session).first() is None:
            raise Closed("no_such_session")


def _keep(station: Station, who: SignedIn, at: At, words: Talk, looked: acting.Looked) -> CaseFile:
    kept = _kept(station, at, looked)
    if kept is not None and kept.words == words:
        sealed = kept.box
    else:
        sealed = talks.sealed(station, at.case_id, at.matter_n, words)
    asked = acting.Asked(at.case_id, at.matter_n, talks.ACT, {talks.SEALED: sealed})
    return acting.act(station, who, asked, looked)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept with a client key before: no two boxes of the same words are alike."""

    box: str
    words: Talk


def _kept(station: Station, at: At, looked: acting.Looked) -> _Kept | None:
    inputs = pressed(station, at.case_id, at.matter_n, talks.ACT, looked.client_key)
    if inputs is None:
        return None
    box = inputs[talks.SEALED]
    return _Kept(box, talks.unsealed(station, at.case_id, at.matter_n, bytes.fromhex(box)))
