"""The amounts and days of an agreement as the public screen reads them out large beside its pages."""

from __future__ import annotations

from collections.abc import Iterable

from stationkiosk.casework.desk.views import Line
from stationkiosk.domain.clauses import Clause, SlotKind, Values, say_slot
from stationkiosk.domain.text import Text

LARGE = (SlotKind.SUM, SlotKind.DAY, SlotKind.INSTALMENTS)
"""The kinds that are read large: amounts and dates."""


def read_large(terms: Iterable[tuple[Clause, Values]]) -> tuple[Line, ...]:
    """Return every amount and date of the terms in the agreement's own words, each under its clause."""
    return tuple(
        Line(_label(clause.label, slot.label), said)
        for clause, values in terms
        for slot in clause.slots
        if slot.kind in LARGE and isinstance(said := say_slot(slot, values.get(slot.id)), Text)
    )


def _label(clause: Text, blank: Text) -> Text:
    return Text(f"{clause.zh} · {blank.zh}", f"{clause.en} · {blank.en}")
