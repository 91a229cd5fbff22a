"""A station with two stand-in printers; the store and the devices outlive the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from stationkiosk.casework.printing import changing
from stationkiosk.casework.printing.entering import COPY, LINES
from stationkiosk.casework.record import Record
from stationkiosk.casework.views import PaperRef
from stationkiosk.devices.printing import FolderPrinter, Printer, PrinterSpec, Rack, WatchedPrinter
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.text import Text
from tests.casework.printing.stand import Device, Fuse, StandIn
from tests.casework.world import World, folder_spec

PRINTERS = ("one", "two")


class Floor:
    """A station between two starts: the store and the devices stay, the program does not."""

    def __init__(self, folder: Path) -> None:
        self.fuse = Fuse()
        self.devices = {name: Device(self.fuse) for name in PRINTERS}
        self.world = World.make(folder)
        self.supervisor = Actor(Role.SUPERVISOR, "supervisor-1", self.world.station.device)
        self._fit()
        for name in PRINTERS:
            spec = PrinterSpec(name, "escpos", f"file:/dev/{name}", Text(name, name), "a4")
            changing.keep_printer(self.world.station, self.supervisor, spec)

    def start(self) -> None:
        """Drop every object of the program and start it again."""
        clock = self.world.clock
        self.world.close()
        self.world = World.reopen(self.world.folder, clock)
        self._fit()

    def renew(self) -> None:
        """Put new machines in the places of both, and start again."""
        for name in PRINTERS:
            self.devices[name] = Device(self.fuse)
        self.start()

    def came(self, job: str) -> bool:
        """Whether a whole page of a job came out anywhere."""
        return any(job in device.sheets for device in self.devices.values())

    def lines(self, ref: PaperRef) -> list[Record]:
        """The ledger's lines of a case."""
        query = LINES.where(COPY.c.case_id == ref.case_id).order_by(COPY.c.n)
        with self.world.station.store.read() as connection:
            return list(connection.execute(query))

    def _fit(self) -> None:
        rack = Rack(self._make, [folder_spec(self.world.folder)])
        self.world.station = replace(self.world.station, printers=rack)

    def _make(self, spec: PrinterSpec) -> Printer:
        station = self.world.station
        if spec.kind == "folder":
            return FolderPrinter(Path(spec.address), station.random, spec.id)
        return WatchedPrinter(
            StandIn(spec.id, self.devices.setdefault(spec.id, Device(self.fuse))), station.clock
        )
