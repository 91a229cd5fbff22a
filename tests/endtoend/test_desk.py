"""Kiosk and desk as two programs on one store: what one does shows on the other, and either may die."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from stationkiosk.app import load_reference
from stationkiosk.app import open_desk as real_desk
from stationkiosk.casework.desk.views import CaseFile, MatterShown, Shelf, Wanted
from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.case import CasePage
from stationkiosk.ui.desk.queue import Queue
from tests.endtoend.conftest import PASSWORD, OpenDesk
from tests.ui.desk.drive import DeskDrive

ROOT = Path(__file__).parents[2]
SECOND = 1.0


@dataclass
class Kiosk:
    """The real kiosk in a process of its own."""

    process: subprocess.Popen[str]

    def file(self) -> tuple[str, float]:
        """File a dispute; return its number and the moment it was filed."""
        self.begin()
        return self.filed()

    def begin(self) -> None:
        """Have it file a dispute."""
        assert self.process.stdin
        self.process.stdin.write("file\n")
        self.process.stdin.flush()

    def filed(self) -> tuple[str, float]:
        """Return the number of what was filed, and when."""
        number, moment = self.said("filed")
        return number, float(moment)

    def said(self, word: str) -> list[str]:
        """Wait for a line that begins with a word; return the rest of it."""
        assert self.process.stdout
        return next(line.split()[1:] for line in self.process.stdout if line.startswith(word))


@contextmanager
def kiosk(settings: Settings) -> Iterator[Kiosk]:
    """Open the kiosk; it is ended with the test."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.endtoend.files", str(settings.data)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        opened = Kiosk(process)
        try:
            opened.said("open")
            yield opened
        finally:
            process.kill()


def numbers(drive: DeskDrive) -> list[str]:
    found = drive.window.bridges["queue"]
    assert isinstance(found, Queue)
    return [row.number for row in found.rows.rows]


def light(drive: DeskDrive) -> str:
    return str(drive.await_("light_kiosk").property("text"))


def accept_as(settings: Settings, login: str, file: CaseFile, matter: MatterShown) -> None:
    """Accept a matter at another desk."""
    front = real_desk(settings, load_reference(settings))
    try:
        _who, desk = front.sign_in(login, PASSWORD)
        assert {row.number for row in desk.page(Wanted(Shelf.ALL)).rows} == {file.number}
        desk.act(file.case_id, matter.n, "accept", {}, file.version, matter.version, "colleague")
    finally:
        front.close()


def test_a_filing_shows_at_once_a_colleague_is_heard_of_and_a_dead_window_stops_no_other(
    open_desk: OpenDesk, settings: Settings, pictures: Path
) -> None:
    desk = open_desk()
    assert numbers(desk) == []
    words = [sys.executable, "-m", "stationkiosk", "desk", "--windowed", "--data", str(settings.data)]
    killed = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with kiosk(settings) as other:
        killed.kill()
        killed.wait()
        other.begin()
        seen: list[float] = []

        def shown() -> bool:
            if numbers(desk):
                seen.append(time.monotonic())
            return bool(seen)

        wait_for(shown, "the case in the list", 60)
        number, filed = other.filed()
        assert numbers(desk) == [number]
        assert seen[0] - filed < SECOND
        desk.window.status.ask()
        wait_for(lambda: light(desk) == "自助终端在运行", "the kiosk's light")
        other.process.send_signal(signal.SIGKILL)
        other.process.wait()
    desk.window.status.ask()
    wait_for(lambda: light(desk) == "自助终端没有开", "the kiosk's light to go")
    desk.key(Qt.Key.Key_J)
    page = desk.window.bridges["case_"]
    assert isinstance(page, CasePage)
    wait_for(lambda: page.file is not None, "the case")
    desk.picture(pictures / "desk-with-a-case.png")
    file = page.file
    assert file is not None
    matter = next(m for m in file.matters if any(a.id == "accept" and a.closed is None for a in m.actions))
    page.act(matter.n, "accept")
    desk.rest()
    accept_as(settings, "wu", file, matter)
    page.acting.submit()
    wait_for(lambda: page.acting.property("stage") == "conflict", "the conflict")
    desk.rest()
    desk.picture(pictures / "desk-conflict.png")
    assert page.file is not None
    assert page.file.version == file.version + 1
