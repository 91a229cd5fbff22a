"""A paper's frozen data (JSON), read with types. A missing key is our fault and says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from stationkiosk.documents.fonts import UNSEEN
from stationkiosk.domain.money import show
from stationkiosk.domain.text import Language

BEIJING = timezone(timedelta(hours=8))
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Record:
    """One JSON object of a paper's data, in the language of the paper."""

    __slots__ = ("_data", "language")

    def __init__(self, data: Mapping[str, object], language: Language) -> None:
        self._data = data
        self.language = language

    def has(self, key: str) -> bool:
        """Tell whether there is anything under ``key``: a zero is something, ``False`` is nothing."""
        value = self._data.get(key)
        return value is not False and value not in (None, "", [], {}, ())

    def text(self, key: str) -> str:
        """Return words: a plain string, or the paper's language of ``{zh, en}``; "" for null.

        Characters that are never seen (joiners, variation selectors, marks of direction) are
        left out: no font draws them and nobody typed them on purpose.
        """
        value = self._data[key]
        if isinstance(value, Mapping):
            value = value[self.language.value]
        if value is None:
            return ""
        words = str(value)
        return words if words.isascii() and words.isprintable() else words.translate(UNSEEN)

    def record(self, key: str) -> Record:
        """Return the object under ``key``."""
        value = self._data[key]
        if not isinstance(value, Mapping):
            raise TypeError(f"{key} is not an object")
        return Record(value, self.language)

    def records(self, key: str) -> list[Record]:
        """Return the list of objects under ``key``."""
        return [Record(item, self.language) for item in self.items(key) if isinstance(item, Mapping)]

    def items(self, key: str) -> list[object]:
        """Return the list under ``key``."""
        value = self._data[key]
        if not isinstance(value, list | tuple):
            raise TypeError(f"{key} is not a list")
        return list(value)

    def texts(self, key: str) -> list[str]:
        """Return a list of words."""
        return [Record({"it": item}, self.language).text("it") for item in self.items(key)]

    def count(self, key: str) -> int:
        """Return a whole number."""
        return int(str(self._data[key]))

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        return self._data[key] is True

    def moment(self, key: str) -> datetime:
        """Return an aware time, as told by a clock in Beijing."""
        return datetime.fromisoformat(self.text(key)).astimezone(BEIJING)

    def day(self, key: str) -> str:
        """Return a date (``YYYY-MM-DD``) as people write it."""
        return say_day(date.fromisoformat(self.text(key)[:10]), self.language)

    def time(self, key: str) -> str:
        """Return a moment as people write it, to the second."""
        moment = self.moment(key)
        return f"{say_day(moment.date(), self.language)} {moment:%H:%M:%S}"

    def stamp(self, key: str) -> str:
        """Return a moment in figures only, for tables."""
        return f"{self.moment(key):%Y-%m-%d %H:%M:%S}"

    def day_of(self, key: str) -> str:
        """Return the day of a moment, in Beijing, as people write it."""
        return say_day(self.moment(key).date(), self.language)

    def yuan(self, key: str) -> str:
        """Return an amount given in yuan (``"50000.00"``) as people write it."""
        amount = show(Decimal(self.text(key)))
        return f"{amount} 元" if self.language is Language.ZH else f"CNY {amount}"


def say_day(day: date, language: Language) -> str:
    """Return a date as people write it."""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_size(count: int) -> str:
    """Return a number of bytes as people write it."""
    if count < 1024 * 1024:
        return f"{max(1, round(count / 1024))} KB"
    return f"{count / 1024 / 1024:.1f} MB"
