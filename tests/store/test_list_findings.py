"""Verification tells of lists that do not say what the record says."""

from __future__ import annotations

import pytest

from stationkiosk.store import lists
from stationkiosk.store.engine import Store
from stationkiosk.store.list_findings import list_findings
from tests.store.test_lists import filled


def told(store: Store) -> list[str]:
    with store.read() as connection:
        return [finding.where for finding in list_findings(connection)]


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ("UPDATE queue_cases SET claimant = 'x' WHERE n = 2", "queue_cases"),
        ("DELETE FROM queue_cases WHERE n = 3", "queue_cases"),
        (
            "INSERT INTO queue_cases SELECT 9, randomblob(16), number, form, claimant, respondent,"
            ' "right", filed_at, matter_n, track, state, owner_role, owner, since, due, provisional, ended,'
            " behind, tracks, asked, small, hay, tags FROM queue_cases WHERE n = 1",
            "queue_cases",
        ),
        ("UPDATE queue_waiting SET due = '2026-11-30' WHERE n = 1", "queue_waiting"),
        ("DELETE FROM queue_ties WHERE n = 1", "queue_ties"),
        ("UPDATE queue_counts SET lines = lines + 1", "queue_counts"),
        ("UPDATE queue_days SET last = 7", "queue_days"),
        ("INSERT INTO owed_papers VALUES (x'00000000000000000000000000000000', 1)", "owed_papers"),
        ("DELETE FROM search WHERE rowid = 2", "search"),
    ],
)
def test_a_list_that_was_changed_is_told_and_made_anew(store: Store, damage: str, where: str) -> None:
    filled(store)
    assert told(store) == []
    with store.write() as unit:
        unit.connection.exec_driver_sql(damage)
    assert where in told(store)
    with store.write() as unit:
        lists.rebuild(unit.connection)
    assert told(store) == []
