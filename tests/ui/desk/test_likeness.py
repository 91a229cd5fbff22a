"""Filings that may be the same, side by side, and the counts around a case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.casework.desk.views import Line
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.ui.desk.comparing import pairs
from stationkiosk.ui.desk.likeness import Alike
from tests.ui.desk.case_samples import LIVE
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import FakePlace


@pytest.fixture
def desk(open_desk: OpenDesk, place: FakePlace) -> DeskDrive:
    case_id = place.desk.listed[3].case_id
    place.desk.alike_to = case_id
    drive = open_desk()
    drive.on("cases")
    drive.window.shell.open_case(case_id)
    drive.rest()
    return drive


def alike(desk: DeskDrive) -> Alike:
    bridge = desk.window.bridges["alike"]
    assert isinstance(bridge, Alike)
    return bridge


def decide(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.rest()


def test_the_line_tells_which_and_why(desk: DeskDrive, place: FakePlace) -> None:
    said = str(desk.await_("alike_said").property("text"))
    assert place.desk.listed[0].number in said
    assert "同一个权利、同一个对方" in said
    assert len(alike(desk).commands()) == 1


def test_the_clerk_decides_by_keys_and_only_with_a_reason(desk: DeskDrive, place: FakePlace) -> None:
    desk.key(Qt.Key.Key_D, CTRL)
    desk.await_("alikeSheet")
    desk.rest()
    decide(desk)
    assert place.desk.answered == []
    desk.key(Qt.Key.Key_2)
    decide(desk)
    assert place.desk.answered == []
    desk.type("alikeReason", "对方不是同一家店")
    decide(desk)
    assert place.desk.answered == [(False, "对方不是同一家店")]
    assert desk.find("alikeSheet") is None
    assert alike(desk).property("line") == ""


def test_a_decision_may_be_taken_back(desk: DeskDrive, place: FakePlace) -> None:
    place.desk.decided = "same"
    place.desk.stir()
    desk.rest()
    number = place.desk.listed[0].number
    desk.tap(f"decided_{number}_do")
    desk.await_("alikeSheet")
    desk.type("alikeReason", "看错了")
    desk.tap("takeBack")
    desk.rest()
    assert place.desk.answered == [(None, "看错了")]
    assert number in str(desk.await_("alike_said").property("text"))


def test_a_decision_that_cannot_be_kept_is_told_and_nothing_is_lost(
    desk: DeskDrive, place: FakePlace
) -> None:
    place.desk.trouble["decide_alike"] = Closed("not_your_role")
    alike(desk).compare()
    desk.rest()
    desk.key(Qt.Key.Key_1)
    desk.type("alikeReason", "同一天")
    decide(desk)
    assert alike(desk).property("problem")
    desk.key(Qt.Key.Key_Escape)
    desk.rest()
    assert desk.find("alikeSheet") is None


def test_the_counts_are_numbers_and_no_verdict(desk: DeskDrive) -> None:
    assert [row["value"] for row in alike(desk).property("counts")] == [
        "14",
        "9",
        "12",
        "11",
        "8",
        "180,000 元",
    ]
    desk.await_("patternCard")


def test_a_case_like_no_other_shows_neither_line_nor_counts(desk: DeskDrive, place: FakePlace) -> None:
    desk.window.shell.open_case(place.desk.listed[5].case_id)
    desk.rest()
    assert alike(desk).property("line") == ""
    assert alike(desk).property("counts") == []


def test_every_line_of_both_is_paired() -> None:
    extra = Line(Text("只在那件", "Only there"), Text("x", "x"))
    other = replace(LIVE, right=(*LIVE.right[1:], extra))
    told = pairs(LIVE, other)
    of_right = [pair for pair in told if pair.part == "right" and pair.label.zh]
    assert of_right[0].there == Text("", "")
    assert (of_right[-1].here, of_right[-1].there.zh) == (Text("", ""), "x")
    assert all(pair.same for pair in told if pair.part != "right")


def test_pictures(desk: DeskDrive, tmp_path: Path) -> None:
    alike(desk).compare()
    desk.rest()
    desk.picture(tmp_path / "alike.png")
    assert (tmp_path / "alike.png").stat().st_size > 10_000
