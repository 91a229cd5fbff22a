"""Bringing proof later: two pages, everything read back, nothing signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.text import Language
from stationkiosk.journeys.adding import adding, addition, begun, number_of, rows
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, REFERENCE
from tests.journeys.test_filing import CASE

CODE, NUMBER = "7HTW-9QKM-3XPA-R", "LJ07A-20261122-00042-7"
DECLARED = Signature(SignatureKind.DECLARED, "", "c" * 64)


@pytest.fixture
def walk() -> Walk:
    return Walk(adding(), HeldClock(), begun(CODE, NUMBER))


def test_it_is_proof_and_then_a_tick(walk: Walk) -> None:
    assert [page.kind for page in walk.journey.path(walk.state)] == ["proof", "confirm"]
    assert [problem.key for problem in walk.accept_proof(later=False)] == ["proof_none"]
    walk.keep(EXHIBIT)
    assert walk.accept_proof(later=False) == ()
    assert walk.page.kind == "confirm"
    walk.change("proof")
    walk.accept_proof(later=False)
    assert walk.sign(DECLARED) == ()
    brought = addition(walk, CASE, Language.ZH)
    assert (brought.id, brought.code, brought.number) == (CASE, CODE, NUMBER)
    assert (brought.exhibits, brought.signature) == ((EXHIBIT,), DECLARED)


def test_what_is_not_declared_is_not_handed_in(walk: Walk) -> None:
    with pytest.raises(ValueError, match="not declared"):
        addition(walk, CASE, Language.ZH)


def test_its_draft_knows_its_case_again(walk: Walk) -> None:
    walk.keep(EXHIBIT)
    again = Walk.from_json(adding(), HeldClock(), walk.to_json())
    assert number_of(again) == NUMBER
    assert again.state.exhibits == (EXHIBIT,)


def test_each_piece_is_read_back_with_all_that_is_told_of_it(walk: Walk) -> None:
    paper = replace(EXHIBIT, name="a.pdf", media_type="application/pdf", sha256="a" * 64, size=1 << 21)
    walk.keep(replace(paper, pages=3, purpose="bill"))
    walk.keep(replace(paper, name="b.m4a", media_type="audio/mp4", sha256="b" * 64, pages=0, seconds=75))
    bill, talk, case = rows(walk, REFERENCE.words)
    assert (bill.label.en, bill.value.en) == ("a.pdf", "PDF paper · 2.0 MB · 3 pages · A bill or payment")
    assert talk.value.zh == "录音 · 2.0 MB · 1:15"
    assert "b" * 64 in talk.full.en
    assert case.value.en == NUMBER
    assert [row.page for row in (bill, talk, case)] == ["proof", "proof", ""]
