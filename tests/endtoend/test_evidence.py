"""Proof with everything real: a made-up camera through Qt's own session, a scanner's folder, bad files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stationkiosk.casework.counter import Counter
from stationkiosk.settings import Settings, checked, write
from stationkiosk.store.evidence import read
from stationkiosk.ui.common.drive import Drive, wait_for
from tests import samples
from tests.endtoend.conftest import FOUND, Open


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The station with a made-up camera and a scanner's folder."""
    evidence = {"camera": "sample", "scanner_folder": "scans"}
    made = checked({**FOUND, "evidence": evidence}, settings.data)
    (settings.data / "scans").mkdir()
    write(made)
    return made


def to_the_proof(drive: Drive) -> None:
    drive.tap("file")
    drive.on("tiles")
    wait_for(lambda: drive.window.filing.walking.draft.case, "the draft's number")
    drive.window.filing.walking.change("proof")
    drive.on("proof")
    wait_for(lambda: not drive.window.pages.proof.property("looking"), "the stick looked at")


def names(drive: Drive, kind: str = "exhibits") -> list[str]:
    return [str(row["name"]) for row in drive.window.pages.proof.property(kind)]


def at_rest(drive: Drive) -> None:
    wait_for(lambda: drive.window.executor.idle, "the counter to be done")


def kept_bytes(drive: Drive) -> dict[str, bytes]:
    """Return what the store holds of each exhibit."""
    case, exhibits = drive.window.pages.proof.case, drive.window.pages.proof.exhibits_kept
    assert case is not None
    found: list[dict[str, bytes]] = []

    def ask(counter: Counter) -> dict[str, bytes]:
        store = counter._station.store
        return {e.name: b"".join(read(store, case, e.sha256)) for e in exhibits}

    drive.window.executor.ask(ask, found.append)
    wait_for(lambda: found, "the store")
    return found[0]


def everything_on_disk(folder: Path) -> bytes:
    """Return every byte below a folder but the store's own files."""
    files = (path for path in folder.rglob("*") if path.is_file() and "store" not in path.parts)
    return b"".join(path.read_bytes() for path in files)


def test_pages_are_photographed_one_after_another_and_touch_no_disk_but_the_store(
    open_kiosk: Open, settings: Settings, fresh_home: Path
) -> None:
    drive = open_kiosk()
    to_the_proof(drive)
    drive.tap("source_camera")
    drive.on("camera")
    camera = drive.window.session.camera
    for number in (1, 2):
        wait_for(lambda: camera.property("stage") == "live", "the camera's picture")
        before = camera._shots
        wait_for(lambda before=before: camera._shots > before, "a new picture")  # type: ignore[misc]
        drive.tap("next")
        drive.tap("next")
        wait_for(lambda n=number: len(names(drive)) == n, "the picture kept")  # type: ignore[misc]
    drive.tap("back")
    drive.on("proof")
    drive.tap("look_kept_1")
    drive.on("sight")
    at_rest(drive)
    assert drive.window.session.sight.property("picture")
    assert b"\xff\xd8\xff" not in everything_on_disk(fresh_home)
    kept = kept_bytes(drive)
    assert list(kept) == ["照片 1.jpg", "照片 2.jpg"]
    assert all(taken.startswith(b"\xff\xd8\xff") for taken in kept.values())


def test_only_what_was_scanned_since_the_press_shows_and_it_goes_from_the_folder(
    open_kiosk: Open, settings: Settings
) -> None:
    scans = settings.data / "scans"
    (scans / "somebody else.pdf").write_bytes(samples.pdf(4))
    drive = open_kiosk()
    to_the_proof(drive)
    drive.tap("source_scanner")
    drive.tap("startScan")
    at_rest(drive)
    (scans / "SCAN_0001.pdf").write_bytes(samples.pdf(3))
    wait_for(lambda: names(drive, "files") == ["SCAN_0001.pdf"], "the scan")
    drive.tap("add_0")
    wait_for(lambda: names(drive) == ["SCAN_0001.pdf"], "the scan kept")
    assert [path.name for path in scans.iterdir()] == ["somebody else.pdf"]
    drive.window.wipe()
    (scans / "late.pdf").write_bytes(samples.pdf(2))
    to_the_proof(drive)
    drive.tap("source_scanner")
    drive.tap("startScan")
    at_rest(drive)
    drive.window.pages.proof.look()
    at_rest(drive)
    assert names(drive, "files") == []


def test_every_bad_file_is_told_beside_it_and_the_good_ones_are_kept_bit_for_bit(
    open_kiosk: Open, settings: Settings
) -> None:
    stick = settings.evidence.folders[0]
    for path in stick.iterdir():
        path.unlink()
    bad = {
        "1 exe.jpg": (b"MZ\x90\0" + bytes(300), "EXE"),
        "2 page.pdf": (b"<!DOCTYPE html><html></html>", "HTML"),
        "3 locked.pdf": (samples.pdf(password="secret"), "密码"),
        "4 cut.jpg": (samples.jpeg()[:3000], "不完整"),
        "5 \u202egpj.exe": (b"", "没有任何内容"),
    }
    good = {"6 talk.m4a": samples.wav(), "7 photo.pdf": samples.jpeg(), "8 again.jpg": samples.jpeg()}
    stick_files = {name: data for name, (data, _words) in bad.items()} | good
    for place, (name, data) in enumerate(stick_files.items()):
        (stick / name).write_bytes(data)
        os.utime(stick / name, (0, 1_700_000_000 - place * 60))
    os.mkfifo(stick / "fifo.jpg")
    (stick / "link.jpg").symlink_to(settings.file)
    drive = open_kiosk()
    to_the_proof(drive)
    proof = drive.window.pages.proof
    told = []
    for index in range(len(stick_files)):
        proof.add(index)
    at_rest(drive)
    for _ in range(2):
        told += [str(row["trouble"]) for row in proof.property("files")]
        proof.turn(1)
    assert len(told) == len(stick_files)
    for trouble, (_data, words) in zip(told, bad.values(), strict=False):
        assert words in trouble
    assert told[5:7] == ["", ""]
    assert "7 photo.pdf" in told[7]
    assert "\u202e" not in "".join(names(drive, "files"))
    assert drive.find("faultGoOn") is None
    assert kept_bytes(drive) == {name: good[name] for name in ("6 talk.m4a", "7 photo.pdf")}
