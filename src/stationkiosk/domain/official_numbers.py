"""Numbers that courts and bureaus give their papers: read as people type them, printed as they must be.

A bureau's number stands in hexagon brackets and has no leading zeros: ``渝涪陵市监处罚〔2024〕951号``;
forms of 2026 print ``第`` before the count. Ours name the station that counts, so that two stations
of one bureau never give the same: ``渝两江市监投受LJ07A〔2026〕第12号``. A court's
stands in full-width round ones:
``（2023）渝0192民初10300号``, with ``之一`` for a later paper of the same case.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text
from stationkiosk.domain.typed import mark

_OPEN, _CLOSE = "〔（(【[{〈《﹝❲", "〕）)】]}〉》﹞❳"
_BRACKETS = str.maketrans(dict.fromkeys(_OPEN, "(") | dict.fromkeys(_CLOSE, ")"))
_ROUND_IT = "“”\"'「」『』，,。.;；:："
_YEAR = re.compile(r"\(?((?:19|20)[0-9]{2})\)?年?")
_COUNT = re.compile(r"(第?)0*([1-9][0-9]*)号?")
_PLACES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
_COURT = re.compile(f"(最高法知?|[{_PLACES}][0-9]{{0,4}})(.*)")
_KIND = re.compile(
    r"([\u4e00-\u9fff]+?)第?0*([1-9][0-9]*)号?(?:之([一二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?))?"
)
_BUREAU = re.compile(r"(.+?市监)([^0-9A-Z]+)([0-9A-Z]*)")
_DIGITS = "零一二三四五六七八九"
_TEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord(Dated):
    """A word inside a number that tells what a paper or case is: ``处罚``, ``民初``.

    ``id`` begins with ``bureau.`` or ``court.``; ``word`` is as printed.
    """

    word: str
    label: Text


@dataclass(frozen=True, slots=True)
class BureauNumber:
    """A bureau's number: whose it is (``渝涪陵市监``), what it is (``处罚``), year and count.

    ``ordinal`` prints ``第`` before the count; ``counter`` tells which of a bureau's stations
    counted, "" where the bureau counts for all.
    """

    bureau: str
    word: str
    year: int
    count: int
    ordinal: bool = False
    counter: str = ""

    @property
    def series(self) -> str:
        """Return what stands before the year: within it and a year, each count comes once."""
        return f"{self.bureau}{self.word}{self.counter}"

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{'第' if self.ordinal else ''}{self.count}号"


@dataclass(frozen=True, slots=True)
class CourtNumber:
    """A court's number: year, the court (``渝0192``), the kind of case (``民初``) and count.

    ``part`` is 1 for ``之一`` and so on, 0 for the paper that bears the number alone.
    """

    year: int
    court: str
    word: str
    count: int
    part: int = 0

    def __str__(self) -> str:
        part = f"之{to_han(self.part)}" if self.part else ""
        return f"（{self.year}）{self.court}{self.word}{self.count}号{part}"


def parse_bureau(
    typed: str, words: Collection[str], question: str = ""
) -> tuple[BureauNumber | None, Problem | None]:
    """Return a bureau's number as it was meant, or what of it cannot be read.

    ``words`` are those known on the day; a longer one is tried before a shorter. The
    brackets may be of any make or missing.
    """
    even = _even(typed)
    year = _YEAR.search(even)
    if year is None:
        return None, Problem(question, "bureau_number_year")
    bureau = _BUREAU.fullmatch(even[: year.start()])
    if bureau is None:
        return None, Problem(question, "bureau_number_bureau")
    if bureau[2] not in words:
        return None, Problem(question, "bureau_number_word", {"word": bureau[2]})
    count = _COUNT.fullmatch(even[year.end() :])
    if count is None:
        return None, Problem(question, "bureau_number_count")
    return BureauNumber(bureau[1], bureau[2], int(year[1]), int(count[2]), bool(count[1]), bureau[3]), None


def parse_court(
    typed: str, words: Collection[str], question: str = ""
) -> tuple[CourtNumber | None, Problem | None]:
    """Return a court's number as it was meant, or what of it cannot be read.

    ``words`` are the kinds of case known on the day.
    """
    even = _even(typed)
    year = _YEAR.match(even)
    if year is None:
        return None, Problem(question, "court_number_year")
    court = _COURT.fullmatch(even[year.end() :])
    if court is None:
        return None, Problem(question, "court_number_court")
    kind = _KIND.fullmatch(court[2])
    if kind is None:
        return None, Problem(question, "court_number_count")
    if kind[1] not in words:
        return None, Problem(question, "court_number_word", {"word": kind[1]})
    part = from_han(kind[3]) if kind[3] else 0
    return CourtNumber(int(year[1]), court[1], kind[1], int(kind[2]), part), None


def to_han(number: int) -> str:
    """Return 1 to 99 in Chinese: ``一``, ``十二``, ``九十九``. Another number is our own mistake."""
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def from_han(han: str) -> int:
    """Return the number of Chinese words from ``一`` to ``九十九``."""
    tens, ten, ones = han.rpartition("十")
    head = (_DIGITS.index(tens) if tens else 1) * _TEN if ten else 0
    return head + (_DIGITS.index(ones) if ones else 0)


def _even(typed: str) -> str:
    return mark(typed).translate(_BRACKETS).strip(_ROUND_IT)
