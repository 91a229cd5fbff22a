"""Where a case stands, for whoever holds its receipt. It names no person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from stationkiosk.casework.codes import Purpose, find_code
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.casework.steps import mediation_waits, step_of
from stationkiosk.casework.views import MatterProgress, Progress, Step
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store import tables

CASE = tables.Case.__table__
MATTER = tables.Matter.__table__
CONSENT = tables.Consent.__table__
DEADLINE = tables.Deadline.__table__


def progress(station: Station, typed: str) -> Progress:
    """Return what the holder of a receipt code may see; Closed when the code opens nothing."""
    code = find_code(station, Purpose.RECEIPT, typed)
    with station.store.read() as connection:
        case = connection.execute(select(CASE).where(CASE.c.id == code.case_id)).one()
        matters = connection.execute(
            select(MATTER).where(MATTER.c.case_id == code.case_id).order_by(MATTER.c.n)
        ).all()
        running = connection.execute(
            select(DEADLINE)
            .where(DEADLINE.c.case_id == code.case_id, DEADLINE.c.stopped_at.is_(None))
            .order_by(DEADLINE.c.due)
        ).all()
        consents = dict(
            connection.execute(
                select(CONSENT.c.consent, CONSENT.c.given).where(CONSENT.c.case_id == code.case_id)
            ).all()
        )
    waits = mediation_waits((matter.track for matter in matters), consents)
    return Progress(
        number=case.number,
        title=station.reference.forms[case.form].title,
        filed_at=case.filed_at,
        matters=tuple(_matter(station, matter, running, waits) for matter in matters),
        papers=tuple(
            station.reference.words.text(f"paper.{paper.kind}.title")
            for paper in papers_of(station, code.case_id)
        ),
    )


def _matter(station: Station, matter: Record, running: Sequence[Record], waits: bool) -> MatterProgress:
    track = TRACKS[matter.track]
    state = track.state(matter.state)
    clock = next((row for row in running if row.matter_n == matter.n), None)
    return MatterProgress(
        track=track.label,
        state=state.label,
        holder=station.reference.words.text(f"roles.{matter.owner_role or 'station'}"),
        since=matter.since,
        ended=state.end,
        next=_step(station, clock, waits) if clock is not None and not state.end else None,
    )


def _step(station: Station, clock: Record, waits: bool) -> Step:
    period = station.reference.periods.on(clock.rule, clock.start)
    label = period.label if period else Text("", "")
    trace = tuple(Text(**line) for line in clock.trace)
    deadline = Deadline(clock.rule, label, clock.start, clock.due, clock.provisional, trace)
    return step_of(station.reference.words, deadline, waits=waits)
