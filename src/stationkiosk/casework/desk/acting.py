"""Doing an act at the desk: through the one door, with the versions that were looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

import structlog
from sqlalchemy import bindparam, func, select

from stationkiosk.casework.desk.casefile import open_case
from stationkiosk.casework.desk.seeing import acting
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.door import Act, perform, read_matter
from stationkiosk.casework.papers import PAPER, paper_bytes
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.tracks.registry import TRACKS

log = structlog.get_logger()

_LAST_PAPER = select(func.max(PAPER.c.n)).where(PAPER.c.case_id == bindparam("of"))

OF_THE_MATTER = frozenset({"not_in_this_state", "opened_already"})
"""Why an act is closed because of where its matter, or the case, has come to."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that somebody at the desk asks for: on which matter, and what they typed for it."""

    case_id: UUID
    matter_n: int
    action: str
    inputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """What they were looking at: the versions of case and matter, and the key that makes it one act."""

    case_version: int
    matter_version: int
    client_key: str


def act(station: Station, who: SignedIn, asked: Asked, looked: Looked) -> CaseFile:
    """Do an act and return the case as it then is.

    Raises what ``door.perform`` raises; Changed, too, where an act is closed by what others did
    since the case was read.
    """
    wanted = act_of(station, who, asked, looked)
    with station.store.read() as connection:
        last = connection.execute(_LAST_PAPER, {"of": asked.case_id}).scalar() or 0
    try:
        perform(station, wanted)
    except Closed as closed:
        if closed.key in OF_THE_MATTER:
            _check_unmoved(station, wanted)
        raise
    _render_new(station, asked.case_id, last)
    return open_case(station, who, asked.case_id)


def _render_new(station: Station, case_id: UUID, after: int) -> None:
    """Make the bytes of the papers a case got after its ``after``-th; one that fails is owed."""
    query = select(PAPER.c.n).where(PAPER.c.case_id == case_id, PAPER.c.n > after)
    with station.store.read() as connection:
        fresh = connection.execute(query.order_by(PAPER.c.n)).scalars().all()
    for n in fresh:
        try:
            paper_bytes(station, PaperRef(case_id, n), station.terms.receipt_format)
        except Exception:
            log.exception("paper_owed", case=str(case_id), paper=n)


def _check_unmoved(station: Station, wanted: Act) -> None:
    with station.store.read() as connection:
        matter, case_version = read_matter(connection, wanted.case_id, wanted.matter)
    if matter.version != wanted.matter_version:
        raise Changed("matter", wanted.matter_version, matter.version)
    if case_version != wanted.case_version:
        raise Changed("case", wanted.case_version, case_version)


def act_of(station: Station, who: SignedIn, asked: Asked, looked: Looked) -> Act:
    """Return what is asked as the door takes it, in the role of the person that may do it."""
    with station.store.read() as connection:
        matter, _version = read_matter(connection, asked.case_id, asked.matter_n)
        row = next((row for row in TRACKS[matter.track].actions if row.id == asked.action), None)
        if row is None:
            raise Closed("no_such_action", action=asked.action)
        actor = acting(connection, who, row.roles, station.device, asked.case_id)
    return Act(
        action=asked.action,
        case_id=asked.case_id,
        matter=asked.matter_n,
        case_version=looked.case_version,
        matter_version=looked.matter_version,
        actor=actor,
        client_key=looked.client_key,
        inputs=dict(asked.inputs),
    )
