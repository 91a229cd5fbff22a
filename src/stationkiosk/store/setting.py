"""What a store keeps by name, one JSON value a name: the plan of printing, the last self-test, …"""

from __future__ import annotations

from typing import TypeVar, cast

from sqlalchemy import Connection, bindparam, select

from stationkiosk.store.tables import Setting
from stationkiosk.store.unit import Unit

Kept = TypeVar("Kept")

_VALUE = select(Setting.value).where(Setting.name == bindparam("of"))


def read_setting(connection: Connection, name: str, otherwise: Kept) -> Kept:
    """Return the value kept under a name, of the type of ``otherwise``, which stands for none."""
    value = connection.execute(_VALUE, {"of": name}).scalar()
    return otherwise if value is None else cast("Kept", value)


def keep_setting(unit: Unit, name: str, value: object) -> None:
    """Keep a value under a name, in the place of the one before; the caller journals why."""
    if unit.connection.execute(_VALUE, {"of": name}).first() is None:
        unit.insert(Setting, name=name, value=value)
    else:
        unit.update(Setting, {"name": name}, value=value)
