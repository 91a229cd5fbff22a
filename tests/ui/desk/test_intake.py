"""Intake on behalf at the desk: by keyboard alone, from the first question to the number."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from stationkiosk.domain.application import PartyRole, SignatureKind
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from stationkiosk.ui.desk.intake import Intake
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.fake_taking import EARLIER, FakeTaking
from tests.ui.fakes import NUMBER, FakeCard

STORY = {"respondent_name": "乙商行（样本）", "respondent_place": "样本路 2 号"}


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskDrive:
    drive = open_desk((1366, 768))
    drive.window.shell.show("intake")
    drive.on("intake")
    return drive


@pytest.fixture
def taking(place: FakePlace) -> FakeTaking:
    return place.desk.taking


def intake(desk: DeskDrive) -> Intake:
    bridge = desk.window.bridges["intake"]
    assert isinstance(bridge, Intake)
    return bridge


def wrong(desk: DeskDrive) -> list[str]:
    return [problem.question for problem in intake(desk).taking._problems]


def begun(desk: DeskDrive, kind: str = "trademark") -> Intake:
    bridge = intake(desk)
    bridge.begin("holder")
    bridge.choose(kind)
    desk.rest()
    return bridge


@pytest.mark.parametrize("away", ["changeUser", "lock", "signOut"])
def test_what_was_just_typed_is_kept_before_somebody_else_can_sit_down(
    desk: DeskDrive, taking: FakeTaking, away: str
) -> None:
    bridge = begun(desk)
    bridge.taking.proofLater(True)
    taking.draft = None
    getattr(desk.window.shell, away)()
    assert not bridge.taking._saves.isActive()
    desk.rest()
    assert taking.draft is not None


def press(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.rest()


def tell_the_rest(desk: DeskDrive) -> None:
    """What is left after copying from an earlier case."""
    bridge = intake(desk)
    for form in bridge.taking.sections.forms:
        for row in form.property("rows"):
            answer = {"claims": "stop", "acts": "same_mark", "ongoing": "yes"}.get(row.question.id)
            if answer:
                row.tick(answer)
            elif row.question.id in STORY:
                row.type(STORY[row.question.id])
            elif row.question.id == "since":
                row.dontKnow(True)
    bridge.taking.proofLater(True)
    for consent in bridge.taking.routes.consents_asked:
        bridge.taking.routes.consent(consent, True)
    bridge.taking.signing.hear(True)
    desk.rest()


def copied(desk: DeskDrive) -> None:
    bridge = intake(desk)
    desk.key(Qt.Key.Key_F3)
    desk.type("copyFrom", "样")
    desk.rest()
    bridge.taking.copying.copy(0)
    desk.rest()


def test_the_first_question_and_the_kind_are_answered_by_a_digit(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_2)
    desk.await_("kind_trademark")
    desk.key(Qt.Key.Key_Escape)
    desk.await_("first_holder")
    desk.key(Qt.Key.Key_2)
    desk.key(Qt.Key.Key_1)
    desk.await_("intakeSheet")
    desk.rest()
    assert desk.focus_name() == "q_applicant_kind_person"


def test_options_are_chosen_by_arrows_and_digits_and_tab_passes_them_once(desk: DeskDrive) -> None:
    begun(desk)
    desk.key(Qt.Key.Key_2)
    desk.rest()
    desk.key(Qt.Key.Key_Tab)
    assert desk.focus_name().startswith("q_acting_")
    desk.key(Qt.Key.Key_1)
    desk.rest()
    assert desk.await_("q_organisation_name")
    assert intake(desk).taking.sheet.walk.answers()["applicant_kind"] == "organisation"


def test_the_press_tells_all_that_is_lacking_and_takes_the_keys_there(desk: DeskDrive) -> None:
    begun(desk)
    press(desk)
    assert {"applicant_kind", "trademark_number", "proof", "signature"} <= set(wrong(desk))
    assert desk.focus_name() == "q_applicant_kind_person"
    desk.await_("mend_0")
    desk.key(Qt.Key.Key_1)
    desk.rest()
    assert "applicant_kind" not in wrong(desk)


def test_nothing_is_typed_twice_and_the_witness_is_whoever_is_signed_in(
    desk: DeskDrive, taking: FakeTaking
) -> None:
    begun(desk)
    press(desk)
    copied(desk)
    assert len(taking.copied) == 1
    assert "trademark_number" not in wrong(desk)
    assert intake(desk).taking.sheet.walk.answers()["mark_name"] == EARLIER["mark_name"]
    tell_the_rest(desk)
    press(desk)
    assert wrong(desk) == []
    (filed,) = taking.filed
    assert [party.role for party in filed.parties] == list(PartyRole)
    assert (filed.signature.kind, filed.signature.witness) == (SignatureKind.WITNESSED, "李样本")
    assert filed.signature.signer == "样本二"
    assert desk.await_("filedNumber").property("text") == NUMBER
    assert place_printed(desk)
    press(desk)
    desk.on("cases")


def place_printed(desk: DeskDrive) -> bool:
    return not intake(desk).finished.property("copy").property("troubled")


def test_a_signature_on_paper_needs_its_scan(desk: DeskDrive, taking: FakeTaking, tmp_path: Path) -> None:
    (tmp_path / "signed.jpg").write_bytes(b"x")
    taking.stick = tmp_path
    begun(desk)
    copied(desk)
    tell_the_rest(desk)
    bridge = intake(desk).taking
    bridge.signing.onPaper(True)
    press(desk)
    assert wrong(desk) == ["signature"]
    bridge.proof.look()
    desk.rest()
    bridge.proof.add(0)
    desk.rest()
    bridge.proof.describe(bridge.sheet.state.exhibits[0].sha256, "signed")
    press(desk)
    assert taking.filed[0].signature.kind is SignatureKind.PAPER


def test_a_report_is_not_signed_and_who_tells_is_sealed(desk: DeskDrive, taking: FakeTaking) -> None:
    bridge = intake(desk)
    bridge.begin("saw")
    desk.rest()
    told = {
        "seen_what": "底料",
        "breach": "trademark",
        "respondent_name": "乙（样本）",
        "respondent_place": "样本路",
        "bought": "no",
        "named": "named",
        "reporter_name": "陈样本",
        "reporter_phone": "13800138000",
    }
    fill(desk, told)
    bridge.taking.signing.hear(True)
    press(desk)
    assert wrong(desk) == []
    (filed,) = taking.filed
    assert filed.signature.kind is SignatureKind.DECLARED
    assert set(filed.sealed) == {"reporter_name", "reporter_phone"}


def fill(desk: DeskDrive, told: dict[str, str]) -> None:
    for form in intake(desk).taking.sections.forms:
        for row in form.property("rows"):
            said = told.get(row.question.id)
            if said and row.question.options:
                row.tick(said)
            elif said:
                row.type(said)
            elif row.question.unknown and not row.raw:
                row.dontKnow(True)


COMPLAINT = {
    "bought_for": "daily_life",
    "bought_what": "火锅底料",
    "applicant_kind": "person",
    "acting": "self",
    "applicant_name": "陈样本",
    "applicant_paper": "none",
    "applicant_phone": "13800138000",
    "respondent_name": "乙商行（样本）",
    "respondent_place": "样本路 2 号",
    "what_happened": "吃了不舒服",
    "remedies": "refund",
}


def test_only_what_was_bought_for_daily_life_is_a_complaint(desk: DeskDrive, taking: FakeTaking) -> None:
    desk.key(Qt.Key.Key_1)
    desk.await_("intakeSheet")
    desk.rest()
    fill(desk, COMPLAINT | {"bought_for": "business"})
    intake(desk).taking.signing.hear(True)
    press(desk)
    assert wrong(desk) == ["bought_for"]
    assert desk.await_("barred")
    fill(desk, {"bought_for": "daily_life"})
    press(desk)
    assert wrong(desk) == []
    assert taking.filed[0].form == "complaint"


def test_what_is_no_complaint_becomes_a_report_and_keeps_what_was_typed(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_1)
    desk.rest()
    fill(desk, COMPLAINT | {"bought_for": "business"})
    desk.tap("reportInstead")
    desk.rest()
    bridge = intake(desk)
    assert bridge.taking.course is not None
    assert bridge.taking.course.name == "report"
    assert bridge.taking.sheet.walk.answers()["respondent_name"] == "乙商行（样本）"


def test_a_report_that_goes_elsewhere_says_so(desk: DeskDrive) -> None:
    desk.key(Qt.Key.Key_3)
    desk.rest()
    assert desk.find("handedOn") is None
    fill(desk, {"breach": "copyright"})
    desk.rest()
    assert desk.await_("handedOn")


def test_a_draft_comes_back_and_may_be_dropped(desk: DeskDrive, taking: FakeTaking) -> None:
    begun(desk)
    desk.key(Qt.Key.Key_2)
    intake(desk).taking.save()
    desk.rest()
    intake(desk).again()
    desk.rest()
    desk.tap("resume")
    desk.rest()
    assert intake(desk).taking.sheet.walk.answers()["applicant_kind"] == "organisation"
    desk.tap("drop")
    desk.await_("dropSheet")
    desk.rest()
    press(desk)
    assert taking.draft is None
    desk.await_("first_holder")


def test_somebody_else_sees_nothing_of_it(desk: DeskDrive, taking: FakeTaking) -> None:
    begun(desk)
    desk.key(Qt.Key.Key_1)
    intake(desk).forget()
    desk.rest()
    assert intake(desk).taking.sections.forms == ()
    assert intake(desk).property("stage") == "first"


def test_the_card_fills_the_person(desk: DeskDrive, taking: FakeTaking) -> None:
    begun(desk)
    bridge = intake(desk).taking
    bridge.readCard(0)
    desk.rest()
    taking.card = FakeCard()
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_1)
    desk.tap("readCard_0")
    desk.rest()
    assert bridge.sheet.walk.answers()["applicant_name"] == "张三样本"


def test_many_sides_come_as_rows_with_their_own_errors(desk: DeskDrive, taking: FakeTaking) -> None:
    begun(desk)
    copied(desk)
    tell_the_rest(desk)
    bridge = intake(desk).taking
    desk.key(Qt.Key.Key_F4)
    desk.rest()
    assert bridge.batch.cells == [["乙商行（样本）", "样本路 2 号", ""]]
    assert desk.focus_name() == "side_0_respondent_name"
    QGuiApplication.clipboard().setText("甲店（样本）\t样本路 1 号\t\n丙店（样本）\t\t12")
    desk.tap("side_0_respondent_name")
    desk.key(Qt.Key.Key_V, CTRL)
    desk.rest()
    assert len(bridge.batch.cells) == 3
    press(desk)
    assert wrong(desk) == ["respondent_name"]
    assert desk.focus_name() == "side_0_respondent_name"
    bridge.batch.remove(2)
    press(desk)
    (filed,) = taking.filed
    against = [party.name for party in filed.parties if party.role is PartyRole.RESPONDENT]
    assert against == ["乙商行（样本）", "甲店（样本）"]


def test_another_language_leaves_what_was_typed_and_the_keys_where_they_are(desk: DeskDrive) -> None:
    begun(desk)
    desk.type("q_mark_name", "山城样本")
    desk.window.words.choose(Language.EN)
    desk.rest()
    assert desk.focus_name() == "q_mark_name"
    assert desk.await_("q_mark_name").property("text") == "山城样本"


def test_a_list_is_read_from_the_stick_and_a_row_may_go_again(
    desk: DeskDrive, taking: FakeTaking, tmp_path: Path
) -> None:
    (tmp_path / "any.jpg").write_bytes(b"x")
    taking.stick = tmp_path
    begun(desk)
    bridge = intake(desk).taking
    bridge.several()
    bridge.batch.look()
    desk.rest()
    desk.tap("list_0")
    desk.rest()
    assert [row[0] for row in bridge.batch.cells] == ["甲店（样本）", ""]
    desk.tap("removeSide_1")
    desk.rest()
    desk.type("side_1_respondent_name", "丁店（样本）")
    desk.rest()
    assert [row[0] for row in bridge.batch.cells] == ["甲店（样本）", "丁店（样本）"]
    bridge.save()
    desk.rest()
    assert taking.draft is not None
    assert taking.draft[1]["cells"] == bridge.batch.cells
    bridge.several()
    assert bridge.sheet.walk.answers()["respondent_name"] == "甲店（样本）"


def test_a_stick_that_is_not_there_is_told_beside_the_table(desk: DeskDrive, taking: FakeTaking) -> None:
    begun(desk)
    bridge = intake(desk).taking
    bridge.several()
    bridge.batch.look()
    desk.rest()
    assert bridge.batch.property("said")


def test_a_fault_in_filing_keeps_everything(desk: DeskDrive, taking: FakeTaking) -> None:
    begun(desk)
    copied(desk)
    tell_the_rest(desk)
    taking.trouble["file"] = KnownError("disk_full")
    press(desk)
    assert desk.window.shell.sheet_up == "fault"
    desk.window.shell.close_sheet()
    taking.trouble.clear()
    press(desk)
    assert len(taking.filed) == 1
