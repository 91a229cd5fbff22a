"""Rough inputs at the mediator's desk: boxes of nothing, strokes off the pad, words nobody can see."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from stationkiosk.casework.mediating.sealing import Content, box
from stationkiosk.domain.clauses import Account
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.talks import Answer, Talk
from stationkiosk.ledger.canonical import canonical_bytes
from tests.casework.mediating.settled import (
    AGENT_N,
    FILER,
    OTHER,
    OTHER_N,
    TERMS,
    at_table,
    to_be_signed,
)
from tests.casework.world import PARTIES, World


@pytest.mark.parametrize(
    ("action", "content", "plain"),
    [
        ("talk", Content.TERMS, b"{}"),
        ("talk", Content.TALK, b"{}"),
        ("talk", Content.TALK, b"no talk"),
        ("draft", Content.TALK, b"{}"),
        ("draft", Content.TERMS, b"[]"),
        ("draft", Content.TERMS, b'{"terms": [["stop"]], "wishes": true}'),
    ],
)
def test_a_box_that_holds_nothing_to_read_is_not_kept(
    world: World, action: str, content: Content, plain: bytes
) -> None:
    table = at_table(world)
    for n in (1, 2):
        sealed = box(table.station, content, table.case_id, n, plain).hex()
        with pytest.raises(KnownError, match="seal_closed"):
            table.do(action, sealed=sealed)
    with pytest.raises(KnownError, match="seal_closed"):
        table.do(action, sealed="ab" * 500)
    shown = table.desk.mediation(table.case_id, 1)
    assert (shown.talks, shown.draft and shown.draft.version) == ((), 0)


def test_an_answer_to_no_offer_is_not_kept(world: World) -> None:
    table = at_table(world)
    words = canonical_bytes(Talk(answers=9, answer=Answer.TAKEN).written())
    with pytest.raises(Closed, match="offer_gone"):
        table.do("talk", sealed=box(table.station, Content.TALK, table.case_id, 1, words).hex())
    assert table.desk.mediation(table.case_id, 1).talks == ()


@pytest.mark.parametrize(
    "strokes",
    [
        "[[[1e999,0,0]]]",
        "[" * 90_000,
        '[["123"]]',
        "[[[1.5,2,3]]]",
        "[[[true,2,3]]]",
        "[[[-1,2,3]]]",
        "[[[1,1001,3]]]",
        f"[[[1,2,{10**30}]]]",
    ],
)
def test_strokes_that_no_pad_could_draw_are_no_signature(world: World, strokes: str) -> None:
    table = to_be_signed(world)
    with pytest.raises(Closed, match="signature_missing"):
        table.do(
            "sign",
            party=str(OTHER_N),
            way="pad",
            text_sha256=table.draft().text_sha256,
            strokes=strokes,
        )


def test_too_many_strokes_are_told_with_the_number_that_is_taken(world: World) -> None:
    table = to_be_signed(world)
    strokes = json.dumps([[[n % 1000, n % 999, n] for n in range(20_000)]])
    with pytest.raises(Closed, match="most=200000"):
        table.do("sign", party="3", way="pad", text_sha256=table.draft().text_sha256, strokes=strokes)


def test_nothing_that_nobody_can_see_stands_in_a_term(world: World) -> None:
    table = at_table(world)
    stop = dict(TERMS[0][1]) | {"scope": "样品\x00路\u202e 1 号\ud800\u200b", "acts": ("卖\u200b茶",)}
    pay = dict(TERMS[1][1]) | {"account": Account(FILER + "\u200b", "样品\x00银行", "62\ud8001")}
    shown = table.save((("stop", stop), ("pay_instalments", pay), *TERMS[2:]))
    values = [term.values for term in shown.terms]
    assert (values[0]["scope"], values[0]["acts"]) == ("样品路 1 号", ("卖茶",))
    assert values[1]["account"] == Account(FILER, "样品银行", "621")
    table.fix()


def test_a_number_beyond_counting_is_an_open_blank(world: World) -> None:
    table = at_table(world)
    links = {"party": OTHER, "links": ("样品链接",), "count": 10**30, "day": TERMS[0][1]["day"]}
    assert "how_much_missing" in {one.rule for one in table.save((("take_down", links),)).findings}


def test_a_long_text_in_many_characters_can_be_fixed(world: World) -> None:
    table = at_table(world)
    stop = dict(TERMS[0][1])
    chars = "".join(map(chr, range(0x4E00, 0x4E00 + 4500)))
    scopes = (chars[at : at + 100] for at in range(0, len(chars), 100))
    table.save((*TERMS, *(("stop", stop | {"scope": scope}) for scope in scopes)))
    table.fix()
    assert table.state() == "signing"


def test_nobody_signs_for_both_sides(world: World) -> None:
    filer, agent, other = PARTIES[:3]
    table = to_be_signed(world, parties=(filer, agent, replace(other, representative=agent.name)))
    table.sign(AGENT_N)
    with pytest.raises(Closed, match="signer_both_sides"):
        table.sign(OTHER_N)


def test_a_sum_of_another_kind_is_an_open_blank(world: World) -> None:
    table = at_table(world)
    for amount in ("NaN", "sNaN", "Infinity", "1e400", "18000.005"):
        pay = dict(TERMS[1][1]) | {"amount": Decimal(amount)}
        found = {one.rule for one in table.save((("pay_instalments", pay),)).findings}
        assert "how_much_missing" in found
