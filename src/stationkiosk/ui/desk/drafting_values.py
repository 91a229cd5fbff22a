"""What is typed into the blanks of a term, read as values and written back: nothing typed is lost.

What a person typed into one blank is a row of cells: one for most kinds, three for an account (holder,
bank, number), two for each instalment (sum, day). A blank that cannot be read as its kind goes into a
draft as the cells themselves, which the checks take for an open blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from stationkiosk.domain import money, typed
from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.clauses import MOST_COUNTED, Account, Slot, SlotKind, Value
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text
from stationkiosk.ui.desk.days import read_day

Cells = tuple[str, ...]

BETWEEN_CELLS = "\t"
ACCOUNT_CELLS = 3
INSTALMENT_CELLS = 2


def read(slot: Slot, cells: Cells, today: date, calendar: Calendar) -> Value | None:
    """Return the value that cells hold: None where nothing was typed, a ``str`` where it is unreadable."""
    if not any(cell.strip() for cell in cells):
        return None
    value = _READERS[slot.kind](cells, today, calendar)
    return BETWEEN_CELLS.join(cells) if value is None else value


def write(slot: Slot, value: Value | None) -> Cells:
    """Return the cells that show a value: the opposite of ``read``."""
    if value is None:
        return ("",) * _EMPTY.get(slot.kind, 1)
    if isinstance(value, str):
        return tuple(value.split(BETWEEN_CELLS))
    if isinstance(value, Account):
        return value.holder, value.bank, value.number
    return _written(value)


def readable(slot: Slot, value: Value | None) -> bool:
    """Tell whether a value is of its slot's kind."""
    return not isinstance(value, str) or slot.kind in _WORDED


def read_sum(text: str) -> Decimal | None:
    """Return a sum in yuan as people type it (``1.8万``), None where it cannot be read."""
    digits, problem = money.yuan(text)
    return None if problem else Decimal(digits)


def rows_of(cells: Cells) -> list[Cells]:
    """Return the cells of instalments a row each: the sum and the day as typed."""
    even = (*cells, "") if len(cells) % INSTALMENT_CELLS else cells
    return [even[at : at + INSTALMENT_CELLS] for at in range(0, len(even), INSTALMENT_CELLS)]


def read_count(text: str) -> int | None:
    """Return a whole number as people type it, None where it cannot be read."""
    digits = typed.mark(text).replace(",", "")
    counted = digits.isdecimal() and digits.isascii() and len(digits) <= len(str(MOST_COUNTED))
    return int(digits) if counted else None


def _written(value: Value) -> Cells:
    if isinstance(value, Text):
        return (value.zh,)
    if isinstance(value, date):
        return (value.isoformat(),)
    if isinstance(value, Decimal):
        return (money.plain(value),)
    if isinstance(value, tuple):
        parts = [part for part in value if isinstance(part, Instalment)]
        if parts:
            pairs = ((money.plain(part.amount), part.agreed.isoformat()) for part in parts)
            return tuple(cell for pair in pairs for cell in pair)
        return ("\n".join(str(item) for item in value),)
    return (str(value),)


def _words(cells: Cells, _today: date, _calendar: Calendar) -> Value | None:
    return cells[0].strip()


def _sum(cells: Cells, _today: date, _calendar: Calendar) -> Value | None:
    return read_sum(cells[0])


def _day(cells: Cells, today: date, _calendar: Calendar) -> Value | None:
    return read_day(cells[0], today)


def _count(cells: Cells, _today: date, _calendar: Calendar) -> Value | None:
    return read_count(cells[0])


def _list(cells: Cells, _today: date, _calendar: Calendar) -> Value | None:
    return tuple(line.strip() for line in cells[0].splitlines() if line.strip())


def _account(cells: Cells, _today: date, _calendar: Calendar) -> Value | None:
    if len(cells) != ACCOUNT_CELLS:
        return None
    holder, bank, number = (cell.strip() for cell in cells)
    return Account(holder, bank, number)


def _instalments(cells: Cells, today: date, calendar: Calendar) -> Value | None:
    """Return the instalments; each day rolls to the next working day. Empty rows count for nothing."""
    parts: list[Instalment] = []
    typed_rows = (row for row in rows_of(cells) if any(cell.strip() for cell in row))
    for n, (amount_typed, day_typed) in enumerate(typed_rows, 1):
        amount, day = read_sum(amount_typed), read_day(day_typed, today)
        if amount is None or day is None:
            return None
        parts.append(Instalment(n, amount, day, calendar.roll(day)))
    return tuple(parts)


_EMPTY = {SlotKind.ACCOUNT: ACCOUNT_CELLS, SlotKind.INSTALMENTS: INSTALMENT_CELLS}
_WORDED = (SlotKind.PARTY, SlotKind.PLACE, SlotKind.TEXT, SlotKind.CHOICE)
_READERS: Mapping[SlotKind, Callable[[Cells, date, Calendar], Value | None]] = {
    **dict.fromkeys(_WORDED, _words),
    SlotKind.SUM: _sum,
    SlotKind.DAY: _day,
    SlotKind.COUNT: _count,
    SlotKind.LIST: _list,
    SlotKind.ACCOUNT: _account,
    SlotKind.INSTALMENTS: _instalments,
}
