"""A report with everything real: its receipt names nobody, and only the officers can open who it was."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import open_text
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import Drive
from stationkiosk.ui.kiosk.sample import to_the_receipt
from tests.endtoend.conftest import Open
from tests.endtoend.reading import files, holds, papers, picture_papers, rows
from tests.ui.tour_others import REPORTER, REPORTER_PHONE, a_report, report_what_was_seen


def shown(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


def test_a_named_report_is_known_to_the_officers_alone(
    open_kiosk: Open, settings: Settings, pictures: Path, fresh_home: Path
) -> None:
    drive = open_kiosk()
    a_report(drive, lambda name: drive.picture(pictures / "report" / f"{name}.png"))
    number = shown(drive, "caseNumber")
    drive.tap("next")
    drive.on("home")
    picture_papers(settings, pictures / "report" / "papers")
    (receipt,) = papers(settings).values()
    assert number in receipt
    assert "运动鞋（样本）" in receipt
    for place, content in (*rows(settings), *files(settings.data, fresh_home)):
        assert not [word for word in (REPORTER, REPORTER_PHONE) if holds(content, word)], place
    assert REPORTER not in receipt
    assert REPORTER_PHONE not in receipt
    station = open_station(settings)
    with station.store.read() as connection:
        sealed = connection.execute(
            select(tables.Sealed.field, tables.Sealed.reader, tables.Sealed.box)
        ).all()
        roles = connection.execute(select(tables.Party.role)).scalars().all()
    assert verify(station.store, station.keys).ok
    station.close()
    keys = load_keys(settings.keys_folder, desk=True)
    assert keys.officer_private
    assert {row.reader for row in sealed} == {"officer"}
    opened = {r.field: open_text(keys.officer_private, r.box, r.field.encode()) for r in sealed}
    assert opened == {"reporter_name": REPORTER, "reporter_phone": f"+86{REPORTER_PHONE}"}
    assert list(roles) == ["respondent"]


def test_an_anonymous_report_is_tracked_by_the_code_on_its_receipt(
    open_kiosk: Open, settings: Settings
) -> None:
    drive = open_kiosk()
    report_what_was_seen(drive)
    drive.tap("q_named_anonymous")
    drive.tap("next")
    drive.on("confirm")
    drive.tap("declare")
    to_the_receipt(drive)
    code = shown(drive, "receiptCode")
    drive.tap("next")
    drive.on("home")
    drive.tap("track")
    drive.on("track")
    drive.type("code", code)
    drive.tap("next")
    drive.on("progress")
    station = open_station(settings)
    with station.store.read() as connection:
        (signature,) = connection.execute(select(tables.Signature.kind, tables.Signature.signer)).all()
        tracks = connection.execute(select(tables.Matter.track)).scalars().all()
    station.close()
    assert tuple(signature) == ("declared", "")
    assert "report" in tracks
