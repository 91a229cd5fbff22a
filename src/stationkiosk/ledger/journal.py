"""Entries of the journal: what they hold, how they are hashed and how they follow each other."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from stationkiosk.ledger.canonical import canonical, canonical_bytes

ALGORITHM = "sha256-jcs-1"
"""SHA-256 over the canonical JSON of an entry, first form."""

SALTED = "hmac-sha256"
"""How a private value enters the journal: HMAC-SHA-256 of its canonical JSON, keyed by its salt."""

STATION_CHAIN = "station"
START = "0" * 64
"""What the first entry of a chain names as the hash before it."""

SALT_BYTES = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def chain_name(chain: UUID | None) -> str:
    """Return the name of a case's chain, or of the station's for None."""
    return STATION_CHAIN if chain is None else str(chain)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``at`` is aware UTC; ``body`` canonical JSON; ``prev`` and ``hash`` lower-case hex."""

    chain: str
    seq: int
    at: datetime
    role: str
    actor: str
    device: str
    action: str
    body: str
    prev: str
    hash: str
    algorithm: str = ALGORITHM


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain: its sequence number, counted from 1, and its hash."""

    seq: int
    hash: str


NO_HEAD = Head(0, START)
"""The head of a chain that has no entry yet."""


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold, and what is wrong there."""

    seq: int
    what: str


def make_entry(
    chain: str, head: Head, at: datetime, role: str, actor: str, device: str, action: str, body: str
) -> Entry:
    """Return the entry that follows ``head``."""
    seq = head.seq + 1
    digest = _digest(ALGORITHM, chain, seq, at, role, actor, device, action, body, head.hash)
    return Entry(chain, seq, at, role, actor, device, action, body, head.hash, digest)


def entry_hash(entry: Entry) -> str:
    """Return the hash that ``entry`` must carry."""
    return _digest(
        entry.algorithm,
        entry.chain,
        entry.seq,
        entry.at,
        entry.role,
        entry.actor,
        entry.device,
        entry.action,
        entry.body,
        entry.prev,
    )


def _digest(
    algorithm: str,
    chain: str,
    seq: int,
    at: datetime,
    role: str,
    actor: str,
    device: str,
    action: str,
    body: str,
    prev: str,
) -> str:
    moment = (at - _EPOCH) // timedelta(microseconds=1)
    text = canonical([algorithm, chain, seq, moment, role, actor, device, action, body, prev])
    return sha256(text.encode()).hexdigest()


def salted(salt: bytes, value: object) -> str:
    """Return the digest under which a private value stands in the journal."""
    return hmac.digest(salt, canonical_bytes(value), "sha256").hex()


def follow(chain: str, entries: Iterable[Entry], head: Head = NO_HEAD) -> Iterator[Entry | Break]:
    """Yield the entries of a chain as long as they hold; a ``Break`` ends it."""
    for entry in entries:
        what = _fault(chain, entry, head)
        if what:
            yield Break(head.seq + 1, what)
            return
        yield entry
        head = Head(entry.seq, entry.hash)


def _fault(chain: str, entry: Entry, head: Head) -> str:
    if entry.algorithm != ALGORITHM:
        return "algorithm_unknown"
    if entry.chain != chain or entry.seq != head.seq + 1:
        return "entry_missing"
    if entry_hash(entry) != entry.hash:
        return "entry_changed"
    if entry.prev != head.hash:
        return "link_broken"
    return ""
