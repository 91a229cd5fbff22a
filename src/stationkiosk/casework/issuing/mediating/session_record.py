"""The record of a session out of what the case holds; what was said is opened at the mediator's desk alone.

Of a joint session it tells what both sides may know, of a private one what that side may too: a record
is signed by who was there. What is for the mediator alone stands on no paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.mediating import reading
from stationkiosk.casework.issuing.mediating.facts import Saying
from stationkiosk.casework.issuing.mediating.record import record
from stationkiosk.casework.issuing.mediating.saying import plain
from stationkiosk.casework.mediating import talks
from stationkiosk.casework.mediating.attendants import attendants
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


def session_record(brief: Brief) -> Iterator[Content]:
    """Yield the record of the session that ``session`` names.

    Closed ``not_the_mediator``, ``no_such_session``, ``session_not_open``; KnownError as
    ``sealing.opened``.
    """
    station, connection = brief.station, brief.unit.connection
    own = check_mediator(connection, brief.case.id, brief.matter.n, brief.actor.name)
    mediated = reading.mediated(brief)
    assert mediated is not None, "who mediates was found, so it is known how"
    row = _session(brief)
    informed = reading.of_matter(brief, tables.Informed)
    coming = attendants(station.reference.words, brief.parties, {one.party_n for one in informed})
    kept = talks.rows_of(connection, brief.case.id, brief.matter.n)
    said = [one for one in talks.shown(station, kept, brief.actor.name) if _belongs(brief, row, one)]
    yield record(
        brief,
        mediated,
        reading.meeting(brief, row),
        told=[_told(brief, coming, one) for one in informed],
        said=list(_sayings(brief, own, said)),
        facts=reading.undisputed(brief),
    )


def _session(brief: Brief) -> Record:
    found = reading.session(brief)
    if found.opened_at is None:
        raise Closed("session_not_open")
    return found


def _belongs(brief: Brief, session: Record, said: TalkShown) -> bool:
    readers = {Reader.BOTH}
    if session.private_with is not None:
        (side,) = (party.role for party in brief.parties if party.n == session.private_with)
        readers.add(Reader.OTHER if side == PartyRole.RESPONDENT.value else Reader.FILER)
    return said.session_n == session.n and said.reader in readers


def _told(brief: Brief, coming: tuple[Attendant, ...], informed: Record) -> Text:
    """Return that somebody was told; who was told as another answered since is named all the same."""
    (party,) = (one for one in brief.parties if one.n == informed.party_n)
    name = next((one.name for one in coming if one.n == informed.party_n), brief.name(party))
    return brief.say("mediation_record.told_rights", name=name, when=day_text(station_day(informed.at)))


def _sayings(brief: Brief, own: Record, said: Sequence[TalkShown]) -> Iterator[Saying]:
    """Yield what was said. Offers are counted anew: a gap would tell of those left out."""
    names = {party.n: brief.name(party) for party in brief.parties}
    mediator, offers = plain(brief.member(own.mediator)), 0
    for one in said:
        offers += one.offer > 0
        who = names[one.side_n] if one.side_n is not None else mediator
        yield Saying(who, one.text, offers if one.offer else 0, one.amount, one.answer)
