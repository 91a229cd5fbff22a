"""Reading TOML rows strictly: each fault names its file and row; nothing unknown is let by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TypeVar

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text

LANGUAGES = frozenset(language.value for language in Language)
T = TypeVar("T")


def fault(file: str, row: str, what: str, key: str = "") -> KnownError:
    """Return the KnownError ``reference_broken`` that names file and row and says what is wrong."""
    return KnownError("reference_broken", file=file, row=row, what=what, name=key)


def read(path: Path) -> Row:
    """Return a TOML file as one row named by its file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fault(path.name, "", f"not_toml: {error}") from None
    return Row(data, path.name)


class Row:
    """One table of a TOML file. Each value is taken once; ``done`` refuses what was not taken."""

    def __init__(self, data: dict[str, object], file: str, name: str = "") -> None:
        self._left = dict(data)
        self.file = file
        self.name = str(data.get("id", name))

    def fail(self, what: str, key: str = "") -> NoReturn:
        """Raise the fault that names this row."""
        raise fault(self.file, self.name, what, key)

    def done(self) -> None:
        """Raise a fault if a key of the row was not taken."""
        if self._left:
            self.fail("unknown_key", ", ".join(self._left))

    def string(self, key: str, default: str | None = None) -> str:
        """Take a string."""
        return self._take(key, str, default)

    def integer(self, key: str, default: int | None = None) -> int:
        """Take a whole number."""
        return self._take(key, int, default)

    def flag(self, key: str) -> bool:
        """Take a truth value that is false unless given."""
        return self._take(key, bool, False)

    def day(self, key: str) -> date:
        """Take a date without a time."""
        return self._take(key, date, None)

    def day_or_none(self, key: str) -> date | None:
        """Take a date, or None where there is none."""
        return self.day(key) if key in self._left else None

    def text(self, key: str) -> Text:
        """Take a text in every language."""
        value = self._take(key, dict, None)
        for language in LANGUAGES:
            if not isinstance(value.get(language), str) or not value[language].strip():
                self.fail("missing_language", f"{key}.{language}")
        if set(value) != LANGUAGES:
            self.fail("unknown_key", f"{key}: {', '.join(sorted(set(value) - LANGUAGES))}")
        return Text(**value)

    def text_or_none(self, key: str) -> Text | None:
        """Take a text in every language, or None where there is none."""
        return self.text(key) if key in self._left else None

    def has(self, key: str) -> bool:
        """Tell whether a key is still to be taken."""
        return key in self._left

    def strings(self, key: str) -> tuple[str, ...]:
        """Take a list of strings, empty where there is none."""
        values = self._take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            self.fail("wrong_type", key)
        return tuple(values)

    def integers(self, key: str) -> tuple[int, ...]:
        """Take a list of whole numbers, empty where there is none."""
        values = self._take(key, list, [])
        if not all(isinstance(value, int) for value in values):
            self.fail("wrong_type", key)
        return tuple(values)

    def days(self, key: str) -> tuple[date, ...]:
        """Take a list of dates, empty where there is none."""
        values = self._take(key, list, [])
        if not all(isinstance(value, date) for value in values):
            self.fail("wrong_type", key)
        return tuple(values)

    def rows(self, key: str) -> Iterator[Row]:
        """Take a list of tables, each a row to be taken apart in its turn and then checked."""
        for n, value in enumerate(self._take(key, list, []), start=1):
            if not isinstance(value, dict):
                self.fail("wrong_type", key)
            row = Row(value, self.file, f"{self.name}.{key}[{n}]".lstrip("."))
            yield row
            row.done()

    def everything(self) -> dict[str, object]:
        """Take all that is left of the row as it stands."""
        left, self._left = self._left, {}
        return left

    def table(self, key: str) -> dict[str, object]:
        """Take a table as it stands, empty where there is none."""
        return self._take(key, dict, {})

    def _take(self, key: str, kind: type[T], default: T | None) -> T:
        value = self._left.pop(key, default)
        if value is None:
            self.fail("missing_key", key)
        if not isinstance(value, kind) or _another_type(value, kind):
            self.fail("wrong_type", key)
        return value


def _another_type(value: object, kind: type) -> bool:
    """Tell true from 1 and a moment from a day, which Python takes for each other."""
    return (kind is int and isinstance(value, bool)) or (kind is date and isinstance(value, datetime))
