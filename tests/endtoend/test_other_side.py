"""The whole way of the other side with the real store: asked by paper, answered at the kiosk, and a report.

What is sealed is looked for in every value of the store, in every file beside it and on every paper.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.casework.counter import Counter
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import open_text
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from stationkiosk.ui.kiosk.sample import to_the_receipt
from tests.casework.answers import act, notice_of
from tests.casework.members import enrol
from tests.casework.world import application
from tests.endtoend.conftest import Open
from tests.endtoend.test_walls import files_below, holds
from tests.ui.tour_others import REPORTER, REPORTER_PHONE, STATEMENT, a_report, an_answer


def ask_the_other_side(settings: Settings) -> str:
    """File, accept and ask as the counter and a clerk do; return the code that stands on the notice."""
    station = open_station(settings)
    try:
        enrol(station)
        filed = Counter(station).file(application(station), "press-1")
        act(station, filed.case_id, "accept")
        act(station, filed.case_id, "inquire")
        return str(notice_of(station, filed.case_id)["notice_code"])
    finally:
        station.close()


def assert_nowhere(settings: Settings, home: Path, *marks: str) -> None:
    station = open_station(settings)
    with station.store.read() as connection:
        for table in tables.Case.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                kept = repr(tuple(row)).encode() + b"".join(v for v in row if isinstance(v, bytes))
                assert not [mark for mark in marks if holds(kept, mark)], table.name
    found = verify(station.store, station.keys)
    assert found.ok, found.findings
    station.close()
    for file in files_below(settings.data, home):
        assert not [mark for mark in marks if holds(file.read_bytes(), mark)], file
    papers = list(settings.printer.folder.glob("*.pdf"))
    assert papers
    for paper in papers:
        words = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(paper))
        assert not [mark for mark in marks if mark in words]


def sealed(settings: Settings, field: str) -> tuple[str, bytes]:
    station = open_station(settings)
    with station.store.read() as connection:
        row = connection.execute(select(tables.Sealed.__table__).where(tables.Sealed.field == field)).one()
    station.close()
    return row.reader, row.box


def test_the_other_side_answers_at_the_kiosk_with_the_code_on_the_notice(
    open_kiosk: Open, settings: Settings, fresh_home: Path
) -> None:
    code = ask_the_other_side(settings)
    drive = open_kiosk()
    an_answer(drive, code=code)
    drive.sign()
    to_the_receipt(drive)
    station = open_station(settings)
    with station.store.read() as connection:
        answer = connection.execute(select(tables.Response.__table__)).one()
        state = connection.execute(select(tables.Matter.state).where(tables.Matter.n == 1)).scalar()
    assert (answer.mediate, state) == ("yes", "consented")
    assert Counter(station).open_notice(code).answered
    station.close()
    assert_nowhere(settings, fresh_home, STATEMENT)
    reader, box = sealed(settings, "statement")
    keys = load_keys(settings.keys_folder, desk=True)
    assert keys.seal_private
    assert (reader, open_text(keys.seal_private, box, b"statement")) == ("mediator", STATEMENT)


def test_a_reporters_name_is_the_officers_alone(
    open_kiosk: Open, settings: Settings, fresh_home: Path
) -> None:
    a_report(open_kiosk())
    assert_nowhere(settings, fresh_home, REPORTER, REPORTER_PHONE)
    keys = load_keys(settings.keys_folder, desk=True)
    assert keys.officer_private
    for field, told in (("reporter_name", REPORTER), ("reporter_phone", REPORTER_PHONE)):
        reader, box = sealed(settings, field)
        opened = open_text(keys.officer_private, box, field.encode())
        assert (reader, opened.removeprefix("+86")) == ("officer", told)
