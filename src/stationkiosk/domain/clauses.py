"""Terms of a mediation agreement: clauses with typed slots, and filling them in.

Sources: ML 29 (an agreement says its terms, manner and time), Interp 358 (unclear content is not
confirmed). A slot takes a value of its kind only, so that what is filled in can be checked and said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain.capitals import capitals
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.money import FEN, MOST, show
from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


class SlotKind(StrEnum):
    """What may be put into a slot. A ``PARTY`` is the name of a side as the agreement has it."""

    PARTY = "party"
    SUM = "sum"
    DAY = "day"
    PLACE = "place"
    LIST = "list"
    ACCOUNT = "account"
    TEXT = "text"
    COUNT = "count"
    CHOICE = "choice"
    INSTALMENTS = "instalments"


class Role(StrEnum):
    """What a slot means to the checks beyond its kind. ``ANY_DAY`` may lie in the past."""

    NONE = ""
    ANY_DAY = "any_day"
    LICENSOR = "licensor"
    LICENCE_END = "licence_end"
    TOTAL = "total"


class Ready(StrEnum):
    """What the record of a case may know for a slot already, so that nobody types it again.

    ``FILER`` and ``OTHER`` are names of the sides, ``ACCOUNT`` the filer's as far as it is known;
    ``ACTS`` and ``GOODS`` what the dispute is about, ``SUBJECT`` the dispute in a line;
    ``APPLY_BY`` the last day to ask for confirmation of what is signed today.
    """

    NOTHING = ""
    FILER = "filer"
    OTHER = "other"
    CLAIMED = "claimed"
    COSTS = "costs"
    ACCOUNT = "account"
    ACTS = "acts"
    GOODS = "goods"
    SCOPE = "scope"
    FILER_ADDRESS = "filer_address"
    FILER_PHONE = "filer_phone"
    OTHER_ADDRESS = "other_address"
    RIGHT = "right"
    FACTS = "facts"
    SUBJECT = "subject"
    COPIES = "copies"
    COURT = "court"
    TODAY = "today"
    APPLY_BY = "apply_by"


class Facet(StrEnum):
    """What every duty must say to be enforceable (Interp 358)."""

    WHO = "who"
    WHAT = "what"
    HOW_MUCH = "how_much"
    HOW = "how"
    BY_WHEN = "by_when"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the sayings a ``CHOICE`` slot offers."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank of a clause. ``choices`` are for ``CHOICE`` only; ``ready`` names what may fill it."""

    id: str
    kind: SlotKind
    label: Text
    role: Role = Role.NONE
    choices: tuple[Choice, ...] = ()
    ready: Ready = Ready.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Dated):
    """A term in both languages. ``words`` has a ``{blank}`` for each slot.

    ``duty`` names the slot that says each facet, "" where the words themselves say it; a clause
    with an empty ``duty`` binds nobody to do a thing by a day. ``needs`` is what must be at hand.
    """

    label: Text
    words: Text
    slots: tuple[Slot, ...]
    duty: Mapping[Facet, str]
    needs: Text
    article: Text


@dataclass(frozen=True, slots=True)
class Account:
    """A bank account to be paid into."""

    holder: str
    bank: str
    number: str


Value = str | int | date | Decimal | Account | Text | tuple[str, ...] | tuple[Instalment, ...]
Values = Mapping[str, Value]

MOST_COUNTED = 999_999_999
"""The greatest whole number that a term takes."""

BLANK = Text("＿＿＿＿", "____")
_GAP = {SlotKind.LIST: Text("、", "; "), SlotKind.INSTALMENTS: Text("；", "; ")}
_SUM = Text("人民币{figures}元（大写：{capitals}）", "{figures} yuan (RMB, in formal figures {capitals})")
_ACCOUNT = Text(
    "户名{holder}，开户行{bank}，账号{number}", "holder {holder}, bank {bank}, account no. {number}"
)
_INSTALMENT = Text("第{n}期，不晚于{day}付{amount}", "no. {n}, by {day}, {amount}")


def fill(clause: Clause, values: Values) -> Text | tuple[Problem, ...]:
    """Return the clause with every slot filled, or what is wrong with the values, slot by slot.

    A value for a slot the clause has not is our own mistake: KeyError.
    """
    said = _said(clause, values)
    problems = tuple(word for word in said.values() if isinstance(word, Problem))
    return problems or clause.words.put(**said)


