from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.ledger.journal import (
    NO_HEAD,
    START,
    Break,
    Entry,
    Head,
    chain_name,
    entry_hash,
    follow,
    make_entry,
    salted,
)

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def chain_of(count: int, name: str = "station") -> list[Entry]:
    made: list[Entry] = []
    head = NO_HEAD
    for n in range(count):
        at = NOON + timedelta(seconds=n)
        made.append(make_entry(name, head, at, "clerk", "李", "desk-1", "note", f'{{"n":{n}}}'))
        head = Head(made[-1].seq, made[-1].hash)
    return made


def test_the_hash_is_plain_sha256_over_one_spelling() -> None:
    (entry,) = chain_of(1)
    text = (
        '["sha256-jcs-1","station",1,1795320000000000,"clerk","李","desk-1","note","{\\"n\\":0}","'
        + START
        + '"]'
    )
    assert entry.hash == hashlib.sha256(text.encode()).hexdigest()
    assert entry.at.timestamp() == 1795320000


def test_a_whole_chain_holds() -> None:
    chain = chain_of(5)
    assert list(follow("station", chain)) == chain
    assert list(follow("station", chain[2:], Head(2, chain[1].hash))) == chain[2:]


@given(
    st.integers(0, 4),
    st.sampled_from(["seq", "at", "role", "actor", "device", "action", "body", "prev", "hash", "chain"]),
    st.text(max_size=5),
)
def test_any_change_of_any_field_breaks_the_chain_there(index: int, field: str, text: str) -> None:
    chain = chain_of(5)
    old = getattr(chain[index], field)
    new = (
        old + 1
        if field == "seq"
        else old + timedelta(microseconds=1)
        if field == "at"
        else old + text + "x"
    )
    chain[index] = replace(chain[index], **{field: new})
    found = list(follow("station", chain))
    assert isinstance(found[-1], Break)
    assert found[-1].seq == index + 1
    assert found[:-1] == chain[:index]


@given(st.integers(0, 3))
def test_a_missing_entry_is_named(index: int) -> None:
    chain = chain_of(5)
    del chain[index]
    assert list(follow("station", chain))[-1] == Break(index + 1, "entry_missing")


def test_an_entry_forged_with_a_right_hash_still_breaks_the_link() -> None:
    chain = chain_of(3)
    forged = replace(chain[1], action="other")
    chain[1] = replace(forged, hash=entry_hash(forged))
    assert list(follow("station", chain))[-1] == Break(3, "link_broken")


def test_an_unknown_algorithm_is_told() -> None:
    (entry,) = chain_of(1)
    assert list(follow("station", [replace(entry, algorithm="md5")])) == [Break(1, "algorithm_unknown")]


def test_chains_have_names() -> None:
    assert chain_name(None) == "station"
    assert chain_name(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"


@pytest.mark.parametrize("value", ["张三", None, [1, {"a": "b"}]])
def test_a_salted_digest_is_an_hmac(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert salted(b"s" * 16, value) == hmac.new(b"s" * 16, text, "sha256").hexdigest()
    assert salted(b"t" * 16, value) != salted(b"s" * 16, value)
