"""Patent numbers: ``ZL 202110954529.7`` since October 2003, eight digits and a check before.

The check digit is the sum of the digits times 2 to 9, then 2 to 5, modulo 11, with X for 10.
The fifth digit (the third before October 2003) tells the kind: 1 invention, 2 utility model,
3 design, 8 and 9 the first two by way of the PCT.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import cycle

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.rights import RightKind
from stationkiosk.domain.typed import mark

_KINDS = {
    "1": RightKind.INVENTION,
    "2": RightKind.UTILITY,
    "3": RightKind.DESIGN,
    "8": RightKind.INVENTION,
    "9": RightKind.UTILITY,
}
_NOISE = re.compile(r"^(?:中国|发明|实用新型|外观设计|专利|申请|号|第|NO\.?|:|ZL|CN)+|号$")
_PUBLICATION = re.compile(r"CN[0-9]{7,9}[A-Z][0-9]?")
_NUMBER = re.compile(r"([0-9]{12}|[0-9]{8})\.?([0-9X]?)")
_LONG = 12
_FIRST_YEAR, _CHANGED = 1985, 2003
_CENTURY_TURNS = 85
_TEN = 10


@dataclass(frozen=True, slots=True)
class PatentNumber:
    """A patent's number; ``year`` is the year of filing."""

    digits: str
    year: int
    kind: RightKind
    by_pct: bool

    def __str__(self) -> str:
        return f"ZL{self.digits}.{check_digit(self.digits)}"


def check_digit(digits: str) -> str:
    """Return the check digit of the 12 digits of a patent number, or of the 8 it had before."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, cycle(range(2, 10)), strict=False))
    return "X" if total % 11 == _TEN else str(total % 11)


def patent_number(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return a patent number as it is printed, and what is wrong with it if anything is."""
    even = mark(typed).replace("-", "").replace(",", "")
    if _PUBLICATION.fullmatch(even):
        return even, Problem(question, "patent_publication")
    number = _NOISE.sub("", even)
    found = _NUMBER.fullmatch(number)
    if found is None:
        return number, Problem(question, "patent_length", {"count": str(sum(c.isalnum() for c in number))})
    if read(found[1]) is None:
        return number, _unread(found[1], question)
    return _checked(found[1], found[2], question)


def _unread(digits: str, question: str) -> Problem:
    """Tell which digit keeps a number from being read: that of the kind or those of the year."""
    place = 5 if len(digits) == _LONG else 3
    if digits[place - 1] not in _KINDS:
        return Problem(question, "patent_kind", {"place": str(place), "character": digits[place - 1]})
    return Problem(question, "patent_year", {"digits": digits[: place - 1]})


def _checked(digits: str, check: str, question: str) -> tuple[str, Problem | None]:
    whole = f"ZL{digits}.{check_digit(digits)}"
    if not check:
        return f"ZL{digits}", Problem(question, "patent_check_missing", {"check": check_digit(digits)})
    if check != check_digit(digits):
        return f"ZL{digits}.{check}", Problem(question, "patent_check")
    return whole, None


def parse_patent(typed: str) -> PatentNumber | None:
    """Return what a patent number tells, or None if it is none or has a slip in it."""
    number, problem = patent_number(typed)
    return None if problem else read(number[2:].partition(".")[0])


def read(digits: str) -> PatentNumber | None:
    """Return what the digits of a number without its check tell, or None where they tell nothing."""
    if len(digits) == _LONG:
        year, sign, good = int(digits[:4]), digits[4], int(digits[:4]) >= _CHANGED
    else:
        year, sign = _full_year(int(digits[:2])), digits[2]
        good = _FIRST_YEAR <= year <= _CHANGED
    if not good or sign not in _KINDS:
        return None
    return PatentNumber(digits, year, _KINDS[sign], by_pct=sign in "89")


def _full_year(year: int) -> int:
    return year + (1900 if year >= _CENTURY_TURNS else 2000)
