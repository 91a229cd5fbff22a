"""Printing beside its floors: a tap to the first byte at the printer, and a thousand receipts.

The office printer is the real ``ippeveprinter``, its floor bare pyipp; the receipt printer is the
tests' stand-in on a socket, its floor the same page drawn by the same library and written bare.

    python -m tests.benchmarks.printers ipp|escpos
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from pyipp import IPP
from pyipp.enums import IppJobState, IppOperation

from stationkiosk.app import create_station, open_station
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.papers import paper_bytes
from stationkiosk.casework.printing.changing import keep_printer
from stationkiosk.casework.station import Station
from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing import Printer, PrinterSpec, Stage, Ticket
from stationkiosk.devices.printing.escpos import EscposPrinter, Head, place
from stationkiosk.devices.printing.escpos.raster import dpi_of
from stationkiosk.devices.printing.ipp.printer import IppPrinter
from stationkiosk.devices.random import SystemRandom
from stationkiosk.documents.pictures import images
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.text import Text
from stationkiosk.settings import checked
from tests.benchmarks.figures import Figure, median
from tests.benchmarks.filing import SITE
from tests.casework.members import enrol
from tests.casework.world import application
from tests.printers.ippeve import Bus, Ippeve
from tests.printers.lines import NetworkLine
from tests.printers.proxy import Wire
from tests.printers.receipt_printer import ReceiptPrinter

ROUNDS, WARM = 20, 3
RECEIPTS, EARLY, BARE = 1000, 10, 60
REFILL = 100
DOTS = 576
PATIENCE = 30.0
AT_ONCE_MS = 100.0
"""What a person takes for at once."""
RATIO = 20.0
"""A tap also asks the printer how it is, opens the job and commits the copy to the ledger, twice."""
NAME = Text("样品打印机（虚构）", "Made-up printer")


class Watched(Wire):
    """A wire that notes when a PDF's first bytes go by."""

    moment = 0.0

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        while data := one.recv(65536):
            if b"%PDF-" in data:
                self.moment = time.perf_counter()
            other.sendall(data)
        other.shutdown(socket.SHUT_RDWR)


def tap_to_first_byte_ipp() -> Figure:
    """From the tap on print to the receipt's first byte at an office printer."""
    with office() as device, Watched(device.port) as wire:
        address = f"ipp://127.0.0.1:{wire.port}/ipp/print"
        with station("a4", PrinterSpec("", "ipp", address, NAME, "a4")) as opened:
            mine, pdf = _taps(opened, lambda: wire.moment, lambda: device.paper(250))
        bare = []
        for _ in range(ROUNDS + WARM):
            device.paper(250)
            begun = time.perf_counter()
            asyncio.run(_bare_job(wire.port, pdf))
            bare.append((wire.moment - begun) * 1000)
    is_ = "bare pyipp sending the same bytes"
    return Figure(
        "tap_to_first_byte_ipp", median(mine), "ms", median(bare[WARM:]), RATIO, is_, most=AT_ONCE_MS
    )


def tap_to_first_byte_escpos() -> Figure:
    """From the tap on print to the receipt's first row at a receipt printer."""
    device, seen = ReceiptPrinter(), [0.0]
    with closing(NetworkLine(device)) as line:

        def ready() -> None:
            device.at(1, lambda: seen.__setitem__(0, time.perf_counter()))

        with station("roll80", PrinterSpec("", "escpos", line.address, NAME, "roll80")) as opened:
            mine, pdf = _taps(opened, lambda: seen[0], ready)
        device.heard.clear()
        _settled(_slips(line), pdf)
        sent, bare = bytes(device.heard), []
        for _ in range(ROUNDS + WARM):
            ready()
            begun = time.perf_counter()
            images(pdf, dpi_of(DOTS))
            _bare_line(line, sent)
            bare.append((seen[0] - begun) * 1000)
    is_ = "the page drawn by bare pdfium, its bytes by a bare socket"
    return Figure(
        "tap_to_first_byte_escpos", median(mine), "ms", median(bare[WARM:]), RATIO, is_, most=AT_ONCE_MS
    )


def ipp_1000() -> Figure:
    """Receipts a second through an office printer, each followed until it is out."""
    return _thousand("ipp", "bare pyipp: Print-Job, then asked until completed")


def escpos_1000() -> Figure:
    """Receipts a second through a receipt printer, each followed until it is cut."""
    return _thousand("escpos", "the page drawn by bare pdfium, its bytes by a bare socket")


def _thousand(kind: str, floor_is: str) -> Figure:
    command = [sys.executable, "-m", "tests.benchmarks.printers", kind]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rate, floor, early, late = json.loads(done.stdout)
    remark = f"memory after {RECEIPTS} by after {EARLY}: {late / early:.3f}"
    return Figure(f"{kind}_1000", rate, "/s", floor, 0.67, floor_is, more=True, remark=remark)


