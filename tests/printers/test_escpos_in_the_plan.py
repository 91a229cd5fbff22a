"""A receipt printer in the station's plan: written down where it is, and refused where nothing can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.casework.printing.changing import keep_printer
from stationkiosk.devices.printing import PrinterSpec
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from tests.casework.world import World
from tests.printers.lines import NetworkLine
from tests.printers.receipt_printer import ReceiptPrinter


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path)
    yield made
    made.close()


def at(address: str) -> PrinterSpec:
    return PrinterSpec("", "escpos", address, Text("窗口小票", "Counter"), "roll80")


def test_one_at_an_address_joins_the_rack_and_tells_its_model(world: World) -> None:
    line = NetworkLine(ReceiptPrinter(model="TP80"))
    try:
        name = keep_printer(world.station, world.station.itself(), at(line.address))
        state = world.station.printers.get(name).state()
        assert (state.ready, state.model) == (True, "TP80")
    finally:
        world.station.printers.close()
        line.close()


@pytest.mark.parametrize(
    "address", ["", "192.168.1.20", "serial:ttyUSB0", "usb:printer", "file:lp0", "socket://h?x=y"]
)
def test_what_is_no_address_is_refused(world: World, address: str) -> None:
    with pytest.raises(Closed, match="printer_address"):
        keep_printer(world.station, world.station.itself(), at(address))
