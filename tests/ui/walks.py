"""The ways through the kiosk that tests take."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.drive import Drive, wait_for

Seen = Callable[[str], None]

ID_NUMBER = "11010519491231002X"
CREDIT_CODE = "91500000MA5U4XJ08T"


def _nothing(_name: str) -> None:
    pass


def form_page(drive: Drive, page: str) -> None:
    """Wait until this page of questions stands."""
    walk = lambda: drive.window.filing._walk  # noqa: E731
    wait_for(lambda: walk() and walk().page.id == page, f"form page {page}")


def file_a_dispute(drive: Drive, seen: Seen = _nothing) -> None:
    """A person files for themselves, the fast way, as far as the signature page."""
    drive.on("home")
    seen("home")
    drive.tap("file")
    drive.on("tiles")
    seen("tiles")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    seen("who")
    drive.tap("next")
    form_page(drive, "applicant")
    drive.type("q_applicant_name", "张三样本")
    drive.type("q_applicant_id", ID_NUMBER)
    drive.type("q_applicant_phone", "13800138000")
    seen("applicant")
    drive.tap("next")
    form_page(drive, "right")
    drive.type("q_trademark_number", "1234567")
    drive.type("q_mark_name", "礼嘉样本")
    drive.type("q_goods", "火锅底料")
    seen("right")
    drive.tap("next")
    form_page(drive, "standing")
    drive.tap("q_standing_owner")
    seen("standing")
    drive.tap("next")
    form_page(drive, "respondent")
    drive.type("q_respondent_name", "乙商行（样本）")
    drive.type("q_respondent_place", "样本路 1 号")
    seen("respondent")
    drive.tap("next")
    form_page(drive, "acts")
    drive.tap("q_acts_same_mark")
    drive.tap("q_acts_signboard")
    seen("acts")
    drive.tap("next")
    form_page(drive, "when")
    drive.tap("q_since_unknown")
    drive.tap("q_ongoing_yes")
    seen("when")
    drive.tap("next")
    form_page(drive, "wishes")
    drive.tap("q_claims_stop")
    drive.tap("q_claims_damages")
    drive.type("q_amount", "50000")
    seen("wishes")
    drive.tap("next")
    drive.on("proof")
    wait_for(lambda: not drive.window.pages.proof.looking, "stick looked at")
    if drive.window.pages.proof.files:
        drive.tap("add_0")
        wait_for(lambda: drive.window.pages.proof.exhibits, "exhibit kept")
        seen("proof")
        drive.tap("next")
    else:
        seen("proof")
        drive.tap("proofLater")
    drive.on("routes")
    drive.tap("consent_tell_other_side")
    seen("routes")
    drive.tap("next")
    drive.on("check")
    seen("check")
    drive.tap("next")
    drive.on("sign")
    drive.sign()
    seen("sign")


def to_the_receipt(drive: Drive, seen: Seen = _nothing) -> None:
    """From the signature page to the paper in hand."""
    drive.tap("next")
    drive.on("done")
    wait_for(lambda: drive.window.pages.done.stage == "ask", "paper settled")
    seen("done_ask")
    drive.tap("next")
    wait_for(lambda: drive.window.pages.done.stage == "taken", "paper taken")
    seen("done")
