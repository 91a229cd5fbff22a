"""What stands on a bureau's paper, in Chinese, and in English under it on a bilingual copy."""

from __future__ import annotations

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import Type
from stationkiosk.domain.text import Language


def bilingual(frame: Frame) -> bool:
    """Tell whether the copy has English under the Chinese."""
    return frame.language is Language.EN


def said(frame: Frame, words: Record, language: str) -> str:
    """Return words in one language; a sign no font has is spelled out, so that nothing stops a decision."""
    return frame.fonts.spell_out(words.text(language))


def english(frame: Frame) -> Type:
    """Return how the English under a Chinese text is set."""
    return Type(frame.theme.small, False, frame.theme.soft)


def lines_of(frame: Frame, words: Record, kind: Type) -> list[tuple[str, Type]]:
    """Return words as labelled lines: the Chinese, then what the English adds on a bilingual copy."""
    zh, en = said(frame, words, "zh"), said(frame, words, "en")
    lines = [(zh, kind)] if zh else []
    if bilingual(frame) and en != zh and en:
        lines.append((en, english(frame)._replace(size=min(kind.size - 1.5, frame.theme.small))))
    return lines
