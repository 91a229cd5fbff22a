"""Signing in, changing over, one's own password, the members of staff and the auditor's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.store.changes import Change
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import ADMIN, AUDITOR, GIVEN, NEW, OFFICER, PASSWORD, SYSTEM, FakePlace

GOOD = "Teapot-7 cups"


def key(drive: DeskDrive, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(drive.view, code, held)
    drive.rest()


def typed(drive: DeskDrive, *words: str) -> None:
    """Type into one field after another, each ended with Enter."""
    for word in words:
        drive.write(word)
        key(drive, Qt.Key.Key_Return)


def test_somebody_else_goes_on_in_two_keystrokes_and_a_password(desk: DeskDrive, place: FakePlace) -> None:
    desk.window.memory.greet(OFFICER.login, OFFICER.name)
    key(desk, Qt.Key.Key_U, CTRL)
    desk.on("signin")
    key(desk, Qt.Key.Key_1)
    assert desk.focus_name() == "password"
    typed(desk, PASSWORD)
    desk.on("cases")
    assert desk.window.shell.signed_in == OFFICER
    assert ("sign_out", "li.min", False) in place.noted


def test_whoever_changed_their_mind_is_back_with_one_key(desk: DeskDrive) -> None:
    key(desk, Qt.Key.Key_U, CTRL)
    desk.on("signin")
    key(desk, Qt.Key.Key_Escape)
    desk.on("cases")


def test_a_letter_begins_a_name_that_is_not_listed(desk: DeskDrive) -> None:
    desk.window.memory.greet(OFFICER.login, OFFICER.name)
    key(desk, Qt.Key.Key_U, CTRL)
    desk.on("signin")
    typed(desk, ADMIN.login, PASSWORD)
    desk.on("staff")


def test_the_locked_desk_shows_nothing_and_opens_by_the_password(desk: DeskDrive, place: FakePlace) -> None:
    key(desk, Qt.Key.Key_L, CTRL)
    desk.on("signin")
    typed(desk, "wrong")
    assert desk.page == "signin"
    assert desk.window.shell.property("problem")
    typed(desk, PASSWORD)
    desk.on("cases")
    assert [note[0] for note in place.noted] == ["lock", "unlock"]


def test_no_password_stays_in_the_window(desk: DeskDrive) -> None:
    key(desk, Qt.Key.Key_L, CTRL)
    desk.on("signin")
    desk.write("secret words")
    key(desk, Qt.Key.Key_Return)
    assert desk.await_("password").property("text") == ""


def test_who_was_given_a_password_sets_their_own_before_anything_else(
    open_desk: OpenDesk, place: FakePlace
) -> None:
    desk = open_desk(login=NEW.login)
    desk.on("password")
    key(desk, Qt.Key.Key_Escape)
    key(desk, Qt.Key.Key_K, CTRL)
    assert desk.page == "password"
    assert desk.find("queueRows") is None
    assert not place.desk.asked
    typed(desk, PASSWORD, GOOD, "Teapot-8 cups")
    assert "不同" in str(desk.window.bridges["ownPassword"].property("problem"))
    typed(desk, PASSWORD, "short", "short")
    assert "太短" in str(desk.window.bridges["ownPassword"].property("problem"))
    typed(desk, PASSWORD, GOOD, GOOD)
    desk.on("cases")
    assert place.desk.asked


def test_nothing_comes_over_the_page_of_the_first_password(open_desk: OpenDesk) -> None:
    desk = open_desk(login=NEW.login)
    desk.on("password")
    desk.window._heard(Change("station"))
    desk.rest()
    assert desk.window.shell.sheet_up == ""
    desk.window.shell.raise_fault(KnownError("disk_full"))
    desk.rest()
    assert desk.find("faultDo") is None
    typed(desk, PASSWORD, GOOD, GOOD)
    desk.on("cases")
    assert desk.find("faultDo") is not None


def test_who_does_not_want_to_leaves(open_desk: OpenDesk) -> None:
    desk = open_desk(login=NEW.login)
    desk.on("password")
    desk.tap("leavePassword")
    desk.on("signin")


def test_ones_own_password_is_changed_at_any_time(desk: DeskDrive) -> None:
    command = next(one for one in desk.window.bridges["ownPassword"].commands() if one.id == "own_password")
    command.do()
    desk.on("password")
    typed(desk, PASSWORD, GOOD, GOOD)
    desk.on("cases")


def test_a_member_is_added_and_the_password_shows_once(open_desk: OpenDesk, place: FakePlace) -> None:
    desk = open_desk(login=ADMIN.login)
    desk.on("staff")
    key(desk, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    desk.type("memberName", "孙样本")
    desk.type("memberLogin", "sun")
    desk.tap("post_clerk")
    assert desk.await_("post_auditor").property("closed")
    desk.tap("sheetGo")
    desk.rest()
    assert desk.await_("givenPassword").property("text") == GIVEN
    desk.tap("sheetGo")
    assert place.desk.staff[-1].roles == {Role.CLERK}
    assert desk.find("givenPassword") is None
    assert desk.window.bridges["members"].property("given") == ""


def test_a_member_is_changed_by_keys(open_desk: OpenDesk, place: FakePlace) -> None:
    desk = open_desk(login=ADMIN.login)
    desk.on("staff")
    desk.tap("member_wu")
    desk.tap("post_mediator")
    key(desk, Qt.Key.Key_Return, CTRL)
    assert place.desk.staff[1].roles == {Role.OFFICER, Role.MEDIATOR}
    desk.tap("member_wu")
    desk.tap("unlockMember")
    desk.rest()
    assert not place.desk.staff[1].locked
    desk.tap("member_wu")
    desk.tap("setActive")
    desk.rest()
    assert not place.desk.staff[1].active
    desk.tap("member_wu")
    desk.tap("resetPassword")
    desk.rest()
    assert desk.await_("givenPassword").property("text") == GIVEN
    desk.window.shell.signOut()
    desk.on("signin")
    assert desk.window.bridges["members"].property("given") == ""


def test_what_is_refused_stands_in_the_sheet(open_desk: OpenDesk, place: FakePlace) -> None:
    place.desk.trouble["set_roles"] = Closed("last_security_admin")
    desk = open_desk(login=ADMIN.login)
    desk.on("staff")
    desk.tap("member_wu")
    desk.tap("sheetGo")
    desk.rest()
    assert "最后一位" in str(desk.await_("problem").property("text"))
    desk.tap("sheetBack")
    assert desk.find("sheetGo") is None


def test_nobody_changes_themselves(open_desk: OpenDesk) -> None:
    desk = open_desk(login=ADMIN.login)
    desk.on("staff")
    desk.tap("member_security")
    for name in ("sheetGo", "resetPassword", "setActive"):
        assert desk.await_(name).property("closed")


def test_an_auditor_reads_who_did_what_by_day_and_person(open_desk: OpenDesk, place: FakePlace) -> None:
    desk = open_desk(login=AUDITOR.login)
    desk.on("audit")
    trail = desk.window.bridges["trail"]
    assert desk.await_("audits").property("count") == 20
    desk.tap("auditMore")
    desk.rest()
    assert desk.await_("audits").property("count") == 40
    desk.type("auditSince", "2026-11-01")
    desk.rest()
    desk.tap("auditWho")
    desk.tap("auditWho_wu")
    desk.rest()
    assert {row["who"] for row in trail.property("rows")} == {OFFICER.name}
    assert str(place.desk.answered[-1][1]) == "2026-11-01"
    desk.tap(f"audit_{trail.property('rows')[0]['key']}")
    assert len(str(desk.await_("act_hash").property("text"))) == 64
    key(desk, Qt.Key.Key_Escape)
    assert desk.find("act_hash") is None


def test_a_system_admin_has_the_printers_and_no_case(open_desk: OpenDesk, place: FakePlace) -> None:
    place.printers_stuck = 1
    desk = open_desk(login=SYSTEM.login)
    (page,) = desk.window.shell.pages_told()
    assert (page["id"], page["badge"]) == ("printing", 1), "copies are none of the admin's business"
    assert desk.await_("printerName").property("text")


def test_who_is_no_member_any_more_is_signed_out(desk: DeskDrive, place: FakePlace) -> None:
    place.desk.trouble["page"] = Closed("not_a_member")
    place.desk.stir()
    desk.on("signin")
    assert "名单" in str(desk.window.shell.property("problem"))
    assert not desk.window.asking.signed_in
