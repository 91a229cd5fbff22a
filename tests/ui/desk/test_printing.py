"""The desk's page of printing, by keys and mouse, over made-up printers in every trouble."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtTest import QTest

from stationkiosk.casework.printing.shown import PaperRule
from stationkiosk.devices.printing import JobState, PrinterState, Queued, Stage, Trouble
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.printing import Printing
from stationkiosk.ui.desk.printing_words import PrintingWords, title_of
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import OFFICER, FakePlace
from tests.ui.desk.fake_printing import FOUND, OFFICE, WAITING, FakePrinting

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def key(drive: DeskDrive, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(drive.view, code, held)
    drive.rest()


def retype(drive: DeskDrive, field: str, text: str) -> None:
    """Type over what stands in a field."""
    drive.await_(field).setProperty("text", "")
    drive.type(field, text)


@pytest.fixture
def fake(place: FakePlace) -> FakePrinting:
    return place.desk.printing


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskDrive:
    drive = open_desk()
    drive.window.shell.go("printing")
    drive.on("printing")
    return drive


def page_of(drive: DeskDrive) -> Printing:
    page = drive.window.bridges["printing"]
    assert isinstance(page, Printing)
    return page


def done(fake: FakePrinting, name: str) -> list[tuple[object, ...]]:
    return [what[1:] for what in fake.done if what[0] == name]


def test_the_foot_leads_to_the_printers_and_the_rail_counts_what_waits(open_desk: OpenDesk) -> None:
    desk = open_desk()
    badges = {page["id"]: page["badge"] for page in desk.window.shell.pages_told()}
    assert badges["printing"] == 3
    desk.tap("lead_printer")
    desk.on("printing")
    assert desk.await_("printerRows").property("activeFocus")


def test_a_printer_in_trouble_says_what_to_do(desk: DeskDrive) -> None:
    one = page_of(desk).property("printers").property("one")
    assert one["trouble"] == {"title": "打印机没纸了", "do": "加纸，推好纸盒。排队的会自己接着印。"}
    assert [supply["told"] for supply in one["supplies"]] == [
        "还有 62%",
        "快用完了，还有 7%",
        "打印机没有说还有多少",
    ]
    assert one["others"] == "别的电脑送来的：1 份。"
    assert desk.find("resumePrinter") is None
    key(desk, KEY.Key_Down)
    assert desk.await_("printerName").property("text") == "大厅小票机（样品）"


def test_what_renews_itself_takes_neither_keys_nor_place(desk: DeskDrive, fake: FakePrinting) -> None:
    cancel = desk.await_("cancelJob_1")
    cancel.forceActiveFocus()
    scroll = desk.await_("printerScroll")
    scroll.setProperty("position", 60)
    shown = fake.shelf[0]
    queue = (*shown.queue[:2], Queued("44", "ZW-LJ07A-20261122-00009 1", Stage.PENDING))
    fake.shelf[0] = replace(shown, state=replace(shown.state, trouble=Trouble.PAUSED), queue=queue)
    page_of(desk).beat()
    desk.rest()
    assert desk.find("cancelJob_2") is not None
    assert desk.find("resumePrinter") is not None
    assert (desk.focus_name(), scroll.property("position")) == ("cancelJob_1", 60)


def test_a_job_is_cancelled_a_pause_ended_and_a_refusal_told(desk: DeskDrive, fake: FakePrinting) -> None:
    desk.tap("cancelJob_0")
    desk.rest()
    assert done(fake, "cancel_job") == [("ipp-1", "41")]
    fake.shelf[0] = replace(fake.shelf[0], state=PrinterState(False, Trouble.PAUSED))
    page_of(desk).beat()
    desk.rest()
    fake.trouble["resume_printer"] = KnownError("offline")
    key(desk, KEY.Key_R, ALT)
    assert "没有应答" in str(desk.await_("printerProblem_said").property("text"))
    key(desk, KEY.Key_R, ALT)
    assert done(fake, "resume_printer") == [("ipp-1",)]
    assert desk.find("printerProblem_said") is None


def test_a_test_page_is_followed_to_its_end(desk: DeskDrive, fake: FakePrinting) -> None:
    fake.trials = [JobState(Stage.PRINTING, Trouble.PAPER_OUT), JobState(Stage.FAILED, Trouble.PAPER_JAM)]
    key(desk, KEY.Key_T, ALT)
    printers = page_of(desk).property("printers")
    assert printers.property("trial")["tone"] == "jade"
    printers.follow()
    desk.rest()
    assert printers.property("trial")["tone"] == "amber"
    printers.follow()
    desk.rest()
    assert "没有印出来" in printers.property("trial")["text"]
    assert "卡纸" in str(desk.await_("trial_said").property("text"))
    fake.trouble["print_trial"] = KnownError("offline")
    key(desk, KEY.Key_T, ALT)
    assert desk.find("trial_said") is None
    assert desk.find("printerProblem_said") is not None


def test_a_found_printer_is_added(desk: DeskDrive, fake: FakePrinting) -> None:
    key(desk, KEY.Key_N, ALT)
    desk.tap("use_0")
    retype(desk, "printerNameZh", "二楼")
    desk.tap("printerOffered")
    key(desk, KEY.Key_Return, CTRL)
    name = Text("二楼", FOUND.name.en)
    assert done(fake, "keep_printer") == [(replace(FOUND, name=name, public=False),)]
    assert desk.find("sheetGo") is None
    assert desk.find("printer_ipp-new") is not None
    assert page_of(desk).property("printers").property("one")["id"] == "ipp-new", "it is shown at once"
    assert desk.await_("printerRows").property("currentIndex") == 0
    key(desk, KEY.Key_Down)
    key(desk, KEY.Key_Down)
    key(desk, KEY.Key_Up)
    assert page_of(desk).property("printers").property("one")["id"] == "ipp-1"


def test_a_receipt_printer_is_typed_in_and_what_lacks_is_said(desk: DeskDrive, fake: FakePrinting) -> None:
    fake.found = ()
    page_of(desk).add()
    desk.rest()
    assert "没有找到" in str(desk.await_("findingTold").property("text"))
    keeping = page_of(desk).property("keeping")
    desk.tap("sheetGo")
    assert set(keeping.property("wrong")) == {"address", "zh", "en"}
    keeping.type("kind", "escpos")
    assert keeping.property("typed")["format"] == "roll80"
    settle()
    typed = {"Address": "usb:04b8:0e15", "NameZh": "门口", "NameEn": "Door", "Dots": "9"}
    for field, text in typed.items():
        retype(desk, f"printer{field}", text)
    desk.tap("sheetGo")
    assert set(keeping.property("wrong")) == {"dots"}
    retype(desk, "printerDots", "512")
    fake.trouble["keep_printer"] = Closed("not_your_role")
    desk.tap("sheetGo")
    desk.rest()
    assert keeping.property("problem")
    desk.tap("sheetGo")
    desk.rest()
    ((spec,),) = done(fake, "keep_printer")
    assert (spec.kind, spec.address, spec.dots, spec.public) == ("escpos", "usb:04b8:0e15", 512, True)  # type: ignore[attr-defined]


def test_a_printer_is_changed_removed_and_another_device_accepted(
    desk: DeskDrive, fake: FakePrinting
) -> None:
    desk.tap("changePrinter")
    retype(desk, "printerNameEn", "Upstairs")
    key(desk, KEY.Key_Return, CTRL)
    ((spec,),) = done(fake, "keep_printer")
    assert spec == replace(OFFICE, name=Text(OFFICE.name.zh, "Upstairs"))
    desk.tap("printer_ipp-2")
    page_of(desk).property("printers")._cannot(KnownError("printer_swapped"))
    assert desk.find("printerProblem_said") is not None
    desk.tap("acceptPrinter")
    desk.tap("sheetGo")
    desk.rest()
    assert done(fake, "accept_printer") == [("ipp-2",)]
    assert desk.find("printerProblem_said") is None
    desk.tap("removePrinter")
    key(desk, KEY.Key_Escape)
    assert not done(fake, "drop_printer")
    desk.tap("removePrinter")
    key(desk, KEY.Key_Return, CTRL)
    assert done(fake, "drop_printer") == [("ipp-2",)]
    desk.tap("printer_folder")
    assert desk.await_("removePrinter").property("closed") == "这一台写在站点设置里，不在这里改。"


def test_more_papers_are_sent_to_a_printer(desk: DeskDrive, fake: FakePrinting) -> None:
    desk.tap("printer_escpos-1")
    page_of(desk).property("printers").prefer("inquiry_notice")
    desk.rest()
    assert done(fake, "keep_rule") == [
        ("inquiry_notice", PaperRule("escpos-1", "", "two-sided-long-edge")),
    ]


def test_whoever_may_not_change_printers_is_told_why(open_desk: OpenDesk) -> None:
    desk = open_desk(login=OFFICER.login)
    desk.window.shell.go("printing")
    desk.on("printing")
    page = page_of(desk)
    for name in ("addPrinter", "changePrinter", "removePrinter"):
        assert "负责人" in str(desk.await_(name).property("closed"))
    page.add()
    assert page.property("keeping").property("sheet") == ""
    page.turn("papers")
    desk.rest()
    page.property("rules").open("*")
    desk.rest()
    assert "负责人" in str(desk.await_("sheetGo").property("closed"))


def test_how_a_kind_of_paper_prints_is_changed_by_keys(desk: DeskDrive, fake: FakePrinting) -> None:
    key(desk, KEY.Key_2, ALT)
    key(desk, KEY.Key_Down)
    key(desk, KEY.Key_Down)
    key(desk, KEY.Key_Return)
    rules = page_of(desk).property("rules")
    assert [tray["id"] for tray in rules.property("trays")] == ["*own", "tray-1", "tray-2"]
    for part, value in (("tray", "tray-1"), ("sides", "one-sided"), ("copies", "4")):
        rules.choose(part, value)
    key(desk, KEY.Key_Return, CTRL)
    assert done(fake, "keep_rule") == [("agreement", PaperRule("ipp-1", "tray-1", "one-sided", 4))]
    rules.open("agreement")
    rules.choose("printer", "*first")
    assert rules.property("one")["tray"] == "*own"
    desk.rest()
    fake.trouble["drop_rule"] = KnownError("disk_full")
    desk.tap("dropRule")
    desk.rest()
    assert rules.property("problem")
    desk.tap("dropRule")
    desk.rest()
    assert done(fake, "drop_rule") == [("agreement",)]


def test_every_copy_that_needs_a_hand_is_settled(desk: DeskDrive, fake: FakePrinting) -> None:
    key(desk, KEY.Key_3, ALT)
    assert page_of(desk).property("tabs")[2]["count"] == 3
    desk.tap("copy_1_in_hand")
    desk.rest()
    ((ref, n, end, _why),) = done(fake, "settle_copy")
    assert (ref, n, end) == (WAITING[1].ref, 2, "in_hand")
    desk.tap("copy_0_not_there")
    desk.tap("sheetGo")
    assert desk.await_("problem").property("text") == "写一句原因。"
    desk.type("copyReason", "看过出纸口")
    key(desk, KEY.Key_Return)
    assert done(fake, "settle_copy")[-1] == (WAITING[0].ref, 1, "not_there", "看过出纸口")
    desk.tap("copy_0_again")
    desk.type("copyReason", "卡纸")
    key(desk, KEY.Key_Return, CTRL)
    assert page_of(desk).property("tabs")[2]["count"] == 1


def test_the_turns_of_a_copy_are_read_and_it_is_printed_again(desk: DeskDrive, place: FakePlace) -> None:
    key(desk, KEY.Key_3, ALT)
    copies = page_of(desk).property("copies")
    number = copies.property("rows")[3]["number"]
    cell = next(item for item in desk.shown() if item.property("text") == number)
    elided = QQmlExpression(qmlContext(cell), cell, "elide === Text.ElideMiddle")
    assert elided.evaluate()[0] is True, "a number that is cut keeps its end"
    copies.open(copies.property("rows")[3]["key"])
    desk.rest()
    assert desk.await_("turn_2").property("text") == "已拿到"
    desk.tap("sheetGo")
    desk.type("copyReason", "当事人丢了")
    key(desk, KEY.Key_Return, CTRL)
    assert place.desk.sample.named("print_paper")[-1][1] == "当事人丢了"


def test_another_day_is_looked_at(desk: DeskDrive, fake: FakePrinting) -> None:
    key(desk, KEY.Key_3, ALT)
    today = page_of(desk).property("copies").property("day")
    fake.day = ()
    key(desk, KEY.Key_Left, ALT)
    before = page_of(desk).property("copies").property("day")
    assert before < today
    assert str(done(fake, "copies")[-1][0]) == before
    fake.trouble["copies"] = KnownError("disk_full")
    page_of(desk).property("copies").choose("")
    desk.rest()
    assert desk.window.shell.property("line")["tone"] == "seal"


def test_nobody_signed_in_sees_no_printer(desk: DeskDrive) -> None:
    desk.window.shell.signOut()
    desk.on("signin")
    page = page_of(desk)
    assert page.property("printers").property("one") == {"id": ""}
    page.beat()
    wait_for(lambda: desk.window.asking.idle)
    assert page.property("copies").property("rows") == []


@pytest.mark.parametrize("trouble", [one for one in Trouble if one])
def test_every_trouble_says_what_staff_do(reference: Reference, trouble: Trouble) -> None:
    words = Words(reference.words.text)
    assert reference.words.text(f"printing_page.do.{trouble}")
    said = PrintingWords(words).standing(PrinterState(False, trouble))
    assert said == words.speak(title_of(words, trouble))


def test_the_self_test_is_run_and_its_report_printed(desk: DeskDrive, fake: FakePrinting) -> None:
    fake.tested = None
    key(desk, KEY.Key_4, ALT)
    assert desk.await_("selfTestWhen").property("text") == "还没有自检过。"
    key(desk, KEY.Key_R, ALT)
    checks = page_of(desk).property("checks")
    assert [row["tone"] for row in checks.property("rows")] == ["seal", "amber", "jade", "ink"]
    assert desk.await_("selfTestSum_said").property("text") == "有地方不行，先处理。"
    checks.choose("folder")
    fake.trials = [JobState(Stage.UNKNOWN)]
    key(desk, KEY.Key_P, ALT)
    assert done(fake, "print_readiness") == [("folder",)]
    checks.follow()
    desk.rest()
    assert checks.property("printing")["tone"] == "amber"
    fake.trouble["self_test"] = KnownError("disk_full")
    next(one for one in page_of(desk).commands() if one.id == "self_test").do()
    desk.rest()
    assert checks.property("problem")
    assert not checks.property("busy")
