"""Keys of every kind: the keyboard on the screen, the real one alone, Qt's own counting of objects."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, items, settle, wait_for
from stationkiosk.ui.kiosk.sample import form_page
from tests.ui.conftest import Open
from tests.ui.fakes import FakeCounter

EMPTY_DICTIONARY_BYTES = 40
CALLS = 10_000


def shown_keys(drive: Drive) -> dict[str, QQuickItem]:
    """The keys of the keyboard on the screen, by what stands on them."""
    keys = {}
    for item in items(drive.root):
        about = item.metaObject()
        if about.indexOfProperty("displayText") >= 0 and about.indexOfProperty("weight") >= 0:
            keys[str(item.property("displayText")).lower()] = item
    return keys


def press_key(drive: Drive, sign: str) -> None:
    wait_for(lambda: sign in shown_keys(drive), f"key {sign}")
    key = shown_keys(drive)[sign]
    drive.await_rest(key)
    middle = key.mapToScene(QPointF(key.width() / 2, key.height() / 2)).toPoint()
    QTest.mouseClick(drive.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    settle()


def to_the_name(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.tap("q_applicant_name")


def test_chinese_is_typed_on_the_screen_and_nothing_is_learnt(drive: Drive, fresh_home: Path) -> None:
    to_the_name(drive)
    for sign in "zhang":
        press_key(drive, sign)
    drive.tap("q_applicant_phone")
    typed = drive.await_("q_applicant_name").property("text")
    assert len(typed) == 1
    assert "一" <= typed <= "鿿"
    drive.window.wipe()
    for file in fresh_home.rglob("usr_dict.dat"):
        assert file.stat().st_size <= EMPTY_DICTIONARY_BYTES


def test_the_field_in_use_is_never_covered_by_the_keyboard(drive: Drive) -> None:
    to_the_name(drive)
    for name in ("q_applicant_name", "q_applicant_id", "q_applicant_phone", "q_applicant_address"):
        drive.tap(name)
        panel = drive.await_("inputPanel")
        field = drive.await_(name)
        drive.await_rest(field)
        assert drive.place(field).bottom() <= drive.place(panel).top()
        for strip in (drive.find("scrollUp"), drive.find("scrollDown")):
            assert strip is None or not drive.place(strip).intersects(drive.place(field))


def test_a_field_stays_in_view_when_the_page_grows_above_it(drive: Drive) -> None:
    to_the_name(drive)
    drive.tap("q_applicant_address")
    drive.window.filing.codeSeen()
    drive.await_rest(drive.await_("q_applicant_address"))
    for strip in (drive.find("scrollUp"), drive.find("scrollDown")):
        field = drive.place(drive.await_("q_applicant_address"))
        assert strip is None or not drive.place(strip).intersects(field)


def test_more_candidates_come_by_a_tap(drive: Drive) -> None:
    to_the_name(drive)
    for sign in "wang":
        press_key(drive, sign)
    candidates = drive.await_("wordCandidateView")
    assert drive.place(drive.await_("moreCandidates")).left() >= drive.place(candidates).right() - 1
    drive.tap("moreCandidates")
    assert candidates.property("contentX") > 0
    for _ in range(40):
        if candidates.property("contentX") == 0:
            break
        drive.tap("moreCandidates")
    assert candidates.property("contentX") == 0
    assert drive.await_("q_applicant_name").property("preeditText") == "wang"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", list(Language))
def test_hide_and_end_stay_while_the_keyboard_takes_the_room(
    open_kiosk: Open, language: Language, large: bool
) -> None:
    drive = open_kiosk((1280, 800), language, large=large)
    to_the_name(drive)
    drive.await_("inputPanel")
    drive.await_rest(drive.await_("next"))
    places = [drive.place(drive.await_(name)) for name in ("hide", "end", "callStaff", "back", "next")]
    assert all(p.top() >= 0 and p.bottom() <= drive.place(drive.await_("keyboard")).top() for p in places)
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[i + 1 :])
    drive.tap("hide")
    drive.await_("unhide")


@pytest.mark.parametrize("language", list(Language))
def test_the_field_of_a_code_is_seen_when_its_page_opens(open_kiosk: Open, language: Language) -> None:
    drive = open_kiosk((1280, 800), language, large=True)
    drive.tap("resume")
    drive.on("resume")
    drive.await_("inputPanel")

    def seen() -> bool:
        field = drive.place(drive.await_("code"))
        strips = [drive.find("scrollUp"), drive.find("scrollDown")]
        covered = any(strip and drive.place(strip).intersects(field) for strip in strips)
        return not covered and field.bottom() <= drive.place(drive.await_("inputPanel")).top()

    wait_for(seen, "the field in view", 2)


@pytest.mark.parametrize("name", ["q_applicant_id", "q_applicant_phone"])
def test_number_fields_bring_digits_and_nothing_else(drive: Drive, name: str) -> None:
    to_the_name(drive)
    drive.tap(name)
    wait_for(lambda: "5" in shown_keys(drive), "digits")
    assert not {"q", "@", "#", "%"} & set(shown_keys(drive))


def test_a_number_from_abroad_begins_with_a_plus_that_is_there_to_tap(drive: Drive) -> None:
    to_the_name(drive)
    drive.tap("q_applicant_phone")
    drive.tap("q_applicant_phone_extra")
    assert drive.await_("q_applicant_phone").property("text") == "+"


def test_the_keys_are_as_wide_as_a_finger(drive: Drive) -> None:
    to_the_name(drive)
    wait_for(lambda: "q" in shown_keys(drive), "letters")
    key = shown_keys(drive)["q"]
    drive.await_rest(key)
    assert min(key.width(), key.height()) >= 18 * drive.window.display.px_per_mm


def tab_to(drive: Drive, name: str, most: int = 60) -> None:
    """Press Tab until the item has the focus."""
    for _ in range(most):
        focus = drive.view.activeFocusItem()
        if focus is not None and focus.objectName() == name:
            return
        drive.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def test_the_kiosk_is_worked_by_keys_alone_with_a_visible_focus(drive: Drive) -> None:
    tab_to(drive, "file")
    assert drive.window.display.keyed
    drive.key(Qt.Key.Key_Return)
    drive.on("tiles")
    tab_to(drive, "kind_trademark")
    drive.key(Qt.Key.Key_Space)
    form_page(drive, "who")
    tab_to(drive, "q_applicant_kind_person")
    drive.key(Qt.Key.Key_Space)
    assert drive.view.activeFocusItem().objectName() == "q_applicant_kind_person"
    tab_to(drive, "q_acting_self")
    drive.key(Qt.Key.Key_Space)
    tab_to(drive, "q_applicant_name")


def test_no_reference_to_none_or_true_is_lost_in_calls_of_qt(drive: Drive, counter: FakeCounter) -> None:
    probe, display = QObject(), drive.window.display
    before_none, before_true = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        probe.objectNameChanged.emit("")
        probe.setObjectName("probe")
        display.work_by_keys(False)
        drive.view.update()
        drive.view.requestActivate()
    assert sys.getrefcount(None) > before_none - CALLS // 10
    assert sys.getrefcount(True) > before_true - CALLS // 10
    assert counter.threads
