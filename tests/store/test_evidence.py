from __future__ import annotations

import io
from hashlib import sha256
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from stationkiosk.domain.errors import KnownError
from stationkiosk.store import evidence
from stationkiosk.store.engine import Store
from stationkiosk.store.progress import silent
from stationkiosk.store.tables import Draft, EvidenceChunk
from tests.store.conftest import NOON, put_case

CASE = UUID(int=9)


def chunks(store: Store) -> int:
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(EvidenceChunk)).scalar_one()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=1, max_size=50), st.integers(1, 20))
def test_what_is_kept_is_read_back(store: Store, content: bytes, chunk: int) -> None:
    kept = evidence.keep(store, CASE, io.BytesIO(content), chunk)
    assert (kept.sha256, kept.size) == (sha256(content).hexdigest(), len(content))
    assert b"".join(evidence.read(store, CASE, kept.sha256)) == content


def test_sm3_is_the_standard_s() -> None:
    assert evidence._hashed(io.BytesIO(b"abc"), 2, silent).sm3 == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )  # GB/T 32905-2016, A.1


def test_keeping_again_changes_nothing_and_finishes_what_was_begun(store: Store) -> None:
    content = bytes(range(100))
    kept = evidence.keep(store, CASE, io.BytesIO(content), 10)
    assert evidence.keep(store, CASE, io.BytesIO(content), 10) == kept
    assert chunks(store) == 10
    with store.write() as unit:
        unit.connection.exec_driver_sql("DELETE FROM evidence_chunks WHERE n > 3")
    assert evidence.keep(store, CASE, io.BytesIO(content), 10) == kept
    assert b"".join(evidence.read(store, CASE, kept.sha256)) == content


def test_progress_goes_to_the_end(store: Store) -> None:
    told: list[tuple[int, int]] = []
    evidence.keep(store, CASE, io.BytesIO(bytes(25)), 10, lambda done, total: told.append((done, total)))
    assert told == [(10, 50), (20, 50), (25, 50), (35, 50), (45, 50), (50, 50)]


def test_an_empty_file_is_refused(store: Store) -> None:
    with pytest.raises(KnownError, match="file_empty"):
        evidence.keep(store, CASE, io.BytesIO(b""))


def test_a_file_that_changes_while_it_is_read_is_refused_and_leaves_nothing(store: Store) -> None:
    class Shifting(io.BytesIO):
        def seek(self, offset: int, whence: int = 0, /) -> int:
            at = super().seek(offset, whence)
            if self.getbuffer()[0] < 3 and not offset and not whence:
                self.getbuffer()[0] += 1
            return at

    with pytest.raises(KnownError, match="file_changed"):
        evidence.keep(store, CASE, Shifting(bytes(30)), 10)
    assert chunks(store) == 0


def test_evidence_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(KnownError, match="evidence_missing"):
        list(evidence.read(store, CASE, "0" * 64))
    kept = evidence.keep(store, CASE, io.BytesIO(bytes(30)), 10)
    with store.write() as unit:
        unit.connection.exec_driver_sql("DELETE FROM evidence_chunks WHERE n = 1")
    with pytest.raises(KnownError, match="evidence_missing"):
        list(evidence.read(store, CASE, kept.sha256))


def test_evidence_of_a_case_is_never_changed_or_removed(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
    kept = evidence.keep(store, case_id, io.BytesIO(b"photo"))
    with pytest.raises(DBAPIError, match="belong to a case"):
        evidence.drop(store, case_id, kept.sha256)
    with pytest.raises(DBAPIError, match="never changed"), store.write() as unit:
        unit.connection.exec_driver_sql("UPDATE evidence_chunks SET bytes = x'00'")
    with pytest.raises(DBAPIError, match="already written"), store.write() as unit:
        unit.connection.exec_driver_sql("REPLACE INTO evidence_chunks SELECT * FROM evidence_chunks")


def test_only_what_belongs_to_nobody_is_dropped(store: Store) -> None:
    with store.write() as unit:
        case_id = put_case(unit, "LJ07A-1")
        unit.insert(
            Draft,
            id=UUID(int=2),
            journey="filing",
            code_digest="d",
            box_by_code=b"",
            body=b"",
            saved_at=NOON,
            expires_at=NOON,
        )
    for owner in (case_id, UUID(int=2), UUID(int=3)):
        evidence.keep(store, owner, io.BytesIO(b"photo"), 2)
    assert evidence.drop_orphans(store) == 3
    assert chunks(store) == 6
    evidence.drop(store, UUID(int=2), sha256(b"photo").hexdigest())
    assert chunks(store) == 3


def test_what_is_stopped_or_cut_off_leaves_things_as_they_were(store: Store) -> None:
    content = bytes(range(30))

    def stop(done: int, total: int) -> None:
        if done > 40:
            raise KnownError("file_stopped")

    with pytest.raises(KnownError, match="file_stopped"):
        evidence.keep(store, CASE, io.BytesIO(content), 10, stop)
    assert (chunks(store), evidence.weight(store, CASE)) == (0, 0)
    kept = evidence.keep(store, CASE, io.BytesIO(content), 10)
    with pytest.raises(KnownError, match="file_stopped"):
        evidence.keep(store, CASE, io.BytesIO(content), 10, stop)
    assert b"".join(evidence.read(store, CASE, kept.sha256)) == content
    assert evidence.weight(store, CASE) == 30
