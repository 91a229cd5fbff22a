"""The press: a paper's kind and frozen data in, the bytes of its PDF out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from stationkiosk.documents import paper, pdf, receipt
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.paper import Paper
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import THEMES, Format
from stationkiosk.documents.wording import Wording
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language

KINDS: Mapping[str, Callable[[Frame, Record], Paper]] = {
    "receipt": receipt.compose,
}


class Press:
    """Makes papers. Cheap to build, safe to share between threads; holds no paper's data."""

    def __init__(self, fonts: Fonts, wording: Wording) -> None:
        self._fonts = fonts
        self._wording = wording

    @classmethod
    def of(cls, resources: Path) -> Press:
        """Return a press with the fonts and words of a resources folder."""
        return cls(Fonts(resources / "fonts"), Wording.load(resources / "i18n" / "papers.toml"))

    def render(self, kind: str, data: Mapping[str, object], fmt: Format, language: Language) -> bytes:
        """Return a paper's PDF: the same data gives the same bytes.

        KnownError ``glyph_missing`` names every character of the data that no font has.
        """
        theme = THEMES[fmt]
        frame = Frame(self._fonts, theme, self._wording, language, theme.inner)
        try:
            made = KINDS[kind](frame, Record(data, language))
            return pdf.write(self._fonts, paper.sheets(frame, made), paper.about(frame, made))
        except KnownError as error:
            if error.key != "glyph_missing":
                raise
            missing = self.missing("".join(_strings(data)))
            raise KnownError("glyph_missing", chars=missing or error.values["chars"]) from error

    def missing(self, text: str) -> str:
        """Return the characters of ``text`` that cannot be printed, each once."""
        return self._fonts.missing(text)


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _strings(value)
