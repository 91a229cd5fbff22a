"""What goes wrong with an office printer, and that the program knows: the device, and its queue."""

from __future__ import annotations

import pytest

from stationkiosk.devices.printing import JobState, Stage, Ticket, Trouble
from stationkiosk.devices.printing.ipp.printer import IppPrinter
from tests.devices.holding import fault
from tests.printers.conftest import Take
from tests.printers.cups import Cups
from tests.printers.ippeve import Ippeve
from tests.printers.proxy import Wire
from tests.printers.servers import until
from tests.printers.speech import PDF, awaited, found, printed


def test_a_job_waits_for_paper_and_comes_out_when_there_is_some(
    printer: IppPrinter, device: Ippeve
) -> None:
    device.paper(0)
    found(printer, Trouble.PAPER_OUT)
    job = printed(printer)
    awaited(printer, job, Stage.PRINTING, Trouble.PAPER_OUT)
    assert device.sheets == []
    device.paper(250)
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]
    found(printer, Trouble.NONE)


@pytest.mark.parametrize(
    ("mode", "trouble"),
    [("jam", Trouble.PAPER_JAM), ("cover", Trouble.DOOR_OPEN), ("toner", Trouble.INK_OUT)],
)
def test_what_people_can_mend_is_named_and_the_job_goes_on_when_it_is_mended(
    printer: IppPrinter, device: Ippeve, mode: str, trouble: Trouble
) -> None:
    device.does(mode)
    job = printed(printer)
    awaited(printer, job, Stage.PRINTING, trouble)
    assert not printer.state().ready
    device.does("print")
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]


def test_a_job_is_taken_back_while_it_is_printing(printer: IppPrinter, device: Ippeve) -> None:
    device.does("slow")
    job = printed(printer)
    awaited(printer, job, Stage.PRINTING)
    printer.cancel(job)
    device.does("stop")
    awaited(printer, job, Stage.CANCELLED)
    printer.cancel(job)
    assert device.sheets == []


def test_a_job_its_queue_gave_up_is_taken_back_from_the_device_too(
    take: Take, cups: Cups, queue: str, device: Ippeve
) -> None:
    printer, direct = take(queue), take(device.address)
    device.does("slow")
    job = printed(printer)
    until(lambda: bool(direct.queue()))
    cups.run("cupsdisable", "office")
    try:
        printer.cancel(job)
        until(lambda: printer.poll(job).stage is Stage.PRINTING)
        device.does("stop")
        awaited(printer, job, Stage.CANCELLED)
        assert direct.queue() == ()
        assert device.sheets == []
    finally:
        cups.run("cupsenable", "office")


def test_a_job_the_device_gives_up_has_failed(take: Take, device: Ippeve) -> None:
    printer = take(device.address)
    device.does("abort")
    job = printed(printer)
    assert awaited(printer, job, Stage.FAILED).trouble is Trouble.OTHER
    assert device.sheets == []


def test_a_device_without_power_is_noticed_in_the_middle_of_a_job(take: Take, device: Ippeve) -> None:
    printer = take(device.address)
    device.does("slow")
    job = printed(printer)
    awaited(printer, job, Stage.PRINTING)
    device.switch_off()
    assert fault(lambda: printer.poll(job)).key == Trouble.OFFLINE
    found(printer, Trouble.OFFLINE)
    assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.OFFLINE
    device.does("print")
    device.switch_on()
    assert printer.poll(job) == JobState(Stage.UNKNOWN)


def test_a_device_without_power_is_noticed_behind_its_queue_that_says_nothing(
    take: Take, cups: Cups, queue: str, device: Ippeve
) -> None:
    printer = take(queue)
    device.does("slow")
    job = printed(printer)
    awaited(printer, job, Stage.PRINTING, Trouble.NONE)
    device.switch_off()
    awaited(printer, job, Stage.PRINTING, Trouble.OFFLINE)
    assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.OFFLINE
    printer.cancel(job)
    awaited(printer, job, Stage.UNKNOWN, Trouble.OFFLINE)


def test_a_job_that_never_left_its_queue_is_taken_back_for_certain(
    take: Take, cups: Cups, queue: str, device: Ippeve
) -> None:
    printer = take(queue)
    cups.run("cupsdisable", "office")
    try:
        job = printed(printer)
        device.switch_off()
        found(printer, Trouble.OFFLINE)
        printer.cancel(job)
        awaited(printer, job, Stage.CANCELLED)
    finally:
        cups.run("cupsenable", "office")


