"""Whether the bytes of evidence and papers are still those whose hashes were written down."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.hashes import SM3, Hash
from sqlalchemy import Connection, Row, bindparam, select

from stationkiosk.store.tables import EvidenceChunk, Exhibit, PaperFile

FILE_TABLES = {Exhibit.__tablename__, PaperFile.__tablename__}
"""The tables whose rows vouch for bytes."""

_CHUNKS = (
    select(EvidenceChunk.n, EvidenceChunk.bytes)
    .where(EvidenceChunk.case_id == bindparam("case"), EvidenceChunk.sha256 == bindparam("of"))
    .order_by(EvidenceChunk.n)
    .execution_options(yield_per=4)
)


def file_fault(connection: Connection, table: str, row: Row[Any]) -> str:
    """Return what is wrong with the bytes a row vouches for, ``""`` when nothing is."""
    if table == PaperFile.__tablename__:
        return "" if sha256(row.bytes).hexdigest() == row.sha256 else "paper_changed"
    return _evidence_fault(connection, row)


def _evidence_fault(connection: Connection, row: Row[Any]) -> str:
    first, second, size, count = sha256(), Hash(SM3()), 0, 0
    for n, piece in connection.execute(_CHUNKS, {"case": row.case_id, "of": row.sha256}):
        if n != count:
            return "evidence_missing"
        first.update(piece)
        second.update(piece)
        size, count = size + len(piece), count + 1
    if not count:
        return "evidence_missing"
    told = (row.sha256, row.sm3, row.size)
    return "" if (first.hexdigest(), second.finalize().hex(), size) == told else "evidence_changed"
