"""A file looked at large, page by page; the camera's page from opening to keeping."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.common.lens import sample_picture
from tests.ui.fakes import FakeCounter, FakeLens
from tests.ui.test_proof import names, rows, stick
from tests.ui.tour_proof import to_the_proof

__all__ = ["stick"]


def said(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


def look_at(drive: Drive, name: str) -> None:
    drive.tap(name)
    drive.on("sight")
    wait_for(lambda: not drive.window.session.sight.property("looking"), "looked at")


def test_a_file_is_looked_at_page_by_page_and_then_added(
    drive: Drive, stick: Path, counter: FakeCounter
) -> None:
    to_the_proof(drive)
    look_at(drive, "look_1")
    assert said(drive, "pageOf") == "第 1 页，共 3 页"
    assert drive.find("removeThis") is None
    drive.tap("pageAfter")
    wait_for(lambda: said(drive, "pageOf") == "第 2 页，共 3 页", "the second page")
    drive.tap("pageAfter")
    wait_for(lambda: said(drive, "pageOf") == "第 3 页，共 3 页", "the third page")
    drive.tap("pageBefore")
    wait_for(lambda: said(drive, "pageOf") == "第 2 页，共 3 页", "back a page")
    drive.tap("next")
    drive.on("proof")
    wait_for(lambda: names(drive, "exhibits") == ["2 paper.pdf"], "it kept")
    assert "large" not in drive.window.thumbnails.names


def test_what_a_file_shows_may_be_said_and_taken_back(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits"), "kept")
    look_at(drive, "look_kept_0")
    drive.tap("shows_shop")
    assert drive.window.pages.proof.exhibits_kept[0].purpose == "shop"
    drive.tap("shows_goods")
    drive.tap("shows_goods")
    assert drive.window.pages.proof.exhibits_kept[0].purpose == ""
    drive.tap("shows_bill")
    drive.tap("next")
    drive.on("proof")
    assert drive.window.pages.proof.property("exhibits")[0]["shows"] == "付款或购买凭证"


def test_an_exhibit_is_taken_out_from_its_large_picture(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    drive.tap("add_0")
    wait_for(lambda: names(drive, "exhibits"), "kept")
    look_at(drive, "look_0")
    drive.tap("removeThis")
    drive.on("proof")
    wait_for(lambda: names(drive, "exhibits") == [], "out")


def test_a_file_that_cannot_be_taken_says_so_when_looked_at(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    look_at(drive, "look_2")
    assert "EXE" in said(drive, "sightSaid")
    assert drive.find("next") is None
    drive.tap("back")
    drive.on("proof")


def test_sound_is_not_played_but_told(drive: Drive, stick: Path) -> None:
    (stick / "0 talk.m4a").write_bytes(b"x")
    to_the_proof(drive)
    look_at(drive, "look_0")
    assert "不能播放" in said(drive, "sightSaid")
    assert "1:15" in said(drive, "lead")


def test_a_disk_that_fails_while_looking_is_told_over_the_page(
    drive: Drive, stick: Path, counter: FakeCounter
) -> None:
    to_the_proof(drive)
    counter.trouble["look_at_found"] = KnownError("disk_full")
    drive.tap("look_0")
    drive.await_("faultGoOn")


def test_an_answer_that_comes_when_one_has_gone_back_shows_nothing(drive: Drive, stick: Path) -> None:
    to_the_proof(drive)
    drive.await_("look_0")
    drive.window.pages.proof.lookAt(0)
    drive.window.session.sight.back()
    drive.on("proof")
    wait_for(lambda: drive.window.executor.idle, "the answer")
    assert "large" not in drive.window.thumbnails.names


# the camera


def to_the_camera(drive: Drive) -> None:
    to_the_proof(drive)
    drive.tap("source_camera")
    drive.on("camera")
    wait_for(lambda: stage(drive) != "opening", "the camera opened")


def stage(drive: Drive) -> str:
    return str(drive.window.session.camera.property("stage"))


def test_pictures_are_taken_looked_at_and_kept_one_after_another(
    drive: Drive, counter: FakeCounter, lens: FakeLens
) -> None:
    to_the_camera(drive)
    assert stage(drive) == "live"
    drive.tap("next")
    assert stage(drive) == "taken"
    drive.tap("cameraAgain")
    assert stage(drive) == "live"
    drive.tap("next")
    drive.tap("cameraTurn")
    drive.tap("next")
    wait_for(lambda: names(drive, "exhibits") == ["照片 1.jpg"], "the first kept")
    assert stage(drive) == "live"
    assert said(drive, "cameraKept").startswith("已留下 1 张")
    lens.saw.emit(sample_picture(2))
    drive.tap("next")
    drive.tap("next")
    wait_for(lambda: names(drive, "exhibits") == ["照片 1.jpg", "照片 2.jpg"], "the second kept")
    assert [call[2:] for call in counter.named("keep_picture")] == [
        ("camera", "照片 1.jpg"),
        ("camera", "照片 2.jpg"),
    ]
    drive.tap("back")
    drive.on("proof")
    assert not lens.is_open
    assert "frame" not in drive.window.thumbnails.names


def test_a_picture_turned_is_kept_turned(drive: Drive, lens: FakeLens) -> None:
    to_the_camera(drive)
    drive.tap("next")
    upright = drive.window.session.camera._still
    drive.tap("cameraTurn")
    turned = drive.window.session.camera._still
    assert isinstance(turned, QImage)
    assert (turned.width(), turned.height()) == (upright.height(), upright.width())


@pytest.mark.parametrize(
    ("why", "words"),
    [("none", "没有找到摄像头"), ("in_use", "别的程序正在用"), ("lost", "摄像头断开了")],
)
def test_what_is_wrong_with_a_camera_is_told_and_can_be_tried_again(
    drive: Drive, lens: FakeLens, why: str, words: str
) -> None:
    lens.why = why
    to_the_camera(drive)
    assert words in said(drive, "cameraSaid")
    lens.why = ""
    drive.tap("next")
    assert stage(drive) == "live"


def test_going_back_at_once_opens_no_camera(drive: Drive, lens: FakeLens) -> None:
    to_the_proof(drive)
    drive.await_("source_camera")
    drive.window.pages.proof.choose("camera")
    drive.window.session.camera.back()
    drive.on("proof")
    assert not drive.window.session.camera._start.isActive()
    assert not lens.is_open


def test_a_camera_unplugged_while_aiming_is_told_and_the_taken_picture_stays(
    drive: Drive, lens: FakeLens
) -> None:
    to_the_camera(drive)
    drive.tap("next")
    lens.failed.emit("lost")
    assert stage(drive) == "taken"
    lens.why = "lost"
    drive.tap("next")
    wait_for(lambda: names(drive, "exhibits"), "the taken one kept")
    assert "摄像头断开了" in said(drive, "cameraSaid")


def test_a_picture_too_many_is_told_on_the_page(drive: Drive, counter: FakeCounter) -> None:
    to_the_camera(drive)
    counter.trouble["keep_picture"] = KnownError("file_one_too_many", most="20")
    drive.tap("next")
    drive.tap("next")
    drive.await_("errorSummary")
    assert names(drive, "exhibits") == []


def test_the_same_picture_again_is_told(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    to_the_camera(drive)
    monkeypatch.setattr(drive.window.session.camera, "_number", lambda: 1)
    for _ in range(4):
        drive.tap("next")
    wait_for(lambda: drive.window.session.camera.property("problem"), "the twin told")
    assert names(drive, "exhibits") == ["照片 1.jpg"]


def test_the_camera_goes_off_and_every_frame_is_forgotten_with_the_session(
    drive: Drive, lens: FakeLens
) -> None:
    to_the_camera(drive)
    drive.tap("next")
    drive.window.wipe()
    drive.on("home")
    camera = drive.window.session.camera
    assert not lens.is_open
    assert (camera._frame, camera._still, drive.window.thumbnails.names) == (None, None, frozenset())


def test_the_camera_goes_off_when_the_page_goes_away(drive: Drive, lens: FakeLens) -> None:
    to_the_camera(drive)
    drive.window.kiosk.show("proof")
    drive.on("proof")
    wait_for(lambda: not lens.is_open, "the camera off")
    assert rows(drive) == []
