"""Filled clauses as JSON takes them, and read back: what was put in stays what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from stationkiosk.domain.clauses import Account, Clause, SlotKind, Value, Values
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text


def written(values: Values) -> dict[str, Any]:
    """Return values as JSON takes them."""
    return {slot: _plain(value) for slot, value in values.items()}


def read_values(clause: Clause, kept: Mapping[str, Any]) -> dict[str, Value]:
    """Return the values that ``written`` wrote, each of its slot's kind; others are left out.

    What was typed and is of another kind than its slot comes back as it was typed.
    """
    kinds = {slot.id: slot.kind for slot in clause.slots}
    return {slot: _read(kinds[slot], value) for slot, value in kept.items() if slot in kinds}


def _read(kind: SlotKind, kept: Any) -> Value:  # noqa: ANN401
    if isinstance(kept, Mapping) and set(kept) == {"zh", "en"}:
        return Text(**kept)
    try:
        return _READ.get(kind, str)(kept)
    except (ValueError, ArithmeticError, TypeError):
        return str(kept)


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


def _list(kept: list[str] | str) -> Value:
    return kept if isinstance(kept, str) else tuple(kept)


def _parts(kept: list[dict[str, Any]]) -> Value:
    return tuple(
        Instalment(
            one["n"],
            Decimal(one["amount"]),
            date.fromisoformat(one["agreed"]),
            date.fromisoformat(one["due"]),
        )
        for one in kept
    )


_READ: Mapping[SlotKind, Callable[[Any], Value]] = {
    SlotKind.SUM: Decimal,
    SlotKind.DAY: date.fromisoformat,
    SlotKind.LIST: _list,
    SlotKind.ACCOUNT: lambda kept: Account(**kept),
    SlotKind.COUNT: int,
    SlotKind.INSTALMENTS: _parts,
}