def draft(clause: Clause, values: Values) -> Text:
    """Return the clause as far as it is filled, with a line where something is missing or wrong."""
    said = _said(clause, values)
    return clause.words.put(**{k: BLANK if isinstance(w, Problem) else w for k, w in said.items()})


def ready(clause: Clause, known: Mapping[Ready, Value]) -> dict[str, Value]:
    """Return what the record already knows for the blanks of a clause."""
    return {slot.id: known[slot.ready] for slot in clause.slots if slot.ready in known}


def filled(clause: Clause, slot: str, values: Values) -> bool:
    """Tell whether a slot holds a value that can be said."""
    found = next(one for one in clause.slots if one.id == slot)
    return not isinstance(say_slot(found, values.get(slot)), Problem)


def _said(clause: Clause, values: Values) -> dict[str, Text | Problem]:
    unknown = set(values) - {slot.id for slot in clause.slots}
    if unknown:
        raise KeyError(clause.id, sorted(unknown))
    return {slot.id: say_slot(slot, values.get(slot.id)) for slot in clause.slots}


def say_slot(slot: Slot, value: Value | None) -> Text | Problem:
    """Return how a value reads in its slot, or what is wrong with it."""
    if value is None or value in ("", ()) or (isinstance(value, str) and not value.strip()):
        return Problem(slot.id, "slot_missing")
    said = _SAYINGS[slot.kind](slot, value)
    return Problem(slot.id, said) if isinstance(said, str) else said


def sum_text(amount: Decimal) -> Text:
    """Return a sum in yuan as a paper says it: in figures and in capitals."""
    return _SUM.put(figures=show(amount), capitals=capitals(amount))


def _words(_slot: Slot, value: Value) -> Text | str:
    if isinstance(value, Text):
        return value
    return Text(value.strip(), value.strip()) if isinstance(value, str) else "slot_wrong_kind"


def _sum(_slot: Slot, value: Value) -> Text | str:
    if not isinstance(value, Decimal):
        return "slot_wrong_kind"
    if not value.is_finite() or not 0 < value <= MOST or value != value.quantize(FEN):
        return "slot_sum"
    return sum_text(value)


def _day(_slot: Slot, value: Value) -> Text | str:
    return day_text(value) if type(value) is date else "slot_wrong_kind"


def _count(_slot: Slot, value: Value) -> Text | str:
    if type(value) is not int:
        return "slot_wrong_kind"
    return Text(f"{value:,}", f"{value:,}") if 0 < value <= MOST_COUNTED else "slot_count"


def _list(_slot: Slot, value: Value) -> Text | str:
    if not isinstance(value, tuple):
        return "slot_wrong_kind"
    items = [item.strip() for item in value if isinstance(item, str)]
    if len(items) != len(value):
        return "slot_wrong_kind"
    if not all(items):
        return "slot_missing"
    return _joined([Text(item, item) for item in items], SlotKind.LIST)


def _account(_slot: Slot, value: Value) -> Text | str:
    if not isinstance(value, Account):
        return "slot_wrong_kind"
    number = value.number.replace(" ", "")
    if not (value.holder.strip() and value.bank.strip() and number):
        return "slot_account"
    return _ACCOUNT.put(holder=value.holder.strip(), bank=value.bank.strip(), number=number)


def _choice(slot: Slot, value: Value) -> Text | str:
    return next((choice.label for choice in slot.choices if choice.id == value), "slot_choice")


def _instalments(slot: Slot, value: Value) -> Text | str:
    if not isinstance(value, tuple):
        return "slot_wrong_kind"
    said = []
    for part in value:
        if not isinstance(part, Instalment):
            return "slot_wrong_kind"
        amount = _sum(slot, part.amount)
        if isinstance(amount, str):
            return amount
        said.append(_INSTALMENT.put(n=part.n, day=day_text(part.due), amount=amount))
    return _joined(said, SlotKind.INSTALMENTS)


def _joined(parts: list[Text], kind: SlotKind) -> Text:
    gap = _GAP[kind]
    return Text(gap.zh.join(part.zh for part in parts), gap.en.join(part.en for part in parts))


_SAYINGS: Mapping[SlotKind, Callable[[Slot, Value], Text | str]] = {
    SlotKind.PARTY: _words,
    SlotKind.PLACE: _words,
    SlotKind.TEXT: _words,
    SlotKind.SUM: _sum,
    SlotKind.DAY: _day,
    SlotKind.COUNT: _count,
    SlotKind.LIST: _list,
    SlotKind.ACCOUNT: _account,
    SlotKind.CHOICE: _choice,
    SlotKind.INSTALMENTS: _instalments,
}
