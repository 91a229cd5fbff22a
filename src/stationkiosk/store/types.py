"""Column types that pass SQLite's STRICT tables and are native on PostgreSQL.

STRICT knows INTEGER, REAL, TEXT, BLOB and ANY only, and refuses the names that
SQLAlchemy's own String, Boolean, Date, DateTime, Uuid and JSON give. Every column of the
store takes its type from here.
"""

# ruff: noqa: ANN401, ARG002 -- the shape of these methods is SQLAlchemy's)

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Integer, LargeBinary, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

from stationkiosk.ledger.canonical import canonical, parse

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

Words = Text
"""Text of any length; a type name with a length would be refused by STRICT."""

Blob = LargeBinary


def _sqlite(dialect: Dialect) -> bool:
    return dialect.name == "sqlite"


class Whole(TypeDecorator[int]):
    """A whole number of 64 bits; money is whole fen."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return INTEGER on SQLite, BIGINT elsewhere."""
        return dialect.type_descriptor(Integer() if _sqlite(dialect) else BigInteger())


class Flag(TypeDecorator[bool]):
    """True or false; 1 or 0 on SQLite."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return INTEGER on SQLite, BOOLEAN elsewhere."""
        return dialect.type_descriptor(Integer() if _sqlite(dialect) else Boolean())

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Return a bool."""
        return None if value is None else bool(value)


class Id(TypeDecorator[UUID]):
    """A UUID; its 16 bytes on SQLite, so that UUIDv7 keys sort by time."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return BLOB on SQLite, UUID elsewhere."""
        return dialect.type_descriptor(LargeBinary() if _sqlite(dialect) else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Return what the database keeps."""
        return value.bytes if value is not None and _sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Return the UUID."""
        return UUID(bytes=value) if isinstance(value, bytes) else value


class Moment(TypeDecorator[datetime]):
    """An aware moment; whole microseconds since 1970 UTC on SQLite. Naive ones are refused."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return INTEGER on SQLite, TIMESTAMP WITH TIME ZONE elsewhere."""
        return dialect.type_descriptor(Integer() if _sqlite(dialect) else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Return what the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value!r}")
        return (value - _EPOCH) // _MICROSECOND if _sqlite(dialect) else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return an aware moment in UTC."""
        if isinstance(value, int):
            return _EPOCH + timedelta(microseconds=value)
        return None if value is None else value.astimezone(UTC)


class Day(TypeDecorator[date]):
    """A calendar day; ``YYYY-MM-DD`` on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return TEXT on SQLite, DATE elsewhere."""
        return dialect.type_descriptor(Text() if _sqlite(dialect) else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Return what the database keeps."""
        return value.isoformat() if value is not None and _sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Return the day."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class Json(TypeDecorator[Any]):
    """A value kept as canonical JSON text, so that its bytes are always the same."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Return the canonical text; None is ``null``."""
        return canonical(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return the value; lists come back as lists."""
        return None if value is None else parse(value)
