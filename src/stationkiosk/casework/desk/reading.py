"""The rows of one case, read at one moment of the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from stationkiosk.casework.record import Record
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.canonical import parse
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
    journal: tuple[Record, ...]

    def party(self, n: int | None) -> Record | None:
        """Return a party by its number."""
        return next((party for party in self.parties if party.n == n), None)

    def acted_in(self, entry: Record) -> Record | None:
        """Return what was said for the act that an entry of the journal tells of, if it tells of one."""
        ns = {n for table, n in touched(entry) if table == tables.Acted.__tablename__}
        return next((row for row in self.acted if row.n in ns), None)


def touched(entry: Record) -> Iterator[tuple[str, int]]:
    """Yield the rows an entry of a case's journal wrote: table and number."""
    for row in parse(entry.body)["rows"]:
        yield row["table"], row["key"].get("n", 0)


def read_case(connection: Connection, case_id: UUID) -> CaseRows:
    """Return the rows of a case. Closed ``no_such_case``."""

    def rows(table: type[Base]) -> tuple[Record, ...]:
        columns = table.__table__.c
        query = select(table.__table__).where(columns.case_id == case_id).order_by(columns.n)
        return tuple(connection.execute(query))

    case = connection.execute(select(CASE).where(CASE.c.id == case_id)).first()
    if case is None:
        raise Closed("no_such_case")
    papers = select(*_PAPER_COLUMNS).where(PAPER.c.case_id == case_id).order_by(PAPER.c.n)
    entries = select(JOURNAL).where(JOURNAL.c.chain == str(case_id)).order_by(JOURNAL.c.seq)
    return CaseRows(
        case=case,
        parties=rows(tables.Party),
        rights=rows(tables.Right),
        facts=rows(tables.Fact),
        claims=rows(tables.Claim),
        consents=rows(tables.Consent),
        exhibits=rows(tables.Exhibit),
        matters=rows(tables.Matter),
        deadlines=rows(tables.Deadline),
        responses=rows(tables.Response),
        contacts=rows(tables.Contact),
        acted=rows(tables.Acted),
        sealed=rows(tables.Sealed),
        papers=tuple(connection.execute(papers)),
        copies=dict(connection.execute(_copies(case_id)).all()),
        journal=tuple(connection.execute(entries)),
    )


def _copies(case_id: UUID) -> Select[Any]:
    copy = tables.Copy.__table__
    return select(copy.c.paper_n, func.count()).where(copy.c.case_id == case_id).group_by(copy.c.paper_n)
