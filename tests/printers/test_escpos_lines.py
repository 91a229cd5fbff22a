"""The other ways to a receipt printer: serial line, USB, file; and what an address says."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.devices.printing import JobState, Stage, Ticket, Trouble
from stationkiosk.devices.printing.escpos import EscposPrinter, is_place, place
from stationkiosk.devices.printing.escpos.faults import trouble_of
from stationkiosk.devices.printing.escpos.links.device import FileLink
from tests.printers.escpos_bench import PAGE_ROWS, PDF, SETTLED, printer_at, until
from tests.printers.lines import SerialLine, UsbDevice
from tests.printers.receipt_printer import ReceiptPrinter

TORN = JobState(Stage.FAILED, Trouble.TORN)
USB = "usb:04b8:0e15"


@pytest.fixture
def device() -> ReceiptPrinter:
    return ReceiptPrinter(model="TP80")


@pytest.fixture
def serial(device: ReceiptPrinter) -> Iterator[SerialLine]:
    line = SerialLine(device)
    yield line
    line.close()


def submit(ours: EscposPrinter) -> str:
    job = ours.begin(Ticket("receipt"))
    ours.send(job, PDF)
    return job


def test_a_serial_printer_gets_the_page_whole_in_small_bands(
    device: ReceiptPrinter, serial: SerialLine
) -> None:
    ours = printer_at(f"serial:{serial.device}?baud=115200")
    assert ours.poll(submit(ours)) == SETTLED
    assert device.holds(PAGE_ROWS)
    assert len([name for name in device.commands if name.startswith(b"\x1dv0")]) == 16
    assert ours.state().model == "TP80"


def test_a_serial_printer_that_stops_within_the_page_tears_it(
    device: ReceiptPrinter, serial: SerialLine
) -> None:
    ours = printer_at(f"serial:{serial.device}")
    device.at(150, device.run_out)
    job = submit(ours)
    assert ours.poll(job) == JobState(Stage.PRINTING, Trouble.PAPER_OUT)
    device.load()
    assert until(lambda: ours.poll(job), lambda said: said.stage.ended) == TORN
    assert ours.poll(submit(ours)) == SETTLED
    assert device.holds(PAGE_ROWS)


def test_a_serial_line_that_is_none_says_so(tmp_path: Path) -> None:
    assert printer_at("serial:/dev/null").state().trouble is Trouble.MISSING
    assert printer_at(f"serial:{tmp_path}/ttyUSB9").state().trouble is Trouble.MISSING


@pytest.mark.parametrize("model", ["", "TM-m30III"])
def test_a_usb_printer_is_taken_from_the_kernel_and_prints(model: str) -> None:
    printer = ReceiptPrinter(model=model)
    device = UsbDevice(printer)
    ours = printer_at(USB, device.find)
    assert ours.state().ready
    assert ours.poll(submit(ours)) == SETTLED
    assert printer.holds(PAGE_ROWS)
    assert not device.kernel_has_it
    assert device.let_go > 0


def test_a_usb_printer_pulled_within_the_page_tears_it() -> None:
    printer = ReceiptPrinter()
    device = UsbDevice(printer)
    ours = printer_at(USB, device.find)
    printer.at(150, lambda: setattr(device, "gone", True))
    job = submit(ours)
    assert ours.poll(job) == JobState(Stage.PRINTING, Trouble.MISSING)
    device.gone = False
    assert until(lambda: ours.poll(job), lambda said: said.stage.ended) == TORN
    assert not printer.holds(PAGE_ROWS)


def test_a_usb_device_that_is_no_printer_is_none() -> None:
    assert printer_at(USB, UsbDevice(ReceiptPrinter(), kind=3).find).state().trouble is Trouble.MISSING
    deaf = UsbDevice(ReceiptPrinter(), takes=False)
    assert printer_at(USB, deaf.find).state().trouble is Trouble.MISSING
    assert printer_at("usb:0bad:0bad").state().trouble is Trouble.MISSING


def test_a_usb_printer_without_a_way_back_is_not_asked() -> None:
    printer = ReceiptPrinter()
    ours = printer_at(f"{USB}?answers=no", UsbDevice(printer, hears=False).find)
    assert not ours.capabilities.confirms
    assert ours.poll(submit(ours)) == JobState(Stage.UNKNOWN)
    assert printer.holds(PAGE_ROWS)


def test_a_printer_said_to_answer_and_without_a_way_back_never_settles() -> None:
    printer = ReceiptPrinter()
    ours = printer_at(USB, UsbDevice(printer, hears=False).find)
    printer.run_out()
    assert ours.poll(submit(ours)) == JobState(Stage.UNKNOWN)
    assert not ours.capabilities.confirms


def test_a_file_takes_the_whole_page_and_confirms_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lp0"
    path.touch()
    ours = printer_at(f"file:{path}?answers=no&cut=full")
    assert not ours.capabilities.confirms
    assert ours.state().ready
    assert ours.poll(submit(ours)) == JobState(Stage.UNKNOWN)
    printer = ReceiptPrinter()
    printer.take(path.read_bytes())
    assert printer.holds(PAGE_ROWS)
    assert b"\x1dVA\x10" in path.read_bytes()
    assert b"\x1dr" not in path.read_bytes()


def test_a_pipe_that_is_full_tears_the_page_and_one_without_a_reader_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    ours = printer_at(f"file:{path}?answers=no")
    job = submit(ours)
    assert ours.poll(job) == JobState(Stage.PENDING, Trouble.MISSING)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    filler = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    held = 0
    try:
        os.set_blocking(filler, False)
        while True:
            held += os.write(filler, b"\0" * 4096)
    except BlockingIOError:
        os.read(reader, 24576)
    assert ours.poll(job) == JobState(Stage.PRINTING, Trouble.OFFLINE)
    while held > 0:
        held -= len(os.read(reader, 65536))
        if held <= 24576:
            break
    os.close(filler)
    os.close(reader)


def test_a_device_that_may_not_be_written_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lp0"
    path.touch()

    def denied(*_: object) -> int:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(os, "open", denied)
    assert printer_at(f"file:{path}").state().trouble is Trouble.REFUSED


def test_a_character_device_is_heard_and_a_plain_file_is_not(tmp_path: Path, serial: SerialLine) -> None:
    path = tmp_path / "lp0"
    path.touch()
    plain, line = FileLink(path), FileLink(serial.device)
    assert (plain.answers, line.answers) == (False, True)
    assert stat.S_ISCHR(serial.device.stat().st_mode)
    plain.close()
    line.close()
    line.close()


@pytest.mark.parametrize(
    "address",
    [
        "socket://192.168.1.20:9100",
        "socket://printer.local",
        "socket://[::1]:9100?answers=no",
        "usb:04b8:0e15",
        "serial:/dev/ttyUSB0",
        "serial:/dev/ttyS0?baud=9600&cut=full",
        "file:/dev/usb/lp0?answers=no",
    ],
)
def test_an_address_is_understood(address: str) -> None:
    assert is_place(address)
    assert place(address).answers == ("answers=no" not in address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "printer",
        "http://host",
        "socket://",
        "socket://host:port",
        "usb:04b8",
        "usb:xyz:1",
        "serial:ttyUSB0",
        "serial:/dev/ttyUSB0?baud=1",
        "file:lp0",
        "file:/dev/usb/lp0?drawer=yes",
        "file:/dev/usb/lp0?answers=maybe",
        "file:/dev/usb/lp0?cut=twice",
        "file:/dev/usb/lp0?cut",
    ],
)
def test_an_address_of_nothing_is_a_printer_that_is_not_there(address: str) -> None:
    assert not is_place(address)
    assert printer_at(address).state().trouble is Trouble.MISSING


def test_a_fault_without_a_number_of_its_own_is_a_silent_printer() -> None:
    assert trouble_of(TimeoutError()) is Trouble.OFFLINE
    assert trouble_of(OSError(errno.EHOSTUNREACH, "")) is Trouble.OFFLINE
    assert trouble_of(OSError(errno.ENOSPC, "")) is Trouble.SPOOL_FULL


def test_nobody_at_the_other_end_is_a_silent_printer() -> None:
    assert printer_at("socket://127.0.0.1:9").state().trouble is Trouble.OFFLINE
