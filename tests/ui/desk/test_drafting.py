"""The agreement at the desk: written, weighed, kept, fixed; nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.drafting import Drafting
from stationkiosk.ui.desk.drafting_slots import SlotField
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import PASSWORD, FakeChange, FakePlace
from tests.ui.desk.fake_mediation import MediatingDesk
from tests.ui.desk.test_case_page import ALT, CTRL, KEY, case_of, open_case, press


def drafting_of(drive: DeskDrive) -> Drafting:
    bridge = drive.window.bridges["drafting"]
    assert isinstance(bridge, Drafting)
    return bridge


def begun(
    drive: DeskDrive, place: FakePlace, shown: samples.MediationShown = samples.LIVE
) -> tuple[Drafting, MediatingDesk]:
    """Open a case at its agreement."""
    desk = MediatingDesk(shown=shown)
    place.desk.sample = desk
    open_case(drive, place)
    case_of(drive).turn("agreement")
    drive.rest()
    return drafting_of(drive), desk


def drawn(drive: DeskDrive, drafting: Drafting) -> None:
    drive.rest()
    wait_for(lambda: not drafting.sheet.preview.behind, "the pages")
    drive.rest()


def blank(drafting: Drafting, at: int, id: str) -> SlotField:
    found: SlotField = next(one for one in drafting.sheet.terms[at].slots if one.blank.id == id)
    return found


def test_a_term_is_found_added_and_filled_by_keys_and_the_record_fills_the_rest(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, _ = begun(desk, place, samples.NEW)
    press(desk, "e", with_=CTRL)
    assert desk.focus_name() == "clauseSearch"
    desk.type("clauseSearch", "到期一次")
    press(desk, KEY.Key_Return)
    assert [term.clause.id for term in drafting.sheet.terms] == ["pay_by_day"]
    assert blank(drafting, 0, "amount").value == Decimal(18000), "it is not typed again"
    assert blank(drafting, 0, "payer").ready
    assert desk.focus_name() == "blank_0_account_holder", "the keys go to what is still open"
    for text in ("甲", "样本银行", "6222000"):
        desk.type(desk.focus_name(), text)
        press(desk, KEY.Key_Return)
    assert desk.focus_name() == "blank_0_day"
    desk.write("1201")
    press(desk, KEY.Key_Return)
    assert desk.focus_name() == "clauseSearch"
    assert "壹万捌仟元整" in drafting.sheet.terms[0].said
    drawn(desk, drafting)
    assert drafting.sheet.preview.count == 1
    assert drafting.sheet.findings == []


def test_what_one_term_holds_fills_the_same_blank_of_the_next(desk: DeskDrive, place: FakePlace) -> None:
    drafting, _ = begun(desk, place)
    drafting.write()
    drafting.sheet.add("breach_sum")
    at = next(n for n, term in enumerate(drafting.sheet.terms) if term.clause.id == "breach_sum")
    assert blank(drafting, at, "account").cells[1] == "样本银行礼嘉支行"
    assert blank(drafting, at, "party").ready


def test_terms_change_places_by_keys_and_come_back_when_left_out(desk: DeskDrive, place: FakePlace) -> None:
    drafting, _ = begun(desk, place)

    def order() -> list[str]:
        return [term.clause.id for term in drafting.sheet.terms]

    drafting.writeAt(0)
    desk.rest()
    press(desk, KEY.Key_Down, with_=ALT)
    assert order() == ["pay_instalments", "stop", "acceleration"]
    assert desk.focus_name() == "unfold_1", "the keys stay with the term"
    press(desk, KEY.Key_Delete, with_=ALT)
    assert order() == ["pay_instalments", "acceleration"]
    assert "停止" in drafting.sheet.gone[0]
    desk.tap("restore")
    assert order() == ["pay_instalments", "stop", "acceleration"]
    assert drafting.sheet.gone == []


def test_a_sum_is_split_to_the_fen_and_said_when_it_does_not_add_up(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, _ = begun(desk, place)
    drafting.writeAt(1)
    parts = blank(drafting, 1, "parts")
    for at, text in enumerate(("7", "2026-12-05", "1")):
        parts.plan(at, text)
    parts.divide()
    assert [row["amount"] for row in parts.parts][-2:] == ["2571.42", "2571.48"]
    assert "12月7日" in parts.rolled[0], "a rest day rolls on"
    assert parts.fits
    parts.typeAt(0, "2000")
    assert not parts.fits
    assert "571.42" in parts.sumTold
    parts.addPart()
    assert parts.fits
    parts.dropPart(0)
    assert not parts.fits
    parts.typeAt(1, "月底")
    assert parts.problem


def test_pages_follow_what_is_typed_without_the_window_waiting(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.writeAt(2)
    drawn(desk, drafting)
    before, asked = drafting.sheet.preview.pages, len(sample.named("agreement_pages"))
    for text in ("1", "10", "10天", "10", "1", "15"):
        blank(drafting, 2, "days").type(text)
    assert drafting.sheet.preview.behind
    drawn(desk, drafting)
    assert len(sample.named("agreement_pages")) == asked + 1, "drawn once the keys rest"
    assert drafting.sheet.preview.pages != before
    assert drafting.sheet.counts["blocks"] == 0
    again = drafting.sheet.preview.pages
    drafting.sheet.search("x")
    drawn(desk, drafting)
    assert drafting.sheet.preview.pages == again


def test_a_finding_leads_to_the_blank_that_mends_it(desk: DeskDrive, place: FakePlace) -> None:
    _drafting, _ = begun(desk, place)
    desk.tap("mend_0")
    desk.rest()
    assert desk.focus_name() == "blank_2_days"
    press(desk, KEY.Key_Escape)
    assert desk.find("draftingSheet") is None
    press(desk, "e", with_=CTRL)
    press(desk, "m", with_=CTRL)
    assert desk.focus_name() == "blank_2_days"


def test_a_version_shows_what_became_of_each_term(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.writeAt(2)
    blank(drafting, 2, "days").type("5")
    assert drafting.sheet.terms[2].change == "changed"
    assert "____" in drafting.sheet.terms[2].before or "＿" in drafting.sheet.terms[2].before
    assert drafting.dirty
    press(desk, "s", with_=CTRL)
    assert not drafting.dirty
    assert "第 3 稿" in drafting.told
    assert drafting.sheet.terms[2].change == "same"
    kept = sample.named("save_draft_agreement")
    assert kept[-1][2][2] == ("acceleration", {**samples.GRACE, "days": 5})


def test_what_cannot_be_read_is_kept_and_said(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.writeAt(1)
    blank(drafting, 1, "amount").type("一大笔")
    assert "18000" in blank(drafting, 1, "amount").problem
    drafting.leave()
    desk.rest()
    assert sample.named("save_draft_agreement")[-1][2][1][1]["amount"] == "一大笔"
    assert blank(drafting, 1, "amount").text == "一大笔"


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
def test_lock_and_language_leave_what_was_typed_and_where_the_keys_were(
    open_desk: OpenDesk, place: FakePlace, language: Language
) -> None:
    drive = open_desk(language=language)
    drafting, sample = begun(drive, place)
    drafting.write()
    drive.rest()
    assert drive.focus_name() == "blank_2_days"
    drive.write("12")
    drive.window.shell.changeLanguage()
    press(drive, "l", with_=CTRL)
    assert sample.named("save_draft_agreement"), "it was kept before the window was covered"
    drive.window.shell.unlock(PASSWORD)
    drive.rest()
    assert drive.focus_name() == "blank_2_days"
    assert blank(drafting, 2, "days").text == "12"


def test_a_fault_keeps_everything_and_the_same_is_asked_again(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    desk.rest()
    blank(drafting, 2, "days").type("5")
    sample.trouble["save_draft_agreement"] = [KnownError("disk_full")]
    press(desk, "s", with_=CTRL)
    assert drafting.trouble
    assert drafting.dirty
    desk.tap("draftingTrouble_do")
    desk.rest()
    assert not drafting.trouble
    assert not drafting.dirty
    first, second = sample.named("save_draft_agreement")
    assert first[-1] == second[-1], "a second try has the same key: nothing is done twice"


def test_a_version_kept_elsewhere_never_takes_the_place_of_what_was_typed(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    desk.rest()
    blank(drafting, 2, "days").type("5")
    theirs = replace(samples.DRAFT, version=3, terms=samples.terms_of(samples.WRITTEN[:1]))
    sample.shown = replace(sample.shown, draft=theirs)
    sample.file = replace(sample.file, version=sample.file.version + 1)
    press(desk, "s", with_=CTRL)
    assert "第 3 稿" in drafting.clash
    assert blank(drafting, 2, "days").text == "5"
    desk.tap("keepMine")
    desk.rest()
    assert drafting.clash == ""
    assert "第 4 稿" in drafting.told
    assert sample.named("save_draft_agreement")[-1][2][2][1]["days"] == 5


def test_the_version_kept_elsewhere_may_be_taken(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    blank(drafting, 2, "days").type("5")
    theirs = replace(samples.DRAFT, version=3, terms=samples.terms_of(samples.WRITTEN[:1]))
    sample.shown = replace(sample.shown, draft=theirs)
    drafting.record.read()
    desk.rest()
    drafting.takeTheirs()
    desk.rest()
    assert [term.clause.id for term in drafting.sheet.terms] == ["stop"]
    assert not drafting.dirty


def test_a_record_that_moved_on_elsewhere_is_no_conflict_of_the_draft(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    blank(drafting, 2, "days").type("5")
    sample.file = replace(sample.file, version=sample.file.version + 1)
    drafting.keep()
    desk.rest()
    assert drafting.clash == ""
    assert not drafting.dirty, "kept on the record as it now is"


def test_the_text_is_fixed_once_everything_is_kept(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    desk.rest()
    desk.write("5")
    press(desk, KEY.Key_Return, with_=CTRL)
    assert desk.focus_name() == "sheetGo"
    press(desk, KEY.Key_Return)
    assert sample.named("fix_agreement")[0][2] == 3
    assert drafting.stage == "fixed"
    assert desk.find("draftingSheet") is None
    assert not drafting.mayWrite


def test_why_a_text_cannot_be_fixed_is_said_and_leads_back(desk: DeskDrive, place: FakePlace) -> None:
    drafting, _ = begun(desk, place)
    drafting.askFix()
    desk.rest()
    assert drafting.sheet.counts["blocks"] == 1
    assert desk.focus_name() == "fix_mend_0"
    assert not desk.await_("sheetGo").isEnabled()
    press(desk, KEY.Key_Return)
    assert desk.find("fixSheet") is None
    assert desk.focus_name() == "blank_2_days"


def test_others_see_no_draft_and_are_told_so(desk: DeskDrive, place: FakePlace) -> None:
    drafting, _ = begun(desk, place, samples.FOREIGN)
    assert drafting.stage == "withheld"
    assert desk.find("agreementNone") is not None
    assert drafting.commands() == ()


def test_both_sides_see_the_draft_as_it_changes(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    drawn(desk, drafting)
    drafting.sheet.mirror.begin("LJ07A")
    desk.rest()
    blank(drafting, 2, "days").type("5")
    drawn(desk, drafting)
    shown = sample.named("show")
    assert len(shown) == 2
    assert shown[0][2] != shown[1][2]
    assert any("壹万捌仟元整" in line.value.zh for line in shown[1][3]), "the amounts, to be read large"
    desk.tap("mirrorEnd")
    desk.rest()
    assert sample.named("take_back")
    assert drafting.sheet.mirror.device == ""


def test_an_act_of_the_right_column_that_only_the_sheet_can_do_opens_it(
    desk: DeskDrive, place: FakePlace
) -> None:
    drafting, _ = begun(desk, place)
    case_of(desk).turn("parties")
    case_of(desk).act(1, "fix")
    desk.rest()
    assert case_of(desk).tab == "agreement"
    assert drafting.sheet.up


def test_nobody_who_sits_down_next_finds_anything(desk: DeskDrive, place: FakePlace) -> None:
    drafting, _ = begun(desk, place)
    drafting.write()
    drawn(desk, drafting)
    desk.window.shell.signOut()
    desk.rest()
    assert drafting.sheet.terms == []
    assert drafting.record.shown is None
    assert not any(name.startswith("drafting") for name in desk.window.thumbnails.names)


def test_a_window_that_closes_keeps_what_was_typed(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place)
    drafting.write()
    blank(drafting, 2, "days").type("5")
    desk.window.close()
    assert sample.named("save_draft_agreement")[-1][2][2][1]["days"] == 5


def test_what_a_public_screen_does_is_looked_at_again(desk: DeskDrive, place: FakePlace) -> None:
    drafting, sample = begun(desk, place, samples.SIGNING)
    sample.ask_signature("LJ07A", samples.CASE, 1, 3)
    drafting.moved(FakeChange("stage"))
    desk.rest()
    assert drafting.signers.rows[1]["device"] == "LJ07A"
    drafting.moved(FakeChange("case"))
    desk.rest()
    assert drafting.stage == "fixed"
