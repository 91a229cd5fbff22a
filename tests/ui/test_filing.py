"""Filing by touch: from the first tile to the paper in hand."""

from __future__ import annotations

import threading

import pytest

from stationkiosk.domain.application import PartyRole, SignatureKind
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.sample import begin_an_application, file_a_dispute, form_page, to_the_receipt
from tests.ui.conftest import Open
from tests.ui.fakes import CODE, NUMBER, PIN, RECEIPT_CODE, FakeCounter

FAST_PATH_TAPS = 26


def test_a_person_files_a_trademark_dispute_and_takes_the_receipt(
    drive: Drive, counter: FakeCounter
) -> None:
    file_a_dispute(drive)
    to_the_receipt(drive)
    assert drive.await_("caseNumber").property("text") == NUMBER
    assert drive.await_("receiptCode").property("text") == RECEIPT_CODE
    (application,) = counter.filed
    assert application.routes
    assert [party.name for party in application.parties if party.role is PartyRole.APPLICANT] == [
        "张三样本"
    ]
    assert application.signature.kind is SignatureKind.STROKES
    assert len(application.signature.strokes) == 2
    assert counter.named("in_hand")[0][2] is True


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_a_signature_keeps_its_shape_whatever_the_pad(open_kiosk: Open, size: tuple[int, int]) -> None:
    drive = open_kiosk(size)
    file_a_dispute(drive)
    pad = drive.place(drive.await_("signaturePad"))
    xs, ys = zip(
        *((x, y) for stroke in drive.window.pages.sign._strokes for x, y, _ in stroke), strict=True
    )
    drawn = (0.7 - 0.3) * pad.width() / ((0.7 - 0.3) * pad.height())
    assert 3 * (max(xs) - min(xs)) / (max(ys) - min(ys)) == pytest.approx(drawn, rel=0.03)


def test_the_fast_path_takes_few_taps(drive: Drive) -> None:
    file_a_dispute(drive)
    to_the_receipt(drive)
    assert drive.taps <= FAST_PATH_TAPS


