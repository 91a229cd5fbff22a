"""Sums in capitals, as contracts and receipts write them: ``壹万捌仟元整``, and read back."""

from __future__ import annotations

import re
from decimal import Decimal

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.money import MOST, to_fen, to_yuan
from stationkiosk.domain.typed import mark

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_PLACE_OF = {"拾": 10, "佰": 100, "仟": 1_000}
_GROUP_OF = {"万": 10**4, "亿": 10**8}
_SAME = str.maketrans(
    "〇○一二三四五六七八九两十百千圆圓块正萬億貳贰參叁陸兩",
    "零零壹贰叁肆伍陆柒捌玖贰拾佰仟元元元整万亿贰贰叁叁陆贰",
)
_SUM = re.compile(
    r"(?:人民币)?(?:(?P<yuan>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?"
    r"(?:零?(?P<jiao>[零壹贰叁肆伍陆柒捌玖])角)?(?:零?(?P<fen>[零壹贰叁肆伍陆柒捌玖])分)?整?"
)


def capitals(amount: Decimal) -> str:
    """Return a sum in yuan in capitals. Below zero, above ``MOST`` or with a part of a fen: ValueError."""
    if not 0 <= amount <= MOST + Decimal("0.99"):
        raise ValueError(amount)
    whole, rest = divmod(to_fen(amount), 100)
    jiao, fen = divmod(rest, 10)
    yuan = f"{_whole(whole)}元" if whole or not rest else ""
    if not rest:
        return f"{yuan}整"
    gap = "零" if yuan and not jiao else ""
    tenths = f"{_DIGITS[jiao]}角" if jiao else gap
    return f"{yuan}{tenths}{_DIGITS[fen]}分" if fen else f"{yuan}{tenths}整"


def from_capitals(typed: str, question: str = "") -> tuple[Decimal, Problem | None]:
    """Return the sum in yuan that capitals write; plain numerals and 圆, 正 are taken as well."""
    even = mark(typed).translate(_SAME)
    found = _SUM.fullmatch(even)
    if not found or not any(found.groupdict().values()):
        return Decimal(0), Problem(question, "money_unreadable")
    amount = to_yuan(_read(found["yuan"] or "") * 100 + _digit(found["jiao"]) * 10 + _digit(found["fen"]))
    if amount > MOST + Decimal("0.99") or not _writes(even, amount):
        return Decimal(0), Problem(question, "money_unreadable")
    return amount, None


def _whole(number: int) -> str:
    """Return a whole number: groups of four digits, one 零 for each gap."""
    said, gap = "", False
    for n in (2, 1, 0):
        group = number // 10 ** (4 * n) % 10_000
        if group:
            said += ("零" if said and (gap or group < 1_000) else "") + _group(group) + _GROUPS[n]
        gap = bool(said) and not group
    return said or "零"


def _group(number: int) -> str:
    """Return four digits without the 零 in front."""
    said, gap = "", False
    for n in (3, 2, 1, 0):
        digit = number // 10**n % 10
        if digit:
            said += ("零" if said and gap else "") + _DIGITS[digit] + _PLACES[n]
        gap = not digit
    return said


def _read(words: str) -> int:
    """Return the number words write, each group as far as it goes; what is out of order shows later."""
    total = group = digit = 0
    for sign in words:
        if sign in _GROUP_OF:
            total, group, digit = total + (group + digit) * _GROUP_OF[sign], 0, 0
        elif sign in _PLACE_OF:
            group, digit = group + (digit or 1) * _PLACE_OF[sign], 0
        else:
            digit = _DIGITS.index(sign)
    return total + group + digit


def _digit(sign: str | None) -> int:
    return _DIGITS.index(sign) if sign else 0


def _writes(given: str, amount: Decimal) -> bool:
    """Tell whether capitals write a sum: every 零 it needs is there, more of them do no harm."""
    even = given.removeprefix("人民币").removesuffix("整").replace("零角", "零").replace("零分", "")
    even = re.sub(r"(?<![壹贰叁肆伍陆柒捌玖])拾", "壹拾", even).rstrip("零")
    return re.fullmatch("零?".join(capitals(amount).removesuffix("整")), even) is not None
