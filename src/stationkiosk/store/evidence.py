"""The bytes of evidence: kept in the store in chunks, keyed by case and hash.

They are written under the id of a draft, before its case exists, in short transactions of
a chunk each. From the moment the case exists they cannot be removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SM3, Hash
from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select
from sqlalchemy.orm import aliased

from stationkiosk.domain.errors import KnownError
from stationkiosk.store.engine import Store
from stationkiosk.store.list_tables import LooseEvidence
from stationkiosk.store.progress import Progress, silent
from stationkiosk.store.tables import Draft, EvidenceChunk

CHUNK = 1 << 20
"""Bytes in a chunk."""

_SAME = (EvidenceChunk.case_id == bindparam("case"), EvidenceChunk.sha256 == bindparam("of"))
_THERE = select(EvidenceChunk.n).where(*_SAME)
_ONE = select(EvidenceChunk.bytes).where(*_SAME, EvidenceChunk.n == bindparam("number"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What is now in the store: both hashes in lower-case hex (GB/T 32905 for SM3), size in bytes."""

    sha256: str
    sm3: str
    size: int


def keep(
    store: Store,
    case_id: UUID,
    source: BinaryIO,
    chunk: int = CHUNK,
    progress: Progress = silent,
) -> Kept:
    """Write all of ``source``, which must be seekable, and return its hashes.

    It is read twice, once to be hashed and once to be written; ``progress`` hears of bytes
    done out of the total of both, and stops it by raising. Doing it again with the same bytes
    changes nothing, and finishes what a crash left half done; what is stopped or fails on its way
    leaves things as they were. Raises ``KnownError``: ``file_empty``, ``file_changed`` (between
    the readings), ``disk_full``.
    """
    kept = _hashed(source, chunk, progress)
    if not kept.size:
        raise KnownError("file_empty")
    with store.read() as connection:
        there = _numbers(connection, case_id, kept.sha256)
    try:
        again = sha256()
        source.seek(0)
        for n, piece in enumerate(iter(lambda: source.read(chunk), b"")):
            again.update(piece)
            if n not in there:
                _write(store, case_id, kept.sha256, n, piece)
            progress(kept.size + min((n + 1) * chunk, kept.size), 2 * kept.size)
        if again.hexdigest() != kept.sha256:
            raise KnownError("file_changed")
    except BaseException:
        with suppress(KnownError):
            _undo(store, case_id, kept.sha256, there)
        raise
    return kept


def read(store: Store, case_id: UUID, sha256: str) -> Iterator[bytes]:
    """Yield the chunks of a piece of evidence in order. Raises ``KnownError("evidence_missing")``."""
    with store.read() as connection:
        count = len(_numbers(connection, case_id, sha256))
    if not count:
        raise KnownError("evidence_missing", name=sha256)
    for n in range(count):
        with store.read() as connection:
            piece = connection.execute(_ONE, {"case": case_id, "of": sha256, "number": n}).scalar()
        if piece is None:
            raise KnownError("evidence_missing", name=sha256)
        yield piece


def drop(store: Store, case_id: UUID, sha256: str) -> None:
    """Remove a piece of evidence from a draft. The database refuses it once the case exists."""
    with store.write() as unit:
        unit.connection.execute(delete(EvidenceChunk).where(*_SAME), {"case": case_id, "of": sha256})


def keep_only(connection: Connection, case_id: UUID, hashes: Iterable[str]) -> None:
    """Remove from a draft, in the transaction that files it, what its owner took out again."""
    taken_out = EvidenceChunk.sha256.not_in(tuple(hashes))
    connection.execute(delete(EvidenceChunk).where(EvidenceChunk.case_id == case_id, taken_out))


def sizes(connection: Connection, case_id: UUID) -> dict[str, int]:
    """Return how many bytes are kept of each piece of evidence under a draft or case, by its SHA-256."""
    kept = (
        select(EvidenceChunk.sha256, func.sum(func.length(EvidenceChunk.bytes)))
        .where(EvidenceChunk.case_id == case_id)
        .group_by(EvidenceChunk.sha256)
    )
    return dict(connection.execute(kept).all())


