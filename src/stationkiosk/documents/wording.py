"""The fixed words of papers, from ``resources/i18n/papers.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from stationkiosk.domain.text import Text


class Wording:
    """Words by ``section.key``. A language that is missing stops the program at start-up."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self._texts = texts

    @classmethod
    def load(cls, file: Path) -> Wording:
        """Read a words file; ValueError names the file and the key of a missing language."""
        with file.open("rb") as stream:
            sections = tomllib.load(stream)
        texts: dict[str, Text] = {}
        for section, entries in sections.items():
            for key, entry in entries.items():
                if set(entry) != {"zh", "en"} or not all(entry.values()):
                    raise ValueError(f"{file}: {section}.{key} needs zh and en, and nothing else")
                texts[f"{section}.{key}"] = Text(entry["zh"], entry["en"])
        return cls(texts)

    def text(self, key: str) -> Text:
        """Return the words at ``section.key``."""
        return self._texts[key]

    def keys(self) -> frozenset[str]:
        """Return every key there is."""
        return frozenset(self._texts)
