"""The clause library, searched while one types."""

from __future__ import annotations

from collections.abc import Iterable

from stationkiosk.domain import typed
from stationkiosk.domain.clauses import Clause

MOST = 8
"""How many clauses are offered for what was typed so far."""


def found(clauses: Iterable[Clause], text: str) -> tuple[Clause, ...]:
    """Return the clauses in which every typed word occurs, in either language: by name first."""
    words = _even(text).split()
    ranked = [(_rank(clause, words), n, clause) for n, clause in enumerate(clauses)]
    return tuple(clause for rank, _n, clause in sorted(ranked, key=lambda row: row[:2]) if rank >= 0)


def _rank(clause: Clause, words: list[str]) -> int:
    """Return how near a clause is to what was typed: 0 its name begins so; -1 it is not meant."""
    names = _even(f"{clause.label.zh}\n{clause.label.en}")
    if not words:
        return 0
    if all(word in names for word in words):
        return 0 if any(name.startswith(words[0]) for name in names.splitlines()) else 1
    whole = _even(f"{names} {clause.words.zh} {clause.words.en} {clause.needs.zh} {clause.needs.en}")
    return 2 if all(word in whole for word in words) else -1


def _even(text: str) -> str:
    return "\n".join(typed.words(line) for line in text.splitlines()).casefold()
