"""Reads the periods and how each law counts its days."""

from __future__ import annotations

from stationkiosk.domain.events import Approver, Event, PauseReason
from stationkiosk.domain.rules import Book, Counting, Lengthening, Period, Unit
from stationkiosk.reference.rows import Row, fault
from stationkiosk.reference.rules import dated, one_of


def period(row: Row) -> Period:
    """Take a period apart."""
    pauses = row.strings("pauses")
    if not set(pauses) <= set(PauseReason):
        row.fail("wrong_type", "pauses")
    return Period(
        **dated(row),
        label=row.text("label"),
        value=_value(row),
        unit=one_of(row, "unit", Unit),
        article=row.text("article"),
        start=row.text("start"),
        roll=not row.flag("stays"),
        event=one_of(row, "event", Event) if row.has("event") else None,
        law=row.string("law", ""),
        before=row.flag("before"),
        next_hour=row.flag("next_hour"),
        pauses=frozenset(PauseReason(reason) for reason in pauses),
        lengthenings=tuple(_lengthening(longer) for longer in row.rows("longer")),
    )


def counting(row: Row) -> Counting:
    """Take a law's way of counting apart."""
    working = row.integers("working")
    return Counting(
        **dated(row), label=row.text("label"), working=frozenset(working), in_words=row.flag("in_words")
    )


def check_units(periods: Book[Period], laws: Book[Counting]) -> None:
    """Raise KnownError ``reference_broken`` for a period not counted as its law counts days."""
    for row in (row for rows in periods.rows.values() for row in rows):
        if not row.law:
            continue
        if row.law not in laws.rows:
            raise fault("deadlines.toml", row.id, "no_such_law", row.law)
        counts = laws.on(row.law, row.valid_from)
        if counts is None or not counts.agrees(row.value, row.unit):
            raise fault("deadlines.toml", row.id, "wrong_unit", row.law)


def _value(row: Row) -> int:
    value = row.integer("value")
    if value < 1:
        row.fail("out_of_range", "value")
    return value


def _lengthening(row: Row) -> Lengthening:
    return Lengthening(
        value=_value(row) if row.has("value") else None,
        unit=one_of(row, "unit", Unit),
        approver=one_of(row, "approver", Approver),
    )
