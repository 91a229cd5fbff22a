from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from stationkiosk.domain.errors import Changed
from stationkiosk.ledger.canonical import parse
from stationkiosk.ledger.journal import START, entry_hash
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import (
    Case,
    Checkpoint,
    Claim,
    Draft,
    Guess,
    Journal,
    JournalSalt,
    Matter,
    PaperFile,
    Party,
    Setting,
)
from stationkiosk.store.uuid7 import uuid7
from tests.store.conftest import CLOCK, NOON, RANDOM, STATION, fail_after_writing, put_case


def count(store: Store, table: type) -> int:
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_rows_and_their_journal_entry_are_written_together(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
    with store.read() as connection:
        case = connection.execute(select(Case.__table__)).one()
        entry = connection.execute(select(Journal.__table__)).one()
    assert (case.id, case.filed_at, case.proof_later) == (case_id, NOON, False)
    assert (entry.chain, entry.seq, entry.prev) == (str(case_id), 1, START)
    body = parse(entry.body)
    assert body["detail"] == {"number": "LJ07A-1"}
    assert [row["table"] for row in body["rows"]].count("facts") == 4


def test_values_come_back_as_they_were_given(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
    with store.read() as connection:
        party = connection.execute(select(Party.__table__).where(Party.n == 1)).one()
        claim = connection.execute(select(Claim.__table__).where(Claim.n == 2)).one()
    assert party.case_id == case_id
    assert party.name == "样例张三"
    assert party.by_card is True
    assert claim.amount_fen == 5_000_000


def test_private_values_enter_the_journal_only_as_salted_digests(store: Store) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    with store.read() as connection:
        body = connection.execute(select(Journal.body)).scalar_one()
        salts = connection.execute(select(JournalSalt.salt)).scalars().all()
    assert "样例张三" not in body
    assert "110101199003070011" not in body
    assert len(set(salts)) == len(salts) == 14


def test_a_change_without_a_journal_entry_is_not_committed(store: Store) -> None:
    with pytest.raises(RuntimeError, match="settings"), store.write() as unit:
        unit.insert(Setting, name="hours", value="9-17")
    assert count(store, Setting) == 0


def test_a_row_may_not_be_journaled_on_another_chain(store: Store) -> None:
    with store.write() as unit:
        unit.insert(Setting, name="hours", value="9-17")
        with pytest.raises(ValueError, match="belongs to station"):
            unit.journal(UUID(int=1), STATION, "set", NOON)
        unit.journal(None, STATION, "set", NOON)


def test_an_exception_rolls_everything_back(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(store, "LJ07A-1")
    assert (count(store, Case), count(store, Journal), count(store, JournalSalt)) == (0, 0, 0)


def test_a_changed_record_is_told_and_not_overwritten(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
    key = {"case_id": case_id, "n": 1}
    with store.write() as unit:
        unit.update(Matter, key, expect_version=1, state="accepted")
        unit.journal(case_id, STATION, "accept", NOON)
    with pytest.raises(Changed) as told, store.write() as unit:
        unit.update(Matter, key, expect_version=1, state="refused")
    assert told.value.values == {"what": "matters", "read": "1", "now": "2"}
    with store.read() as connection:
        row = connection.execute(select(Matter.__table__)).one()
    assert (row.state, row.version) == ("accepted", 2)


def test_an_update_without_an_expected_version_still_counts_it_up(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
        unit.update(Case, {"id": case_id}, proof_later=True)
        unit.journal(case_id, STATION, "mark", NOON)
    with store.read() as connection:
        assert connection.execute(select(Case.version)).scalar_one() == 2
        body = connection.execute(select(Journal.body).where(Journal.seq == 2)).scalar_one()
    (row,) = parse(body)["rows"]
    assert row["values"] == {"proof_later": True, "version": 2}


def test_updating_a_row_that_is_not_there_is_our_mistake(store: Store) -> None:
    with pytest.raises(LookupError), store.write() as unit:
        unit.update(Case, {"id": UUID(int=1)}, proof_later=True)
    with pytest.raises(LookupError), store.write() as unit:
        unit.update(Setting, {"name": "hours"}, value="9-17")


def test_an_update_needs_the_whole_key(store: Store) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    with pytest.raises(ValueError, match="key of claims"), store.write() as unit:
        unit.update(Claim, {"n": 1}, claim="apology")


def test_tables_outside_the_journal_need_no_entry(store: Store) -> None:
    draft = {"id": uuid7(CLOCK, RANDOM), "journey": "filing", "code_digest": "d", "box_by_code": b"b"}
    with store.write() as unit:
        unit.insert(Draft, **draft, body=b"x", saved_at=NOON, expires_at=NOON)
        unit.update(Draft, {"id": draft["id"]}, body=b"y")
        unit.insert_all(Claim, [])
        unit.insert_all(Guess, [{"device": "kiosk-1", "failures": 1, "last_at": NOON}])
    assert count(store, Draft) == 1


def test_entries_follow_each_other_on_their_chain(store: Store) -> None:
    with store.write() as unit:
        first = unit.journal(None, STATION, "start", NOON)
        second = unit.journal(None, STATION, "sign_in", NOON, {"at": NOON})
    assert (second.seq, second.prev) == (2, first.hash)
    assert entry_hash(second) == second.hash
    assert second.body == '{"detail":{"at":"2026-11-22T04:00:00.000000+00:00"},"rows":[]}'


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = '{}'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
        "REPLACE INTO journal SELECT * FROM journal LIMIT 1",
    ],
)
def test_the_journal_is_only_added_to(store: Store, statement: str) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    with pytest.raises((DBAPIError, dbapi2.DatabaseError), match="journal"), store.write() as unit:
        unit.connection.exec_driver_sql(statement)


def test_the_files_of_papers_and_checkpoints_are_written_once(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
        row = {"case_id": case_id, "paper_n": 1, "format": "a4", "bytes": b"%PDF"}
        unit.insert(PaperFile, **row, sha256="00", rendered_at=NOON)
        unit.journal(case_id, STATION, "render", NOON)
        row = {"n": 1, "at": NOON, "size": 1, "root": "00", "heads": {}}
        unit.insert(Checkpoint, **row, signature="", key_id="", algorithm="")
    for statement in (
        "UPDATE paper_files SET bytes = x'00'",
        "REPLACE INTO paper_files SELECT * FROM paper_files",
        "UPDATE checkpoints SET size = 2",
        "REPLACE INTO checkpoints SELECT * FROM checkpoints",
        "DELETE FROM checkpoints",
    ):
        with (
            pytest.raises(DBAPIError, match=r"never changed|already written|only added"),
            store.write() as unit,
        ):
            unit.connection.exec_driver_sql(statement)


def test_a_write_inside_a_write_is_our_mistake(store: Store) -> None:
    with store.write(), pytest.raises(RuntimeError, match="inside"), store.write():
        pass
