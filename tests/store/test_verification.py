from __future__ import annotations

import io
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, insert, text

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.numbering import case_number
from stationkiosk.ledger.checkpoint import Standing
from stationkiosk.ledger.journal import NO_HEAD, Head, make_entry
from stationkiosk.ledger.keys import Keys
from stationkiosk.ledger.seal import public_of
from stationkiosk.store import evidence, heads, lists, verification
from stationkiosk.store.checkpoints import take
from stationkiosk.store.engine import Store
from stationkiosk.store.findings import KINDS, Finding
from stationkiosk.store.heads import stated
from stationkiosk.store.replay import Replay
from stationkiosk.store.tables import Counter, Exhibit, Matter, Paper, PaperFile, PublicScreen, Setting
from stationkiosk.store.uuid7 import uuid7
from stationkiosk.store.verification import verify
from tests.store.conftest import CLOCK, KEY, NOON, RANDOM, STATION, put_case

KEYS = Keys(
    store=KEY,
    sign=b"s" * 32,
    pepper=b"p" * 32,
    seal_public=public_of(b"a" * 32),
    recovery_public=public_of(b"r" * 32),
)
PDF = b"%PDF-1.7 made up"


def full_case(store: Store, number: str) -> UUID:
    """Write a case with evidence, a paper and its file, and move its matter on."""
    draft = uuid7(CLOCK, RANDOM)
    kept = evidence.keep(store, draft, io.BytesIO(b"photograph of a shop" * 10), 64)
    with store.write() as unit:
        case_id = put_case(unit, number, case_id=draft)
        unit.insert(
            Exhibit,
            case_id=case_id,
            n=1,
            name="照片.jpg",
            media_type="image/jpeg",
            size=kept.size,
            sha256=kept.sha256,
            sm3=kept.sm3,
            source="usb",
            device="kiosk-1",
            received_at=NOON,
            purpose="shop",
            pages=0,
        )
        unit.insert(
            Paper,
            case_id=case_id,
            n=1,
            kind="receipt",
            form_code="LJ-1",
            number=number,
            version=1,
            language="zh",
            data={"number": number, "parties": ["样例张三"]},
            issued_at=NOON,
            verification_code="ABCD",
            effective_at=None,
        )
        unit.update(Matter, {"case_id": case_id, "n": 1}, expect_version=1, state="accepted")
        unit.journal(case_id, STATION, "issue", NOON)
    with store.write() as unit:
        digest = sha256(PDF).hexdigest()
        row = {"case_id": case_id, "paper_n": 1, "format": "a4", "bytes": PDF}
        unit.insert(PaperFile, **row, sha256=digest, rendered_at=NOON)
        unit.journal(case_id, STATION, "render", NOON)
        unit.insert(Setting, name=f"s{number}", value=["9-17"])
        unit.insert(PublicScreen, screen=number, n=1, kind="notice", body={"zh": "通知"}, shown_at=NOON)
        unit.journal(None, STATION, "set", NOON)
    return case_id


@pytest.fixture
def cases(store: Store) -> list[UUID]:
    return [full_case(store, f"LJ07A-{n}") for n in range(1, 4)]


def tamper(store: Store, statement: str, **values: object) -> None:
    """Change the database as an intruder with the key would: without triggers and without a journal."""
    with store.write() as unit:
        triggers = unit.connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for name in triggers.scalars().all():
            unit.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        assert unit.connection.execute(text(statement), values).rowcount


def findings(store: Store) -> list[Finding]:
    found = list(verify(store, KEYS).findings)
    assert {finding.what for finding in found} <= set(KINDS)
    return found


def test_a_sound_store_is_proven(store: Store, cases: list[UUID]) -> None:
    take(store, KEYS, NOON)
    told: list[tuple[int, int]] = []
    result = verify(store, KEYS, lambda done, total: told.append((done, total)))
    assert result.findings == ()
    assert result.ok
    assert (result.cases, result.entries, result.files) == (3, 12, 6)
    assert told == [(n, 12) for n in range(1, 13)]


def test_an_empty_store_is_proven(store: Store) -> None:
    assert verify(store, KEYS).ok


