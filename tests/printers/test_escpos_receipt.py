"""A real receipt on its way through the station's printer to the paper of the stand-in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PIL import Image

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing import (
    JobState,
    Printer,
    PrinterSpec,
    Stage,
    Ticket,
    Trouble,
    make_printer,
)
from stationkiosk.devices.printing.escpos.raster import raster
from stationkiosk.documents.pictures import images
from stationkiosk.documents.press import Press
from stationkiosk.domain.text import Language, Text
from tests.benchmarks.sample import sample_data
from tests.devices.fakes import CountingRandom
from tests.documents.reading import codes_of
from tests.printers.escpos_bench import SOON, rows_of
from tests.printers.lines import NetworkLine
from tests.printers.receipt_printer import ReceiptPrinter
from tests.printers.servers import until


@pytest.fixture(scope="module")
def receipt() -> bytes:
    return Press().render("receipt", sample_data(), "roll80", Language.ZH)


@pytest.fixture(params=[576, 512])
def stand(request: pytest.FixtureRequest) -> Iterator[tuple[Printer, ReceiptPrinter, int]]:
    device = ReceiptPrinter(dots=request.param, model="TM-T88VI")
    line = NetworkLine(device)
    spec = PrinterSpec(
        "slips", "escpos", line.address, Text("窗口小票", "Counter"), "roll80", dots=request.param
    )
    printer = make_printer(spec, SystemClock(), CountingRandom(), images)
    yield printer, device, request.param
    printer.close()
    line.close()


def sent(printer: Printer, pdf: bytes) -> JobState:
    """Print ``pdf`` and return where it ended."""
    job = printer.begin(Ticket("receipt"))
    printer.send(job, pdf)
    until(lambda: printer.poll(job).stage.ended, SOON)
    return printer.poll(job)


def test_it_lies_there_dot_by_dot_and_its_code_scans(
    stand: tuple[Printer, ReceiptPrinter, int], receipt: bytes
) -> None:
    printer, device, dots = stand
    assert printer.state().ready
    assert sent(printer, receipt).stage is Stage.SETTLED
    (piece,) = device.pieces
    page = raster(receipt, dots, images)
    lost = [
        row
        for row, (was, on_paper) in enumerate(zip(rows_of(page), piece.rows, strict=False))
        if int.from_bytes(was) & ~int.from_bytes(on_paper)
    ]
    assert lost == []
    paper: Image.Image = piece.picture
    assert codes_of(paper) == [sample_data()["qr"]]
    assert len(piece.rows) == page.height + 16
    assert device.kicks == 0


def test_a_torn_one_is_told_apart_and_the_next_is_whole(
    stand: tuple[Printer, ReceiptPrinter, int], receipt: bytes
) -> None:
    printer, device, _dots = stand
    device.at(3000, device.run_out)
    job = printer.begin(Ticket("receipt"))
    printer.send(job, receipt)
    until(lambda: printer.poll(job).trouble is Trouble.PAPER_OUT, SOON)
    device.load()
    until(lambda: printer.poll(job).stage.ended, SOON)
    said = printer.poll(job)
    assert (said.stage, said.trouble) == (Stage.FAILED, Trouble.TORN)
    assert len(device.pieces[0].rows) == 3000
    assert sent(printer, receipt).stage is Stage.SETTLED
    assert codes_of(device.pieces[-1].picture) == [sample_data()["qr"]]
