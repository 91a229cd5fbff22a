from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import TypeDecorator

from stationkiosk.store.tables import Case
from stationkiosk.store.types import Day, Flag, Id, Json, Moment

SQLITE = sqlite.dialect()
POSTGRES = postgresql.dialect()


def there_and_back(kind: TypeDecorator[object], value: object, dialect: object = SQLITE) -> object:
    kept = kind.process_bind_param(value, dialect)  # type: ignore[arg-type]
    return kind.process_result_value(kept, dialect)  # type: ignore[arg-type]


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 -- hypothesis adds the zone
def test_moments_are_kept_to_the_microsecond(moment: datetime) -> None:
    assert there_and_back(Moment(), moment) == moment


def test_moments_are_kept_in_utc_and_naive_ones_refused() -> None:
    beijing = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=8)))
    assert there_and_back(Moment(), beijing) == datetime(2026, 11, 22, 4, tzinfo=UTC)
    assert there_and_back(Moment(), beijing, POSTGRES) == datetime(2026, 11, 22, 4, tzinfo=UTC)
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 1, 1), SQLITE)  # noqa: DTZ001


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRES])
@pytest.mark.parametrize(
    ("kind", "value"),
    [(Id(), UUID(int=5)), (Day(), date(2026, 11, 22)), (Id(), None), (Day(), None), (Moment(), None)],
)
def test_values_survive_both_databases(kind: TypeDecorator[object], value: object, dialect: object) -> None:
    assert there_and_back(kind, value, dialect) == value


def test_flags_come_back_as_flags() -> None:
    assert Flag().process_result_value(1, SQLITE) is True
    assert Flag().process_result_value(None, SQLITE) is None


def test_json_is_kept_canonically() -> None:
    assert Json().process_bind_param({"b": (1,), "a": None}, SQLITE) == '{"a":null,"b":[1]}'
    assert Json().process_result_value(None, SQLITE) is None


def test_the_same_tables_are_native_on_postgresql() -> None:
    for table in Case.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=POSTGRES))
    words = str(CreateTable(Case.__table__).compile(dialect=POSTGRES))
    assert "id UUID" in words
    assert "filed_at TIMESTAMP WITH TIME ZONE" in words
    assert "proof_later BOOLEAN" in words
