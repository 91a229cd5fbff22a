"""The kiosk prints on real printers: an office printer by IPP, a receipt printer by ESC/POS."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk.app import load_reference, open_station
from stationkiosk.casework.printing.changing import keep_printer
from stationkiosk.devices.printing import PrinterSpec
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.text import Text
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute
from tests.endtoend.conftest import Open
from tests.printers.ippeve import Bus, Ippeve
from tests.printers.lines import NetworkLine
from tests.printers.receipt_printer import ReceiptPrinter

ROWS_BEFORE_THE_FAULT = 300
PATIENCE = 30


@pytest.fixture(scope="module")
def only_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ippeve]:
    bus = Bus(tmp_path_factory.mktemp("bus"))
    started = Ippeve(tmp_path_factory.mktemp("device"), bus)
    yield started
    started.switch_off()
    bus.stop()


@pytest.fixture
def office(only_office: Ippeve, settings: Settings) -> Ippeve:
    """An office printer in the station's plan."""
    only_office.made_whole()
    _keep(settings, PrinterSpec("", "ipp", only_office.address, Text("前台打印机", "Front printer"), "a4"))
    return only_office


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The station's receipts are 80 mm wide."""
    monkeypatch.setenv("STATIONKIOSK_RECEIPT__FORMAT", "roll80")


@pytest.fixture
def slips(settings: Settings) -> Iterator[ReceiptPrinter]:
    """A receipt printer in the station's plan."""
    device = ReceiptPrinter()
    line = NetworkLine(device)
    _keep(settings, PrinterSpec("", "escpos", line.address, Text("小票机", "Slip printer"), "roll80"))
    yield device
    line.close()


def _keep(settings: Settings, spec: PrinterSpec) -> None:
    station = open_station(settings, load_reference(settings))
    try:
        keep_printer(station, Actor(Role.SUPERVISOR, "li.min", station.device), spec)
    finally:
        station.close()


def copies(settings: Settings) -> list[tuple[str, str, str]]:
    """Return state, what was said last, and hash of each copy in the ledger."""
    station = open_station(settings, load_reference(settings))
    copy = tables.Copy.__table__
    try:
        with station.store.read() as connection:
            rows = connection.execute(select(copy).order_by(copy.c.n)).all()
            said = tables.CopyEvent.__table__
            last = {
                row.copy_n: row.detail
                for row in connection.execute(select(said).order_by(said.c.copy_n, said.c.n))
            }
        return [(row.state, last[row.n], row.sha256) for row in rows]
    finally:
        station.close()


def on_done(drive: Drive) -> None:
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")


def stage(drive: Drive, wanted: str) -> None:
    done = drive.window.pages.done
    wait_for(lambda: done.stage == wanted, f"{wanted}, it is {done.stage}", PATIENCE)


def test_an_office_printer_without_paper_is_told_and_the_receipt_comes_when_paper_is_in(
    open_kiosk: Open, settings: Settings, office: Ippeve
) -> None:
    office.paper(0)
    drive = open_kiosk()
    on_done(drive)
    stage(drive, "trouble")
    assert not office.sheets
    office.paper(250)
    stage(drive, "ask")
    (sheet,) = office.sheets
    drive.tap("next")
    stage(drive, "taken")
    drive.window.close()
    ((state, _said, digest),) = copies(settings)
    assert state == "in_hand"
    assert hashlib.sha256(sheet).hexdigest() == digest


@pytest.mark.parametrize(("then", "end", "sheets"), [("abort", "cancelled", 0), ("print", "unknown", 1)])
def test_a_receipt_nobody_waits_for_any_more_is_taken_back_and_one_that_came_out_all_the_same_is_no_secret(
    open_kiosk: Open, settings: Settings, office: Ippeve, then: str, end: str, sheets: int
) -> None:
    office.does("jam")
    drive = open_kiosk()
    on_done(drive)
    stage(drive, "trouble")
    drive.window.close()
    office.does(then)
    drive = open_kiosk()
    wait_for(lambda: copies(settings)[0][0] not in ("spooled", "printing"), "the copy's end", PATIENCE)
    assert copies(settings)[0][0] == end
    assert len(office.sheets) == sheets


def words(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


@pytest.mark.usefixtures("narrow")
def test_a_cover_is_closed_and_a_receipt_torn_half_way_is_printed_again_whole(
    open_kiosk: Open, settings: Settings, slips: ReceiptPrinter, pictures: Path
) -> None:
    slips.open_cover()
    drive = open_kiosk()
    on_done(drive)
    stage(drive, "trouble")
    assert words(drive, "paperTitle") == "打印机的盖子开着"
    assert drive.await_("caseNumber").property("font").pixelSize() == 72
    drive.picture(pictures / "receipt-printer" / "1-cover-open.png")
    slips.cover_open = False
    stage(drive, "ask")
    assert len(slips.pieces) == 1
    drive.tap("next")
    stage(drive, "taken")
    slips.at(ROWS_BEFORE_THE_FAULT, slips.run_out)
    drive.tap("back")
    stage(drive, "trouble")
    assert words(drive, "paperTitle") == "打印机没纸了"
    slips.load()
    paper = drive.window.session.paper
    wait_for(lambda: paper.title == "第 2 份没有印完", "told that it was torn", PATIENCE)
    drive.picture(pictures / "receipt-printer" / "2-torn.png")
    stage(drive, "ask")
    assert words(drive, "copyNo") == "这是第 3 份，纸上也写着。"
    drive.tap("next")
    stage(drive, "taken")
    drive.window.close()
    first, torn, whole = copies(settings)
    assert torn[:2] == ("failed", "paper_torn")
    assert first[0] == whole[0] == "in_hand"
    for n, piece in enumerate(slips.pieces):
        piece.picture.save(pictures / "receipt-printer" / f"slip-{n}.png")
    assert len(slips.pieces[-1].rows) > 2 * ROWS_BEFORE_THE_FAULT


@pytest.mark.usefixtures("narrow")
def test_who_leaves_is_told_and_leaves_no_paper_in_the_queue(
    open_kiosk: Open, slips: ReceiptPrinter
) -> None:
    slips.run_out()
    drive = open_kiosk()
    on_done(drive)
    stage(drive, "trouble")
    drive.tap("end")
    assert words(drive, "paperLeft") == "还没有打印出来的，就不再打印。"
    drive.tap("endDrop")
    drive.on("home")
    wait_for(lambda: drive.window.executor.idle, "the session closed")
    slips.load()
    on_done(drive)
    stage(drive, "ask")
    assert len([piece for piece in slips.pieces if piece.rows]) == 1
