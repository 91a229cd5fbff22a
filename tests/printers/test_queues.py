"""What is a queue's own: pauses and whose they are, held copies, a full spool, what it cannot know."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing import JobState, Queued, Stage, Ticket, Trouble
from stationkiosk.devices.printing.ipp.discovery import discover, inspect
from stationkiosk.devices.printing.ipp.printer import IppPrinter
from stationkiosk.devices.random import SystemRandom
from tests.devices.holding import fault
from tests.printers.conftest import Take
from tests.printers.cups import Cups
from tests.printers.ippeve import Ippeve
from tests.printers.servers import until
from tests.printers.speech import PDF, awaited, found, printed, spec


@pytest.fixture
def going(cups: Cups, queue: str) -> Iterator[None]:
    """Whatever a test does to the queue, the next finds it going."""
    yield
    cups.run("cupsenable", "office")
    cups.run("cupsaccept", "office")


@pytest.mark.usefixtures("going")
def test_a_queue_somebody_paused_stays_paused_until_somebody_lets_it_go_on(
    take: Take, queue: str, cups: Cups, device: Ippeve
) -> None:
    printer = take(queue)
    cups.run("cupsdisable", "office")
    found(printer, Trouble.PAUSED)
    job = printed(printer)
    awaited(printer, job, Stage.PENDING, Trouble.PAUSED)
    assert device.sheets == []
    printer.resume()
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]


@pytest.mark.usefixtures("going")
def test_a_queue_that_stopped_over_empty_paper_goes_on_when_there_is_paper(
    take: Take, queue: str, cups: Cups, device: Ippeve
) -> None:
    printer = take(queue)
    device.paper(0)
    found(printer, Trouble.PAPER_OUT)
    job = printer.begin(Ticket("receipt"))
    until(lambda: printer.look(fresh=0.0).state("").jobs == 1)
    cups.run("cupsdisable", "-r", "stopped by its backend", "office")
    until(lambda: printer.look(fresh=0.0).stopped)
    printer.send(job, PDF)
    awaited(printer, job, Stage.PENDING, Trouble.PAPER_OUT)
    device.paper(250)
    awaited(printer, job, Stage.SETTLED)
    assert not printer.look(fresh=0.0).stopped
    assert device.sheets == [PDF]


@pytest.mark.usefixtures("going")
def test_a_queue_that_takes_no_jobs_says_so_and_takes_them_again(
    take: Take, queue: str, cups: Cups
) -> None:
    printer = take(queue)
    cups.run("cupsreject", "office")
    found(printer, Trouble.PAUSED)
    assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.PAUSED
    printer.resume()
    found(printer, Trouble.NONE)


@pytest.mark.usefixtures("going")
def test_who_may_not_let_a_queue_go_on_is_told(queue: str, cups: Cups) -> None:
    printer = IppPrinter(spec(queue), SystemClock(), SystemRandom(), socket=None)
    printer.resume()
    cups.run("cupsdisable", "office")
    assert fault(printer.resume).key == Trouble.REFUSED
    printer.close()


def test_a_copy_the_queue_holds_back_comes_out_when_somebody_lets_it(
    take: Take, cups: Cups, device: Ippeve
) -> None:
    held = cups.add("held", device.address, "-o", "job-hold-until-default=indefinite")
    printer = take(held)
    job = printed(printer)
    awaited(printer, job, Stage.PENDING, Trouble.HELD)
    assert printer.queue() == (Queued(job, "回执 made up", Stage.PENDING, Trouble.HELD),)
    cups.run("lp", "-i", job.partition("-")[0], "-H", "resume")
    awaited(printer, job, Stage.SETTLED)
    assert device.sheets == [PDF]


def test_a_strangers_job_is_listed_without_its_title(take: Take, cups: Cups, device: Ippeve) -> None:
    held = cups.add("held", device.address, "-o", "job-hold-until-default=indefinite")
    paper = cups.folder / "paper.pdf"
    paper.write_bytes(PDF)
    cups.run("lp", "-d", "held", "-t", "made up", str(paper))
    (listed,) = take(held).queue()
    assert listed == Queued(listed.job, "", Stage.PENDING, Trouble.HELD, ours=False)
    assert fault(lambda: take(held).cancel(listed.job)).key == Trouble.REFUSED
    cups.run("cancel", listed.job)
    until(lambda: take(held).queue() == ())


def test_a_strangers_job_that_got_the_number_of_ours_is_never_taken_for_it(
    take: Take, cups: Cups, queue: str, device: Ippeve
) -> None:
    paper = cups.folder / "paper.pdf"
    paper.write_bytes(PDF)
    told = cups.run("lp", "-U", "somebody", "-d", "office", "-t", "made up", str(paper))
    until(lambda: len(device.sheets) == 1)
    number = told.split("office-")[1].split()[0]
    assert take(queue).poll(f"{number}-00000000") == JobState(Stage.UNKNOWN)


@pytest.mark.parametrize("pages", [20, 1000])
def test_a_spool_without_room_is_told_and_nothing_of_the_paper_stays(
    small_cups: Cups, take: Take, device: Ippeve, pages: int
) -> None:
    printer = take(small_cups.add("office", device.address))
    job = printer.begin(Ticket("receipt"))
    assert fault(lambda: printer.send(job, PDF * pages)).key == Trouble.SPOOL_FULL
    printer.cancel(job)
    awaited(printer, job, Stage.CANCELLED)
    awaited(printer, printed(printer), Stage.SETTLED)
    assert device.sheets == [PDF]


def test_a_queue_whose_device_cannot_answer_settles_no_copy(take: Take, cups: Cups) -> None:
    printer = take(cups.add("silent", "file:///dev/null"))
    awaited(printer, printed(printer), Stage.UNKNOWN)
    found(printer, Trouble.NONE)
    assert not printer.capabilities.confirms
    assert not printer.look().device


def test_a_queue_that_is_not_there_is_missing(take: Take, cups: Cups) -> None:
    printer = take(cups.address("nobody"))
    assert printer.state().trouble is Trouble.MISSING
    assert fault(lambda: printer.begin(Ticket("receipt"))).key == Trouble.MISSING
    assert take("ipp://").state().trouble is Trouble.MISSING


def test_the_queues_of_a_server_are_found_with_the_devices_behind_them(
    cups: Cups, queue: str, device: Ippeve
) -> None:
    found = {candidate.spec.address: candidate for candidate in discover(SystemClock(), cups.server)}
    office = found[queue]
    assert (office.spec.id, office.spec.kind, office.state.model) == ("office", "ipp", "Example Printer")
    direct = inspect(device.address, SystemClock())
    assert office.spec.uuid == direct.spec.uuid
    assert office.spec.uuid.startswith("urn:uuid:")
    assert direct.state.ready


def test_an_address_where_nothing_answers_is_told(cups: Cups, device: Ippeve) -> None:
    device.switch_off()
    assert fault(lambda: inspect(device.address, SystemClock())).key == Trouble.OFFLINE
    assert fault(lambda: discover(SystemClock(), device.address)).key == Trouble.OFFLINE
    assert fault(lambda: inspect(cups.address("nobody"), SystemClock())).key == Trouble.MISSING
