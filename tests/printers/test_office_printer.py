"""An office printer on a good day, asked directly and by way of its queue."""

from __future__ import annotations

import pytest

from stationkiosk.devices.printing import Printer, Stage, Ticket, Trouble
from stationkiosk.devices.printing.ipp.printer import IppPrinter
from tests.printers.conftest import Take
from tests.printers.ippeve import Ippeve
from tests.printers.speech import PDF, awaited, found, printed


def test_what_comes_out_is_what_was_sent_byte_for_byte(printer: IppPrinter, device: Ippeve) -> None:
    same: Printer = printer
    assert (same.name, same.formats) == ("office", ("a4",))
    found(printer, Trouble.NONE)
    job = printed(printer, ticket=Ticket("回执 made up", sides="two-sided-long-edge"))
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]
    assert device.asked.get("IPP_COPIES", "1") == "1"
    assert device.asked["IPP_MEDIA"] == "iso_a4_210x297mm"
    assert device.asked["IPP_SIDES"] == "two-sided-long-edge"
    assert device.asked["IPP_JOB_NAME"].startswith("回执 made up")
    assert printer.capabilities.confirms


def test_a_tray_can_be_asked_for_where_the_printer_names_it(printer: IppPrinter, device: Ippeve) -> None:
    awaited(printer, printed(printer, ticket=Ticket("receipt", tray="by-pass-tray")), Stage.SETTLED)
    if printer.state().trays:
        assert printer.state().trays == ("main", "manual", "by-pass-tray")
        assert "media-source=by-pass-tray" in device.asked["IPP_MEDIA_COL"]
        assert "x-dimension=21000" in device.asked["IPP_MEDIA_COL"]
    else:
        assert device.asked["IPP_MEDIA"] == "iso_a4_210x297mm"


def test_its_state_tells_model_supplies_and_trays(printer: IppPrinter) -> None:
    state = printer.state()
    assert state.ready
    assert state.model == "Example Printer"
    assert [(supply.name, supply.level, supply.low) for supply in state.supplies] == [
        ("Toner Waste Tank", 25, False),
        ("Black Toner", 75, False),
    ]


def test_only_pdf_is_sent(printer: IppPrinter) -> None:
    job = printer.begin(Ticket("receipt"))
    with pytest.raises(ValueError, match="takes PDF"):
        printer.send(job, b"hello")
    printer.cancel(job)
    awaited(printer, job, Stage.CANCELLED)


def test_papers_go_encrypted_where_the_address_says_so(take: Take, device: Ippeve) -> None:
    printer = take(device.address.replace("ipp://", "ipps://"))
    awaited(printer, printed(printer), Stage.SETTLED)
    assert device.sheets == [PDF]
