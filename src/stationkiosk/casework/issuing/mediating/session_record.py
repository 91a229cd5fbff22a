"""The record of a session out of what the case holds; what was said is opened at the mediator's desk alone.

Of a joint session it tells what both sides may know, of a private one what that side may too: a record
is signed by who was there. What is for the mediator alone stands on no paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.mediating.facts import Mediated, Meeting, Saying
from stationkiosk.casework.issuing.mediating.record import record
from stationkiosk.casework.issuing.mediating.saying import plain
from stationkiosk.casework.mediating import talks
from stationkiosk.casework.mediating.people import attendants
from stationkiosk.casework.mediating.sealing import check_mediator
from stationkiosk.casework.mediating.shown import Attendant, TalkShown
from stationkiosk.casework.record import Record
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.talks import Reader
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from stationkiosk.store import tables

OUTCOMES = "mediation.outcome"


def session_record(brief: Brief) -> Iterator[Content]:
    """Yield the record of the session that ``session`` names.

    Closed ``not_the_mediator``, ``no_such_session``, ``session_not_open``; KnownError as
    ``sealing.opened``.
    """
    station, connection = brief.station, brief.unit.connection
    own = check_mediator(connection, brief.case.id, brief.matter.n, brief.actor.name)
    row = _session(brief)
    informed = [one for one in brief.rows(tables.Informed) if one.matter_n == brief.matter.n]
    coming = attendants(station.reference.words, brief.parties, {one.party_n for one in informed})
    kept = talks.rows_of(connection, brief.case.id, brief.matter.n)
    said = [one for one in talks.shown(station, kept) if _belongs(brief, row, one)]
    yield record(
        brief,
        _mediated(brief, own),
        _meeting(brief, row, coming),
        told=[_told(brief, coming, one) for one in informed],
        said=[_saying(brief, own, one) for one in said],
        facts=[one.text for one in brief.rows(tables.Undisputed) if one.matter_n == brief.matter.n],
    )


def _session(brief: Brief) -> Record:
    listed = (row for row in brief.rows(tables.Session) if row.matter_n == brief.matter.n)
    found = next((row for row in listed if str(row.n) == brief.given("session")), None)
    if found is None:
        raise Closed("no_such_session")
    if found.opened_at is None:
        raise Closed("session_not_open")
    return found


def _belongs(brief: Brief, session: Record, said: TalkShown) -> bool:
    readers = {Reader.BOTH}
    if session.private_with is not None:
        (side,) = (party.role for party in brief.parties if party.n == session.private_with)
        readers.add(Reader.OTHER if side == PartyRole.RESPONDENT.value else Reader.FILER)
    return said.session_n == session.n and said.reader in readers


def _mediated(brief: Brief, own: Record) -> Mediated:
    station = brief.station
    rule = station.reference.way(own.way, station_day(own.appointed_at))
    body = rule.body.put(station=station.site.name, bureau=station.reference.issuer(brief.today).label)
    return Mediated(rule.label, body, brief.member(own.mediator), own.disclosed)


def _meeting(brief: Brief, row: Record, coming: tuple[Attendant, ...]) -> Meeting:
    names = {one.n: one.name for one in coming}
    outcome = None
    if row.closed_at is not None:
        outcome = brief.station.reference.choice(OUTCOMES, row.outcome, station_day(row.closed_at))
    return Meeting(
        room=row.room,
        starts_at=row.starts_at,
        minutes=row.minutes,
        private_with=row.private_with,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        outcome=outcome,
        present=tuple(names[n] for n in row.present),
        checked=True,
    )


def _told(brief: Brief, coming: tuple[Attendant, ...], informed: Record) -> Text:
    (name,) = (one.name for one in coming if one.n == informed.party_n)
    return brief.say("mediation_record.told_rights", name=name, when=day_text(station_day(informed.at)))


def _saying(brief: Brief, own: Record, said: TalkShown) -> Saying:
    who = plain(brief.member(own.mediator))
    for party in brief.parties:
        if party.n == said.side_n:
            who = brief.name(party)
    return Saying(who, said.text, said.offer, said.amount, said.answer)
