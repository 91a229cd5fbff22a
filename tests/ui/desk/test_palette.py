"""Ctrl+K finds what can be done, pages, cases and people; F1 lists every key there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.desk.keys import GROUPS, KEYS, LISTED_ONLY
from stationkiosk.ui.desk.palette import Palette
from tests.ui.conftest import RESOURCES
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import CLERK, OFFICER, PASSWORD, forty


def offers(drive: DeskDrive) -> list[str]:
    found = drive.window.bridges["finder"]
    assert isinstance(found, Palette)
    return [str(row["id"]) for row in found.property("rows")]


def test_it_opens_with_what_can_be_done_and_closes_with_escape(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_K, CTRL)
    assert desk.focus_name() == "paletteText"
    assert {"lock", "change_user", "shelf_all", "page_cases", "help"} <= set(offers(desk))
    desk.key(Qt.Key.Key_Escape)
    assert desk.find("paletteText") is None
    assert desk.in_the_list()
    desk.key(Qt.Key.Key_K, CTRL)
    desk.key(Qt.Key.Key_K, CTRL)
    assert desk.find("paletteText") is None


def test_a_case_is_found_by_what_is_typed_and_opened_by_enter(desk: DeskDrive) -> None:
    row = forty()[7]
    desk.key(Qt.Key.Key_K, CTRL)
    desk.write(row.number)
    wait_for(lambda: offers(desk) == [f"case_{row.case_id}"], "the case")
    desk.key(Qt.Key.Key_Return)
    desk.rest()
    assert desk.find("paletteText") is None
    assert desk.window.shell.case_id == row.case_id


def test_actions_of_the_open_case_come_first_and_closed_ones_do_nothing(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_J)
    wait_for(lambda: desk.window.shell.case_id is not None, "a case")
    desk.rest()
    desk.key(Qt.Key.Key_K, CTRL)
    assert offers(desk)[0] == "act_accept"
    closed = offers(desk).index("act_confirm")
    for _ in range(closed):
        desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.find("paletteText") is not None
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    assert desk.window.bridges["finder"].property("place") == (closed - 2) % len(offers(desk))


def test_words_narrow_it_and_nothing_found_says_so(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_K, CTRL)
    desk.type("paletteText", "锁屏")
    desk.rest()
    assert offers(desk) == ["lock"]
    desk.key(Qt.Key.Key_Return)
    desk.on("signin")


def test_somebody_who_worked_here_is_changed_to_by_name(desk: DeskDrive) -> None:
    desk.window.shell.signIn(OFFICER.login, PASSWORD)
    wait_for(lambda: desk.window.shell.signed_in == OFFICER, "the officer")
    desk.rest()
    desk.key(Qt.Key.Key_K, CTRL)
    desk.type("paletteText", CLERK.name)
    wait_for(lambda: f"person_{CLERK.login}" in offers(desk), "the clerk")
    desk.key(Qt.Key.Key_Return)
    desk.on("signin")
    assert desk.window.shell.property("wished") == CLERK.login


@pytest.mark.parametrize("language", list(Language))
def test_every_key_is_listed_with_what_it_does(open_desk: OpenDesk, language: Language) -> None:
    drive = open_desk(language=language)
    drive.key(Qt.Key.Key_F1)
    settle()
    groups = drive.window.bridges["keyList"].property("groups")
    told = [row["keys"] for group in groups for row in group["rows"]]
    wanted = [key for key in (*KEYS, *LISTED_ONLY) if not key.id.startswith("page_")]
    assert all(list(key.sequences) in told for key in wanted)
    assert all(row["label"] for group in groups for row in group["rows"])
    assert {key.group for key in wanted} <= set(GROUPS)
    drive.key(Qt.Key.Key_F1)
    assert drive.find("sheetTitle") is None


def test_no_key_does_two_things() -> None:
    sequences = [sequence for key in KEYS for sequence in key.sequences]
    assert len(sequences) == len(set(sequences))


def test_every_sheet_of_the_window_can_be_put_up() -> None:
    from stationkiosk.ui.desk.shell import SHEETS

    assert {file.stem for file in (RESOURCES / "qml" / "desk" / "sheets").glob("*.qml")} == set(SHEETS)
