"""The desk's window: who works there, which pages they find, lock, change of user, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.store.changes import Change
from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.desk.pages import PAGES, pages_for
from stationkiosk.ui.desk.window import desk_scale
from tests.ui.conftest import RESOURCES
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import ADMIN, AUDITOR, CLERK, OFFICER, PASSWORD, SYSTEM, FakePlace
from tests.ui.fakes import StandingClock


def sign_in(drive: DeskDrive, login: str, password: str = PASSWORD) -> None:
    drive.type("login", login)
    drive.type("password", password)
    drive.key(Qt.Key.Key_Return)
    drive.rest()


def test_nobody_signed_in_sees_nothing_but_the_way_in(open_desk: OpenDesk) -> None:
    drive = open_desk(login="")
    drive.on("signin")
    assert drive.find("queueRows") is None
    sign_in(drive, CLERK.login, "wrong")
    assert "密码" in drive.await_("problem").property("text")
    drive.type("password", PASSWORD)
    drive.key(Qt.Key.Key_Return)
    drive.on("cases")
    assert drive.await_("queueRows").property("count") > 10


def test_the_window_is_locked_and_opened_with_everything_as_it_was(
    desk: DeskDrive, place: FakePlace
) -> None:
    desk.key(Qt.Key.Key_J)
    desk.key(Qt.Key.Key_Slash)
    desk.write("LJ07")
    desk.rest()
    desk.key(Qt.Key.Key_L, CTRL)
    desk.on("signin")
    assert ("lock", CLERK.login, False) in place.noted
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_K, CTRL)
    assert desk.page == "signin"
    assert desk.find("paletteText") is None
    desk.type("password", "wrong")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.page == "signin"
    desk.type("password", PASSWORD)
    desk.key(Qt.Key.Key_Return)
    desk.on("cases")
    assert desk.await_("search").property("text") == "LJ07"


def test_a_public_screen_that_turns_has_no_record_read_again(desk: DeskDrive) -> None:
    desk.window._heard(Change("stage"))
    assert desk.window.asking.idle
    desk.window._heard(Change("station"))
    assert not desk.window.asking.idle
    desk.rest()


def test_a_desk_that_stands_untouched_locks_itself(
    desk: DeskDrive, clock: StandingClock, place: FakePlace
) -> None:
    clock.seconds += 590
    desk.window.tick()
    assert not desk.window.shell.is_locked
    desk.key(Qt.Key.Key_J)
    clock.seconds += 590
    desk.window.tick()
    assert not desk.window.shell.is_locked
    clock.seconds += 11
    desk.window.tick()
    assert desk.window.shell.is_locked
    wait_for(lambda: ("lock", CLERK.login, True) in place.noted, "the journal")


def test_another_user_is_two_keys_and_a_password_away(desk: DeskDrive, place: FakePlace) -> None:
    desk.key(Qt.Key.Key_J)
    wait_for(lambda: desk.window.shell.case_id is not None, "a case")
    desk.key(Qt.Key.Key_U, CTRL)
    desk.on("signin")
    desk.key(Qt.Key.Key_Escape)
    desk.on("cases")
    assert desk.window.shell.case_id is not None
    desk.key(Qt.Key.Key_U, CTRL)
    sign_in(desk, OFFICER.login)
    desk.on("cases")
    assert desk.window.shell.signed_in == OFFICER
    assert desk.window.shell.case_id is None
    assert ("sign_out", CLERK.login, False) in place.noted
    assert [person["login"] for person in desk.window.memory.known_people()] == [OFFICER.login, CLERK.login]


def test_each_post_finds_its_pages(tmp_path: Path) -> None:
    for page in PAGES:
        (tmp_path / f"{page.id}.qml").touch()
    found = {who.login: [page.id for page in pages_for(who.roles, tmp_path)] for who in (ADMIN, AUDITOR)}
    assert found == {"security": ["staff"], "audit": ["audit"]}
    assert [page.id for page in pages_for(OFFICER.roles, tmp_path)] == ["cases", "printing"]
    assert [page.id for page in pages_for(SYSTEM.roles, tmp_path)] == ["printing"]
    assert [page.id for page in pages_for(CLERK.roles, tmp_path)] == [
        "cases",
        "intake",
        "calls",
        "messages",
        "printing",
    ]


def test_every_page_of_the_rail_is_there() -> None:
    folder = RESOURCES / "qml" / "desk" / "pages"
    assert {file.stem for file in folder.glob("*.qml")} <= {page.id for page in PAGES} | {
        "signin",
        "password",
    }


def test_a_fault_nobody_dealt_with_is_told_with_the_way_forward(desk: DeskDrive) -> None:
    desk.window.shell.raise_fault(KnownError("disk_full"))
    settle()
    assert desk.await_("sheetTitle").property("text")
    assert desk.await_("faultDo").property("text")
    desk.key(Qt.Key.Key_Escape)
    assert desk.find("faultDo") is None
    desk.window.own_fault(ValueError, ValueError("made up"), None)
    assert "还在" in str(desk.window.shell.property("fault")["what"])
    desk.tap("sheetBack")
    assert desk.find("faultDo") is None
    assert desk.in_the_list()


def test_what_was_done_is_told_in_a_line_that_may_be_pressed(desk: DeskDrive) -> None:
    done: list[str] = []
    desk.window.shell.tell(Text("办好了", "Done"), "jade", "desk.close", lambda: done.append("pressed"))
    settle()
    assert desk.await_("toldWords").property("text") == "办好了"
    desk.tap("toldAct")
    assert done == ["pressed"]
    assert desk.find("toldWords") is None
    desk.window.shell.tell(Text("看这里", "Look here"), "amber")
    settle()
    desk.tap("toldClose")
    assert desk.find("toldWords") is None


def test_the_foot_tells_how_the_station_stands(
    desk: DeskDrive, place: FakePlace, clock: StandingClock
) -> None:
    assert desk.await_("light_kiosk").property("text") == "自助终端在运行"
    place.kiosk = place.printer = False
    clock.seconds += 61
    desk.window.tick()
    desk.rest()
    assert desk.await_("light_kiosk").property("text") == "自助终端没有开"
    assert desk.await_("light_printer").property("text") == "打印机不能用"
    assert desk.await_("time").property("text") == "2026-11-22  10:16"


def test_the_window_remembers_its_size_and_its_splitter(open_desk: OpenDesk, memory_file: Path) -> None:
    drive = open_desk((1500, 900))
    drive.await_("splitter").forceActiveFocus()
    drive.key(Qt.Key.Key_Right)
    wide = drive.await_("queue").width()
    assert wide == pytest.approx(460, abs=1)
    drive.window.close()
    assert memory_file.exists()
    again = open_desk(None)
    assert again.view.size() == QSize(1500, 900)
    assert again.await_("queue").width() == pytest.approx(wide, abs=1)


def test_a_memory_that_cannot_be_read_is_done_without(open_desk: OpenDesk, memory_file: Path) -> None:
    memory_file.write_text('{"size": "large", "people": 7, "queue_width": "wide"}', "utf-8")
    drive = open_desk()
    assert drive.await_("queue").width() == pytest.approx(440, abs=1)


def test_the_language_changes_under_everything(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.words.chosen is Language.EN
    assert desk.await_("light_kiosk").property("text") == "Kiosk running"


@pytest.mark.parametrize(
    ("px_per_mm", "scale"), [(3.6, 1.0), (4.4, 1.0), (5.0, 1.0), (6.43, 1.75), (7.2, 2.0), (8.0, 2.25)]
)
def test_a_fine_panel_shows_things_as_large_as_a_plain_one(px_per_mm: float, scale: float) -> None:
    assert desk_scale(px_per_mm) == scale


@pytest.mark.parametrize("language", [Language.ZH, Language.EN])
def test_the_foot_has_room_for_every_trouble_in_large_words(
    open_desk: OpenDesk, place: FakePlace, language: Language
) -> None:
    place.printer, place.kiosk = False, False
    desk = open_desk((1366, 768), language, large=True)
    last, time = desk.await_("light_kiosk"), desk.await_("time")
    end = last.mapToScene(QPointF(last.width(), 0)).x()
    assert end < time.mapToScene(QPointF(0, 0)).x()
    assert not time.property("truncated")
