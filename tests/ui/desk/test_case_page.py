"""The case page in the desk's window, worked by keys alone; what is looked for on every part of it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.desk.case import TABS, CasePage
from tests.ui import looking
from tests.ui.desk.case_samples import LIVE, entry
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import PASSWORD, FakePlace

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
MOST_KEYS_TO_ACCEPT = 3


def case_of(drive: DeskDrive) -> CasePage:
    page = drive.window.bridges["case_"]
    assert isinstance(page, CasePage)
    return page


def press(drive: DeskDrive, *keys: Qt.Key | str, with_: Qt.KeyboardModifier | None = None) -> int:
    """Press keys one after another and wait for what they do; return how many there were."""
    for key in keys:
        QTest.keyClick(drive.view, key, with_ or Qt.KeyboardModifier.NoModifier)
        drive.rest()
    return len(keys)


def _place(tab: str) -> str:
    return str(TABS.index(tab) + 1)


def open_case(drive: DeskDrive, place: FakePlace, n: int = 0) -> UUID:
    case_id = place.desk.listed[n].case_id
    drive.window.shell.open_case(case_id)
    drive.rest()
    drive.await_("case")
    return case_id


def test_an_arrived_case_is_accepted_with_three_keys_or_fewer(desk: DeskDrive, place: FakePlace) -> None:
    """Counted from the open case; the paper is seen before it is issued."""
    open_case(desk, place)
    keys = press(desk, "a")
    assert desk.find("previewPage_0") is not None
    keys += press(desk, KEY.Key_Return)
    assert place.desk.sample.named("act")[0][2] == "accept"
    assert keys <= MOST_KEYS_TO_ACCEPT
    assert desk.find("told_said") is not None
    assert desk.focus_name().startswith("act_"), "the keys stand where work goes on"
    press(desk, KEY.Key_Z, with_=CTRL)
    assert place.desk.sample.named("undo")


def test_a_refusal_is_filled_in_and_done_without_the_mouse(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, "r")
    assert desk.focus_name() == "asked_ground_1"
    press(desk, KEY.Key_Return, with_=CTRL)
    assert desk.find("actingProblems") is not None, "what is missing is said at the top"
    assert desk.focus_name() == "asked_ground_1", "and the keys go to the first of it"
    press(desk, KEY.Key_Down, KEY.Key_Return)
    assert desk.focus_name() == "asked_ground_2"
    press(desk, KEY.Key_Tab)
    assert desk.focus_name() == "asked_told_on"
    desk.write("1122")
    field = desk.await_("asked_reason")
    field.forceActiveFocus()
    desk.write("no name")
    press(desk, KEY.Key_Return)
    given = place.desk.sample.named("act")[0][3]
    assert given == {"ground": "2", "told_on": "2026-11-22", "reason": "no name"}


def test_enter_begins_a_line_only_with_shift(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    case_of(desk).correct("facts.acts")
    desk.rest()
    press(desk, KEY.Key_Return, with_=SHIFT)
    assert "\n" in str(desk.await_("asked_value").property("text"))
    assert case_of(desk).acting.stage == "form"


def test_leaving_a_dialog_does_nothing_and_gives_the_keys_back(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, "r")
    press(desk, KEY.Key_Escape)
    assert desk.find("acting") is None
    assert desk.focus_name() == "act_accept"
    assert not place.desk.sample.named("act")


def test_the_keys_go_round_inside_a_dialog(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, "r")
    seen = set()
    for _ in range(20):
        press(desk, KEY.Key_Tab)
        item = desk.view.activeFocusItem()
        assert looking.ancestor(item, "acting") is not None, desk.focus_name()
        seen.add(desk.focus_name())
    assert {"asked_told_on", "asked_reason", "actingPreview", "actingLeave", "actingDo"} <= seen
    press(desk, "j", with_=CTRL)
    assert case_of(desk).acting.stage == "form"


def test_every_tab_has_its_key(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    for n, tab in enumerate(TABS, 1):
        press(desk, str(n), with_=ALT)
        assert case_of(desk).tab == tab


def test_evidence_is_looked_through_by_keys(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, _place("evidence"), with_=ALT)
    desk.await_("exhibit_1").forceActiveFocus()
    press(desk, KEY.Key_Right, KEY.Key_Return)
    evidence = case_of(desk).evidence
    assert evidence.name == "进货单样本.pdf"
    press(desk, KEY.Key_PageDown, "r", "+", "+")
    assert (evidence.pages, evidence.angle, evidence.zoom) == ("第 2 页，共 3 页", 90, 2.0)
    press(desk, "0", KEY.Key_Right)
    assert evidence.name == "现场样本.mp4"
    press(desk, KEY.Key_Right)
    assert desk.await_("exhibitTold").property("text") == "这种文件在这里看不到画面。原件完整保存着。"
    press(desk, KEY.Key_Escape)
    assert desk.focus_name() == "exhibit_4"


def test_a_paper_is_read_and_printed_again_with_its_reason(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, _place("papers"), with_=ALT)
    desk.await_("read_0").forceActiveFocus()
    press(desk, KEY.Key_Return)
    assert desk.find("paperPage_0") is not None
    press(desk, KEY.Key_Plus, with_=CTRL)
    desk.await_("readingClose").forceActiveFocus()
    press(desk, KEY.Key_Plus, with_=CTRL)
    assert desk.await_("paperZoom").property("text") == "150%"
    assert not desk.window.display.property("large")
    wait_for(lambda: all(page.endswith(".198") for page in case_of(desk).papers.pages[:1]), "a sharp page")
    press(desk, KEY.Key_P, with_=CTRL)
    assert desk.focus_name() == "asked_reason"
    desk.write("lost")
    press(desk, KEY.Key_Return)
    assert place.desk.sample.named("print_paper")[0][1] == "lost"
    press(desk, KEY.Key_Escape)
    assert desk.focus_name() == "read_0"


def test_a_contact_is_entered_in_a_few_keys(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, _place("contacts"), with_=ALT)
    press(desk, KEY.Key_N, with_=CTRL)
    desk.await_("asked_way_phone").forceActiveFocus()
    press(desk, KEY.Key_Return, KEY.Key_Tab)
    desk.await_("asked_result_no_answer").forceActiveFocus()
    press(desk, KEY.Key_Return, KEY.Key_Return)
    assert place.desk.sample.named("contact")[0][1:] == (3, "phone", "no_answer", None, None)


def test_why_a_date_is_what_it_is_unfolds_by_keys(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    row = desk.await_("clock_0")
    row.forceActiveFocus()
    press(desk, KEY.Key_Return)
    said = [str(item.property("text")) for item in looking.own(desk) if looking.ancestor(item, "clock_0")]
    assert "7 个工作日。" in said


def test_a_changed_case_shows_both_states_and_is_done_again_by_enter(
    desk: DeskDrive, place: FakePlace
) -> None:
    open_case(desk, place)
    press(desk, "a")
    sample = place.desk.sample
    matter = replace(LIVE.matters[0], owner="wang", version=4)
    sample.file = replace(
        sample.file,
        version=8,
        matters=(matter, *sample.file.matters[1:]),
        journal=(*sample.file.journal, entry(4, 40, LIVE.journal[0].what, "wang")),
    )
    press(desk, KEY.Key_Return)
    assert desk.find("conflict_before") is not None
    assert desk.find("conflict_now") is not None
    press(desk, KEY.Key_Return)
    assert sample.named("act")[-1][4:6] == (8, 4)
    assert case_of(desk).acting.stage == ""


def test_a_change_elsewhere_is_a_quiet_line_and_a_dialog_stays(desk: DeskDrive, place: FakePlace) -> None:
    case_id = open_case(desk, place)
    press(desk, "r")
    case_of(desk).acting.fields[2].type("half a reason")
    sample = place.desk.sample
    entries = (*LIVE.journal, entry(4, 40, LIVE.journal[0].what, "wang"))
    sample.file = replace(sample.file, version=8, journal=entries)
    place.desk.stir(case_id)
    desk.rest()
    assert case_of(desk).acting.fields[2].text == "half a reason"
    press(desk, KEY.Key_Escape)
    assert str(desk.await_("newer_said").property("text")).startswith("wang")
    desk.tap("newer_do")
    desk.rest()
    assert desk.find("newer_said") is None


def test_the_palette_offers_what_may_be_done_to_the_case(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    offered = {command.id: command for command in case_of(desk).commands()}
    assert offered["act_accept"].keys == "A"
    assert offered["act_confirm"].closed
    offered["contact"].do()
    desk.rest()
    assert desk.find("acting") is not None


def test_the_keys_come_back_to_a_dialog_after_the_lock(desk: DeskDrive, place: FakePlace) -> None:
    open_case(desk, place)
    press(desk, "r")
    case_of(desk).acting.fields[2].type("half a reason")
    press(desk, KEY.Key_L, with_=CTRL)
    assert desk.window.shell.is_locked
    desk.window.shell.unlock(PASSWORD)
    desk.rest()
    settle()
    assert looking.ancestor(desk.view.activeFocusItem(), "acting") is not None
    assert case_of(desk).acting.fields[2].text == "half a reason"
