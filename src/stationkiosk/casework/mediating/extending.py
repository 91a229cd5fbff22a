"""Going on longer, as both sides agreed: the clock of the way ends later."""

from __future__ import annotations

from datetime import date

from stationkiosk.casework.clocks import lengthen_to
from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.sealing import mediation_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.events import Approver
from stationkiosk.store.unit import Unit


def extend(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Make the clock of the way longer, to the day both sides agreed on.

    Closed ``until_not_later``; KnownError as ``domain.lengthening``.
    """
    found = mediation_of(unit.connection, matter.case_id, matter.n)
    assert found is not None
    rule = station.reference.way(found.way, station.today())
    until, agreed = (date.fromisoformat(doing.inputs[name]) for name in ("until", "said_on"))
    if not lengthen_to(station, unit, matter, rule.clock, until, Approver.PARTIES, agreed):
        raise Closed("until_not_later")
