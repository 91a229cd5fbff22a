"""What hangs on the case when an act is looked at: consents, circumstances, what runs already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.mediating.circumstances import circumstances
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.forms import FormPaper
from stationkiosk.domain.tracks.mediation import OTHER_ASKED
from stationkiosk.domain.tracks.track import Standing
from stationkiosk.store import tables

CASE = tables.Case.__table__
CONSENT = tables.Consent.__table__
DEADLINE = tables.Deadline.__table__
FACT = tables.Fact.__table__
MATTER = tables.Matter.__table__
PAPER = tables.Paper.__table__
PARTY = tables.Party.__table__
RESPONSE = tables.Response.__table__

ANSWER = "mediation.answer"
"""The clock of the other side's answer."""

INQUIRY = "inquiry_notice"
"""The paper by which the other side is asked."""


def standing_of(station: Station, connection: Connection, matter: Record) -> Standing:
    """Return what an act on a matter may hang on."""
    case_id = matter.case_id
    tracks = connection.execute(select(MATTER.c.track).where(MATTER.c.case_id == case_id)).scalars()
    return Standing(
        consents=consents_given(connection, case_id),
        other_consents=consents_of_others(connection, case_id),
        known=frozenset(_known(station, connection, matter)),
        tracks=frozenset(tracks),
    )


def consents_given(connection: Connection, case_id: UUID) -> frozenset[str]:
    """Return the consents that the filer has given; of several words on one, the last counts."""
    query = select(CONSENT.c.consent, CONSENT.c.given).order_by(CONSENT.c.n)
    said = connection.execute(query.where(CONSENT.c.case_id == case_id, CONSENT.c.party_n.is_(None)))
    return frozenset(consent for consent, given in dict(said.all()).items() if given)


def consents_of_others(connection: Connection, case_id: UUID) -> frozenset[str]:
    """Return the consents that every one of the other side has given, so far as they said a word."""
    query = select(CONSENT.c.party_n, CONSENT.c.consent, CONSENT.c.given).order_by(CONSENT.c.n)
    said = connection.execute(query.where(CONSENT.c.case_id == case_id, CONSENT.c.party_n.is_not(None)))
    last = {(row.party_n, row.consent): row.given for row in said}
    refused = {consent for (_, consent), given in last.items() if not given}
    return frozenset(consent for _, consent in last) - refused


def _known(station: Station, connection: Connection, matter: Record) -> Iterator[str]:
    yield "reporter_named" if _named(station, connection, matter.case_id) else "reporter_anonymous"
    if _other_asked(connection, matter.case_id):
        yield OTHER_ASKED
    answers = _answers(connection, matter)
    wanted = select(RESPONSE.c.until).where(
        RESPONSE.c.case_id == matter.case_id, RESPONSE.c.matter_n == matter.n
    )
    asked = set(connection.execute(wanted).scalars())
    firm = [day for day, provisional in answers if not (provisional and day in asked)]
    if len(firm) < len(answers):
        yield "time_asked"
    if firm and max(firm) < station.today():
        yield "answer_overdue"
    yield from circumstances(station, connection, matter)


def _other_asked(connection: Connection, case_id: UUID) -> bool:
    query = select(PAPER.c.n).where(PAPER.c.case_id == case_id, PAPER.c.kind == INQUIRY)
    return connection.execute(query.limit(1)).first() is not None


def _answers(connection: Connection, matter: Record) -> list[tuple[date, bool]]:
    query = select(DEADLINE.c.due, DEADLINE.c.provisional).where(
        DEADLINE.c.case_id == matter.case_id,
        DEADLINE.c.matter_n == matter.n,
        DEADLINE.c.rule == ANSWER,
        DEADLINE.c.stopped_at.is_(None),
    )
    return [(row.due, row.provisional) for row in connection.execute(query)]


def _named(station: Station, connection: Connection, case_id: UUID) -> bool:
    """Tell whether whoever filed left a name: in the open, or sealed to the officers."""
    form = connection.execute(select(CASE.c.form).where(CASE.c.id == case_id)).scalar_one()
    if station.reference.forms[form].paper is not FormPaper.REPORT:
        return True
    query = select(FACT.c.value).where(FACT.c.case_id == case_id, FACT.c.question == "named")
    return connection.execute(query).scalar() == "named"


def party_of(connection: Connection, case_id: UUID, role: PartyRole) -> Record | None:
    """Return the first party on a side as the filing named it, None where it named none."""
    query = select(PARTY).where(
        PARTY.c.case_id == case_id, PARTY.c.role == role.value, PARTY.c.answers_for.is_(None)
    )
    return connection.execute(query.order_by(PARTY.c.n).limit(1)).first()
