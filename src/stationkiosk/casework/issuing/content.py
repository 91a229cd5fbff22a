"""What stands on a paper, block by block, as plain data in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from stationkiosk.casework.record import Record
from stationkiosk.casework.steps import both
from stationkiosk.domain.text import Text

Block = dict[str, Any]
Line = dict[str, Any]
Cell = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """A paper before it has a number. ``party`` is whom this copy is for, None for the file or both.

    ``filer`` tells that whoever filed is among its readers. ``issuer`` is whose paper it is, None
    where a party makes it. ``fields`` are what it says, by
    name, for whoever reads the record and not the page. ``each_page`` is what every page is signed on.
    """

    blocks: Sequence[Block]
    issuer: Text | None = None
    party: Record | None = None
    filer: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    each_page: Text | None = None


def to(words: Text) -> Block:
    """Whom a letter is for."""
    return {"block": "to", "words": both(words)}


def text(words: Text, *, held: bool = False) -> Block:
    """A paragraph; a ``held`` one stays with what follows, so that nobody signs an empty page."""
    return {"block": "text", "words": both(words), "held": held or None}


def strong(words: Text) -> Block:
    """A paragraph that matters and heads what follows."""
    return {"block": "strong", "words": both(words)}


def items(listed: Iterable[Text], signs: Sequence[str] = (), *, held: bool = False) -> Block:
    """A list, numbered from 1 unless ``signs`` number it; ``held``: its last goes with what follows."""
    named = [{**both(item), "sign": signs[n] if n < len(signs) else ""} for n, item in enumerate(listed)]
    return {"block": "items", "items": named, "held": held or None}


def note(listed: Iterable[Text]) -> Block:
    """What a reader should know beside the matter itself."""
    return {"block": "note", "items": [both(item) for item in listed]}


def seal(issuer: Text, day: Text, ask: Sequence[Text] = (), *, hand: dict[str, Any] | None = None) -> Block:
    """The bureau's name and the day, under the place of its seal; left of it ``ask`` or a ``hand``."""
    return {
        "block": "seal",
        "words": both(issuer),
        "day": both(day),
        "ask": [both(line) for line in ask],
        "hand": hand,
    }


def signs(*people: dict[str, Any], held: bool = False) -> Block:
    """Places for hands; ``held`` ones stay with the seal that follows."""
    return {"block": "signs", "signs": list(people), "held": held or None}


def hands(people: Sequence[dict[str, Any]], *, held: bool = False, of: int = 2) -> list[Block]:
    """Places for any number of hands, ``of`` in a row; the rows stay with each other."""
    rows = [people[n : n + of] for n in range(0, len(people), of)]
    return [
        {**signs(*row, held=held or row is not rows[-1]), "of": of if len(people) > 1 else 2}
        for row in rows
    ]


def sign(label: Text, **made: object) -> dict[str, Any]:
    """A place for one hand; ``strokes`` or ``typed``, with ``when``, stand where it signed already."""
    return {"label": both(label), **made}


def of_hand(label: Text, name: str, **values: object) -> Text:
    """Return the label of a hand: its ``{name}`` is said once, not again in the English under it."""
    named = label.put(name=Text(name, ""), **values)
    return Text(named.zh, named.en.rstrip(": "))


def grid(*rows: Sequence[Cell]) -> Block:
    """Rows of one or two labelled cells."""
    return {"block": "grid", "rows": [{"cells": list(row)} for row in rows]}


def cell(label: Text, *lines: Line | Text) -> Cell:
    """A labelled cell; with no lines it is filled in by hand."""
    said = [both(line) if isinstance(line, Text) else line for line in lines]
    return {"label": both(label), "lines": said}


def ticked(words: Text, given: bool | None, *, deep: bool = False) -> Line:
    """A line behind a box: ticked, empty, or (None) left for a hand; ``deep`` stands under another."""
    box = "open" if given is None else "yes" if given else "no"
    return {**both(words), "box": box, "deep": deep or None}


def table(heads: Sequence[Text], shares: Sequence[float], rows: Iterable[Sequence[Text]]) -> Block:
    """A table; ``shares`` are its columns' parts of the width."""
    return {
        "block": "table",
        "heads": [both(head) for head in heads],
        "shares": [str(share) for share in shares],
        "rows": [{"cells": [both(one) for one in row]} for row in rows],
    }
