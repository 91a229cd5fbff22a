"""What an act enters beside moving its matter: each action's own rows, within the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating import talks
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.store.unit import Unit

Brought = Callable[[Station, Unit, Record, Doing], None]
"""Enter the rows of an act on a matter, read before it moved. Raises Closed for what will not do."""

BROUGHT_BY: Mapping[str, Brought] = {
    "mediation.talk": talks.enter,
}
"""Who enters the rows of an action, by track and action with a dot between."""
