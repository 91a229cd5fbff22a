"""Filled clauses as JSON takes them, and read back: what was put in stays what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from stationkiosk.domain.clauses import Account, Clause, SlotKind, Value, Values
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text


def written(values: Values) -> dict[str, Any]:
    """Return values as JSON takes them."""
    return {slot: _plain(value) for slot, value in values.items()}


def read_values(clause: Clause, kept: Mapping[str, Any]) -> dict[str, Value]:
    """Return the values that ``written`` wrote, each of its slot's kind; others are left out."""
    kinds = {slot.id: slot.kind for slot in clause.slots}
    return {
        slot: Text(**value) if _is_text(value) else _READ.get(kinds[slot], str)(value)
        for slot, value in kept.items()
        if slot in kinds
    }


def _plain(value: Value) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return [_part(one) if isinstance(one, Instalment) else one for one in value]
    if isinstance(value, Account):
        return {"holder": value.holder, "bank": value.bank, "number": value.number}
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    return value if isinstance(value, int) else str(value)


def _part(part: Instalment) -> dict[str, Any]:
    days = {"agreed": part.agreed.isoformat(), "due": part.due.isoformat()}
    return {"n": part.n, "amount": str(part.amount), **days}


def _is_text(value: object) -> bool:
    return isinstance(value, Mapping) and set(value) == {"zh", "en"}


def _parts(kept: object) -> Value:
    return tuple(
        Instalment(
            one["n"],
            Decimal(one["amount"]),
            date.fromisoformat(one["agreed"]),
            date.fromisoformat(one["due"]),
        )
        for one in cast(list[dict[str, Any]], kept)
    )


_READ: Mapping[SlotKind, Callable[[Any], Value]] = {
    SlotKind.SUM: Decimal,
    SlotKind.DAY: date.fromisoformat,
    SlotKind.LIST: tuple,
    SlotKind.ACCOUNT: lambda kept: Account(**kept),
    SlotKind.COUNT: int,
    SlotKind.INSTALMENTS: _parts,
}
