"""What every table shares: STRICT, column types from one module, and how it is journaled."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, mapped_column

from stationkiosk.store.types import Blob, Day, Flag, Id, Json, Moment, Whole, Words

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Chain(StrEnum):
    """Which journal chain holds the changes of a table's rows."""

    CASE = "case"
    STATION = "station"


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Words,
        int: Whole,
        bool: Flag,
        bytes: Blob,
        UUID: Id,
        datetime: Moment,
        date: Day,
    }


def table_args(chain: Chain | None = None, clustered: bool = False) -> dict[str, Any]:
    """Return the options of a STRICT table.

    ``clustered`` keeps the rows in the key's own tree (WITHOUT ROWID), which halves the
    pages a commit touches: right for small rows, wrong for large ones.
    """
    options: dict[str, Any] = {"sqlite_strict": True, "info": {"chain": chain}}
    return options | ({"sqlite_with_rowid": False} if clustered else {})


Key = Annotated[UUID, mapped_column(primary_key=True)]
CaseKey = Annotated[UUID, mapped_column(ForeignKey("cases.id"), primary_key=True)]
Number = Annotated[int, mapped_column(primary_key=True, autoincrement=False)]
Name = Annotated[str, mapped_column(primary_key=True)]
Private = Annotated[str, mapped_column(info={"private": True})]
PrivateJson = Annotated[Any, mapped_column(Json, info={"private": True})]
Version = Annotated[int, mapped_column(info={"version": True})]
"""A column that goes up by one with each change of its row."""
AnyJson = Annotated[Any, mapped_column(Json)]
