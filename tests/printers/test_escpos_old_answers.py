"""Answers to somebody else's questions: a program that was ended left them with the printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from stationkiosk.devices.printing import Ticket
from stationkiosk.devices.printing.escpos import EscposPrinter, commands
from tests.printers.escpos_bench import PAGE_ROWS, PDF, SETTLED, printer_at, until
from tests.printers.lines import NetworkLine
from tests.printers.receipt_printer import ReceiptPrinter

BAND = commands.raster(72, 100) + bytes(72 * 20)
"""A band that was broken off."""


class Slow(ReceiptPrinter):
    """Gives ``old`` answers only when the next program has asked."""

    old = 0

    def take(self, came: bytes) -> bytes:
        said = super().take(came)
        if commands.NAME in came and self.old:
            said, self.old = bytes(self.old) + said, 0
        return said


def submit(ours: EscposPrinter) -> str:
    job = ours.begin(Ticket("receipt"))
    ours.send(job, PDF)
    return job


@pytest.fixture
def device() -> Slow:
    return Slow()


@pytest.fixture
def ours(device: Slow) -> Iterator[EscposPrinter]:
    with closing(NetworkLine(device)) as line, closing(printer_at(line.address)) as made:
        assert made.poll(submit(made)) == SETTLED
        yield made


@pytest.mark.parametrize("old", [1, 2, 3])
def test_they_are_not_taken_for_ours_where_a_band_was_broken_off(
    ours: EscposPrinter, device: Slow, old: int
) -> None:
    device.take(BAND)
    device.old = old
    job = submit(ours)
    assert until(lambda: ours.poll(job), lambda said: said.stage.ended) == SETTLED
    assert device.pieces[-1].rows[: len(PAGE_ROWS)] == PAGE_ROWS


@pytest.mark.parametrize("old", [1, 2, 3])
def test_they_count_for_no_band_of_ours(ours: EscposPrinter, device: Slow, old: int) -> None:
    device.old = old
    device.at(100, lambda: setattr(device, "deaf_to_marks", True))
    job = submit(ours)
    assert ours.poll(job) != SETTLED
    device.deaf_to_marks = False
    until(lambda: ours.poll(job), lambda said: said.stage.ended)
    again = submit(ours)
    assert ours.poll(again) == SETTLED
    assert device.pieces[-1].rows[: len(PAGE_ROWS)] == PAGE_ROWS
