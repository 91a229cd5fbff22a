"""Another mediator in the place of one who left: what was told in confidence stays closed to them.

A confidence is opened to the member who heard it and to nobody after them: a side that wants the
new mediator to know tells them. They start from what both sides may know, from the text that lay
before the sides to be signed, and from everything on the case that was never sealed.
"""

from __future__ import annotations

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.appointing import put_in_place
from stationkiosk.casework.mediating.drafting import pass_on
from stationkiosk.casework.mediating.ground import ground
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.store.unit import Unit


def succeed(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Put another mediator in place; a text that names the one before is signed by nobody any more.

    Closed ``roles_apart``, ``mediator_is_party``.
    """
    put_in_place(station, unit, matter, doing)
    pass_on(ground(station, unit, matter), doing.inputs["mediator"])
