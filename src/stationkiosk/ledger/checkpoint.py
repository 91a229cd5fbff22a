"""Signed statements of where every chain of the station stood at one moment.

A chain proves that nothing in it was changed or left out; only a statement kept elsewhere
proves that its end was not cut off. A checkpoint is that statement: the Merkle root over
all chain heads, signed with the station's Ed25519 key, small enough to print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from stationkiosk.ledger.canonical import canonical_bytes
from stationkiosk.ledger.journal import Head
from stationkiosk.ledger.merkle import root

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


def leaves(heads: Mapping[str, Head]) -> list[bytes]:
    """Return the leaves of a checkpoint's tree: the heads in the order of their chains' names."""
    return [canonical_bytes([chain, heads[chain].seq, heads[chain].hash]) for chain in sorted(heads)]


def state(n: int, at: datetime, heads: Mapping[str, Head], before: str) -> Statement:
    """Return the statement that the chains stand at ``heads``."""
    return Statement(n, at, len(heads), root(leaves(heads)).hex(), before)


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