def test_a_double_tap_on_file_files_once(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    counter.gate = threading.Event()
    drive.double_tap("next")
    drive.on("filing")
    counter.gate.set()
    drive.on("done")
    assert len(counter.named("file")) == 1


def test_a_double_tap_on_next_goes_one_page_on(drive: Drive) -> None:
    drive.tap("file")
    drive.double_tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.type("q_applicant_name", "张三样本")
    drive.tap("q_applicant_paper_none")
    drive.type("q_applicant_phone", "13800138000")
    drive.double_tap("next")
    form_page(drive, "right")
    assert drive.find("errorSummary") is None


def test_the_counter_is_never_called_in_the_ui_thread(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    to_the_receipt(drive)
    assert counter.threads == {"counter_0"}
    assert threading.current_thread().name != "counter_0"


def test_problems_are_told_at_the_top_and_beside_the_field_and_lead_to_it(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.type("q_applicant_name", "张三样本")
    drive.type("q_applicant_id", "１１０ 105")
    drive.tap("next")
    summary = drive.await_("errorSummary")
    assert summary.hasActiveFocus()
    drive.tap("problem_applicant_id")
    field = drive.await_("q_applicant_id")
    assert field.hasActiveFocus()
    assert field.property("text") == "１１０ 105"


def test_a_question_appears_when_the_answer_before_it_asks_for_it(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_organisation")
    drive.tap("q_acting_agent")
    assert drive.find("q_organisation_name") is not None
    assert drive.find("q_applicant_id") is None


def test_a_question_in_the_words_of_the_heading_is_not_said_twice(drive: Drive) -> None:
    file_a_dispute(drive)
    drive.window.pages.check.change("acts")
    form_page(drive, "acts")
    title = drive.await_("title").property("text")
    assert drive.window.pages.form.rows[0].property("label") == title
    assert [item.property("text") for item in drive.shown()].count(title) == 1


def test_back_keeps_what_was_typed(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.type("q_applicant_name", "张三")
    drive.tap("back")
    drive.on("tiles")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    assert drive.await_("q_applicant_name").property("text") == "张三"


def test_an_error_goes_when_its_answer_changes_and_until_then_the_number_shows(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    form = drive.window.pages.form
    drive.tap("next")
    wait_for(lambda: form.problems, "the problems")
    kind = next(row for row in form.rows if row.property("id") == "applicant_kind")
    assert kind.property("problem")
    drive.tap("q_applicant_kind_person")
    assert not kind.property("problem")
    assert "applicant_kind" not in [problem["question"] for problem in form.problems]
    number = next(row for row in form.rows if row.property("id") == "applicant_id")
    number.type("123")
    drive.tap("next")
    wait_for(lambda: number.property("problem"), "the number refused")
    assert number.property("mask") == ""
    number.type("1234")
    assert not number.property("problem")
    assert number.property("mask") == "****"


def test_another_language_keeps_what_was_typed(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.type("q_applicant_name", "张三")
    drive.tap("language")
    assert drive.await_("title").property("text") == "Whose trademark is it about?"
    assert drive.await_("q_applicant_name").property("text") == "张三"
    drive.tap("large")
    assert drive.await_("q_applicant_name").property("text") == "张三"


def test_change_leads_from_the_check_page_straight_back_to_it(drive: Drive) -> None:
    file_a_dispute(drive)
    drive.tap("change_respondent_0")
    form_page(drive, "respondent")
    drive.type("q_respondent_name", "改")
    drive.tap("next")
    drive.on("check")


def test_each_page_is_saved_ahead_and_the_code_is_shown_once(drive: Drive, counter: FakeCounter) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.type("q_applicant_name", "张三样本")
    drive.tap("q_applicant_paper_none")
    drive.type("q_applicant_phone", "13800138000")
    drive.tap("next")
    form_page(drive, "right")
    assert drive.await_("bannerCode").property("text") == CODE
    saved = counter.named("save_draft")[-1][1]
    assert saved["state"]["answers"]["applicant_kind"] == "person"
    drive.tap("bannerButton")
    assert drive.find("bannerCode") is None


def test_after_its_first_page_the_code_takes_one_line(drive: Drive, counter: FakeCounter) -> None:
    begin_an_application(drive)
    assert drive.find("draftBanner") is None
    assert drive.await_("draftLine").property("text") == f"继续码 {CODE}"
    drive.window.filing.codeSeen()
    settle()
    assert drive.find("draftLine") is None


def test_an_answer_that_changes_takes_its_error_away(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("next")
    drive.await_("errorSummary")
    form = drive.window.pages.form
    before = {problem["question"] for problem in form.problems}
    drive.tap("q_acting_self")
    assert "acting" in before
    assert {problem["question"] for problem in form.problems} == before - {"acting"}
    assert not any(row.property("problem") for row in form.rows if row.question.id == "acting")


def test_not_known_takes_the_error_away_and_greys_the_boxes(drive: Drive) -> None:
    begin_an_application(drive)
    drive.tap("back")
    form_page(drive, "right")
    drive.type("q_expires_year", "20")
    drive.type("q_expires_month", "77")
    drive.tap("next")
    drive.await_("errorSummary")
    drive.tap("q_expires_unknown")
    assert drive.find("errorSummary") is None
    assert not drive.await_("q_expires_year").isEnabled()
    assert not any(row.property("problem") for row in drive.window.pages.form.rows)
    drive.tap("q_expires_unknown")
    assert drive.await_("q_expires_year").isEnabled()
    assert drive.await_("q_expires_year").property("text") == "20"


def test_the_keyboard_goes_when_not_known_is_ticked(drive: Drive) -> None:
    begin_an_application(drive)
    drive.tap("q_respondent_name")
    drive.await_("inputPanel")
    drive.tap("q_respondent_name_unknown")
    wait_for(lambda: drive.find("inputPanel") is None, "the keyboard to go")


def test_what_is_for_the_mediator_alone_is_sealed_before_it_is_kept(
    drive: Drive, counter: FakeCounter
) -> None:
    file_a_dispute(drive)
    index = next(
        int(item.objectName().rsplit("_", 1)[1])
        for item in drive.shown()
        if item.objectName().startswith("change_wishes_")
    )
    drive.tap(f"change_wishes_{index}")
    form_page(drive, "wishes")
    drive.type("q_mediator_note", "底线三万")
    drive.tap("next")
    drive.on("check")
    assert counter.named("seal") == [("mediator_note",)]
    saved = counter.named("save_draft")[-1][1]
    assert "底线三万" not in repr(saved)
    assert saved["state"]["sealed"]["mediator_note"]


def test_back_does_not_lose_what_is_for_the_mediator(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    drive.window.pages.check.change("wishes")
    form_page(drive, "wishes")
    drive.type("q_mediator_note", "底线三万")
    drive.tap("back")
    drive.on("check")
    wait_for(
        lambda: counter.named("save_draft")[-1][1]["state"]["sealed"].get("mediator_note"), "sealed note"
    )


def test_a_filing_that_the_world_stops_can_be_pressed_again(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    counter.trouble["file"] = KnownError("disk_full")
    drive.tap("next")
    drive.await_("faultGoOn")
    del counter.trouble["file"]
    drive.tap("faultGoOn")
    drive.on("check")
    drive.sign()
    drive.tap("next")
    drive.on("done")
    keys = {given[1] for given in counter.named("file")}
    assert len(keys) == 1


def test_who_cannot_sign_by_hand_types_the_name_before_a_witness(
    drive: Drive, counter: FakeCounter
) -> None:
    file_a_dispute(drive)
    drive.tap("signClear")
    drive.tap("next")
    assert drive.await_("errorSummary")
    drive.tap("signOther")
    drive.type("signWitness", "李见证")
    drive.tap("next")
    wait_for(lambda: "管理密码" in drive.window.pages.sign.problem, "the PIN asked for")
    drive.type("signPin", "111111")
    drive.tap("next")
    wait_for(lambda: "不对" in drive.window.pages.sign.problem, "the PIN refused")
    assert not counter.filed
    assert drive.await_("signPin").property("text") == ""
    assert drive.await_("signWitness").property("text") == "李见证"
    drive.type("signPin", PIN)
    drive.tap("next")
    drive.on("done")
    assert counter.filed[0].signature.kind is SignatureKind.WITNESSED
    assert counter.filed[0].signature.signer == "张三样本"


def test_guessing_the_witness_pin_is_slowed_with_words(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["check_admin_pin"] = Closed("slow_down", seconds="30")
    file_a_dispute(drive)
    drive.tap("signOther")
    drive.type("signWitness", "李见证")
    drive.type("signPin", "111111")
    drive.tap("next")
    wait_for(lambda: "30" in drive.window.pages.sign.problem, "the wait told")
    assert drive.page == "check"


def test_every_kind_is_taken_here_and_what_was_said_goes_along(drive: Drive) -> None:
    drive.tap("file")
    for kind in drive.window.filing.kinds:
        assert kind["open"]
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.type("q_applicant_name", "张三样本")
    drive.tap("back")
    drive.tap("kind_technology_contract")
    form_page(drive, "who")
    assert drive.await_("q_applicant_name").property("text") == "张三样本"
    assert drive.await_("title").property("text") == "哪一方来申请？"


def test_nobody_finds_what_somebody_before_them_typed(drive: Drive) -> None:
    file_a_dispute(drive)
    drive.tap("toSignature")
    drive.window.wipe()
    begin_an_application(drive)
    form_page(drive, "respondent")
    assert drive.await_("q_respondent_name").property("text") == ""
    assert not drive.window.pages.sign._strokes
    drive.window.wipe()
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    for name in ("q_applicant_name", "q_applicant_id", "q_applicant_phone", "q_applicant_address"):
        assert drive.await_(name).property("text") == ""


def test_paper_that_is_not_there_can_be_printed_again(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    wait_for(lambda: drive.window.pages.done.stage == "ask")
    drive.tap("back")
    wait_for(lambda: drive.window.pages.done.stage == "missing")
    drive.tap("back")
    wait_for(lambda: len(counter.named("print_receipt")) == 2)
    wait_for(lambda: drive.window.pages.done.stage == "ask")
    settle()


def test_a_card_fills_in_name_and_number(drive: Drive, counter: FakeCounter) -> None:
    from tests.ui.fakes import FakeCard

    drive.tap("file")
    drive.tap("kind_trademark")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    counter.card = FakeCard()
    wait_for(lambda: drive.await_("q_applicant_name").property("text") == "张三样本", "name from the card")
    assert drive.window.filing.property("cardRead")
    drive.type("q_applicant_phone", "13800138000")
    drive.tap("next")
    form_page(drive, "right")
    assert not drive.window.filing.property("cardRead")
    assert counter.named("save_draft")[-1][2] == FakeCard()


def test_the_right_card_lives_with_what_is_typed(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    drive.type("q_applicant_name", "张三样本")
    drive.tap("q_applicant_paper_none")
    drive.type("q_applicant_phone", "13800138000")
    drive.tap("next")
    form_page(drive, "right")
    assert drive.find("rightCard") is None
    drive.type("q_trademark_number", "1234567")
    assert "写法是对的" in "".join(drive.window.pages.form.told)
    drive.type("q_goods", "火锅底料，第 30 类")
    assert "第 30 类" in "".join(drive.window.pages.form.told)
    drive.await_("rightCard")
    drive.tap("language")
    assert "well formed" in "".join(drive.window.pages.form.told)
    drive.window.wipe()
    assert drive.window.pages.form.told == []
