"""The newest cases, one line each, as long as nobody asks for more than that."""

from __future__ import annotations

from sqlalchemy import select

from stationkiosk.casework.desk import people
from stationkiosk.casework.desk.reading import CaseRows, read_case
from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.desk.urgency import urgency_of
from stationkiosk.casework.desk.views import Listed, ListPage, Wanted
from stationkiosk.casework.receipt import kind_of_dispute
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store import tables

MOST = 50
CASE = tables.Case.__table__


def page(station: Station, who: SignedIn, wanted: Wanted) -> ListPage:
    """Return the newest cases whose number holds what was typed."""
    query = select(CASE.c.id).where(CASE.c.number.contains(wanted.text.strip().upper()))
    with station.store.read() as connection:
        seen = sees(connection, who)
        seen.check(Part.CASES)
        found = connection.execute(query.order_by(CASE.c.id.desc()).limit(MOST)).scalars().all()
        rows = [read_case(connection, case_id, seen.tracks) for case_id in found]
    return ListPage(tuple(_listed(station, one) for one in rows if one.matters))


def _listed(station: Station, rows: CaseRows) -> Listed:
    words, case = station.reference.words, rows.case
    open_ = [row for row in rows.matters if not TRACKS[row.track].state(row.state).end]
    matter = (open_ or list(rows.matters))[0]
    running = [row for row in rows.deadlines if row.stopped_at is None and row.matter_n == matter.n]
    clock = min(running, key=lambda row: row.due, default=None)
    track = TRACKS[matter.track]
    return Listed(
        case_id=case.id,
        matter_n=matter.n,
        number=case.number,
        claimant=people.side_name(words, rows, PartyRole.APPLICANT),
        respondent=people.side_name(words, rows, PartyRole.RESPONDENT),
        kind=kind_of_dispute(words, station.reference.forms[case.form]),
        right=rows.rights[0].name if rows.rights else "",
        track=track.label,
        state=track.state(matter.state).label,
        owner_role=matter.owner_role,
        owner="",
        filed_at=case.filed_at,
        since=matter.since,
        due=clock.due if clock else None,
        provisional=bool(clock and clock.provisional),
        urgency=urgency_of(clock.due if clock and open_ else None, station.today()),
        ended=not open_,
    )