def copy(connection: Connection, source: UUID, target: UUID) -> None:
    """Copy what is kept under one id to another, within a transaction; what is there already stays."""
    there = aliased(EvidenceChunk)
    same = (
        select(there.n)
        .where(there.case_id == target, there.sha256 == EvidenceChunk.sha256, there.n == EvidenceChunk.n)
        .exists()
    )
    wanted = select(
        literal(target, EvidenceChunk.case_id.type),
        EvidenceChunk.sha256,
        EvidenceChunk.n,
        EvidenceChunk.bytes,
    ).where(EvidenceChunk.case_id == source, ~same)
    columns = ["case_id", "sha256", "n", "bytes"]
    connection.execute(insert(EvidenceChunk).from_select(columns, wanted))


def drop_all(connection: Connection, draft_id: UUID) -> None:
    """Remove everything kept under a draft, in the transaction that moves it into a case."""
    connection.execute(delete(EvidenceChunk).where(EvidenceChunk.case_id == draft_id))


def count(store: Store, case_id: UUID) -> int:
    """Return how many pieces of evidence are kept under a draft or case."""
    pieces = select(func.count(EvidenceChunk.sha256.distinct())).where(EvidenceChunk.case_id == case_id)
    with store.read() as connection:
        return connection.execute(pieces).scalar_one()


def weight(store: Store, case_id: UUID) -> int:
    """Return how many bytes of evidence are kept under a draft or case."""
    bytes_ = func.coalesce(func.sum(func.length(EvidenceChunk.bytes)), 0)
    with store.read() as connection:
        return int(connection.execute(select(bytes_).where(EvidenceChunk.case_id == case_id)).scalar_one())


def drop_orphans(store: Store, among: Collection[UUID] | None = None) -> int:
    """Remove the chunks that belong neither to a case nor to a draft; return how many there were.

    ``among`` are the only ids that are looked at, where it is given. What belongs to cases is not
    looked through: the store keeps a list of the ids that are none.
    """
    gone = select(LooseEvidence.case_id).where(LooseEvidence.case_id.not_in(select(Draft.id)))
    if among is not None:
        gone = gone.where(LooseEvidence.case_id.in_(among))
    with store.write() as unit:
        ids = unit.connection.execute(gone).scalars().all()
        dropped = 0
        for one in ids:
            chunks = delete(EvidenceChunk).where(EvidenceChunk.case_id == one)
            dropped += unit.connection.execute(chunks).rowcount
            unit.connection.execute(delete(LooseEvidence).where(LooseEvidence.case_id == one))
        return dropped


def _hashed(source: BinaryIO, chunk: int, progress: Progress) -> Kept:
    size = source.seek(0, 2)
    source.seek(0)
    first, second, done = sha256(), Hash(SM3()), 0
    while piece := source.read(chunk):
        first.update(piece)
        second.update(piece)
        done += len(piece)
        progress(done, 2 * max(size, done))
    return Kept(first.hexdigest(), second.finalize().hex(), done)


def _numbers(connection: Connection, case_id: UUID, of: str) -> set[int]:
    return set(connection.execute(_THERE, {"case": case_id, "of": of}).scalars())


def _undo(store: Store, case_id: UUID, of: str, before: set[int]) -> None:
    """Remove what a keeping that failed has written; what was there before it stays."""
    with store.write() as unit:
        written = delete(EvidenceChunk).where(*_SAME, EvidenceChunk.n.not_in(before))
        unit.connection.execute(written, {"case": case_id, "of": of})


def _write(store: Store, case_id: UUID, of: str, n: int, piece: bytes) -> None:
    with store.write() as unit:
        unit.insert(EvidenceChunk, case_id=case_id, sha256=of, n=n, bytes=piece)
