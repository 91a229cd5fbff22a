"""The part of the tour that shows proof: found, in trouble, added, looked at, photographed, scanned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from stationkiosk.ui.common.drive import Drive, settle, wait_for
from tests.ui.fakes import FakeCounter

Seen = Callable[[str], None]

PROOF_PAGES = frozenset({"sight", "camera"})
FILES = ("shop front.jpg", "certificate of the notary 2026-11-20.pdf", "setup.exe", "talk.m4a")


def to_the_proof(drive: Drive) -> None:
    """Straight to the page, over a walk that has come so far."""
    drive.tap("file")
    drive.on("tiles")
    wait_for(lambda: drive.window.filing.walking.draft.case, "the draft's number")
    drive.window.filing.walking.change("proof")
    drive.on("proof")
    wait_for(lambda: not drive.window.pages.proof.property("looking"), "the stick looked at")


def all_of_proof(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    """Show every state of the pages of proof."""

    def stop(name: str) -> None:
        """Show a page when everything that was asked for has come."""
        wait_for(lambda: drive.window.executor.idle, "the counter to be done")
        settle()
        seen(name)

    with TemporaryDirectory() as stick, TemporaryDirectory() as scans:
        for number, name in enumerate(FILES, 1):
            (Path(stick) / f"{number} {name}").write_bytes(b"x" * 2048)
        before, counter.stick = counter.stick, Path(stick)
        _from_a_stick(drive, counter, stop)
        _from_the_scanner(drive, counter, Path(scans), stop)
        counter.stick, counter.scans = before, None


def _from_a_stick(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    proof = drive.window.pages.proof
    to_the_proof(drive)
    drive.tap("add_2")
    wait_for(lambda: proof.property("files")[2]["trouble"], "trouble")
    drive.tap("add_0")
    wait_for(lambda: proof.property("exhibits"), "one kept")
    seen("proof_trouble")
    drive.tap("look_1")
    drive.on("sight")
    wait_for(lambda: drive.find("pageOf"), "its pages")
    seen("sight")
    drive.tap("back")
    drive.tap("look_kept_0")
    drive.on("sight")
    wait_for(lambda: not drive.window.session.sight.property("looking"), "looked at")
    drive.tap("shows_shop")
    seen("sight_kept")
    drive.tap("next")
    drive.on("proof")


def _from_the_scanner(drive: Drive, counter: FakeCounter, scans: Path, seen: Seen) -> None:
    counter.scans = scans
    drive.tap("source_scanner")
    seen("proof_scanner")
    drive.tap("startScan")
    wait_for(lambda: drive.window.pages.proof.property("scanning"), "scanning")
    drive.tap("source_camera")
    drive.on("camera")
    wait_for(lambda: drive.window.session.camera.property("stage") == "live", "the camera opened")
    seen("camera")
    drive.tap("next")
    seen("camera_taken")
