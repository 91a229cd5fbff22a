"""A receipt printer of ours with its stand-in at the other end, for tests of every fault."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PIL import Image, ImageDraw

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing import JobState, Stage, Ticket
from stationkiosk.devices.printing.escpos import EscposPrinter, Head, Pace, place
from stationkiosk.devices.printing.escpos.links.usb import Find, find_device
from tests.devices.fakes import CountingRandom
from tests.printers.lines import NetworkLine
from tests.printers.receipt_printer import ReceiptPrinter

PDF = b"%PDF-1.7\nmade up\n%%EOF\n"
SETTLED = JobState(Stage.SETTLED)
HASTE = Pace(open=1, write=1, answer=0.25, hello=0.3, look=0.02, stall=0.4)
ROWS = 400
SOON = 10.0


def drawn(rows: int = ROWS, dots: int = 576) -> Image.Image:
    """Return a page on which no two rows are alike."""
    page = Image.new("1", (dots, rows), 255)
    pen = ImageDraw.Draw(page)
    for row in range(rows):
        pen.line((0, row, 1 + row % (dots - 2), row), fill=0)
        pen.line((dots - 12, row, dots - 1 - row // dots, row), fill=row % 2)
    return page


def rows_of(page: Image.Image) -> list[bytes]:
    """Return a page's rows as they lie on the stand-in's paper."""
    ink = page.point([255] + [0] * 255).tobytes()
    size = page.width // 8
    return [ink[at : at + size] for at in range(0, len(ink), size)]


PAGE = drawn()
PAGE_ROWS = rows_of(PAGE)


def images(pdf: bytes, dpi: int) -> list[Image.Image]:
    return [PAGE.convert("RGB")]


def printer_at(address: str, find: Find = find_device, pace: Pace = HASTE) -> EscposPrinter:
    return EscposPrinter(
        "slips", place(address, find), Head(576, images), SystemClock(), CountingRandom(), pace
    )


class Bench:
    """``device`` is the stand-in, ``ours`` the printer under test."""

    def __init__(self, device: ReceiptPrinter, line: NetworkLine, ours: EscposPrinter) -> None:
        self.device = device
        self.line = line
        self.ours = ours

    def submit(self) -> str:
        job = self.ours.begin(Ticket("receipt"))
        self.ours.send(job, PDF)
        return job

    @property
    def whole(self) -> bool:
        """Whether the page lies whole on one piece that came off."""
        return self.device.holds(PAGE_ROWS)

    def polled(
        self, job: str, done: Callable[[JobState], bool] = lambda said: said.stage.ended
    ) -> JobState:
        return until(lambda: self.ours.poll(job), done)


def until(ask: Callable[[], JobState], done: Callable[[JobState], bool]) -> JobState:
    """Ask until it is so, with a deadline."""
    ends = time.monotonic() + SOON
    while not done(said := ask()):
        assert time.monotonic() < ends, said
    return said


@contextmanager
def bench(model: str = "") -> Iterator[Bench]:
    device = ReceiptPrinter(model=model)
    line = NetworkLine(device)
    ours = printer_at(line.address)
    try:
        yield Bench(device, line, ours)
    finally:
        ours.close()
        line.close()
