"""The rows of one case, read at one moment of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from stationkiosk.casework.codes import Purpose
from stationkiosk.casework.mediating.sealed_papers import SEALED_KINDS
from stationkiosk.casework.mediating.sealing import SEALED_ACTS
from stationkiosk.casework.record import Record
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.canonical import parse
from stationkiosk.ledger.journal import Break, Entry, follow
from stationkiosk.store import tables
from stationkiosk.store.base import Base

CASE = tables.Case.__table__
JOURNAL = tables.Journal.__table__
PAPER = tables.Paper.__table__
_PAPER_COLUMNS = (
    PAPER.c.n,
    PAPER.c.kind,
    PAPER.c.number,
    PAPER.c.language,
    PAPER.c.issued_at,
)


@dataclass(frozen=True, slots=True)
class CaseRows:
    """Everything the record holds of one case, but the bytes of evidence and papers."""

    case: Record
    parties: tuple[Record, ...]
    rights: tuple[Record, ...]
    facts: tuple[Record, ...]
    claims: tuple[Record, ...]
    consents: tuple[Record, ...]
    exhibits: tuple[Record, ...]
    matters: tuple[Record, ...]
    deadlines: tuple[Record, ...]
    responses: tuple[Record, ...]
    contacts: tuple[Record, ...]
    acted: tuple[Record, ...]
    sealed: tuple[Record, ...]
    papers: tuple[Record, ...]
    copies: dict[int, int]
    holders: dict[int, str]
    """Whose each paper is by its number: the role of a party, or the station's."""
    journal: tuple[Record, ...]
    holds: bool
    """Whether each entry of the journal, those not shown too, follows from the one before it."""

    def party(self, n: int | None) -> Record | None:
        """Return a party by its number."""
        return next((party for party in self.parties if party.n == n), None)

    def acted_in(self, entry: Record) -> Record | None:
        """Return what was said for the act that an entry of the journal tells of, if it tells of one."""
        ns = {n for table, n in touched(entry) if table == tables.Acted.__tablename__}
        return next((row for row in self.acted if row.n in ns), None)


def touched(entry: Record) -> Iterator[tuple[str, int]]:
    """Yield the rows an entry of a case's journal added: table and number."""
    for row in (row for row in parse(entry.body)["rows"] if row["op"] == "insert"):
        yield row["table"], row["key"].get("n", 0)


def read_case(
    connection: Connection, case_id: UUID, tracks: frozenset[str], *, mediates: bool = False
) -> CaseRows:
    """Return the rows of a case, of its matters those on ``tracks``. Closed ``no_such_case``.

    How often something was said or drafted to settle is told to who ``mediates`` there alone.
    """

    def rows(table: type[Base]) -> tuple[Record, ...]:
        columns = table.__table__.c
        query = select(table.__table__).where(columns.case_id == case_id).order_by(columns.n)
        return tuple(connection.execute(query))

    case = connection.execute(select(CASE).where(CASE.c.id == case_id)).first()
    if case is None:
        raise Closed("no_such_case")
    matters = tuple(row for row in rows(tables.Matter) if row.track in tracks)
    shown = {row.n for row in matters}
    papers = select(*_PAPER_COLUMNS).where(PAPER.c.case_id == case_id).order_by(PAPER.c.n)
    entries = select(JOURNAL).where(JOURNAL.c.chain == str(case_id)).order_by(JOURNAL.c.seq)
    chain = connection.execute(entries).all()
    return CaseRows(
        case=case,
        parties=rows(tables.Party),
        rights=rows(tables.Right),
        facts=rows(tables.Fact),
        claims=rows(tables.Claim),
        consents=rows(tables.Consent),
        exhibits=rows(tables.Exhibit),
        matters=matters,
        deadlines=tuple(row for row in rows(tables.Deadline) if row.matter_n in shown),
        responses=rows(tables.Response),
        contacts=tuple(row for row in rows(tables.Contact) if row.matter_n in shown),
        acted=rows(tables.Acted),
        sealed=rows(tables.Sealed),
        papers=tuple(row for row in connection.execute(papers) if mediates or row.kind not in SEALED_KINDS),
        copies=dict(connection.execute(_copies(case_id)).all()),
        holders=dict(connection.execute(_holders(case_id)).all()),
        journal=tuple(row for row in chain if _told(row, tracks, mediates)),
        holds=_holds(case_id, chain),
    )


def _holds(case_id: UUID, chain: Sequence[Record]) -> bool:
    entries = (Entry(*(getattr(row, name) for name in Entry.__slots__)) for row in chain)
    return not any(isinstance(step, Break) for step in follow(str(case_id), entries))


def _told(entry: Record, tracks: frozenset[str], mediates: bool) -> bool:
    """Tell whether an entry is of the case as a whole, or of a track that is seen."""
    track, _, act = entry.action.partition(".")
    return not act or (track in tracks and (mediates or entry.action not in SEALED_ACTS))


def _holders(case_id: UUID) -> Select[Any]:
    code = tables.Code.__table__
    of_papers = code.c.case_id == case_id, code.c.purpose == Purpose.VERIFICATION.value
    return select(code.c.paper_n, code.c.holder).where(*of_papers)


def _copies(case_id: UUID) -> Select[Any]:
    copy = tables.Copy.__table__
    return select(copy.c.paper_n, func.count()).where(copy.c.case_id == case_id).group_by(copy.c.paper_n)
