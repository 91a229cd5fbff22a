from __future__ import annotations

from stationkiosk.store.engine import Store
from stationkiosk.store.setting import keep_setting, read_setting
from tests.store.conftest import NOON, STATION


def test_a_value_kept_under_a_name_takes_the_place_of_the_one_before(store: Store) -> None:
    for value in ({"n": 1}, {"n": 2}):
        with store.write() as unit:
            keep_setting(unit, "sample", value)
            unit.journal(None, STATION, "settings", NOON)
    with store.read() as connection:
        assert read_setting(connection, "sample", {}) == {"n": 2}


def test_where_nothing_is_kept_the_other_value_stands_for_it(store: Store) -> None:
    with store.read() as connection:
        assert read_setting(connection, "sample", "none") == "none"
