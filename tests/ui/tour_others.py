"""The tour of the ways in beside filing: the pictures, the report, the answer to a complaint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from stationkiosk.domain.errors import Closed
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import form_page, to_the_receipt
from tests.ui.fakes import NOTICE_CODE, FakeCounter

Seen = Callable[[str], None]

OTHER_PAGES = frozenset({"pictures", "notice", "claim", "complained", "mediation", "handed_on", "confirm"})

STATEMENT = "我是从样本市场进的货，有票。"
"""What the answerer says for the mediator alone."""

REPORTER, REPORTER_PHONE = "李样本", "13800138000"


def nothing(_name: str) -> None:
    """Look at nothing."""


def pick(drive: Drive, choice: str, then: str) -> None:
    """Press a picture and wait for the page it leads to."""
    drive.tap(f"picture_{choice}")
    form_page(drive, then)


def to_the_pictures(drive: Drive) -> None:
    """From the first page to the first pictures."""
    drive.tap("file")
    drive.on("tiles")
    drive.tap("kind_unsure")
    drive.on("pictures")


def not_sure(drive: Drive, seen: Seen = nothing) -> None:
    """Every page of pictures, and the page that leads elsewhere."""
    to_the_pictures(drive)
    seen("pictures_side")
    pick(drive, "mine", "unsure.thing")
    seen("pictures_thing")
    pick(drive, "name", "unsure.registered")
    seen("pictures_registered")
    drive.tap("back")
    form_page(drive, "unsure.thing")
    pick(drive, "product", "unsure.shape")
    seen("pictures_shape")
    pick(drive, "looks", "unsure.patented")
    seen("pictures_patented")
    pick(drive, "no", "elsewhere")
    seen("elsewhere")


def report_what_was_seen(drive: Drive, seen: Seen = nothing, *, breach: str = "trademark") -> None:
    """A report from the home page as far as the question for a name."""
    drive.tap("report")
    form_page(drive, "seen")
    drive.type("q_seen_what", "运动鞋（样本）")
    drive.tap(f"q_breach_{breach}")
    seen("report_seen")
    drive.tap("next")
    if breach == "copyright":
        drive.on("handed_on")
        seen("handed_on")
        drive.tap("next")
    form_page(drive, "place")
    drive.type("q_respondent_name", "乙商行（样本）")
    drive.type("q_respondent_place", "样本路 1 号")
    drive.tap("q_seen_on_unknown")
    drive.tap("q_bought_no")
    seen("report_place")
    drive.tap("next")
    drive.on("proof")
    wait_for(lambda: not drive.window.pages.proof.looking, "stick looked at")
    seen("report_proof")
    drive.tap("proofLater")
    form_page(drive, "reporter")


def a_report(drive: Drive, seen: Seen = nothing) -> None:
    """A report with a name, all its problems, to the paper in hand."""
    report_what_was_seen(drive, seen, breach="copyright")
    drive.tap("q_named_named")
    drive.type("q_reporter_phone", REPORTER_PHONE[:3])
    drive.tap("next")
    drive.await_("errorSummary")
    seen("report_name_problem")
    drive.type("q_reporter_name", REPORTER)
    drive.type("q_reporter_phone", REPORTER_PHONE[3:])
    drive.tap("next")
    drive.on("confirm")
    seen("confirm_named")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("confirm_problem")
    drive.tap("declare")
    to_the_receipt(drive, lambda name: seen(f"report_{name}"))


def open_the_notice(drive: Drive, seen: Seen = nothing, *, code: str = NOTICE_CODE) -> None:
    """From the home page to what is claimed."""
    drive.tap("complained")
    drive.on("notice")
    drive.type("code", code)
    seen("notice")
    drive.tap("next")
    drive.on("claim")
    wait_for(lambda: drive.window.pages.claim.there, "the notice opened")


def an_answer(drive: Drive, seen: Seen = nothing, *, code: str = NOTICE_CODE) -> None:
    """An answer of every kind, from the code on the notice to the read-back."""
    open_the_notice(drive, seen, code=code)
    seen("claim")
    drive.tap("next")
    form_page(drive, "positions")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("answer_positions_problem")
    for position in ("agree_in_part", "lawful_source", "contest_right", "need_time"):
        drive.tap(f"q_positions_{position}")
    seen("answer_positions")
    drive.tap("next")
    _give_reasons(drive, seen)
    _prove_and_talk(drive, seen)
    _name_and_sign(drive, seen)


def _give_reasons(drive: Drive, seen: Seen) -> None:
    form_page(drive, "agreed")
    drive.tap("q_agreed_stop")
    seen("answer_agreed")
    drive.tap("next")
    form_page(drive, "source")
    drive.type("q_supplier", "样本批发市场")
    drive.tap("q_supplied_on_unknown")
    drive.tap("q_fair_price_usual")
    drive.tap("q_source_papers_invoice")
    seen("answer_source")
    drive.tap("next")
    form_page(drive, "contest")
    drive.tap("q_grounds_different")
    seen("answer_contest")
    drive.tap("next")
    form_page(drive, "time")
    until = drive.window.filing.walking.walk.today + timedelta(days=26)
    for part in ("year", "month", "day"):
        drive.type(f"q_until_{part}", str(getattr(until, part)))
    seen("answer_time")
    drive.tap("next")
    form_page(drive, "statement")
    drive.type("q_statement", STATEMENT)
    seen("answer_statement")
    drive.tap("next")


def _prove_and_talk(drive: Drive, seen: Seen) -> None:
    drive.on("proof")
    wait_for(lambda: not drive.window.pages.proof.looking, "stick looked at")
    seen("answer_proof")
    drive.tap("proofLater")
    form_page(drive, "mediate")
    drive.tap("q_mediate_tell_more")
    seen("answer_mediate")
    drive.tap("next")
    drive.on("mediation")
    seen("mediation")
    drive.tap("q_mediate_yes")
    drive.tap("next")
    form_page(drive, "answerer")


def _name_and_sign(drive: Drive, seen: Seen) -> None:
    drive.tap("q_answerer_kind_organisation")
    drive.tap("q_acting_self")
    drive.type("q_answerer_name", "乙商行（样本）")
    drive.type("q_answerer_head", "王样本")
    drive.type("q_answerer_phone", "13900139000")
    seen("answerer")
    drive.tap("next")
    drive.on("check")
    seen("answer_check")


def the_codes_troubles(drive: Drive, counter: FakeCounter, seen: Seen = nothing) -> None:
    """A wrong code, one that came too often, one that was answered or has ended; nobody's code at all."""
    drive.tap("complained")
    drive.on("notice")
    drive.type("code", "WRONG")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("notice_problem")
    counter.trouble["open_notice"] = Closed("slow_down", seconds="30")
    drive.tap("next")
    wait_for(lambda: "30" in drive.window.pages.claim.problem, "the wait told")
    seen("notice_slow")
    del counter.trouble["open_notice"]
    drive.tap("noCode")
    drive.on("complained")
    seen("complained")
    drive.tap("next")
    drive.on("notice")
    complaint, counter.complaint = counter.complaint, replace(counter.complaint, answered=True)
    drive.window.pages.claim.type(NOTICE_CODE)
    drive.window.pages.claim.next()
    drive.on("claim")
    drive.await_("answered")
    seen("claim_answered")
    counter.complaint = complaint
    counter.trouble["open_notice"] = Closed("code_ended")
    drive.window.pages.claim.forget()
    drive.window.pages.claim.open(NOTICE_CODE)
    drive.await_("errorSummary")
    seen("claim_ended")
    del counter.trouble["open_notice"]