def test_a_cut_wire_and_one_that_swallows_everything_are_told_as_no_answer(
    take: Take, device: Ippeve
) -> None:
    with Wire(device.port) as wire:
        printer = take(f"ipp://127.0.0.1:{wire.port}/ipp/print", seconds=0.5)
        device.does("slow")
        job = printed(printer)
        awaited(printer, job, Stage.PRINTING)
        wire.cut()
        assert fault(lambda: printer.poll(job)).key == Trouble.OFFLINE
        wire.mend()
        assert printer.poll(job).stage is Stage.PRINTING
        wire.swallow()
        assert fault(lambda: printer.poll(job)).key == Trouble.OFFLINE
        wire.mend()
        device.does("print")
        awaited(printer, job, Stage.SETTLED)
        assert device.sheets == [PDF]


def test_a_paper_that_broke_off_on_its_way_is_told_and_can_be_taken_back(
    take: Take, device: Ippeve
) -> None:
    with Wire(device.port) as wire:
        printer = take(f"ipp://127.0.0.1:{wire.port}/ipp/print", seconds=0.5)
        job = printer.begin(Ticket("receipt"))
        wire.cut()
        assert fault(lambda: printer.send(job, PDF)).key == Trouble.OFFLINE
        wire.mend()
        printer.cancel(job)
        awaited(printer, job, Stage.CANCELLED)
        assert device.sheets == []


def test_another_device_in_its_place_prints_nothing_until_it_is_accepted(
    take: Take, queue: str, cups: Cups, device: Ippeve
) -> None:
    uuid = take(queue).look().uuid
    printer = take(queue, uuid)
    found(printer, Trouble.NONE)
    cups.run("cupsdisable", "office")
    job = printed(printer)
    device.switch_off()
    device.switch_on("Another")
    try:
        found(printer, Trouble.SWAPPED)
        assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.SWAPPED
        awaited(printer, job, Stage.CANCELLED)
        accepted = take(queue, take(queue).look().uuid)
        found(accepted, Trouble.PAUSED)
        cups.run("cupsenable", "office")
        awaited(accepted, printed(accepted), Stage.SETTLED)
        assert device.sheets == [PDF]
    finally:
        device.switch_off()
        device.switch_on("Office")
        cups.run("cupsenable", "office")


def test_a_device_that_is_asked_directly_is_known_by_its_own_name(take: Take, device: Ippeve) -> None:
    assert take(device.address, "urn:uuid:another").state().trouble is Trouble.SWAPPED
    assert take(device.address, take(device.address).look().uuid).state().ready


def test_a_busy_printer_takes_the_paper_when_its_turn_has_come(take: Take, device: Ippeve) -> None:
    first, second = take(device.address), take(device.address)
    device.does("slow")
    before = printed(first)
    awaited(first, before, Stage.PRINTING)
    job = second.begin(Ticket("receipt"))
    assert second.poll(job) == JobState(Stage.PENDING, Trouble.BUSY)
    given_up = second.begin(Ticket("another"))
    second.cancel(given_up)
    second.send(given_up, PDF)
    assert second.poll(given_up) == JobState(Stage.CANCELLED)
    device.does("print")
    second.send(job, PDF + b"second")
    awaited(second, job, Stage.SETTLED)
    awaited(first, before, Stage.SETTLED)
    assert device.sheets == [PDF, PDF + b"second"]
    assert take(device.address).poll(job) == JobState(Stage.SETTLED)


def test_a_program_that_was_started_anew_learns_what_became_of_a_job(
    take: Take, queue: str, device: Ippeve
) -> None:
    for address in (device.address, queue):
        job = printed(take(address))
        awaited(take(address), job, Stage.SETTLED)
        begun = take(address).begin(Ticket("receipt"))
        later = take(address)
        assert later.poll(begun) == JobState(Stage.PENDING)
        later.cancel(begun)
        awaited(later, begun, Stage.CANCELLED)


def test_another_persons_job_under_the_same_number_is_not_ours(take: Take, device: Ippeve) -> None:
    printer = take(device.address)
    device.does("slow")
    job = printed(printer)
    number = job.partition("-")[0]
    stranger = f"{number}-00000000"
    assert printer.poll(stranger) == JobState(Stage.UNKNOWN)
    printer.cancel(stranger)
    device.does("print")
    awaited(printer, job, Stage.SETTLED)
    for unknown in ("", "hello", "0-00000000", "999999", "999999-00000000"):
        assert printer.poll(unknown) == JobState(Stage.UNKNOWN)
        printer.cancel(unknown)
