from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.ledger.merkle import included, inclusion, leaf_hash, root

LEAVES = st.lists(st.binary(max_size=8), max_size=40)


def slow_root(leaves: list[bytes]) -> bytes:
    """RFC 9162, 2.1.1, word for word."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01" + slow_root(leaves[:k]) + slow_root(leaves[k:])).digest()


def slow_path(m: int, leaves: list[bytes]) -> list[bytes]:
    """RFC 9162, 2.1.3.1, word for word."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return [*slow_path(m, leaves[:k]), slow_root(leaves[k:])]
    return [*slow_path(m - k, leaves[k:]), slow_root(leaves[:k])]


@given(LEAVES)
def test_the_root_is_the_standard_s(leaves: list[bytes]) -> None:
    assert root(leaves) == slow_root(leaves)


@pytest.mark.parametrize("size", range(1, 34))
def test_every_leaf_of_every_tree_is_proven_as_the_standard_says(size: int) -> None:
    leaves = [bytes([n]) for n in range(size)]
    top = root(leaves)
    for index, leaf in enumerate(leaves):
        proof = inclusion(leaves, index)
        assert list(proof) == slow_path(index, leaves)
        assert included(leaf, index, size, proof, top)


@given(LEAVES.filter(bool), st.data())
def test_a_proof_proves_nothing_else(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof, top = inclusion(leaves, index), root(leaves)
    size = len(leaves)
    assert not included(leaves[index] + b"x", index, size, proof, top)
    assert not included(leaves[index], index, size, proof, sha256(top).digest())
    assert not included(leaves[index], index, size, (*proof, top), top)
    assert not included(leaves[index], -1, size, proof, top)
    assert not included(leaves[index], size, size, proof, top)
    for at in range(len(proof)):
        assert not included(leaves[index], index, size, (*proof[:at], top, *proof[at + 1 :]), top)
        assert not included(leaves[index], index, size, proof[:at], top)


def test_a_leaf_and_a_node_never_look_alike() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert root([b"a", b"b"]) != root([left + right])
