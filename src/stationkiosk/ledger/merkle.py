"""Merkle trees over SHA-256 as RFC 9162, section 2.1, defines them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of a tree with no leaves."""


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash under which a leaf stands in the tree."""
    return sha256(b"\x00" + leaf).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over ``leaves`` in their order."""
    return _levels([leaf_hash(leaf) for leaf in leaves])[-1][0] if leaves else EMPTY


BLOCK = 256
"""Leaves of a whole tree below the top: what is worked out once and kept until one of them changes."""


def top(blocks: Sequence[bytes]) -> bytes:
    """Return the root of a tree by those of its blocks of ``BLOCK`` leaves; the last may have fewer."""
    return _levels(list(blocks))[-1][0] if blocks else EMPTY


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def _levels(row: list[bytes]) -> list[list[bytes]]:
    """Return the rows of the tree from the leaves up; an odd last one moves up as it is."""
    rows = [row]
    while len(row) > 1:
        above = [_node(row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
        row = above + row[len(row) & ~1 :]
        rows.append(row)
    return rows
