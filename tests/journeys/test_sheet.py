"""A whole form on one sheet, as the desk takes it down."""

from __future__ import annotations

import json

import pytest

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import PartyRole, Signature, SignatureKind
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.intake import Way
from stationkiosk.domain.text import Language
from stationkiosk.journeys.filing import application, filing
from stationkiosk.journeys.first import NOT_A_KIND, WHY, comes, taken_here, way_of
from stationkiosk.journeys.reporting import application as report_of
from stationkiosk.journeys.reporting import reporting
from stationkiosk.journeys.sheet import Sheet, side_page
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, PERSON, REFERENCE, TRADEMARK
from tests.journeys.test_filing import CASE

TYPED: dict[str, Raw] = {
    key: raw for page in PERSON.values() for key, raw in page.items() if key != "about"
}
ON_PAPER = Signature(SignatureKind.PAPER, "陈样本", "c" * 64, witness="样本职员")
REPORT: dict[str, Raw] = {
    "seen_what": "火锅底料",
    "breach": "trademark",
    "respondent_name": None,
    "respondent_place": "样本路 1 号",
    "seen_on": None,
    "bought": "no",
    "named": "named",
}


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(filing(TRADEMARK), HeldClock())


def keys(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.key for problem in problems]


def whole(sheet: Sheet) -> Sheet:
    sheet.hold(TYPED)
    sheet.walk.keep(EXHIBIT)
    sheet.choose(("mediation",), {"tell_other_side": True, "e_service": False})
    return sheet


def test_an_empty_sheet_tells_all_that_is_lacking_in_the_order_of_the_pages(sheet: Sheet) -> None:
    lacking = sheet.amiss(consents=("tell_other_side",))
    assert [p.question for p in lacking][:2] == ["applicant_kind", "acting"]
    assert [p.question for p in lacking][-3:] == ["proof", "routes", "tell_other_side"]


def test_a_sheet_that_is_whole_files_what_the_kiosk_would_file(sheet: Sheet) -> None:
    assert whole(sheet).amiss(consents=("tell_other_side", "e_service")) == ()
    assert sheet.walk.sign(ON_PAPER) == ()
    filed = application(sheet.walk, CASE, Language.ZH)
    assert filed.signature.kind is SignatureKind.PAPER
    assert [party.role for party in filed.parties] == [PartyRole.APPLICANT, PartyRole.RESPONDENT]
    assert filed.right.number == "3333018"


def test_what_is_asked_hangs_on_what_stands_anywhere_on_the_sheet(sheet: Sheet) -> None:
    assert "agent_name" not in sheet.asked({})
    assert {"agent_name", "agent_id"} <= sheet.asked({"acting": "agent"})


def test_a_wrong_answer_is_told_and_counts_for_none(sheet: Sheet) -> None:
    whole(sheet).hold({"applicant_phone": "12"})
    assert [p.question for p in sheet.amiss()] == ["applicant_phone"]
    assert "applicant_phone" not in sheet.walk.answers()


def test_proof_may_come_later(sheet: Sheet) -> None:
    whole(sheet).walk.drop(EXHIBIT.sha256)
    assert keys(sheet.amiss()) == ["proof_none"]
    sheet.bring_later(True)
    assert sheet.amiss() == ()


def test_an_answer_from_an_earlier_case_fills_its_field_and_no_other(sheet: Sheet) -> None:
    sheet.hold({"goods": "底料"})
    sheet.put({"mark_name": "山城样本", "standing": "owner", "somewhere_else": "x", "mediator_note": "y"})
    assert sheet.walk.answers()["standing"] == "owner"
    assert sheet.state.typed["goods"] == "底料"
    assert "somewhere_else" not in sheet.state.typed
    assert "mediator_note" not in sheet.state.typed


def test_a_card_fills_the_person_of_its_page(sheet: Sheet) -> None:
    sheet.hold({"applicant_kind": "person", "acting": "self"})
    sheet.card("who", "陈样本", "11010519491231002X")
    assert sheet.state.by_card == {"applicant"}
    assert sheet.walk.answers()["applicant_name"] == "陈样本"


def test_several_sides_stand_in_the_order_of_the_table(sheet: Sheet) -> None:
    whole(sheet).name_others(
        [{"respondent_name": f"{n}店（样本）", "respondent_place": f"样本路 {n} 号"} for n in "一二三"]
    )
    assert sheet.amiss() == ()
    sheet.walk.sign(ON_PAPER)
    against = [p.name for p in application(sheet.walk, CASE, Language.ZH).parties[1:]]
    assert against == ["一店（样本）", "二店（样本）", "三店（样本）"]
    sheet.name_others([])
    assert sheet.state.others == ()
    assert keys(sheet.amiss()) == ["missing.respondent_name", "missing.respondent_place"]


def test_a_draft_brings_everything_back(sheet: Sheet) -> None:
    body = json.loads(json.dumps(whole(sheet).to_json()))
    again = Sheet.from_json(filing(TRADEMARK), HeldClock(), body)
    assert again.state == sheet.state
    assert again.amiss() == ()


def test_a_report_asks_no_ways_and_seals_who_tells() -> None:
    sheet = Sheet(reporting(REFERENCE.forms["report"]), HeldClock())
    sheet.hold(REPORT)
    assert not sheet.asks_ways
    assert [p.question for p in sheet.amiss()] == ["reporter_name", "reporter_phone"]
    sheet.seal({"reporter_name": b"box"})
    wrong = (Problem("reporter_phone", "phone_length"),)
    assert sheet.amiss(wrong) == wrong
    sheet.seal({"reporter_phone": b"box"})
    assert sheet.amiss() == ()
    sheet.walk.sign(Signature(SignatureKind.DECLARED, "", "c" * 64))
    assert set(report_of(sheet.walk, CASE, Language.ZH).sealed) == {"reporter_name", "reporter_phone"}
    sheet.seal({"reporter_phone": b""})
    assert [p.question for p in sheet.amiss()] == ["reporter_phone"]


def test_where_several_may_be_named(sheet: Sheet) -> None:
    page = side_page(sheet)
    assert page is not None
    assert page.id == "respondent"
    assert side_page(Sheet(reporting(REFERENCE.forms["report"]), HeldClock())) is None


def test_the_first_question_decides_what_a_filing_is() -> None:
    assert [one.way for one in WHY] == [Way.COMPLAINT, Way.MEDIATION, Way.REPORT]
    assert comes("holder").form == ""
    assert taken_here(comes("holder"), REFERENCE.forms)
    assert taken_here(comes("saw"), REFERENCE.forms)
    assert not taken_here(comes("saw"), {})
    assert way_of("report") is Way.REPORT
    assert way_of("trademark") is Way.MEDIATION
    assert "report" in NOT_A_KIND
