"""How a bureau's paper begins: who issues it, its legal title, the title in plain words, its number."""

from __future__ import annotations

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Piece
from stationkiosk.documents.official.saying import bilingual, said
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import held
from stationkiosk.documents.theme import Type


def opening(frame: Frame, record: Record) -> list[Piece]:
    """Return the head of the first page; it stays with what follows."""
    theme = frame.theme
    pieces: list[Piece] = []
    if record.has("issuer"):
        pieces += _centred(frame, record.record("issuer"), Type(15.5, True, theme.ink), 10.5)
    pieces += _centred(frame, record.record("title"), Type(theme.title, True, theme.ink), 12.5, gap=3)
    pieces += _centred(frame, record.record("plain_line"), frame.soft, 9.5, gap=4)
    number = Type(11.5, False, theme.ink)
    words = record.text("number")
    at = frame.width - frame.measure(words, number)
    line = Piece(
        frame.leading(number) + 5,
        (
            frame.line(words, number, at),
            Fill(0, frame.leading(number) + 3.5, frame.width, 1.1, theme.ink),
        ),
        7,
    )
    return held([*pieces, line])


def _centred(frame: Frame, words: Record, kind: Type, english: float, gap: float = 0) -> list[Piece]:
    zh = said(frame, words, "zh")
    pieces = frame.paragraph(zh, frame.fit(zh, kind, frame.width), centred=True, gap=gap)
    if bilingual(frame):
        under = Type(english, kind.bold, frame.theme.soft)
        pieces += frame.paragraph(said(frame, words, "en"), under, centred=True, gap=1)
    return pieces