@pytest.mark.parametrize(
    ("statement", "seq", "where"),
    [
        ("UPDATE parties SET name = '别人' WHERE n = 2 AND case_id = :id", 1, "parties 2 name"),
        (
            "UPDATE parties SET authority = 'general' WHERE n = 1 AND case_id = :id",
            1,
            "parties 1 authority",
        ),
        ("UPDATE claims SET amount_fen = 1 WHERE n = 1 AND case_id = :id", 1, "claims 1 amount_fen"),
        ("UPDATE claims SET amount_fen = NULL WHERE n = 2 AND case_id = :id", 1, "claims 2 amount_fen"),
        ("UPDATE facts SET value = '\"乙\"' WHERE n = 3 AND case_id = :id", 1, "facts 3 value"),
        ("UPDATE cases SET filed_at = filed_at - 1 WHERE id = :id", 1, "cases filed_at"),
        ("UPDATE matters SET state = 'applied' WHERE case_id = :id", 2, "matters 1 state"),
        ("UPDATE papers SET data = '{}' WHERE case_id = :id", 2, "papers 1 data"),
        ("UPDATE papers SET effective_at = 5 WHERE case_id = :id", 2, "papers 1 effective_at"),
    ],
)
def test_an_edited_row_is_named(
    store: Store, cases: list[UUID], statement: str, seq: int, where: str
) -> None:
    tamper(store, statement, id=cases[1].bytes)
    assert findings(store) == [Finding(str(cases[1]), seq, "row_changed", where)]


def test_a_missing_row_is_named(store: Store, cases: list[UUID]) -> None:
    tamper(store, "DELETE FROM claims WHERE n = 2 AND case_id = :id", id=cases[0].bytes)
    (found,) = findings(store)
    assert (found.chain, found.seq, found.what) == (str(cases[0]), 1, "row_missing")
    assert found.where == f'claims {{"case_id":"{cases[0]}","n":2}}'


def test_an_extra_row_is_named(store: Store, cases: list[UUID]) -> None:
    tamper(store, "INSERT INTO claims VALUES (:id, 9, 'apology', NULL)", id=cases[2].bytes)
    assert findings(store) == [Finding(str(cases[2]), 0, "row_extra", "claims 9")]


@pytest.mark.parametrize("stray", [UUID(int=0), UUID(int=(1 << 128) - 1)])
def test_a_case_no_journal_tells_of_is_named(store: Store, cases: list[UUID], stray: UUID) -> None:
    words = "INSERT INTO cases VALUES (:id, 'X', 'trademark', 'zh', 1, 1, 'k', 0)"
    tamper(store, words, id=stray.bytes)
    assert findings(store) == [Finding(str(stray), 0, "row_extra", "cases")]


def test_a_changed_setting_is_named_on_the_station_s_chain(store: Store, cases: list[UUID]) -> None:
    tamper(store, "UPDATE settings SET value = '[]' WHERE name = 'sLJ07A-2'")
    tamper(store, "UPDATE public_screen SET body = '{}' WHERE screen = 'LJ07A-1'")
    assert findings(store) == [
        Finding("station", 1, "row_changed", "public_screen 1 body"),
        Finding("station", 2, "row_changed", "settings value"),
    ]


@pytest.mark.parametrize(
    ("statement", "seq", "what"),
    [
        ("UPDATE journal SET action = 'x' WHERE chain = :chain AND seq = 2", 2, "entry_changed"),
        ("UPDATE journal SET at = at + 1 WHERE chain = :chain AND seq = 1", 1, "entry_changed"),
        ("UPDATE journal SET hash = prev WHERE chain = :chain AND seq = 3", 3, "entry_changed"),
        ("DELETE FROM journal WHERE chain = :chain AND seq = 2", 2, "entry_missing"),
        ("UPDATE journal SET algorithm = 'none' WHERE chain = :chain AND seq = 2", 2, "algorithm_unknown"),
    ],
)
def test_the_first_broken_entry_stands_first(
    store: Store, cases: list[UUID], statement: str, seq: int, what: str
) -> None:
    tamper(store, statement, chain=str(cases[0]))
    tamper(store, "UPDATE journal SET action = 'x' WHERE chain = 'station' AND seq = 3")
    found = findings(store)
    assert found[0] == Finding(str(cases[0]), seq, what)
    assert Finding("station", 3, "entry_changed") in found


