"""Two filings line by line: what is alike in them, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stationkiosk.casework.desk.views import CaseFile, Line
from stationkiosk.domain.text import Text

NONE = Text("", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of both; an empty value is one that only the other has. ``part`` names its section."""

    part: str
    label: Text
    here: Text
    there: Text

    @property
    def same(self) -> bool:
        """Tell whether both say the same."""
        return self.here == self.there


def pairs(here: CaseFile, there: CaseFile) -> tuple[Pair, ...]:
    """Return every line of two cases, side by side: parties first, then right, facts and claims."""
    parts = (
        ("parties", _parties(here), _parties(there)),
        ("right", here.right, there.right),
        ("facts", here.facts, there.facts),
        ("claims", here.claims, there.claims),
    )
    kind = Pair("right", NONE, here.kind, there.kind)
    paired = [pair for part, ours, theirs in parts for pair in _paired(part, ours, theirs)]
    at = next((n for n, pair in enumerate(paired) if pair.part != "parties"), len(paired))
    return (*paired[:at], kind, *paired[at:])


def _parties(file: CaseFile) -> tuple[Line, ...]:
    return tuple(
        line
        for party in file.parties
        if party.answers_for is None
        for line in _labelled(party.role, party.lines)
    )


def _labelled(role: Text, lines: tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        label = Text(f"{role.zh}：{line.label.zh}", f"{role.en}: {line.label.en}")
        yield Line(label, line.value)


def _paired(part: str, here: tuple[Line, ...], there: tuple[Line, ...]) -> Iterator[Pair]:
    """Pair lines by their labels; of several with one label, the first with the first."""
    left = list(there)
    for line in here:
        twin = next((one for one in left if one.label == line.label), None)
        if twin is not None:
            left.remove(twin)
        yield Pair(part, line.label, line.value, twin.value if twin is not None else NONE)
    for line in left:
        yield Pair(part, line.label, NONE, line.value)
