"""The papers of a complaint as their readers take them: whose agent, whose routes, the clock's own day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from stationkiosk.casework.issuing.making import make_paper
from stationkiosk.casework.papers import paper_bytes, papers_of, read_paper
from stationkiosk.casework.record import Record
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.application import SignatureKind
from stationkiosk.domain.trace import day_text
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.test_complaints import CLERK, PHONE, act, agreed, clock, complained
from tests.casework.world import PARTIES, World, application
from tests.documents.reading import text_of


def paper(world: World, case_id: UUID, kind: str) -> Record:
    (found,) = (row for row in papers_of(world.station, case_id) if row.kind == kind)
    return found


def said(row: Record) -> str:
    return str(row.data["blocks"])


@pytest.mark.parametrize(
    ("waited", "due"),
    [(0, date(2027, 1, 22)), (2, date(2027, 1, 25)), (3, date(2027, 1, 25))],
)
def test_the_day_on_an_acceptance_is_the_clocks_own_and_a_rest_day_rolls_on(
    world: World, waited: int, due: date
) -> None:
    case_id = complained(world)
    assert clock(world, case_id, "complaint.accept").due == date(2026, 12, 2)
    act(world, case_id, "register")
    world.clock.move(days=waited)
    act(world, case_id, "accept", **PHONE)
    running = clock(world, case_id, "complaint.mediate")
    assert running.due == due
    letter = paper(world, case_id, "complaint_acceptance")
    assert day_text(due).zh in said(letter)
    assert day_text(date(2026, 11, 23 + waited)).zh in said(letter), "the day of issue"
    assert verify(world.station.store, world.station.keys).ok


def test_the_end_of_a_mediation_names_the_complainants_routes_to_both(world: World) -> None:
    case_id = agreed(world)
    act(world, case_id, "terminate", ground="settled", reason="样品：撤回")
    words = said(paper(world, case_id, "complaint_termination"))
    assert "投诉人还可以通过下列途径" in words
    assert "open to the complainant" in words
    assert "受理并组织调解" not in words, "none may have been held"


def test_a_mediation_document_puts_each_agent_under_the_side_it_speaks_for(world: World) -> None:
    case_id = agreed(world)
    act(world, case_id, "conclude", terms="样品：退还货款 100 元")
    document = paper(world, case_id, "complaint_mediation")
    [grid] = [block for block in document.data["blocks"] if block["block"] == "grid"]
    cells = [cell for row in grid["rows"] for cell in row["cells"]]
    labels = [cell["label"]["zh"] for cell in cells]
    agents = [n for n, label in enumerate(labels) if label == "代理人"]
    assert labels[0] == "登记编号"
    assert labels.index("投诉人") < agents[0] < labels.index("被投诉人") < agents[1]
    assert cells[agents[0]]["lines"][0]["zh"]
    assert not cells[agents[1]]["lines"], "filled in by hand"


def test_a_consent_refused_is_told_from_one_not_asked_for(world: World) -> None:
    case_id = complained(world)
    act(world, case_id, "register")
    form = paper(world, case_id, "complaint_registration")
    lines = [
        line
        for block in form.data["blocks"]
        if block["block"] == "grid"
        for row in block["rows"]
        for cell in row["cells"]
        for line in cell["lines"]
        if "box" in line
    ]
    assert [(line["zh"], line["box"]) for line in lines] == [
        ("不同意公示本投诉的处理信息", "yes"),
        ("同意委托其他组织调解", "open"),
    ]


def test_an_authority_given_by_the_other_side_is_for_no_dispute_with_itself(world: World) -> None:
    case_id = complained(world)
    (ref,) = make_paper(world.station, case_id, "power_of_attorney", CLERK, {"party": "3"})
    words = said(read_paper(world.station, ref))
    assert "与对方当事人之间的纠纷" in words
    assert "与样品街对面茶店" not in words
    assert PARTIES[0].name not in words
    (own,) = make_paper(world.station, case_id, "power_of_attorney", CLERK, {})
    assert "与样品街对面茶店" in said(read_paper(world.station, own))


def test_the_other_side_is_asked_with_what_was_corrected_and_not_with_what_was_typed_first(
    world: World,
) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    first = {"case_id": case_id, "n": 1}
    with world.station.store.write() as unit:
        unit.update(tables.Right, first, name="改正后的样品", number="3333019")
        unit.update(tables.Claim, {"case_id": case_id, "n": 2}, amount_fen=1_900_050)
        unit.update(tables.Party, first, name="改名样品老茶坊")
        unit.journal(case_id, world.station.itself(), "correct", world.station.clock.now())
    act(world, case_id, "accept")
    act(world, case_id, "inquire")
    data = paper(world, case_id, "inquiry_notice").data
    assert (data["claimant"], data["right"]["name"]) == ("改名样品老茶坊", "改正后的样品")
    assert data["right"]["number"] == "3333019"
    assert [claim["amount"] for claim in data["claims"]] == [None, "19000.50"]
    assert verify(world.station.store, world.station.keys).ok


@pytest.mark.parametrize(
    ("kind", "line", "under"),
    [
        (SignatureKind.WITNESSED, "样品老人", "打字代签，样品 clerk-1见证"),
        (SignatureKind.PAPER, "签在纸上", "2026年11月23日"),
        (SignatureKind.DECLARED, "", ""),
    ],
)
def test_a_registration_says_how_it_was_signed_where_no_pad_was_used(
    world: World, kind: SignatureKind, line: str, under: str
) -> None:
    case_id = complained(world)
    with world.station.store.write() as unit:
        made = {"kind": kind.value, "signer": "样品老人", "witness": "clerk-1", "strokes": []}
        unit.update(tables.Signature, {"case_id": case_id, "n": 1}, **made)
        unit.journal(case_id, world.station.itself(), "sign", world.station.clock.now())
    act(world, case_id, "register")
    form = paper(world, case_id, "complaint_registration")
    signs = next(b for b in form.data["blocks"] if "signs" in b)
    assert line in text_of(paper_bytes(world.station, PaperRef(case_id, form.n), "a4"))
    own = signs["signs"][0]
    assert line in str(own.get("typed", ""))
    assert under in str(own.get("when", ""))
    assert ("when" in own) == bool(line)