def test_an_entry_cut_off_the_end_is_told_by_its_rows(store: Store, cases: list[UUID]) -> None:
    tamper(store, "DELETE FROM journal WHERE chain = :chain AND seq = 3", chain=str(cases[0]))
    assert findings(store) == [Finding(str(cases[0]), 0, "row_extra", "paper_files 1 a4")]


def remove(store: Store, case_id: UUID) -> None:
    """Take a case out with its whole journal, as an intruder with the key would."""
    with store.write() as unit:
        run = unit.connection.exec_driver_sql
        for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            run(f"DROP TRIGGER {name}")
        for (table,) in run("SELECT name FROM sqlite_master WHERE type = 'table'").all():
            columns = {row[1] for row in run(f"PRAGMA table_info({table})")}
            if "case_id" in columns:
                run(f"DELETE FROM {table} WHERE case_id = ?", (case_id.bytes,))
            if "chain" in columns:
                run(f"DELETE FROM {table} WHERE chain = ?", (str(case_id),))
        run("DELETE FROM cases WHERE id = ?", (case_id.bytes,))


def test_a_case_removed_without_a_trace_is_told_by_the_checkpoint(store: Store, cases: list[UUID]) -> None:
    take(store, KEYS, NOON)
    remove(store, cases[1])
    assert findings(store) == [Finding(str(cases[1]), 3, "entry_missing", "checkpoint 1")]


def test_erased_values_leave_the_chain_whole(store: Store, cases: list[UUID]) -> None:
    with store.write() as unit:
        run = unit.connection.exec_driver_sql
        run("UPDATE parties SET name = '', phone = '' WHERE n = 1 AND case_id = ?", (cases[0].bytes,))
    assert {finding.what for finding in findings(store)} == {"row_changed"}
    with store.write() as unit:
        run = unit.connection.exec_driver_sql
        run("DELETE FROM journal_salts WHERE chain = ? AND name IN ('1.name', '1.phone')", (str(cases[0]),))
    assert [finding.what for finding in findings(store)] == ["list_changed"]
    with store.write() as unit:
        lists.refresh(unit.connection, cases[0], lists.LISTED)
    assert findings(store) == []


def test_a_value_is_not_made_another_by_taking_its_salt_away(store: Store, cases: list[UUID]) -> None:
    tamper(store, "UPDATE parties SET name = '别人' WHERE n = 1 AND case_id = :id", id=cases[0].bytes)
    tamper(store, "DELETE FROM journal_salts WHERE chain = :chain", chain=str(cases[0]))
    assert Finding(str(cases[0]), 1, "row_changed", "parties 1 name") in findings(store)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE evidence_chunks SET bytes = x'00' WHERE n = 1 AND case_id = :id", "evidence_changed"),
        ("DELETE FROM evidence_chunks WHERE n = 3 AND case_id = :id", "evidence_changed"),
        ("DELETE FROM evidence_chunks WHERE n = 1 AND case_id = :id", "evidence_missing"),
        ("DELETE FROM evidence_chunks WHERE case_id = :id", "evidence_missing"),
    ],
)
def test_changed_evidence_is_named(store: Store, cases: list[UUID], statement: str, what: str) -> None:
    tamper(store, statement, id=cases[1].bytes)
    assert findings(store) == [Finding(str(cases[1]), 2, what, "exhibits 1")]


def test_bytes_that_no_exhibit_names_are_told(store: Store, cases: list[UUID]) -> None:
    tamper(store, "INSERT INTO evidence_chunks VALUES (:id, 'aa', 0, x'41')", id=cases[1].bytes)
    assert findings(store) == [Finding(str(cases[1]), 0, "evidence_extra", "aa")]


