"""Checked and signed on one page."""

from __future__ import annotations

from stationkiosk.domain.application import PartyRole
from stationkiosk.ui.common.drive import Drive, settle
from stationkiosk.ui.kiosk.sample import file_a_dispute, form_page
from tests.ui.fakes import FakeCounter


def test_a_missing_signature_is_led_to_from_the_summary(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    drive.tap("signClear")
    drive.tap("next")
    drive.tap("problem_signature")
    pad = drive.await_("signaturePad")
    drive.await_rest(pad)
    scroll = drive.scroll_of(pad)
    assert scroll is not None
    assert drive.place(scroll).contains(drive.place(pad).center())
    assert not counter.filed


def test_signing_never_scrolls_the_page(drive: Drive) -> None:
    file_a_dispute(drive)
    scroll = drive.scroll_of(drive.await_("signaturePad"))
    assert scroll is not None
    drive.reach("signaturePad")
    before = scroll.property("position")
    drive.sign()
    settle()
    assert scroll.property("position") == before


def test_a_change_takes_the_signature_away(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    drive.tap("change_right_0")
    form_page(drive, "right")
    drive.tap("next")
    drive.on("check")
    assert drive.window.pages.sign.empty
    drive.tap("next")
    drive.await_("errorSummary")
    assert not counter.filed


def test_a_passport_or_no_paper_at_all_will_do(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    drive.window.pages.check.change("who")
    form_page(drive, "who")
    drive.tap("q_applicant_paper_other")
    drive.type("q_applicant_other_id", "e1234 5678")
    drive.tap("next")
    drive.on("check")
    drive.sign()
    drive.tap("next")
    drive.on("done")
    applicant = next(p for p in counter.filed[0].parties if p.role is PartyRole.APPLICANT)
    assert applicant.id_number == "E12345678"
