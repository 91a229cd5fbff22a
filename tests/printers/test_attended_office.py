"""The office printer as the station has it: attended, with nobody waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing import Attended, JobState, Rack, Stage, Ticket, Trouble, maker
from stationkiosk.devices.printing.rounds import Pace
from stationkiosk.devices.random import SystemRandom
from tests.devices.holding import fault
from tests.printers.conftest import Take
from tests.printers.cups import Cups
from tests.printers.ippeve import Ippeve
from tests.printers.proxy import Wire
from tests.printers.speech import PDF, awaited, found, printed, spec

Attend = Callable[[str], Attended]


@pytest.fixture
def attend(take: Take) -> Iterator[Attend]:
    begun: list[Attended] = []

    def attending(address: str) -> Attended:
        pace = Pace(job=0.05, state=0.2, trouble=0.1)
        begun.append(Attended(take(address, seconds=1.0), SystemClock(), pace=pace))
        return begun[-1]

    yield attending
    for printer in begun:
        printer.close()


@pytest.mark.parametrize("way", ["device", "queue"])
def test_a_job_comes_out_while_nobody_waits(attend: Attend, device: Ippeve, queue: str, way: str) -> None:
    printer = attend(device.address if way == "device" else queue)
    assert printer.state().ready
    job = printed(printer)
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]
    assert printer.poll(job) == JobState(Stage.SETTLED)
    assert printer.capabilities.confirms


def test_power_gone_in_the_middle_is_a_failure_and_the_next_job_is_refused_at_once(
    attend: Attend, device: Ippeve
) -> None:
    printer = attend(device.address)
    device.does("slow")
    job = printed(printer)
    awaited(printer, job, Stage.PRINTING)
    device.switch_off()
    assert awaited(printer, job, Stage.FAILED).trouble is Trouble.OFFLINE
    found(printer, Trouble.OFFLINE)
    assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.OFFLINE
    device.does("print")
    device.switch_on()
    found(printer, Trouble.NONE)
    awaited(printer, printed(printer), Stage.SETTLED)
    assert device.sheets == [PDF]


def test_what_was_given_up_while_the_line_was_cut_is_taken_back_when_it_stands_again(
    attend: Attend, cups: Cups, device: Ippeve, take: Take
) -> None:
    held = cups.add("held", device.address, "-o", "job-hold-until-default=indefinite")
    with Wire(cups.port) as wire:
        printer = attend(f"ipp://127.0.0.1:{wire.port}/printers/held")
        job = printed(printer)
        awaited(printer, job, Stage.PENDING, Trouble.HELD)
        wire.cut()
        assert awaited(printer, job, Stage.FAILED).trouble is Trouble.OFFLINE
        wire.mend()
        awaited(take(held), job, Stage.CANCELLED)
    assert device.sheets == []


def test_a_paper_for_which_the_spool_has_no_room_has_failed_and_is_taken_back(
    attend: Attend, small_cups: Cups, device: Ippeve, take: Take
) -> None:
    queue = small_cups.add("office", device.address)
    printer = attend(queue)
    job = printed(printer, PDF * 20)
    assert awaited(printer, job, Stage.FAILED).trouble is Trouble.SPOOL_FULL
    awaited(take(queue), job, Stage.CANCELLED)


def test_the_stations_rack_makes_one(device: Ippeve) -> None:
    rack = Rack(maker(SystemClock(), SystemRandom(), lambda _pdf, _dots: []), [spec(device.address)])
    printer = rack.get("office")
    assert printer.state().model == "Example Printer"
    rack.close()
