"""Printing at the real desk over the real record: a folder goes away, comes back, is mended on screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.staff import SignedIn
from stationkiosk.domain.actors import Role
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.casework.world import World, application
from tests.ui.conftest import RESOURCES
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.test_case_page import case_of
from tests.ui.desk.test_printing import ALT, KEY, key, page_of

LOGIN = "head-1"
POSTS = frozenset({Role.CLERK, Role.SUPERVISOR})


class Seat(Front):
    """The station's front, where the made-up head of the station is let in at once."""

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Desk]:
        assert password
        who = SignedIn(login, "样品", POSTS, self._station.clock.now())
        return who, Desk(self._station, who)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path, {LOGIN: tuple(POSTS)})
    yield made
    made.close()


@pytest.fixture
def real(world: World, tmp_path: Path) -> Iterator[DeskDrive]:
    options = DeskOptions(RESOURCES, windowed=True, size=(1920, 1080), memory=tmp_path / "desk.json")
    window = DeskWindow(Seat(world.station), world.station.reference, world.clock, options)
    window.show()
    wait_for(lambda: window.ready and window.asking.idle, "the pages")
    drive = DeskDrive(window)
    window.shell.signIn(LOGIN, "-")
    wait_for(lambda: window.shell.signed_in is not None, "somebody signed in")
    drive.rest()
    yield drive
    window.close()


def test_a_folder_goes_away_comes_back_and_every_copy_is_told(world: World, real: DeskDrive) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    real.window.shell.open_case(filed.case_id)
    real.rest()
    case = case_of(real)
    case.turn("papers")
    real.rest()
    printed, away = world.folder / "printed", world.folder / "away"
    printed.rename(away)
    copy = case.papers.copy
    real.tap("print_0")
    wait_for(lambda: copy.tone == "amber", "the copy that waits")
    assert "第 1 份在打印机那里等" in copy.text
    assert "接好打印机或文件夹" in copy.text

    real.tap("printing_page")
    real.on("printing")
    printers = page_of(real).property("printers")
    one = printers.property("one")
    assert (one["id"], one["tone"], one["trouble"]["title"]) == ("folder", "seal", "找不到打印机")
    assert real.await_("removePrinter").property("closed") == "文件夹不能去掉"
    key(real, KEY.Key_T, ALT)
    wait_for(lambda: printers.property("trial")["tone"] == "amber", "the test page that waits")
    real.tap("cancelJob_1")
    wait_for(lambda: "已取消" in printers.property("trial")["text"], "the test page that was cancelled")
    away.rename(printed)
    page_of(real).beat()
    wait_for(lambda: printers.property("one")["tone"] == "jade", "the folder that is back")
    assert real.find("cancelJob_1") is None
    wait_for(lambda: "已存成 PDF 文件" in copy.text, "the copy that came out")
    assert len(list(printed.glob("*.pdf"))) == 1

    real.window.shell.open_case(filed.case_id)
    case.look_again()
    real.rest()
    case.papers.print(0)
    real.rest()
    assert [choice["id"] for choice in case.acting.fields[0].choices] == ["folder"]
    real.write("lost")
    key(real, KEY.Key_Return)
    wait_for(lambda: "第 2 份已存成 PDF 文件" in copy.text, "the second copy")

    real.window.shell.go("printing")
    page_of(real).turn("copies")
    real.rest()
    copies = page_of(real).property("copies")
    assert [row["copy"] for row in copies.property("rows")] == ["第 2 份", "第 1 份"]
    (total,) = copies.property("totals")
    assert (total["printed"], total["failed"]) == ("2", "0")


def test_the_plan_is_changed_and_the_station_tested_on_screen(world: World, real: DeskDrive) -> None:
    real.window.shell.go("printing")
    real.on("printing")
    keeping = page_of(real).property("keeping")
    page_of(real).add()
    real.rest()
    for field, text in (("kind", "folder"), ("zh", "归档"), ("en", "Archive")):
        keeping.type(field, text)
    (world.folder / "archive").mkdir()
    keeping.type("address", str(world.folder / "archive"))
    real.rest()
    key(real, Qt.Key.Key_Return, CTRL)
    assert keeping.property("problem") == ""
    names = [row.spec.name.en for row in page_of(real).property("printers").property("lines").rows]
    assert "Archive" in names
    page_of(real).turn("papers")
    real.rest()
    rules = page_of(real).property("rules")
    archive = next(one["id"] for one in rules.property("printers") if one["label"] == "归档")
    rules.open("agreement")
    rules.choose("printer", archive)
    rules.choose("copies", "3")
    rules.accept()
    real.rest()
    (rule,) = [row for row in rules.property("rows") if row["key"] == "agreement"]
    assert (rule["printer"], rule["copies"], rule["own"]) == ("归档", "3", "")
    page_of(real).turn("checks")
    real.rest()
    key(real, KEY.Key_R, ALT)
    checks = page_of(real).property("checks")
    assert checks.property("rows")
    checks.choose(archive)
    key(real, KEY.Key_P, ALT)
    wait_for(lambda: checks.property("printing")["text"] == "报告已印完。", "the report")
    assert len(list((world.folder / "archive").glob("*.pdf"))) == 1
