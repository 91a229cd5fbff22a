"""Several other sides in one filing, by touch."""

from __future__ import annotations

from stationkiosk.domain.application import PartyRole
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import begin_an_application, finish_an_application, form_page
from tests.ui.fakes import FakeCounter


def name(drive: Drive, shop: str, place: str) -> None:
    drive.type("q_respondent_name", shop)
    drive.type("q_respondent_place", place)
    drive.tap("anotherSide")
    wait_for(lambda: drive.await_("q_respondent_name").property("text") == "", "an empty page")


def test_an_agent_names_three_shops_and_files_once(drive: Drive, counter: FakeCounter) -> None:
    begin_an_application(drive)
    name(drive, "甲店（样本）", "样本路 1 号")
    name(drive, "丙店（样本）", "样本路 3 号")
    assert "2" in drive.await_("sidesCount").property("text")
    finish_an_application(drive)
    drive.tap("next")
    drive.on("done")
    (application,) = counter.filed
    against = [party.name for party in application.parties if party.role is PartyRole.RESPONDENT]
    assert against == ["甲店（样本）", "丙店（样本）", "乙商行（样本）"]


def test_a_shop_is_changed_taken_out_and_never_named_twice(drive: Drive) -> None:
    begin_an_application(drive)
    name(drive, "甲店（样本）", "样本路 1 号")
    name(drive, "丙店（样本）", "样本路 3 号")
    drive.tap("changeSide_0")
    assert drive.await_("q_respondent_name").property("text") == "甲店（样本）"
    drive.tap("anotherSide")
    drive.tap("removeSide_0")
    wait_for(lambda: drive.find("removeSide_1") is None, "one shop left")
    drive.type("q_respondent_name", "甲店（样本）")
    drive.type("q_respondent_place", "样本路 1 号")
    drive.tap("next")
    drive.tap("problem_respondent_name")
    assert drive.await_("q_respondent_name").hasActiveFocus()
    form_page(drive, "respondent")


def test_each_shop_that_is_read_back_is_changed_by_its_own_button(drive: Drive) -> None:
    begin_an_application(drive)
    name(drive, "甲店（样本）", "样本路 1 号")
    name(drive, "丙店（样本）", "样本路 3 号")
    finish_an_application(drive)
    drive.tap("change_respondent_1")
    form_page(drive, "respondent")
    assert drive.await_("q_respondent_name").property("text") == "丙店（样本）"
    drive.tap("next")
    drive.on("check")
    drive.tap("change_respondent_2")
    form_page(drive, "respondent")
    assert drive.await_("q_respondent_name").property("text") == "丙店（样本）"


def test_nobody_finds_the_shops_of_somebody_before(drive: Drive) -> None:
    begin_an_application(drive)
    name(drive, "甲店（样本）", "样本路 1 号")
    drive.window.wipe()
    assert drive.window.pages.sides.rows == []
    begin_an_application(drive)
    assert drive.find("sidesCount") is None
