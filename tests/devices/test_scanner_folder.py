"""The office scanner's folder: only what came since the press, only what is whole, only plain files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stationkiosk.devices.evidence.scanner import SETTLED_SECONDS, ScannerFolder
from tests.devices.fakes import HeldClock
from tests.devices.holding import fault


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def scanner(tmp_path: Path, clock: HeldClock) -> ScannerFolder:
    return ScannerFolder(tmp_path, clock)


def settled(scanner: ScannerFolder, clock: HeldClock) -> list[str]:
    """Look twice, so long apart that a file left alone counts as whole."""
    scanner.arrived()
    clock.seconds += SETTLED_SECONDS
    return [file.name for file in scanner.arrived().files]


def test_what_lay_there_before_is_other_peoples(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    (tmp_path / "theirs.pdf").write_bytes(b"theirs")
    assert settled(scanner, clock) == []
    scanner.begin()
    (tmp_path / "mine 10.pdf").write_bytes(b"mine")
    (tmp_path / "mine 2.pdf").write_bytes(b"mine")
    assert settled(scanner, clock) == ["mine 2.pdf", "mine 10.pdf"]
    assert fault(lambda: scanner.open(tmp_path / "theirs.pdf")).key == "file_no_access"
    with scanner.open(tmp_path / "mine 2.pdf") as file:
        assert file.read() == b"mine"


def test_a_scan_begun_before_and_named_after_stays_other_peoples(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    (tmp_path / "scan.tmp").write_bytes(b"the")
    scanner.begin()
    (tmp_path / "scan.tmp").write_bytes(b"theirs")
    (tmp_path / "scan.tmp").rename(tmp_path / "scan.pdf")
    assert settled(scanner, clock) == []


def test_a_file_still_being_written_is_coming(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"")
    assert scanner.arrived().coming
    for size in range(1, 5):
        scan.write_bytes(b"x" * size)
        clock.seconds += SETTLED_SECONDS
        listing = scanner.arrived()
        assert (listing.files, listing.coming) == ((), True)
    assert fault(lambda: scanner.open(scan)).key == "file_no_access"
    clock.seconds += SETTLED_SECONDS
    listing = scanner.arrived()
    assert ([file.size for file in listing.files], listing.coming) == ([4], False)


def test_an_unfinished_name_is_never_whole(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    (tmp_path / "scan.pdf.part").write_bytes(b"mine")
    assert settled(scanner, clock) == []


def test_links_folders_fifos_and_hidden_files_are_passed_over(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.pdf").symlink_to("/etc/passwd")
    (tmp_path / ".hidden.pdf").write_bytes(b"x")
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    os.mkfifo(tmp_path / "fifo.pdf")
    assert settled(scanner, clock) == []
    assert not scanner.arrived().coming


def test_what_was_taken_goes_from_the_folder(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    scan, other = tmp_path / "scan.pdf", tmp_path / "other.pdf"
    scan.write_bytes(b"mine")
    other.write_bytes(b"not taken")
    assert len(settled(scanner, clock)) == 2
    assert scanner.took(scan)
    assert scanner.took(scan)
    assert (scan.exists(), other.exists()) == (False, True)
    assert settled(scanner, clock) == ["other.pdf"]


def test_the_next_scan_is_seen_where_the_disk_gives_it_the_number_of_the_one_taken(
    clock: HeldClock, tmp_path: Path
) -> None:
    folder, scan = tmp_path / "scans", tmp_path / "scans" / "1.pdf"
    folder.mkdir()
    scanner = ScannerFolder(folder, clock)
    scanner.begin()
    scan.write_bytes(b"page one")
    (tmp_path / "number").hardlink_to(scan)
    assert settled(scanner, clock) == ["1.pdf"]
    assert scanner.took(scan)
    (folder / "2.pdf").hardlink_to(tmp_path / "number")
    assert settled(scanner, clock) == ["2.pdf"]


def test_a_station_may_leave_scans_where_they_are(tmp_path: Path, clock: HeldClock) -> None:
    scanner = ScannerFolder(tmp_path, clock, remove=False)
    scanner.begin()
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"mine")
    assert settled(scanner, clock) == ["scan.pdf"]
    assert scanner.took(scan)
    assert scan.exists()
    assert settled(scanner, clock) == []


def test_what_cannot_be_removed_is_told_and_not_shown_again(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"mine")
    assert settled(scanner, clock) == ["scan.pdf"]
    scan.unlink()
    assert not scanner.took(scan)


def test_a_new_file_under_a_taken_ones_name_is_left_alone(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    scan, new = tmp_path / "scan.pdf", tmp_path / "new"
    scan.write_bytes(b"mine")
    assert settled(scanner, clock) == ["scan.pdf"]
    new.write_bytes(b"theirs")
    new.replace(scan)
    assert fault(lambda: scanner.open(scan)).key == "file_changed"
    assert scanner.took(scan)
    assert scan.read_bytes() == b"theirs"


def test_the_next_person_sees_nothing_of_the_last(
    scanner: ScannerFolder, clock: HeldClock, tmp_path: Path
) -> None:
    scanner.begin()
    (tmp_path / "scan.pdf").write_bytes(b"mine")
    assert settled(scanner, clock) == ["scan.pdf"]
    scanner.forget()
    assert settled(scanner, clock) == []
    scanner.begin()
    assert settled(scanner, clock) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, clock: HeldClock) -> None:
    scanner = ScannerFolder(tmp_path / "none", clock)
    assert fault(scanner.begin).key == "scanner_missing"


def test_a_folder_that_goes_away_is_told(scanner: ScannerFolder, tmp_path: Path) -> None:
    scanner.begin()
    tmp_path.rmdir()
    assert fault(scanner.arrived).key == "scanner_missing"


def test_a_name_that_vanishes_while_the_folder_is_read_is_passed_over(
    scanner: ScannerFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner.begin()

    class Vanished:
        name = "gone.pdf"

        def stat(self, *, follow_symlinks: bool) -> os.stat_result:
            raise FileNotFoundError

    class Folder(list[Vanished]):
        def __enter__(self) -> Folder:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", lambda _path: Folder([Vanished()]))
    assert not scanner.arrived().coming
