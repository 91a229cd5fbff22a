"""A receipt printer fails and comes back before somebody at the kiosk: every turn is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.app import open_station
from stationkiosk.casework.printing.changing import keep_printer
from stationkiosk.devices.printing import PrinterSpec
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.text import Text
from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute
from tests.endtoend.conftest import STAFF, Open, made_station
from tests.printers.lines import NetworkLine
from tests.printers.receipt_printer import ReceiptPrinter

SLIPS = Text("大厅小票机（样本）", "Hall receipt printer (made up)")
LONG = 30


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return made_station(tmp_path / "小票", receipt={"format": "roll80"})


@pytest.fixture
def line(settings: Settings) -> Iterator[NetworkLine]:
    """Return the line to the stand-in of a receipt printer, written down as the station's first printer."""
    made = NetworkLine(ReceiptPrinter())
    station = open_station(settings)
    keep_printer(
        station,
        Actor(Role.SUPERVISOR, STAFF[0].login, station.device),
        PrinterSpec("slips", "escpos", made.address, SLIPS, "roll80"),
    )
    station.close()
    yield made
    made.close()


def at(drive: Drive, stage: str) -> None:
    wait_for(lambda: drive.window.pages.done.stage == stage, f"the paper to be at {stage}", LONG)


def words(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


def test_a_cover_is_closed_and_a_torn_copy_is_made_whole(
    open_kiosk: Open, line: NetworkLine, pictures: Path
) -> None:
    device = line.printer
    device.open_cover()
    drive = open_kiosk()
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    at(drive, "trouble")
    assert words(drive, "paperTitle") == "打印机的盖子开着"
    assert drive.await_("caseNumber").property("font").pixelSize() == 72
    drive.picture(pictures / "receipt-printer" / "1-cover-open.png")
    device.cover_open = False
    line.wake()
    at(drive, "ask")
    assert len(device.pieces) == 1
    drive.tap("next")
    at(drive, "taken")
    device.at(300, device.run_out)
    drive.tap("back")
    at(drive, "trouble")
    assert words(drive, "paperTitle") == "打印机没纸了"
    device.load()
    line.wake()
    wait_for(lambda: drive.window.session.paper.title == "第 2 份没有印完", "told that it was torn", LONG)
    drive.picture(pictures / "receipt-printer" / "2-torn.png")
    at(drive, "ask")
    assert words(drive, "copyNo") == "这是第 3 份，纸上也写着。"
    drive.picture(pictures / "receipt-printer" / "3-whole.png")


def test_who_leaves_leaves_no_paper_in_the_queue(open_kiosk: Open, line: NetworkLine) -> None:
    device = line.printer
    device.run_out()
    drive = open_kiosk()
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    at(drive, "trouble")
    drive.tap("end")
    assert words(drive, "paperLeft") == "还没有打印出来的，就不再打印。"
    drive.tap("endDrop")
    drive.on("home")
    wait_for(lambda: drive.window.executor.idle, "the session closed")
    device.load()
    line.wake()
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    at(drive, "ask")
    assert len([piece for piece in device.pieces if piece.rows]) == 1
