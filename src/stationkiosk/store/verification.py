"""Proving the store: every entry, every row, every file, every checkpoint, every page.

Verification computes everything anew and believes nothing that is stored: it follows each
chain, plays its entries again and compares the rows, hashes evidence and papers, checks
what the station signed, the database file itself, and where the record is whole the lists made
from it. Others may write meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, select

from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.journal import STATION_CHAIN, Break, Entry, follow
from stationkiosk.ledger.keys import Keys
from stationkiosk.store.base import Chain
from stationkiosk.store.completeness import completeness_findings
from stationkiosk.store.engine import Store
from stationkiosk.store.files import FILE_TABLES, file_fault
from stationkiosk.store.findings import Finding, Verification
from stationkiosk.store.grouped import ByChain, Grouped, journaled
from stationkiosk.store.list_findings import list_findings
from stationkiosk.store.pages import page_findings
from stationkiosk.store.progress import Progress, silent
from stationkiosk.store.replay import Replay, Salts
from stationkiosk.store.signed import checkpoint_findings
from stationkiosk.store.tables import Case, Journal, JournalSalt

_PAST_THE_LAST = "~"
_DAMAGE = {"store_corrupt", "disk_failed"}


def verify(store: Store, keys: Keys, progress: Progress = silent) -> Verification:
    """Prove the store. ``progress`` hears of entries done out of all.

    A damaged database gives findings, not errors; ``KnownError`` is left for what has
    nothing to do with damage (``store_busy``, ``disk_full``).
    """
    chains = _Chains(progress)
    found: list[Finding] = []
    for step in (
        chains.findings,
        completeness_findings,
        lambda connection: checkpoint_findings(connection, keys.sign_public),
        lambda connection: page_findings(connection, store.path, keys.store),
        lambda connection: () if found else list_findings(connection),
    ):
        try:
            with store.read() as connection:
                for finding in step(connection):
                    found.append(finding)
        except KnownError as fault:
            if fault.key not in _DAMAGE:
                raise
            found.append(Finding(chains.at, 0, "database_unreadable"))
        except (ValueError, OverflowError) as fault:
            found.append(Finding(chains.at, 0, "entry_unreadable", str(fault)))
    return Verification(chains.cases, chains.entries, chains.files, tuple(found))


class _Chains:
    """Following every chain with the rows and files it tells of."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._total = 0
        self.cases = self.entries = self.files = 0
        self.at = ""

    def findings(self, connection: Connection) -> Iterator[Finding]:
        """Yield what does not hold, chain by chain in the order they were begun."""
        self._total = connection.execute(select(func.count()).select_from(Journal)).scalar_one()
        entries, salts = ByChain(connection, Journal), ByChain(connection, JournalSalt)
        tables = {chain: [Grouped(connection, one) for one in journaled(chain)] for chain in Chain}
        while chain := entries.chain:
            self.at = chain
            rows = tables[Chain.STATION if chain == STATION_CHAIN else Chain.CASE]
            yield from self._strays(rows, chain)
            kept = {(salt.seq, salt.name): salt.salt for salt in salts.of(chain)}
            yield from self._chain(connection, chain, entries.of(chain), rows, kept)
        for rows in tables.values():
            yield from self._strays(rows, _PAST_THE_LAST)

    def _strays(self, rows: list[Grouped], chain: str) -> Iterator[Finding]:
        """Yield the rows of chains that have no journal at all."""
        for table in rows:
            for name, _ in table.before(chain):
                yield Finding(name, 0, "row_extra", table.shape.name)

    def _chain(
        self,
        connection: Connection,
        chain: str,
        entries: Iterator[Row[Any]],
        rows: list[Grouped],
        salts: Salts,
    ) -> Iterator[Finding]:
        replay = Replay()
        for step in follow(chain, (_entry(row) for row in entries)):
            if isinstance(step, Break):
                yield Finding(chain, step.seq, step.what)
                break
            self.entries += 1
            self._progress(self.entries, self._total)
            replay.play(step)
        for table in rows:
            for row in table.of(chain):
                yield from self._row(connection, chain, replay, table, row, salts)
        for seq, table_name, key in replay.missing():
            yield Finding(chain, seq, "row_missing", f"{table_name} {key}")

    def _row(
        self,
        connection: Connection,
        chain: str,
        replay: Replay,
        table: Grouped,
        row: Row[Any],
        salts: Salts,
    ) -> Iterator[Finding]:
        name = table.shape.name
        place = " ".join(str(getattr(row, part)) for part in table.shape.key[1:])
        self.cases += name == Case.__tablename__
        for seq, column in replay.compare(table.shape, row, salts):
            what = "row_changed" if column else "row_extra"
            yield Finding(chain, seq, what, " ".join(filter(None, (name, place, column))))
        if name in FILE_TABLES:
            self.files += 1
            fault = file_fault(connection, name, row)
            if fault:
                yield Finding(chain, replay.seq_of(table.shape, row), fault, f"{name} {place}")


def _entry(row: Row[Any]) -> Entry:
    return Entry(*(getattr(row, name) for name in Entry.__slots__))
