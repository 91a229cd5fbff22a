"""What changed from one version of an agreement to the next, term by term."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stationkiosk.domain.agreement import Term
from stationkiosk.domain.text import Text


class Change(StrEnum):
    """What became of a term since the version before."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Changed:
    """A term of the later version; ``before`` is how it read, where it was there already."""

    change: Change
    before: Text | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """What became of each term of the later version, and what the earlier one said that is gone."""

    terms: tuple[Changed, ...]
    gone: tuple[Text, ...]


def differences(before: Sequence[Term], now: Sequence[Term]) -> Differences:
    """Return what changed. A term that only moved is the same; one of the same clause was changed."""
    left = list(before)
    found = _paired(left, now, [None] * len(now), lambda one, other: _alike(one, other))
    same = {n for n, one in enumerate(found) if one is not None}
    found = _paired(left, now, found, lambda one, other: one.clause.id == other.clause.id)
    terms = tuple(
        Changed(Change.NEW)
        if one is None
        else Changed(Change.SAME if n in same else Change.CHANGED, one.words())
        for n, one in enumerate(found)
    )
    return Differences(terms, tuple(one.words() for one in left))


def _alike(one: Term, other: Term) -> bool:
    return one.clause.id == other.clause.id and one.words() == other.words()


def _paired(
    left: list[Term],
    now: Sequence[Term],
    found: Sequence[Term | None],
    fits: Callable[[Term, Term], bool],
) -> list[Term | None]:
    """Return for each term of ``now`` its earlier one; each of ``left`` is taken once, in order."""
    pairs = list(found)
    for n, term in enumerate(now):
        if pairs[n] is None:
            pairs[n] = next((one for one in left if fits(one, term)), None)
            if (taken := pairs[n]) is not None:
                left.remove(taken)
    return pairs
