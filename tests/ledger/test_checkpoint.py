from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.ledger.checkpoint import Standing, Statement, holds, leaf, sign
from stationkiosk.ledger.journal import Head
from stationkiosk.ledger.merkle import BLOCK, root, top

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
PRIVATE = b"s" * 32
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
HEADS = {"station": Head(3, "aa"), "0190": Head(1, "bb")}


def state(n: int, at: datetime, heads: dict[str, Head], before: str) -> Statement:
    standing = Standing()
    standing.move(heads)
    return standing.state(n, at, before)


STATEMENT = state(1, NOON, HEADS, "")
SIGNATURE = sign(PRIVATE, STATEMENT)


def test_what_the_station_signed_holds() -> None:
    assert holds(PUBLIC, STATEMENT, SIGNATURE)
    assert STATEMENT.signed_text() == (
        f'["ed25519-rfc9162-sha256-1",1,1795320000000000,2,"{STATEMENT.root}",""]'.encode()
    )


def test_heads_are_leaves_in_the_order_of_their_names() -> None:
    assert [leaf(chain, HEADS[chain]) for chain in sorted(HEADS)] == [
        b'["0190",1,"bb"]',
        b'["station",3,"aa"]',
    ]
    assert STATEMENT.root == root([leaf(chain, HEADS[chain]) for chain in sorted(HEADS)]).hex()
    assert state(1, NOON, dict(reversed(HEADS.items())), "") == STATEMENT


@pytest.mark.parametrize(
    "change",
    [{"n": 2}, {"at": NOON + timedelta(microseconds=1)}, {"size": 3}, {"root": "00"}, {"before": "00"}],
)
def test_no_other_statement_holds(change: dict[str, object]) -> None:
    assert not holds(PUBLIC, replace(STATEMENT, **change), SIGNATURE)  # type: ignore[arg-type]


@pytest.mark.parametrize("signature", ["", "zz", SIGNATURE[:-2], "00" * 64])
def test_no_other_signature_holds(signature: str) -> None:
    assert not holds(PUBLIC, STATEMENT, signature)


def test_a_moved_head_changes_the_root() -> None:
    assert state(1, NOON, HEADS | {"0190": Head(2, "bb")}, "").root != STATEMENT.root


def test_nothing_stands_on_no_chains() -> None:
    assert (Standing().state(1, NOON, "").root, top([])) == (root([]).hex(), root([]))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.integers(0, 3 * BLOCK), st.integers(1, 9), max_size=BLOCK), max_size=5))
def test_moves_one_after_another_give_the_tree_over_all_heads(moves: list[dict[int, int]]) -> None:
    standing, heads = Standing(), {f"{n:05}": Head(1, "aa") for n in range(0, 3 * BLOCK, 7)}
    standing.move(heads)
    for move in moves:
        told = {f"{chain:05}": Head(seq, "bb") for chain, seq in move.items()}
        standing.move(told)
        heads |= told
    whole = root([leaf(chain, heads[chain]) for chain in sorted(heads)])
    assert standing.state(1, NOON, "").root == whole.hex()
    assert standing.state(1, NOON, "").size == len(heads)