@contextmanager
def office() -> Iterator[Ippeve]:
    """The real program, in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        (Path(folder) / "bus").mkdir()
        bus = Bus(Path(folder) / "bus")
        device = Ippeve(Path(folder) / "device", bus)
        device.made_whole()
        try:
            yield device
        finally:
            device.switch_off()
            bus.stop()


@contextmanager
def station(receipt: str, spec: PrinterSpec) -> Iterator[Station]:
    """A station of its own that prints on one printer."""
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        settings = checked({**SITE, "receipt": {"format": receipt}}, Path(folder))
        create_station(settings, "246810")
        opened = open_station(settings)
        try:
            enrol(opened)
            keep_printer(opened, Actor(Role.SUPERVISOR, "supervisor-1", opened.device), spec)
            yield opened
        finally:
            opened.close()


def _taps(
    opened: Station, seen: Callable[[], float], ready: Callable[[], None]
) -> tuple[list[float], bytes]:
    """Return the milliseconds of each tap, and the PDF that was printed last."""
    counter, taken, filed = Counter(opened), [], None
    for _ in range(ROUNDS + WARM):
        one = application(opened)
        filed = counter.file(one, str(one.id))
        ready()
        begun = time.perf_counter()
        copy = counter.print_receipt(filed.receipt)
        _await(lambda since=begun: seen() > since)
        taken.append((seen() - begun) * 1000)
        _await(lambda ref=filed.receipt, n=copy.n: counter.copy(ref, n).state == "settled")
    assert filed is not None
    return taken[WARM:], paper_bytes(opened, filed.receipt, opened.terms.receipt_format)


def _await(done: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < ends, "the printer did not do it"
        time.sleep(0.001)


def _settled(printer: Printer, pdf: bytes) -> None:
    job = printer.begin(Ticket("receipt"))
    printer.send(job, pdf)
    _await(lambda: printer.poll(job).stage is Stage.SETTLED)


def _slips(line: NetworkLine) -> EscposPrinter:
    return EscposPrinter("slips", place(line.address), Head(DOTS, images), SystemClock(), SystemRandom())


async def _bare_job(port: int, pdf: bytes) -> None:
    """Print by pyipp alone and ask until it is out."""
    async with IPP("127.0.0.1", port=port, base_path="/ipp/print") as printer:
        asked: dict[str, Any] = {"operation-attributes-tag": {"document-format": "application/pdf"}}
        sent = await printer.execute(IppOperation.PRINT_JOB, {**asked, "data": pdf})
        job = sent["jobs"][0]["job-id"]
        ends = time.monotonic() + PATIENCE
        state = None
        while state is not IppJobState.COMPLETED:
            assert time.monotonic() < ends, f"the printer did not print: {state}"
            await asyncio.sleep(0.001)
            told = await printer.execute(
                IppOperation.GET_JOB_ATTRIBUTES, {"operation-attributes-tag": {"job-id": job}}
            )
            state = IppJobState(told["jobs"][0]["job-state"])


def _bare_line(line: NetworkLine, sent: bytes) -> None:
    """Write a page's bytes and wait until the printer has taken the last of them."""
    before = len(line.printer.pieces)
    with socket.create_connection(("127.0.0.1", line.port)) as plain:
        plain.sendall(sent)
        _await(lambda: len(line.printer.pieces) > before)


def _rate(work: Callable[[int], None], count: int) -> float:
    begun = time.perf_counter()
    for n in range(count):
        work(n)
    return count / (time.perf_counter() - begun)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _receipt(fmt: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="sk-bench-") as folder:
        settings = checked({**SITE, "receipt": {"format": fmt}}, Path(folder))
        create_station(settings, "246810")
        with closing(open_station(settings)) as opened:
            counter, one = Counter(opened), application(opened)
            return paper_bytes(opened, counter.file(one, str(one.id)).receipt, opened.terms.receipt_format)


def _measured(ours: Callable[[int], None], bare: Callable[[int], None]) -> list[float]:
    """Return our rate, the floor's, and memory after few and after all."""
    _rate(ours, EARLY)
    early = _resident_mb()
    before = _rate(bare, BARE)
    rate = _rate(ours, RECEIPTS - EARLY)
    late = _resident_mb()
    return [rate, (before + _rate(bare, BARE)) / 2, early, late]


def _ipp() -> list[float]:
    pdf = _receipt("a4")
    with office() as device:
        printer = IppPrinter(
            PrinterSpec("office", "ipp", device.address, NAME, "a4"), SystemClock(), SystemRandom()
        )

        def refilled(n: int) -> None:
            if n % REFILL == 0:
                device.paper(250)

        def ours(n: int) -> None:
            refilled(n)
            _settled(printer, pdf)

        def bare(n: int) -> None:
            refilled(n)
            asyncio.run(_bare_job(device.port, pdf))

        with closing(printer):
            return _measured(ours, bare)


def _escpos() -> list[float]:
    pdf, device = _receipt("roll80"), ReceiptPrinter()
    with closing(NetworkLine(device)) as line, closing(_slips(line)) as printer:
        device.heard.clear()
        _settled(printer, pdf)
        sent = bytes(device.heard)

        def cleared() -> None:
            device.heard.clear()
            device.pieces.clear()
            device.commands.clear()

        def ours(_n: int) -> None:
            _settled(printer, pdf)
            cleared()

        def bare(_n: int) -> None:
            images(pdf, dpi_of(DOTS))
            _bare_line(line, sent)
            cleared()

        return _measured(ours, bare)


if __name__ == "__main__":
    print(json.dumps({"ipp": _ipp, "escpos": _escpos}[sys.argv[1]]()))
