"""Signed statements of where every chain of the station stood at one moment.

A chain proves that nothing in it was changed or left out; only a statement kept elsewhere
proves that its end was not cut off. A checkpoint is that statement: the Merkle root over
all chain heads, signed with the station's Ed25519 key, small enough to print.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from stationkiosk.ledger.canonical import canonical_bytes
from stationkiosk.ledger.journal import Head
from stationkiosk.ledger.merkle import BLOCK, root, top

ALGORITHM = "ed25519-rfc9162-sha256-1"
"""Ed25519 over the canonical JSON of a statement; RFC 9162 tree over SHA-256; first form."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Statement:
    """Checkpoint ``n``, counted from 1: at ``at`` there were ``size`` chains, their heads under ``root``.

    ``before`` is the root of the checkpoint before, ``""`` for the first. Hashes are hex.
    """

    n: int
    at: datetime
    size: int
    root: str
    before: str

    def signed_text(self) -> bytes:
        """Return the bytes that are signed."""
        moment = (self.at - _EPOCH) // timedelta(microseconds=1)
        return canonical_bytes([ALGORITHM, self.n, moment, self.size, self.root, self.before])


def leaf(chain: str, head: Head) -> bytes:
    """Return the leaf for one chain; leaves stand in the order of the chains' names."""
    return canonical_bytes([chain, head.seq, head.hash])


class Standing:
    """Where all chains stand: a few that moved cost a few blocks, and not the whole tree."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._leaves: dict[str, bytes] = {}
        self._blocks: list[bytes] = []

    def move(self, heads: Mapping[str, Head]) -> None:
        """Take in the heads of chains that are new or went on."""
        fresh = sorted(heads.keys() - self._leaves.keys())
        known = sorted(heads.keys() & self._leaves.keys())
        changed = {bisect_left(self._names, chain) // BLOCK for chain in known}
        self._leaves.update((chain, leaf(chain, head)) for chain, head in heads.items())
        if fresh:
            begin = bisect_left(self._names, fresh[0]) // BLOCK
            rest = sorted([*self._names[begin * BLOCK :], *fresh])
            self._names[begin * BLOCK :] = rest
            del self._blocks[begin:]
            self._blocks += [b""] * -(-len(rest) // BLOCK)
            changed = {n for n in changed if n < begin} | set(range(begin, len(self._blocks)))
        for n in changed:
            names = self._names[n * BLOCK : (n + 1) * BLOCK]
            self._blocks[n] = root([self._leaves[name] for name in names])

    def state(self, n: int, at: datetime, before: str) -> Statement:
        """Return the statement that the chains stand so."""
        return Statement(n, at, len(self._names), top(self._blocks).hex(), before)


def sign(private_key: bytes, statement: Statement) -> str:
    """Return the station's signature in hex."""
    return Ed25519PrivateKey.from_private_bytes(private_key).sign(statement.signed_text()).hex()


def holds(public_key: bytes, statement: Statement, signature: str) -> bool:
    """Tell whether the station signed ``statement``."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            bytes.fromhex(signature), statement.signed_text()
        )
    except (InvalidSignature, ValueError):
        return False
    return True
