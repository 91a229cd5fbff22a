"""Prints a copy and kills itself at a moment of it, once for each moment that is named.

    python -m tests.faults.printing FOLDER MOMENT...

For each moment a process of its own opens the station, prints the receipt of the next case and is
killed (-9) there; this one waits for it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import CopyState, PaperRef
from stationkiosk.devices.printing import (
    FolderPrinter,
    JobState,
    PrinterSpec,
    Rack,
    Stage,
    Ticket,
    WatchedPrinter,
)
from stationkiosk.store import tables
from tests.casework.world import World, folder_spec

MOMENTS = (
    "entered",
    "begun",
    "spooled",
    "writing",
    "written",
    "sent",
    "asked",
    "settled",
    "in_hand",
    "leaving",
)
"""From the line in the ledger to the word of its person; ``leaving``: while it is taken back."""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Deadly(FolderPrinter):
    """A folder whose program dies at a moment of a copy."""

    moment = ""

    def _at(self, moment: str) -> None:
        if self.moment == moment:
            die()

    def begin(self, ticket: Ticket) -> str:
        self._at("entered")
        job = super().begin(ticket)
        self._at("begun")
        return job

    def send(self, job: str, pdf: bytes) -> None:
        self._at("spooled")
        super().send(job, pdf)
        self._at("sent")

    def poll(self, job: str) -> JobState:
        answer = super().poll(job)
        self._at("asked")
        return answer

    def cancel(self, job: str) -> None:
        self._at("leaving")
        super().cancel(job)

    def _record(self, job: str, stage: Stage, file: str, sha256: str) -> None:
        if stage is Stage.SETTLED:
            self._at("written")
        super()._record(job, stage, file, sha256)
        if stage is Stage.PRINTING:
            self._at("writing")


def opened(folder: Path, moment: str) -> World:
    """The station of a folder whose printer dies at a moment."""
    world = World.reopen(folder)
    deadly = Deadly(folder / "printed", world.station.random)
    deadly.moment = moment

    def make(_spec: PrinterSpec) -> WatchedPrinter:
        return WatchedPrinter(deadly, world.clock)

    world.station = replace(world.station, printers=Rack(make, [folder_spec(folder)]))
    return world


def receipts(station: Station) -> list[PaperRef]:
    """The receipts of the station's cases in the order they were filed."""
    query = select(tables.Case.id).order_by(tables.Case.number)
    with station.store.read() as connection:
        return [PaperRef(case_id, 1) for case_id in connection.execute(query).scalars()]


def print_until(folder: Path, moment: str, of: int) -> None:
    """Print the ``of``-th receipt and die at a moment."""
    world = opened(folder, moment)
    counter, ref = Counter(world.station), receipts(world.station)[of]
    if moment == "leaving":
        (folder / "printed").rename(folder / "away")
    copy = counter.print_receipt(ref)
    if moment == "leaving":
        counter.close_session()
    assert copy.state is CopyState.SETTLED
    if moment == "in_hand":
        counter.in_hand(ref, copy.n, True)
    die()


def main(folder: Path, moments: list[str], do: Callable[[Path, str, int], None] = print_until) -> None:
    for of, moment in enumerate(moments):
        pid = os.fork()
        if not pid:
            do(folder, moment, of)
        _pid, status = os.waitpid(pid, 0)
        print(moment, os.WTERMSIG(status) if os.WIFSIGNALED(status) else "lived", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
