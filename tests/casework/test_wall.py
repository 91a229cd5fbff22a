"""Whatever is written for one reader stands in no open byte, and only that reader's key opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.sealing import MEDIATOR, OFFICER
from stationkiosk.ledger.keys import Keys, load_keys
from stationkiosk.ledger.seal import open_seal
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import asked, response, rows
from tests.casework.test_reports import report
from tests.casework.world import World, application

MARKS = st.text("样品底线捌仟元甲乙丙丁戊己庚辛壬癸子丑寅卯", min_size=8, max_size=40)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World.make(tmp_path_factory.mktemp("wall"))
    yield made
    made.close()


def open_bytes(world: World) -> bytes:
    """Every value of every table, as it could be read or exported."""
    with world.station.store.read() as connection:
        kept = [
            value if isinstance(value, bytes) else repr(value).encode()
            for table in tables.Case.metadata.sorted_tables
            for row in connection.execute(table.select())
            for value in row
        ]
    return b"\0".join(kept)


def desk(world: World) -> Keys:
    return load_keys(Path(world.folder) / "keys", desk=True)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MARKS, MARKS, MARKS)
def test_markers_are_nowhere_and_the_right_key_alone_opens_them(
    world: World, statement: str, reporter: str, note: str
) -> None:
    counter, once = world.counter(), application(world.station)
    _filed, code = asked(world, id=once.id, sealed={"mediator_note": counter.seal("mediator_note", note)})
    said = response(world, b"", sealed={"statement": counter.seal("statement", statement)})
    counter.respond(code, said, str(said.id))
    sealed = {"reporter_name": counter.seal("reporter_name", reporter, OFFICER)}
    counter.file(report(world, sealed=sealed), f"report-{said.id}")
    everything = open_bytes(world)
    for mark in (statement, reporter, note):
        assert mark.encode() not in everything
        assert ascii(mark)[1:-1].encode() not in everything
    keys = desk(world)
    private = {MEDIATOR: (keys.seal_private, keys.officer_private)}
    private[OFFICER] = (keys.officer_private, keys.seal_private)
    seals = [row for row in rows(world.station, tables.Sealed) if row.field != "signed_text"][-4:]
    for row in seals:
        own, other = private[row.reader]
        assert open_seal(own or b"", row.box, row.field.encode())
        with pytest.raises(KnownError, match="seal_closed"):
            open_seal(other or b"", row.box, row.field.encode())


def test_the_record_of_all_of_them_verifies(world: World) -> None:
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
