"""The proof page: files of a stick, kept one by one, with the trouble told beside each."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.common.offered import PER_PAGE
from tests.ui.fakes import CASE, FakeCounter, exhibit
from tests.ui.tour_proof import to_the_proof


@pytest.fixture
def stick(tmp_path: Path, counter: FakeCounter) -> Path:
    """A stick with a photo, a paper and something that is neither."""
    for name in ("1 photo.jpg", "2 paper.pdf", "3 setup.exe"):
        (tmp_path / name).write_bytes(b"x" * 2048)
    counter.stick, counter.pictures = tmp_path, True
    return tmp_path


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
    assert [row["added"] for row in rows(drive)] == [True, False, False]
    drive.tap("remove_0")
    wait_for(lambda: names(drive, "exhibits") == [], "the photo out")
    assert not any(row["added"] for row in rows(drive))
    wait_for(lambda: counter.named("drop_evidence"), "its bytes dropped")


def rows(drive: Drive) -> list[dict[str, object]]:
    return list(drive.window.pages.proof.property("files"))


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


def test_the_same_bytes_are_kept_once_and_told(drive: Drive, stick: Path, counter: FakeCounter) -> None:
    folder = stick / "folder"
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits"), "the photo kept")
    folder.mkdir()
    (folder / "1 photo.jpg").write_bytes(b"x" * 2048)
    counter.stick = folder
    drive.tap("lookAgain")
    wait_for(lambda: len(rows(drive)) == 1, "the other folder")
    drive.tap("add_0")
    wait_for(lambda: rows(drive)[0]["trouble"], "the twin told")
    assert "1 photo.jpg" in str(rows(drive)[0]["trouble"])
    assert len(names(drive, "exhibits")) == 1


def test_what_was_added_is_counted_against_what_is_allowed(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    drive.tap("add_0")
    drive.tap("add_1")
    wait_for(lambda: len(names(drive, "exhibits")) == 2, "both kept")
    assert drive.await_("room").property("text") == "2 个，最多 20 个 · 4 KB，最多 1000 MB"


def test_a_long_list_is_paged_and_says_that_there_is_more(
    drive: Drive, tmp_path: Path, counter: FakeCounter
) -> None:
    for n in range(2 * PER_PAGE + 1):
        (tmp_path / f"{n:02}.jpg").write_bytes(b"x")
    counter.stick, counter.more = tmp_path, True
    to_the_proof(drive)
    wait_for(lambda: len(rows(drive)) == PER_PAGE, "the first of them")
    assert "第 1–6 个，共 13 个" in str(drive.await_("place").property("text"))
    drive.tap("filesAfter")
    drive.tap("filesAfter")
    assert names(drive, "files") == ["12.jpg"]
    drive.tap("add_12")
    wait_for(lambda: names(drive, "exhibits") == ["12.jpg"], "one of the last page")
    drive.tap("filesBefore")
    assert len(rows(drive)) == PER_PAGE


def test_keeping_a_large_file_tells_how_far_it_is_and_stops_when_asked(
    drive: Drive, tmp_path: Path, counter: FakeCounter
) -> None:
    (tmp_path / "film.mp4").touch()
    os.truncate(tmp_path / "film.mp4", 9 << 20)
    counter.stick, counter.gate = tmp_path, threading.Event()
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: drive.window.pages.proof.property("percent") == 40, "how far it is")
    drive.tap("next")
    drive.await_("errorSummary")
    drive.tap("problem_proof")
    drive.tap("stop_0")
    counter.gate.set()
    wait_for(lambda: drive.window.executor.idle, "the keeping stopped")
    assert names(drive, "exhibits") == []
    assert not rows(drive)[0]["busy"]
    assert rows(drive)[0]["trouble"] == ""
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits") == ["film.mp4"], "kept the second time")
    assert "1:15" in str(drive.window.pages.proof.property("exhibits")[0]["details"])


def test_a_session_that_ends_stops_the_keeping(drive: Drive, tmp_path: Path, counter: FakeCounter) -> None:
    (tmp_path / "film.mp4").write_bytes(b"x")
    counter.stick, counter.gate = tmp_path, threading.Event()
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: drive.window.pages.proof.property("percent") == 40, "under way")
    drive.window.wipe()
    counter.gate.set()
    wait_for(lambda: drive.window.executor.idle, "all done")
    assert drive.window.pages.proof.property("percent") == 0
    assert drive.window.pages.proof.property("exhibits") == []


def test_only_what_the_station_has_can_be_chosen(drive: Drive, counter: FakeCounter) -> None:
    counter.sources = ("usb",)
    to_the_proof(drive)
    wait_for(lambda: heading(drive).startswith("没有找到 U 盘"), "the stick looked for")
    assert drive.find("source_usb") is None
    counter.sources = ()
    drive.window.pages.proof.open(None, (), lambda: None)
    wait_for(lambda: heading(drive).startswith("这台机器不能加证据"), "no source at all")
    assert drive.find("lookAgain") is None


def test_scans_show_after_the_press_and_can_be_added(
    drive: Drive, stick: Path, tmp_path_factory: pytest.TempPathFactory, counter: FakeCounter
) -> None:
    counter.scans = tmp_path_factory.mktemp("scans")
    to_the_proof(drive)
    drive.tap("source_scanner")
    assert heading(drive).startswith("先按“开始扫描”")
    assert not counter.named("begin_scan")
    drive.tap("startScan")
    wait_for(lambda: heading(drive).startswith("现在去扫描仪"), "waiting")
    counter.coming = True
    drive.window.pages.proof.look()
    wait_for(lambda: "正在传过来" in heading(drive), "one coming")
    counter.coming = False
    (counter.scans / "scan.pdf").write_bytes(b"x")
    drive.window.pages.proof.look()
    wait_for(lambda: names(drive, "files") == ["scan.pdf"], "one there")
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits") == ["scan.pdf"], "it kept")
    (counter.scans / "scan.pdf").unlink()
    drive.window.pages.proof.look()
    wait_for(lambda: drive.window.executor.idle, "looked again")
    assert rows(drive)[0]["added"]
    drive.tap("source_usb")
    wait_for(lambda: len(rows(drive)) == 3, "the stick again")
    assert names(drive, "exhibits") == ["scan.pdf"]


def test_a_scanner_that_is_out_is_told(drive: Drive, counter: FakeCounter) -> None:
    to_the_proof(drive)
    drive.tap("source_scanner")
    counter.trouble["begin_scan"] = KnownError("scanner_missing")
    drive.tap("startScan")
    wait_for(lambda: heading(drive).startswith("现在看不到扫描件"), "told")
    assert drive.find("faultGoOn") is None
    counter.trouble.clear()
    drive.tap("startScan")
    wait_for(lambda: counter.named("found_files") and heading(drive).startswith("现在看不到"), "gone again")


def test_a_stick_pulled_while_it_is_looked_at_is_no_empty_one(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["found_files"] = KnownError("stick_gone")
    to_the_proof(drive)
    wait_for(lambda: heading(drive).startswith("没有找到 U 盘"), "told")


def test_the_small_pictures_of_a_draft_resumed_are_asked_for(
    drive: Drive, stick: Path, counter: FakeCounter
) -> None:
    to_the_proof(drive)
    kept = exhibit("1 photo.jpg", 2048, "usb")
    drive.window.pages.proof.open(CASE, (kept,), lambda: None)
    wait_for(lambda: drive.window.thumbnails.has(kept.sha256), "the picture")
    assert drive.window.pages.proof.property("exhibits")[0]["picture"]


def test_everything_is_done_by_keys_alone(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    wait_for(lambda: len(rows(drive)) == 3, "three files")
    for _ in range(40):
        drive.key(Qt.Key.Key_Tab)
        if drive.view.activeFocusItem().objectName() == "add_0":
            break
    drive.key(Qt.Key.Key_Return)
    wait_for(lambda: names(drive, "exhibits") == ["1 photo.jpg"], "kept by a key")
    for _ in range(4):
        drive.key(Qt.Key.Key_Tab)
        if drive.view.activeFocusItem().objectName() == "add_1":
            break
    assert drive.view.activeFocusItem().objectName() == "add_1"


def test_a_stick_put_in_shows_by_itself(drive: Drive, stick: Path, counter: FakeCounter) -> None:
    counter.stick = None
    to_the_proof(drive)
    wait_for(lambda: heading(drive).startswith("没有找到 U 盘"), "no stick")
    counter.stick = stick
    wait_for(lambda: len(rows(drive)) == 3, "its files")
    assert not drive.window.pages.proof._looks.isActive()
    asked = len(counter.named("found_files"))
    drive.tap("lookAgain")
    wait_for(lambda: len(counter.named("found_files")) > asked, "asked again")
    assert len(rows(drive)) == 3
