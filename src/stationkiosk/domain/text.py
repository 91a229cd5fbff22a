"""Words in both languages of the station."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages the station speaks. Chinese comes first."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One saying in every language; ``{name}`` in it stands for a value given later."""

    zh: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Return the saying in ``language`` with ``values`` put in."""
        words = self.zh if language is Language.ZH else self.en
        return words.format_map(values) if values else words

    def put(self, **values: object) -> Text:
        """Return both languages with ``values`` put in; a ``Text`` value is put in by language."""
        return Text(
            self.zh.format_map(_spoken(values, "zh")),
            self.en.format_map(_spoken(values, "en")),
        )


def listed(parts: Iterable[Text | str]) -> Text:
    """Return names, or things named, one after another, as each language lists them."""
    texts = [Text(part, part) if isinstance(part, str) else part for part in parts]
    return Text("、".join(text.zh for text in texts), ", ".join(text.en for text in texts))


def _spoken(values: dict[str, object], language: str) -> dict[str, object]:
    return {k: getattr(v, language) if isinstance(v, Text) else v for k, v in values.items()}
