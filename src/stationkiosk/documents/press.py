"""The press: a paper's kind and frozen data in, the bytes of its PDF out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from stationkiosk.documents import (
    added,
    answer,
    batch,
    inquiry,
    official,
    paper,
    pdf,
    readiness,
    receipt,
    recovery,
    trial,
)
from stationkiosk.documents.fonts import Fonts, shipped_fonts
from stationkiosk.documents.frame import Frame, Wording
from stationkiosk.documents.paper import Paper
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import OFFICIAL, THEMES, Format, Theme
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from stationkiosk.reference.paths import resources
from stationkiosk.reference.words import Words, load_words

KINDS: Mapping[str, Callable[[Frame, Record], Paper]] = {
    "answer_receipt": answer.compose,
    "batch_receipt": batch.compose,
    "inquiry_notice": inquiry.compose,
    "proof_receipt": added.compose,
    "readiness": readiness.compose,
    "receipt": receipt.compose,
    "report_receipt": receipt.compose_report,
    "recovery": recovery.compose,
    "trial": trial.compose,
} | dict.fromkeys((*official.KINDS, *official.TEXTS), official.compose)


def theme_of(kind: str, fmt: Format) -> Theme:
    """Return the page a kind of paper is set on: the bureau's are always A4."""
    return OFFICIAL if kind in (*official.KINDS, *official.TEXTS) else THEMES[fmt]


class Press:
    """Makes papers. Cheap to build, safe to share between threads; holds no paper's data.

    Without arguments it works with what the program ships; a station with corrected words
    passes its own.
    """

    def __init__(self, fonts: Fonts | None = None, wording: Wording | None = None) -> None:
        self._fonts = fonts or shipped_fonts()
        self.wording = wording or _shipped_words()

    @classmethod
    def of(cls, folder: Path) -> Press:
        """Return a press with the fonts and words of a resources folder."""
        return cls(Fonts(folder / "fonts"), Words(load_words(folder / "i18n")))

    def render(self, kind: str, data: Mapping[str, object], fmt: Format, language: Language) -> bytes:
        """Return a paper's PDF: the same data gives the same bytes.

        KnownError ``glyph_missing`` names every character of the data that no font has.
        """
        theme = theme_of(kind, fmt)
        frame = Frame(self._fonts, theme, self.wording, language, theme.inner)
        try:
            record = Record(data, language)
            made = replace(KINDS[kind](frame, record), draft=record.has("draft"))
            return pdf.write(self._fonts, paper.sheets(frame, made), paper.about(frame, made))
        except KnownError as error:
            missing = self.missing("".join(_strings(data)))
            raise KnownError("glyph_missing", chars=missing or error.values["chars"]) from error

    def missing(self, text: str) -> str:
        """Return the characters of ``text`` that cannot be printed, each once."""
        return self._fonts.missing(text)


@cache
def _shipped_words() -> Words:
    return Words(load_words(resources() / "i18n"))


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _strings(value)
