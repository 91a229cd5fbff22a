"""The report in two minutes: five pages, with a name or without, and nothing of the name in the open."""

from __future__ import annotations

import pytest

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import PartyRole, Signature, SignatureKind
from stationkiosk.domain.forms import FormPaper
from stationkiosk.domain.text import Language
from stationkiosk.journeys.check import check_rows
from stationkiosk.journeys.reporting import HANDED_ON, ROUTES, application, handed_on, reporting
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, REFERENCE
from tests.journeys.test_filing import CASE

FORM = REFERENCE.forms["report"]
ELSEWHERE = REFERENCE.punished_elsewhere()
DECLARED = Signature(SignatureKind.DECLARED, "", "c" * 64)

SEEN: dict[str, Raw] = {"seen_what": "运动鞋（样本）", "breach": "trademark", "story": ""}
PLACE: dict[str, Raw] = {
    "respondent_name": "乙商行（样本）",
    "respondent_place": "样本路 1 号",
    "seen_on": "2026-11",
    "bought": "no",
}


def to_reporter(seen: dict[str, Raw] = SEEN) -> Walk:
    walk = Walk(reporting(FORM, ELSEWHERE), HeldClock())
    assert walk.accept(seen) == ()
    if walk.page.kind == "handed_on":
        walk.accept_check()
    assert walk.accept(PLACE) == ()
    assert walk.accept_proof(later=True) == ()
    return walk


def test_it_takes_five_pages_with_proof_and_sending() -> None:
    walk = to_reporter()
    walk.accept({"named": "anonymous"})
    assert [page.id for page in walk.journey.path(walk.state)] == [
        *("seen", "place", "proof", "reporter", "check")
    ]
    assert walk.page.kind == "confirm"


def test_nobody_is_asked_who_they_are() -> None:
    walk = to_reporter()
    walk.accept({"named": "anonymous"})
    assert walk.sign(DECLARED) == ()
    report = application(walk, CASE, Language.ZH)
    assert [party.role for party in report.parties] == [PartyRole.RESPONDENT]
    assert (report.form, report.routes, report.consents, report.claims) == ("report", ("report",), (), ())
    assert (report.right.goods, report.exhibits, report.sealed) == ("运动鞋（样本）", (), {})
    assert not report.proof_later
    assert {fact.question for fact in report.facts} == {"breach", "seen_on", "bought", "named"}


def test_a_name_is_in_it_as_ciphertext_alone() -> None:
    walk = to_reporter()
    walk.keep(EXHIBIT)
    missing = [problem.key for problem in walk.accept({"named": "named"})]
    assert missing == ["missing.reporter_name", "missing.reporter_phone"]
    boxes = {"reporter_name": b"box", "reporter_phone": b"box"}
    assert walk.accept({"named": "named"}, boxes) == ()
    walk.sign(DECLARED)
    report = application(walk, CASE, Language.EN)
    assert report.sealed == boxes
    assert report.exhibits == (EXHIBIT,)
    readers = {question.reader for question in FORM.questions() if question.sealed}
    assert readers == {"officer"}


def test_a_name_taken_back_is_not_handed_in() -> None:
    walk = to_reporter()
    walk.accept({"named": "named"}, {"reporter_name": b"box", "reporter_phone": b"box"})
    walk.back()
    walk.accept({"named": "anonymous"})
    walk.sign(DECLARED)
    assert application(walk, CASE, Language.ZH).sealed == {}


def test_pirated_copies_are_told_where_they_go() -> None:
    walk = Walk(reporting(FORM, ELSEWHERE), HeldClock())
    walk.accept(SEEN | {"breach": "copyright"})
    assert walk.page.id == HANDED_ON
    assert handed_on(walk.answers(), ELSEWHERE)
    walk.back()
    assert walk.page.id == "seen"
    walk = to_reporter(SEEN | {"breach": "copyright"})
    walk.accept({"named": "anonymous"})
    walk.sign(DECLARED)
    assert application(walk, CASE, Language.ZH).routes == ROUTES


@pytest.mark.parametrize("breach", [option.id for option in FORM.question("breach").options] + [None])
def test_every_breach_may_be_reported(breach: str | None) -> None:
    walk = to_reporter(SEEN | {"breach": breach})
    assert walk.page.id == "reporter"
    assert handed_on(walk.answers(), ELSEWHERE) is (breach == "copyright")


def test_a_change_to_pirated_copies_tells_it_before_it_goes_back() -> None:
    walk = to_reporter()
    walk.accept({"named": "anonymous"})
    walk.change("seen")
    walk.accept(SEEN | {"breach": "copyright"})
    assert walk.page.id == HANDED_ON
    walk.accept_check()
    assert walk.page.kind == "confirm"
    assert not walk.changing


def test_what_is_not_declared_is_not_handed_in() -> None:
    walk = to_reporter()
    walk.accept({"named": "anonymous"})
    with pytest.raises(ValueError, match="declared"):
        application(walk, CASE, Language.ZH)


def test_the_rail_names_every_step() -> None:
    assert FORM.paper is FormPaper.REPORT
    assert all(
        REFERENCE.words.has(f"section.{section}") for section in reporting(FORM, ELSEWHERE).sections()
    )


def test_the_read_back_says_who_can_open_the_name_and_that_there_is_no_proof() -> None:
    walk = to_reporter()
    walk.accept({"named": "named"}, {"reporter_name": b"box", "reporter_phone": b"box"})
    rows = {row.label.zh: row.value.zh for row in check_rows(walk, REFERENCE)}
    assert rows["姓名"] == "已加密，只有执法人员能看"
    assert rows["证据"] == "没有"
    assert "怎么解决" not in rows
