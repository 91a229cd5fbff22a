"""What several papers of a mediation say alike: the sides, the promises, the places for hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from stationkiosk.casework.issuing import content
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block, Cell
from stationkiosk.casework.issuing.mediating.facts import Mediated, Promise, Signed
from stationkiosk.casework.record import Record
from stationkiosk.casework.steps import both
from stationkiosk.domain.capitals import capitals
from stationkiosk.domain.money import show
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


def plain(words: str) -> Text:
    """Return words that are the same in both languages: names, numbers."""
    return Text(words, words)


def sides(brief: Brief) -> dict[str, object]:
    """Return what a letter says of the dispute: the sides' names, the subject, the number."""
    return {
        "filer": brief.names(brief.filers),
        "respondent": brief.names(brief.others),
        "subject": brief.subject,
        "number": brief.case.number,
    }


def basis(brief: Brief, mediated: Mediated | None, article: str, own: str = "people") -> Text:
    """Return a provision as the basis of a paper; a way it was not made for follows it by analogy."""
    said = brief.article(article)
    direct = mediated is not None and mediated.rule == own
    return said if direct else brief.say("mediated.after", article=said)


def both_sides(brief: Brief) -> tuple[tuple[Record, Text], ...]:
    """Return the parties of both sides as they were filed, each with the word for its side."""
    return tuple(
        (party, brief.say(word))
        for word, parties in (("mediated.who", brief.filers), ("mediated.other", brief.others))
        for party in parties
    )


def side_cells(brief: Brief) -> list[list[Cell]]:
    """Return the rows that name the sides, one row a side."""
    return [
        [content.cell(brief.say("mediated.who"), *(brief.name(one) for one in brief.filers))],
        [content.cell(brief.say("mediated.other"), *(brief.name(one) for one in brief.others))],
    ]


def hands(
    brief: Brief,
    mediated: Mediated,
    made: Mapping[int, Signed] | None = None,
    *,
    alone: int | None = None,
) -> list[Block]:
    """Return the places where each party signs, or the one that was ``alone``, and the mediator (row 0)."""
    signed = made or {}
    people = [
        place(party_hand(brief, party, role), signed.get(party.n))
        for party, role in both_sides(brief)
        if alone in (None, party.n)
    ]
    label = content.of_hand(brief.say("mediated.sign_mediator"), mediated.mediator)
    return content.hands([*people, place(label, signed.get(0))])


def party_hand(brief: Brief, party: Record, role: Text) -> Text:
    """Return what stands over the place where a party signs."""
    return content.of_hand(brief.say("mediated.sign_party"), brief.name(party).zh, role=role)


def place(label: Text, made: Signed | None = None) -> dict[str, Any]:
    """Return a place for one hand, with what it made where it signed already."""
    if made is None:
        return content.sign(label)
    if made.strokes:
        strokes = [[list(point[:2]) for point in line] for line in made.strokes]
        return content.sign(label, strokes=strokes, when=both(made.told))
    return content.sign(label, typed=made.typed, when=both(made.told))


def promised(brief: Brief, promises: Sequence[Promise]) -> Block:
    """Return the table of what has to be done: by whom, what, by when, for how much."""
    heads = [brief.say(f"mediated.{one}") for one in ("n", "party", "what", "due", "amount")]
    rows = [
        [plain(str(n)), plain(one.who), one.what, due(brief, one), sum_of(one.amount)]
        for n, one in enumerate(promises, 1)
    ]
    return content.table(heads, (0.07, 0.17, 0.37, 0.21, 0.18), rows)


def due(brief: Brief, promise: Promise) -> Text:
    """Return the last day of a promise, as papers write it."""
    return day_text(promise.due) if promise.due else brief.say("mediated.no_day")


def sum_of(amount: Decimal | None) -> Text:
    """Return a sum in figures with its capitals on a line of their own, a dash for none."""
    return plain(f"{show(amount)}\n{capitals(amount)}" if amount is not None else "—")
