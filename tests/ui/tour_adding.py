"""The part of the tour that brings proof later: from the case to the paper in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import to_the_receipt
from tests.ui.fakes import RECEIPT_CODE, FakeCounter, progress

Seen = Callable[[str], None]
FILES = ("shop front.jpg", "talk.m4a")


def nothing(_name: str) -> None:
    """Look at nothing."""


def to_the_case(drive: Drive, counter: FakeCounter) -> None:
    """To a case that takes more proof."""
    counter.seen = replace(progress(), takes_proof=True)
    drive.tap("track")
    drive.on("track")
    drive.window.track.scanned(RECEIPT_CODE)
    drive.on("progress")


def add_files(drive: Drive) -> None:
    """From the case to the proof that is added."""
    drive.tap("addProof")
    drive.on("proof")
    wait_for(lambda: drive.window.pages.proof.property("files"), "the files of the stick")
    for n in range(len(FILES)):
        drive.tap(f"add_{n}")
        wait_for(lambda n=n: len(drive.window.pages.proof.exhibits_kept) == n + 1, "it to be kept")


def adding(drive: Drive, counter: FakeCounter, seen: Seen = nothing) -> None:
    """From the case to the paper in hand, with what may be lacking on the way."""
    with TemporaryDirectory() as stick:
        for name in FILES:
            (Path(stick) / name).write_bytes(b"x" * 2048)
        before, counter.stick = counter.stick, Path(stick)
        to_the_case(drive, counter)
        seen("progress_takes_proof")
        drive.tap("addProof")
        drive.on("proof")
        drive.tap("next")
        drive.await_("errorSummary")
        seen("adding_problem")
        drive.tap("back")
        drive.on("progress")
        add_files(drive)
        seen("adding_proof")
        drive.tap("next")
        drive.on("confirm")
        seen("adding_confirm")
        drive.tap("next")
        drive.await_("errorSummary")
        seen("adding_confirm_problem")
        drive.tap("declare")
        to_the_receipt(drive, lambda name: seen(f"adding_{name}"))
        counter.stick, counter.seen = before, None
