"""The case page's parts without a window: corrections, contacts, papers, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from stationkiosk.casework.views import CopyState, PaperRef
from stationkiosk.domain.errors import Changed, KnownError
from stationkiosk.reference.load import Reference
from stationkiosk.ui.desk.case import CasePage
from tests.ui.desk.case_alone import alone, fields, opened, settled
from tests.ui.desk.case_samples import CASE, LIVE
from tests.ui.desk.sample_desk import SampleDesk


@pytest.fixture
def desk() -> SampleDesk:
    return SampleDesk()


@pytest.fixture
def page(desk: SampleDesk, reference: Reference, monkeypatch: pytest.MonkeyPatch) -> Iterator[CasePage]:
    yield from alone(desk, reference, monkeypatch)


def test_a_line_is_corrected_with_a_reason(page: CasePage, desk: SampleDesk) -> None:
    opened(page).correct("party.3.phone")
    asked = fields(page)
    assert asked["value"].value == "130 0000 0044"
    assert asked["reason"].offered == ["核对店名"], "what was given as a reason before is offered"
    asked["value"].type("130 0000 0099")
    page.acting.submit()
    assert asked["reason"].problem
    asked["reason"].type("听错了")
    desk.trouble["correct"] = [Changed("case", 7, 8)]
    page.acting.submit()
    settled(page)
    assert page.acting.stage == "conflict"
    page.acting.again()
    settled(page)
    assert desk.named("correct")[-1] == (CASE, "party.3.phone", "130 0000 0099", "听错了", 7)
    page.correct("")
    page.correct("nothing")
    assert page.acting.stage == ""


def test_who_reported_is_opened_with_a_reason_and_not_kept(page: CasePage, desk: SampleDesk) -> None:
    opened(page).openReporter()
    assert page.acting.stage == ""
    desk.file = replace(LIVE, opens_reporter=True)
    page.look_again()
    settled(page)
    page.openReporter()
    page.acting.submit()
    assert not desk.named("open_reporter")
    fields(page)["reason"].type("核查线索")
    page.acting.submit()
    settled(page)
    assert desk.named("open_reporter") == [(CASE, "核查线索")]
    assert page.reporter[0]["value"] == "钱七样本"
    page.forget()
    assert page.reporter == []


def test_a_masked_number_is_typed_anew(page: CasePage, desk: SampleDesk) -> None:
    number = replace(LIVE.parties[0].lines[1], field="party.1.id_number")
    desk.file = replace(LIVE, parties=(replace(LIVE.parties[0], lines=(number,)),))
    opened(page).correct("party.1.id_number")
    assert fields(page)["value"].value == ""


def test_a_contact_takes_two_choices(page: CasePage, desk: SampleDesk) -> None:
    opened(page).contact()
    asked = fields(page)
    assert asked["party"].value == "3", "whoever was tried last stands in it"
    asked["way"].pick("phone")
    asked["result"].pick("no_answer")
    page.acting.submit()
    settled(page)
    assert desk.named("contact") == [(CASE, 3, "phone", "no_answer", None, None)]


def test_a_colleague_is_chosen_from_the_active_members(page: CasePage, desk: SampleDesk) -> None:
    opened(page).act(1, "assign")
    settled(page)
    assert [choice["id"] for choice in fields(page)["staff"].choices] == ["li", "wu"]
    fields(page)["staff"].narrow("吴五")
    assert [choice["id"] for choice in fields(page)["staff"].choices] == ["wu"]


def test_papers_are_made_read_and_printed_again_with_a_reason(page: CasePage, desk: SampleDesk) -> None:
    opened(page).make("evidence_list")
    page.acting.submit()
    settled(page)
    assert desk.named("make_paper") == [(CASE, "evidence_list", {})]
    papers = page.papers
    papers.read(0)
    settled(page)
    assert len(papers.pages) == 2
    papers.close()
    assert papers.pages == []
    papers.print(1)
    settled(page)
    assert papers.copy.text == "证据清单：第 1 份在打印机那里等。"
    papers.copy.poll()
    settled(page)
    assert papers.copy.text == "证据清单：第 1 份已印完。"
    papers.print(0)
    settled(page)
    assert page.acting.action == "reprint"
    fields(page)["reason"].type("当事人丢了")
    assert [choice["id"] for choice in fields(page)["printer"].choices] == ["ipp-1", "folder"]
    fields(page)["printer"].pick("folder")
    desk.state = CopyState.FAILED
    page.acting.submit()
    settled(page)
    assert desk.named("print_paper")[-1][1:] == ("当事人丢了", "folder")
    papers.copy.poll()
    settled(page)
    assert papers.copy.tone == "seal"


def test_a_copy_of_which_nobody_can_tell_is_asked_about(page: CasePage, desk: SampleDesk) -> None:
    papers = opened(page).papers
    desk.state = CopyState.UNKNOWN
    papers.print(1)
    settled(page)
    papers.copy.poll()
    settled(page)
    assert (papers.copy.asks, papers.copy.tone) == (True, "amber")
    papers.copy.settle("not_there")
    settled(page)
    assert desk.named("settle_copy")[-1][2:] == ("not_there", "工作人员看过，没有纸出来")
    assert not papers.copy.asks


def test_a_paper_is_printed_where_somebody_chose(page: CasePage, desk: SampleDesk) -> None:
    opened(page).papers.choose(1)
    settled(page)
    assert page.acting.action == "print"
    assert [field.asked.id for field in page.acting.fields] == ["printer"]
    page.acting.submit()
    settled(page)
    assert desk.named("print_paper")[-1][1:] == ("first", "ipp-1")


def test_whoever_cannot_be_told_the_printers_prints_by_the_rule(page: CasePage, desk: SampleDesk) -> None:
    desk.trouble["printers_for"] = [KnownError("disk_full")]
    opened(page).papers.choose(0)
    settled(page)
    assert [field.asked.id for field in page.acting.fields] == ["reason"]


def test_a_paper_read_closely_is_drawn_as_finely_as_it_is_shown(page: CasePage, desk: SampleDesk) -> None:
    papers = opened(page).papers
    papers.read(0)
    settled(page)
    plain = papers.pages
    papers.sharpen(0, 0, 2.0)
    settled(page)
    assert [page.rpartition(".")[2] for page in papers.pages] == ["264", "132"]
    papers.sharpen(1, 1, 3.0)
    settled(page)
    assert [page.rpartition(".")[2] for page in papers.pages] == ["132", "330"]
    papers.sharpen(0, 1, 1.0)
    settled(page)
    assert papers.pages == plain


def test_evidence_is_looked_at_piece_by_piece(page: CasePage, desk: SampleDesk) -> None:
    evidence = opened(page).evidence
    evidence.draw()
    settled(page)
    assert [bool(row["picture"]) for row in evidence.rows] == [True, True, True, False]
    evidence.open(2)
    settled(page)
    assert evidence.pages == "第 1 页，共 3 页"
    evidence.turn(1)
    settled(page)
    assert evidence.pages == "第 2 页，共 3 页"
    evidence.rotate(1)
    evidence.enlarge(1)
    assert (evidence.angle, evidence.zoom) == (90, 1.5)
    evidence.step(1)
    settled(page)
    assert evidence.film
    assert any(line["value"] == "1:35" for line in evidence.details)
    evidence.step(1)
    settled(page)
    assert evidence.told == "这种文件在这里看不到画面。原件完整保存着。"
    desk.trouble["sight"] = [KnownError("file_damaged")]
    evidence.step(-1)
    settled(page)
    assert evidence.trouble
    evidence.close()
    assert not evidence.up


def test_a_paper_just_issued_is_printed_from_the_line_that_tells_of_it(
    page: CasePage, desk: SampleDesk
) -> None:
    opened(page).act(1, "assign")
    settled(page)
    fields(page)["staff"].pick("wu")
    issued = replace(LIVE.papers[1], ref=PaperRef(CASE, 3))
    desk.file = replace(LIVE, papers=(*LIVE.papers, issued))
    page.acting.submit()
    settled(page)
    assert page.issued
    page.printIssued()
    settled(page)
    assert desk.named("print_paper") == [(issued.ref, "first")]
    assert page.tab == "papers"
    assert not page.issued
