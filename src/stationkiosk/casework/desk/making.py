"""Papers that no act issues, made at the desk: the evidence list, the address for service, and the like."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from stationkiosk.casework.desk.casefile import open_case
from stationkiosk.casework.desk.seeing import acting
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.issuing.making import MADE, MAKERS_OF, make_paper
from stationkiosk.casework.papers import paper_bytes
from stationkiosk.casework.preview import preview_paper
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Closed


def make(station: Station, who: SignedIn, case_id: UUID, kind: str, inputs: Mapping[str, str]) -> CaseFile:
    """Make a paper and return the case as it then is. Closed as ``issuing.making.make_paper``."""
    actor = _maker(station, who, case_id, kind)
    for ref in make_paper(station, case_id, kind, actor, inputs):
        paper_bytes(station, ref, station.terms.receipt_format)
    return open_case(station, who, case_id)


def preview(
    station: Station, who: SignedIn, case_id: UUID, kind: str, inputs: Mapping[str, str]
) -> tuple[bytes, ...]:
    """Return a paper that would be made as a PDF with the draft mark; nothing is kept."""
    actor = _maker(station, who, case_id, kind)
    return preview_paper(station, case_id, kind, actor, inputs)


def _maker(station: Station, who: SignedIn, case_id: UUID, kind: str) -> Actor:
    if kind not in MADE:
        raise Closed("not_made_by_hand", kind=kind)
    with station.store.read() as connection:
        return acting(connection, who, MAKERS_OF[kind], station.device, case_id)