class TestNumbers:
    """The numbers of a day have no gaps."""

    DAY = date(2026, 11, 23)

    @pytest.fixture
    def numbered(self, store: Store) -> list[UUID]:
        numbers = [
            case_number(station="LJ07", machine="A", day=self.DAY, block=0, serial=n) for n in (1, 2, 3)
        ]
        with store.write() as unit:
            unit.connection.execute(insert(Counter).values(day=self.DAY, block=0, first=1, last=3))
        return [full_case(store, number) for number in numbers]

    def test_numbers_without_gaps_are_sound(self, store: Store, numbered: list[UUID]) -> None:
        assert findings(store) == []

    @pytest.mark.parametrize(("gone", "told"), [(0, "1-1"), (1, "2-2"), (2, "3-3")])
    def test_a_case_removed_with_its_journal_leaves_a_gap(
        self, store: Store, numbered: list[UUID], gone: int, told: str
    ) -> None:
        remove(store, numbered[gone])
        assert findings(store) == [Finding("", 0, "case_missing", f"2026-11-23 0 {told}")]

    def test_a_counter_turned_back_is_told(self, store: Store, numbered: list[UUID]) -> None:
        tamper(store, "UPDATE counters SET last = 2")
        assert findings(store) == [Finding("", 0, "counter_behind", "2026-11-23 0 2")]

    def test_numbers_before_the_first_are_told(self, store: Store, numbered: list[UUID]) -> None:
        tamper(store, "UPDATE counters SET first = 2")
        assert findings(store) == [Finding("", 0, "counter_behind", "2026-11-23 0 3")]

    def test_a_counter_turned_on_is_told_in_one_finding(self, store: Store, numbered: list[UUID]) -> None:
        tamper(store, "UPDATE counters SET last = 1000000000")
        assert findings(store) == [Finding("", 0, "case_missing", "2026-11-23 0 4-1000000000")]


def test_a_changed_paper_is_named(store: Store, cases: list[UUID]) -> None:
    tamper(store, "UPDATE paper_files SET bytes = x'00' WHERE case_id = :id", id=cases[1].bytes)
    assert findings(store) == [
        Finding(str(cases[1]), 3, "row_changed", "paper_files 1 a4 bytes"),
        Finding(str(cases[1]), 3, "paper_changed", "paper_files 1 a4"),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = '{' WHERE chain = :chain AND seq = 1",
        "UPDATE facts SET value = '{' WHERE n = 1",
        "UPDATE deadlines SET due = 'soon'",
    ],
)
def test_nonsense_in_the_tables_is_a_finding_and_no_crash(
    store: Store, cases: list[UUID], statement: str
) -> None:
    with store.write() as unit:
        row = "VALUES (?, 1, 1, 'r', '2026-01-01', '2026-01-02', 0, NULL, '[]', NULL, NULL, NULL)"
        unit.connection.exec_driver_sql(f"INSERT INTO deadlines {row}", (cases[0].bytes,))
    tamper(store, statement.replace(":chain", f"'{cases[0]}'"))
    assert findings(store)


