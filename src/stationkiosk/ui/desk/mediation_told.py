"""The amounts and days of a draft as the public screen reads them out large: the clerk's own, no others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.mediating.shown import MediationShown
from stationkiosk.domain import money
from stationkiosk.domain.clauses import SlotKind, Value
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.words import Words


def lines_of(words: Words, shown: MediationShown) -> tuple[Line, ...]:
    """Return every sum and every day of a draft, each beside what it is for, in both languages."""
    terms = shown.draft.terms if shown.draft else ()
    found: list[Line] = []
    for term in terms:
        for slot in term.clause.slots:
            value = term.values.get(slot.id)
            if value is None or slot.kind not in (SlotKind.SUM, SlotKind.DAY, SlotKind.INSTALMENTS):
                continue
            label = Text(
                f"{term.clause.label.zh}：{slot.label.zh}", f"{term.clause.label.en}: {slot.label.en}"
            )
            found += [Line(label, said) for said in _said(words, value)]
    return tuple(found)


def _said(words: Words, value: Value) -> tuple[Text, ...]:
    yuan = words.text("mediate.yuan")
    if isinstance(value, Decimal):
        return (yuan.put(sum=money.show(value)),)
    if isinstance(value, date):
        return (day_text(value),)
    if not isinstance(value, tuple):
        return ()
    parts = [part for part in value if isinstance(part, Instalment)]
    part_of = words.text("mediate.part")
    return tuple(
        part_of.put(n=p.n, day=day_text(p.due), sum=yuan.put(sum=money.show(p.amount))) for p in parts
    )
