from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.ledger.merkle import leaf_hash, root

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


@given(LEAVES)
def test_the_root_is_the_standard_s(leaves: list[bytes]) -> None:
    assert root(leaves) == slow_root(leaves)


def test_a_leaf_and_a_node_never_look_alike() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert root([b"a", b"b"]) != root([left + right])
