"""What is asked of the ledger every few seconds goes by an index, however many copies there are."""

from __future__ import annotations

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Connection

from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.printing import accounts
from tests.casework.printing.floor import Floor


@pytest.fixture
def asked(floor: Floor) -> list[tuple[str, object]]:
    """The queries about copies that looking, tending and the day's accounts put to the store."""
    station, seen = floor.world.station, list[tuple[str, object]]()

    def heard(_connection: Connection, _cursor: object, said: str, given: object, *_: object) -> None:
        if "FROM copies" in said:
            seen.append((said, given))

    with station.store.read() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", heard)
    front = Front(station)
    front.face()
    front.tend()
    with station.store.read() as connection:
        accounts.of_day(connection, station.today())
    event.remove(engine, "before_cursor_execute", heard)
    return seen


def test_no_copy_is_looked_at_for_nothing(floor: Floor, asked: list[tuple[str, object]]) -> None:
    assert len(asked) == 5
    with floor.world.station.store.read() as connection:
        for said, given in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given)  # type: ignore[arg-type]
            steps = [str(step.detail) for step in plan]
            assert not [step for step in steps if step.startswith("SCAN")], steps
