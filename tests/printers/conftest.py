"""The printers of these tests: one real device, one real print server, for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.printing.ipp.printer import IppPrinter
from stationkiosk.devices.random import SystemRandom
from tests.printers.cups import Cups
from tests.printers.ippeve import Bus, Ippeve
from tests.printers.speech import spec


class BriskClock(SystemClock):
    """A clock that runs ten times as fast, so that no test waits until a look is stale."""

    def monotonic(self) -> float:
        return super().monotonic() * 10


Take = Callable[..., IppPrinter]
"""``take(address, uuid="", seconds=3.5)`` gives a printer that is closed when the test ends."""


@pytest.fixture(scope="session")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bus]:
    started = Bus(tmp_path_factory.mktemp("bus"))
    yield started
    started.stop()


@pytest.fixture(scope="session")
def only_device(tmp_path_factory: pytest.TempPathFactory, bus: Bus) -> Iterator[Ippeve]:
    started = Ippeve(tmp_path_factory.mktemp("device"), bus)
    yield started
    started.switch_off()


@pytest.fixture
def device(only_device: Ippeve) -> Ippeve:
    """The office printer, whole, with paper and an empty tray."""
    only_device.made_whole()
    return only_device


@pytest.fixture(scope="session")
def cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cups]:
    started = Cups(tmp_path_factory.mktemp("cups"))
    yield started
    started.stop()


@pytest.fixture(scope="session")
def queue(cups: Cups, only_device: Ippeve) -> str:
    """The address of a queue to the office printer."""
    return cups.add("office", only_device.address, "-o", "printer-error-policy=stop-printer")


@pytest.fixture(scope="session")
def small_cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cups]:
    """A server whose disk holds no file of more than 32 KB."""
    started = Cups(tmp_path_factory.mktemp("small"), largest_kb=32)
    yield started
    started.stop()


@pytest.fixture
def take(cups: Cups) -> Iterator[Take]:
    taken: list[IppPrinter] = []

    def taking(address: str, uuid: str = "", seconds: float = 3.5) -> IppPrinter:
        taken.append(IppPrinter(spec(address, uuid), BriskClock(), SystemRandom(), cups.socket, seconds))
        return taken[-1]

    yield taking
    for printer in taken:
        printer.close()


@pytest.fixture(params=["device", "queue"])
def printer(request: pytest.FixtureRequest, device: Ippeve, take: Take) -> IppPrinter:
    """The office printer, asked directly and by way of its queue."""
    return take(device.address if request.param == "device" else request.getfixturevalue("queue"))