class TestCheckpoints:
    def test_a_checkpoint_states_all_heads_and_later_ones_what_is_new(
        self, store: Store, cases: list[UUID]
    ) -> None:
        first = take(store, KEYS, NOON)
        assert (first.n, first.size, first.before) == (1, 4, "")
        assert take(store, KEYS, NOON) == first
        with store.write() as unit:
            unit.journal(cases[0], STATION, "note", NOON)
        second = take(store, KEYS, NOON)
        assert (second.n, second.size, second.before) == (2, 4, first.root)
        with store.read() as connection:
            kept = connection.execute(text("SELECT heads FROM checkpoints WHERE n = 2")).scalar_one()
            told = stated(connection)
        assert str(cases[0]) in kept
        assert str(cases[1]) not in kept
        standing = Standing()
        standing.move(told)
        assert standing.state(2, NOON, first.root) == second
        assert findings(store) == []

    def test_of_two_taken_at_once_one_stands(
        self, store: Store, cases: list[UUID], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gathered = heads.moved

        def slow(connection: Connection) -> dict[str, Head]:
            monkeypatch.setattr(heads, "moved", gathered)
            take(store, KEYS, NOON)
            return gathered(connection)

        monkeypatch.setattr(heads, "moved", slow)
        assert take(store, KEYS, NOON).n == 1
        assert findings(store) == []

    def test_an_entry_rewritten_with_a_whole_new_chain_is_told(
        self, store: Store, cases: list[UUID]
    ) -> None:
        take(store, KEYS, NOON)
        words = "UPDATE journal SET hash = 'ff' WHERE chain = :chain AND seq = 3"
        tamper(store, words, chain=str(cases[2]))
        assert Finding(str(cases[2]), 3, "entry_changed", "checkpoint 1") in findings(store)

    @pytest.mark.parametrize(
        ("statement", "expected"),
        [
            ("UPDATE checkpoints SET at = at + 1 WHERE n = 1", "checkpoint_unsigned"),
            ("UPDATE checkpoints SET signature = 'zz' WHERE n = 2", "checkpoint_unsigned"),
            ("UPDATE checkpoints SET algorithm = 'none' WHERE n = 2", "checkpoint_unsigned"),
            ("UPDATE checkpoints SET key_id = '00' WHERE n = 2", "checkpoint_unsigned"),
            ("UPDATE checkpoints SET size = 9 WHERE n = 1", "checkpoint_changed"),
            ("DELETE FROM checkpoints WHERE n = 1", "checkpoint_missing"),
            ("UPDATE checkpoints SET heads = '{\"station\":[1]}' WHERE n = 2", "entry_unreadable"),
            ("UPDATE checkpoints SET heads = '{\"station\":[1,2]}' WHERE n = 2", "entry_unreadable"),
        ],
    )
    def test_a_changed_checkpoint_is_told(
        self, store: Store, cases: list[UUID], statement: str, expected: str
    ) -> None:
        take(store, KEYS, NOON)
        with store.write() as unit:
            unit.journal(None, STATION, "note", NOON)
        take(store, KEYS, NOON)
        tamper(store, statement)
        assert expected in {finding.what for finding in findings(store)}


def test_a_row_without_its_case_is_found(store: Store, cases: list[UUID]) -> None:
    with store.read() as connection:
        connection.rollback()
        run = connection.connection.driver_connection.execute  # type: ignore[union-attr]
        run("PRAGMA foreign_keys = OFF")
        run("INSERT INTO outbox VALUES (x'02', x'01', 'case_filed', '{}', 0, 0, NULL)")
        run("PRAGMA foreign_keys = ON")
    assert findings(store) == [Finding("", 0, "index_damaged", "station.db: outbox without cases")]


def test_a_damaged_index_is_found(store: Store, cases: list[UUID]) -> None:
    with store.write() as unit:
        run = unit.connection.exec_driver_sql
        run("PRAGMA writable_schema = ON")
        words = "replace(sql, '(id_digest)', '(journey)')"
        run(f"UPDATE sqlite_master SET sql = {words} WHERE name = 'ix_drafts_id_digest'")
        run("PRAGMA writable_schema = OFF")
        run(
            "INSERT INTO drafts VALUES (x'01', 'filing', 'd', 'e', x'', NULL, x'', 0, 0)",
        )
    again = Store(store.path, KEY)
    found = {finding.what for finding in verify(again, KEYS).findings}
    again.close()
    assert found == {"index_damaged"}


@pytest.mark.parametrize(
    "body", ['{"rows":[{}]}', '{"rows":3}', "[]", '{"rows":[{"table":1,"key":{},"values":3}]}']
)
def test_an_entry_of_another_shape_is_refused(body: str) -> None:
    entry = make_entry("station", NO_HEAD, NOON, "clerk", "a", "b", "c", body)
    with pytest.raises(ValueError, match="no list of rows"):
        Replay().play(entry)


def test_a_disk_that_is_busy_is_no_finding(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise KnownError("store_busy", file="x")

    monkeypatch.setattr(verification, "checkpoint_findings", busy)
    with pytest.raises(KnownError, match="store_busy"):
        verify(store, KEYS)


def test_a_damaged_page_is_found_even_where_no_query_reads_it(
    store: Store, cases: list[UUID], path: Path
) -> None:
    store.close()
    raw = bytearray(path.read_bytes())
    raw[-2000] ^= 1
    path.write_bytes(raw)
    again = Store(path, KEY)
    found = verify(again, KEYS).findings
    again.close()
    assert any(finding.what == "page_damaged" for finding in found)
