"""The proof page: files of a stick, kept one by one, with the trouble told beside each."""

from __future__ import annotations

from pathlib import Path

import pytest

from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.proof import show_size
from tests.ui.fakes import FakeCounter


@pytest.fixture
def stick(tmp_path: Path, counter: FakeCounter) -> Path:
    """A stick with a photo, a paper and something that is neither."""
    for name in ("1 photo.jpg", "2 paper.pdf", "3 setup.exe"):
        (tmp_path / name).write_bytes(b"x" * 2048)
    counter.stick, counter.pictures = tmp_path, True
    return tmp_path


def to_the_proof(drive: Drive) -> None:
    """Straight to the page, over a walk that has come so far."""
    drive.tap("file")
    drive.on("tiles")
    wait_for(lambda: drive.window.filing.walking.draft.case, "the draft's number")
    drive.window.filing.walking.change("proof")
    drive.on("proof")


def names(drive: Drive, kind: str) -> list[str]:
    return [str(row["name"]) for row in drive.window.pages.proof.property(kind)]


def test_files_are_listed_with_name_and_size(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    wait_for(lambda: len(names(drive, "files")) == 3, "three files")
    assert drive.window.pages.proof.property("files")[0]["details"] == "2 KB"


def test_a_file_is_added_with_its_picture_and_taken_out_again(
    drive: Drive, stick: Path, counter: FakeCounter
) -> None:
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits") == ["1 photo.jpg"], "the photo kept")
    (row,) = drive.window.pages.proof.property("exhibits")
    assert row["picture"]
    assert names(drive, "files") == ["2 paper.pdf", "3 setup.exe"]
    drive.tap("remove_0")
    wait_for(lambda: names(drive, "exhibits") == [], "the photo out")
    assert len(names(drive, "files")) == 3
    wait_for(lambda: counter.named("drop_evidence"), "its bytes dropped")


def heading(drive: Drive) -> str:
    return str(drive.await_("stick").property("text"))


def test_a_stick_that_is_not_there_is_told_before_and_after_something_was_added(
    drive: Drive, stick: Path, counter: FakeCounter
) -> None:
    counter.stick = None
    to_the_proof(drive)
    wait_for(lambda: heading(drive).startswith("没有找到 U 盘"), "no stick")
    counter.stick = stick
    drive.tap("lookAgain")
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits"), "the photo kept")
    counter.stick = None
    drive.tap("lookAgain")
    wait_for(lambda: "加入的证据都在" in heading(drive), "the stick out")


def test_an_empty_stick_is_no_missing_one(drive: Drive, tmp_path: Path, counter: FakeCounter) -> None:
    counter.stick = tmp_path
    to_the_proof(drive)
    wait_for(lambda: heading(drive) == "U 盘上没有文件。", "an empty stick")


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "0 KB"), (1, "1 KB"), (2048, "2 KB"), (12 * 1024 * 1024, "12.0 MB")]
)
def test_sizes_are_told_as_people_read_them(size: int, shown: str) -> None:
    assert show_size(size) == shown


def test_a_double_tap_keeps_a_file_once(drive: Drive, stick: Path, counter: FakeCounter) -> None:
    to_the_proof(drive)
    drive.double_tap("add_1")
    wait_for(lambda: names(drive, "exhibits") == ["2 paper.pdf"], "the paper kept")
    assert len(counter.named("keep_evidence")) == 1


def test_trouble_with_a_file_is_told_beside_it(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    drive.tap("add_2")
    wait_for(lambda: drive.window.pages.proof.property("files")[2]["trouble"], "trouble told")
    assert drive.find("faultGoOn") is None
    assert names(drive, "exhibits") == []


def test_nothing_added_is_asked_about_and_may_come_later(drive: Drive) -> None:
    to_the_proof(drive)
    drive.tap("next")
    drive.await_("errorSummary")
    drive.tap("problem_proof")
    assert drive.await_("proofLater").hasActiveFocus()


def test_the_pictures_are_gone_when_the_session_ends(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits"), "the photo kept")
    sha256 = str(drive.window.pages.proof.property("exhibits")[0]["sha256"])
    assert drive.window.thumbnails.has(sha256)
    drive.window.wipe()
    assert not drive.window.thumbnails.has(sha256)
