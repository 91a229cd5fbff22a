"""One filing against several shops with the real store: a case for each, one paper that lists them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import Drive
from stationkiosk.ui.kiosk.sample import begin_an_application, finish_an_application, to_the_receipt
from tests.endtoend.conftest import Open
from tests.ui.test_sides import name

SHOPS = ("甲店（样本）", "丙店（样本）")


def taken(drive: Drive, pictures: Path) -> None:
    """Keep a picture of the page that says what was filed."""
    pictures.mkdir(parents=True, exist_ok=True)
    drive.view.grabWindow().save(str(pictures / "many-shops-done.png"))


def test_three_shops_are_three_cases_and_one_paper(
    open_kiosk: Open, settings: Settings, pictures: Path
) -> None:
    drive = open_kiosk()
    begin_an_application(drive)
    for place, shop in enumerate(SHOPS, 1):
        name(drive, shop, f"样本路 {place} 号")
    finish_an_application(drive)
    to_the_receipt(drive)
    taken(drive, pictures)
    station = open_station(settings)
    with station.store.read() as connection:
        cases = {row.number: row.id for row in connection.execute(select(tables.Case.__table__))}
        sides = connection.execute(
            select(tables.Party.case_id, tables.Party.name).where(tables.Party.role == "respondent")
        ).all()
    assert {side.case_id for side in sides} == set(cases.values())
    assert {side.name for side in sides} == {*SHOPS, "乙商行（样本）"}
    found = verify(station.store, station.keys)
    assert found.ok, found.findings
    station.close()
    (paper,) = settings.printer.folder.glob("*.pdf")
    words = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(paper))
    assert all(number in words for number in cases)
