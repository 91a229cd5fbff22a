"""What goes wrong is told without the values it went wrong with."""

from __future__ import annotations

import traceback

import pytest
from sqlalchemy.exc import SQLAlchemyError

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Party
from stationkiosk.store.uuid7 import uuid7
from tests.store.conftest import CLOCK, RANDOM, put_case

SECRET = "11010519491231002X"


def party(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "n": 1,
        "role": "applicant",
        "kind": "person",
        "name": "样例张三",
        "id_number": SECRET,
        "phone": "",
        "address": "",
        "representative": "",
        "authority": "",
        "by_card": False,
    }
    return row | changes


def test_a_refused_row_is_told_without_its_values(store: Store) -> None:
    stray = party(case_id=uuid7(CLOCK, RANDOM))
    with pytest.raises(SQLAlchemyError) as fault, store.write() as unit:
        unit.insert(Party, **stray)
    assert SECRET not in "".join(traceback.format_exception(fault.value))


def put_more_than_fits(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        unit.insert_all(Party, (party(case_id=case_id, n=n) for n in range(3, 3000)))


def test_a_full_disk_is_told_without_the_values_that_had_no_room(store: Store) -> None:
    with pytest.raises(KnownError) as fault:
        put_more_than_fits(store)
    assert fault.value.key == "disk_full"
    assert SECRET not in "".join(traceback.format_exception(fault.value))
