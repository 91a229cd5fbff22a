"""Printers that refuse, that lack an operation, that speak nonsense; and questions broken off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing import JobState, Stage, Ticket, Trouble
from stationkiosk.devices.printing.ipp.client import IppClient
from stationkiosk.devices.printing.ipp.discovery import inspect
from stationkiosk.devices.printing.ipp.words import Operation, Status
from tests.devices.holding import fault
from tests.printers.conftest import Take
from tests.printers.cups import Cups
from tests.printers.ippeve import Bus, Ippeve
from tests.printers.moody import Moody
from tests.printers.proxy import Wire
from tests.printers.servers import until
from tests.printers.speech import PDF, awaited, found, printed


@pytest.fixture
def moody(device: Ippeve) -> Iterator[Moody]:
    with Moody(device.port) as before:
        yield before


def test_a_printer_that_cannot_open_jobs_gets_them_in_one_piece(
    take: Take, moody: Moody, device: Ippeve
) -> None:
    moody.refuses[Operation.CREATE_JOB] = (Status.OPERATION_NOT_SUPPORTED, "")
    printer = take(moody.address)
    job = printed(printer)
    assert job.startswith("0-")
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]


@pytest.mark.parametrize(
    ("status", "message", "trouble"),
    [
        (Status.NOT_ACCEPTING, "", Trouble.PAUSED),
        (Status.TOO_MANY_JOBS, "", Trouble.SPOOL_FULL),
        (Status.NOT_POSSIBLE, "Too many active jobs.", Trouble.SPOOL_FULL),
        (Status.NOT_AUTHORIZED, "", Trouble.REFUSED),
        (Status.FORBIDDEN, "", Trouble.REFUSED),
        (Status.NOT_FOUND, "", Trouble.MISSING),
        (Status.UNAVAILABLE, "", Trouble.OFFLINE),
        (Status.INTERNAL, "Unable to create file: No space left on device", Trouble.SPOOL_FULL),
        (Status.INTERNAL, "", Trouble.OTHER),
        (0x0509, "", Trouble.OTHER),
    ],
)
def test_what_a_printer_refuses_is_said_in_peoples_words(
    take: Take, moody: Moody, status: int, message: str, trouble: Trouble
) -> None:
    moody.refuses[Operation.CREATE_JOB] = (status, message)
    assert fault(lambda: take(moody.address).begin(Ticket("receipt"))).key == trouble


def test_a_paper_the_printer_cannot_read_is_refused(take: Take, moody: Moody, device: Ippeve) -> None:
    moody.refuses[Operation.SEND_DOCUMENT] = (Status.FORMAT_NOT_SUPPORTED, "")
    printer = take(moody.address)
    job = printer.begin(Ticket("receipt"))
    assert fault(lambda: printer.send(job, PDF)).key == Trouble.REFUSED
    printer.cancel(job)
    awaited(printer, job, Stage.CANCELLED)
    moody.refuses[Operation.CREATE_JOB] = (Status.BUSY, "")
    moody.refuses[Operation.PRINT_JOB] = (Status.FORMAT_ERROR, "")
    waiting = printer.begin(Ticket("receipt"))
    assert fault(lambda: printer.send(waiting, PDF)).key == Trouble.REFUSED
    assert printer.poll(waiting) == JobState(Stage.CANCELLED)
    assert device.sheets == []


def test_a_printer_that_is_let_go_of_waits_for_no_turn(take: Take, moody: Moody) -> None:
    moody.refuses = dict.fromkeys((Operation.CREATE_JOB, Operation.PRINT_JOB), (Status.BUSY, ""))
    printer = take(moody.address)
    job = printer.begin(Ticket("receipt"))
    threading.Timer(0.05, printer.close).start()
    assert fault(lambda: printer.send(job, PDF)).key == Trouble.OFFLINE


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (200, b"<html>a web page</html>", Trouble.OTHER),
        (200, b"", Trouble.OTHER),
        (403, b"", Trouble.REFUSED),
        (404, b"", Trouble.MISSING),
        (426, b"", Trouble.REFUSED),
        (503, b"", Trouble.OFFLINE),
        (500, b"", Trouble.OTHER),
    ],
)
def test_what_is_no_printer_is_told(
    take: Take, moody: Moody, status: int, body: bytes, trouble: Trouble
) -> None:
    moody.says = (status, body)
    assert take(moody.address).state().trouble is trouble


def test_a_device_that_will_not_be_asked_is_left_to_its_queue(take: Take, moody: Moody, cups: Cups) -> None:
    printer = take(cups.add("shy", moody.address))
    found(printer, Trouble.NONE)
    assert printer.look().device
    moody.says = (403, b"")
    until(lambda: not printer.look().device)
    found(printer, Trouble.NONE)


def test_a_device_that_will_not_say_its_name_is_not_another(take: Take, moody: Moody, cups: Cups) -> None:
    address = cups.add("secret", moody.address)
    known = take(address).look().uuid
    moody.says = (403, b"")
    found(take(address, known), Trouble.NONE)


def test_a_queue_that_gets_another_device_is_asked_there(take: Take, moody: Moody, cups: Cups) -> None:
    printer = take(cups.add("moved", "ipp://127.0.0.1:9/ipp/print"))
    found(printer, Trouble.OFFLINE)
    cups.add("moved", moody.address)
    found(printer, Trouble.NONE)


def test_what_takes_no_pdf_is_no_printer_for_papers(tmp_path: Path, bus: Bus) -> None:
    labels = Ippeve(tmp_path / "labels", bus, "Labels", kind="image/pwg-raster")
    try:
        assert fault(lambda: inspect(labels.address, SystemClock())).key == Trouble.REFUSED
    finally:
        labels.switch_off()


def test_a_question_under_way_is_broken_off_and_none_follows(device: Ippeve) -> None:
    with Wire(device.port) as wire:
        wire.swallow()
        client = IppClient(f"ipp://127.0.0.1:{wire.port}/ipp/print", seconds=60.0)
        threading.Timer(0.1, client.close).start()
        for _ in range(2):
            assert fault(lambda: client.ask(Operation.GET_JOBS)).key == Trouble.OFFLINE
    until(lambda: not [thread for thread in threading.enumerate() if thread.name == "ipp"])


def test_an_address_may_be_a_number_of_the_newer_kind(take: Take) -> None:
    assert take("ipp://[::1]:9/ipp/print").state().trouble is Trouble.OFFLINE
    assert take("lpd://127.0.0.1/").state().trouble is Trouble.MISSING
