"""Triggers that keep written history from being changed (SQLite)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

_APPEND_ONLY = {"journal": "chain = NEW.chain AND seq = NEW.seq", "checkpoints": "n = NEW.n"}
_WRITTEN_ONCE = {
    "paper_files": "case_id = NEW.case_id AND paper_n = NEW.paper_n AND format = NEW.format",
    "evidence_chunks": "case_id = NEW.case_id AND sha256 = NEW.sha256 AND n = NEW.n",
}


def _refusal(name: str, event: str, table: str, words: str, condition: str = "") -> tuple[str, str]:
    when = f" WHEN {condition}" if condition else ""
    body = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    return name, f"CREATE TRIGGER {name} BEFORE {event} ON {table}{when} {body}"


def _all() -> Iterator[tuple[str, str]]:
    for table, same in (_APPEND_ONLY | _WRITTEN_ONCE).items():
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"
        yield _refusal(f"{table}_no_replace", "INSERT", table, f"{table}: already written", there)
        yield _refusal(f"{table}_no_update", "UPDATE", table, f"{table}: never changed")
    for table in _APPEND_ONLY:
        yield _refusal(f"{table}_no_delete", "DELETE", table, f"{table}: only added to")
    yield _refusal(
        "evidence_chunks_no_delete",
        "DELETE",
        "evidence_chunks",
        "evidence_chunks: belong to a case",
        "EXISTS (SELECT 1 FROM cases WHERE id = OLD.case_id)",
    )


TRIGGERS = dict(_all())
"""Every trigger by name. A migration that rebuilds a table must call ``put_triggers``."""


def put_triggers(connection: Connection) -> None:
    """Create the triggers that are not there; on PostgreSQL they are another matter."""
    if connection.dialect.name != "sqlite":
        return
    there = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars())
    for name, statement in TRIGGERS.items():
        if name not in there:
            connection.exec_driver_sql(statement)
