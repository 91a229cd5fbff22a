"""The words of screens, faults, problems and papers: one key, every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.text import Text
from stationkiosk.reference.rows import LANGUAGES, Row, fault, read


class Words:
    """Every text by its dotted key: ``fault.disk_full.title``."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = dict(texts)

    def text(self, key: str) -> Text:
        """Return the text of a key. An unknown key is our own mistake: KeyError."""
        return self._texts[key]

    def has(self, key: str) -> bool:
        """Tell whether there is a text for the key."""
        return key in self._texts

    def keys(self) -> Iterator[str]:
        """Return every key, in the order of the files."""
        return iter(self._texts)

    def problem(self, problem: Problem) -> Text:
        """Return what to say about something typed wrong or left out."""
        return self.text(f"problem.{problem.key}").put(**problem.values)


def load_words(folder: Path, corrections: Path | None = None) -> dict[str, Text]:
    """Read every ``*.toml`` of a folder; a correction replaces a text, it adds none."""
    texts: dict[str, Text] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, text in _texts(path):
            if key in texts:
                raise fault(path.name, key, "twice")
            texts[key] = text
    for path in sorted(corrections.glob("*.toml")) if corrections else ():
        for key, text in _texts(path):
            if key not in texts:
                raise fault(path.name, key, "unknown_key", key)
            texts[key] = text
    return texts


class FirstWords:
    """The words of one file at once; those of the whole folder when another one is asked for.

    A window that opens before the station's rules are read says nothing else as a rule.
    """

    def __init__(self, folder: Path, file: str) -> None:
        self._folder = folder
        self._texts = dict(_texts(folder / file))

    def text(self, key: str) -> Text:
        """Return the text of a key. An unknown key is our own mistake: KeyError."""
        if key not in self._texts:
            self._texts = load_words(self._folder)
        return self._texts[key]


def _texts(path: Path) -> Iterator[tuple[str, Text]]:
    return _walk(read(path).everything(), path.name, "")


def _walk(table: dict[str, object], file: str, prefix: str) -> Iterator[tuple[str, Text]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if not isinstance(value, dict):
            raise fault(file, name, "wrong_type", key)
        if LANGUAGES & set(value):
            yield name, Row({key: value}, file, name).text(key)
        else:
            yield from _walk(value, file, f"{name}.")
