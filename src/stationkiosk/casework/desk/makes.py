"""Which papers may be made of a case with no act, and what each asks."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.desk.people import called
from stationkiosk.casework.desk.reading import CaseRows
from stationkiosk.casework.desk.views import Choice, InputAsked, NextAction
from stationkiosk.casework.issuing.making import MADE, MAKERS_OF, fits
from stationkiosk.domain.access import may_see_paper
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.words import Words

OF_CASE = 0
"""Stands where a matter's number would: these papers are of the case."""

_KINDS = {"party": "party", "language": "choice", "until": "day"}
_FREE = frozenset({"language", "until"})
"""Inputs that may be left out."""


def makes(words: Words, rows: CaseRows, roles: frozenset[Role]) -> tuple[NextAction, ...]:
    """Return the papers that somebody in these posts may make of a case, with what each asks."""
    return tuple(
        NextAction(
            matter_n=OF_CASE,
            id=kind,
            label=words.text(f"paper.{kind}.title"),
            closed=None,
            inputs=tuple(_asked(words, rows, name) for name in MADE[kind]),
            article=None,
            papers=(words.text(f"paper.{kind}.title"),),
        )
        for kind in MADE
        if roles & MAKERS_OF[kind] and may_see_paper(roles, kind)
        if fits(kind, [matter.track for matter in rows.matters])
    )


def _asked(words: Words, rows: CaseRows, name: str) -> InputAsked:
    label = words.text(f"casefile.make.{name}")
    choices = tuple(_choices(words, rows, name))
    value = choices[0].id if choices else ""
    return InputAsked(
        name, _KINDS.get(name, "text"), label, name not in _FREE, choices=choices, value=value
    )


def _choices(words: Words, rows: CaseRows, name: str) -> Iterator[Choice]:
    if name == "language":
        yield from (Choice(one.value, words.text(f"casefile.make.in_{one}")) for one in Language)
    if name == "party":
        for party in rows.parties:
            named = Text(party.name, party.name) if party.name else words.text("answering.whoever")
            yield Choice(str(party.n), named, words.text(f"casefile.party.{called(party)}"))
