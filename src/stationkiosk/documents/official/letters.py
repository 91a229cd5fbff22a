"""The parts of a letter: whom it is for, paragraphs that begin two characters in, lists, notes."""

from __future__ import annotations

from stationkiosk.documents import boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.official.saying import bilingual, english, said
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import held, moved, tied
from stationkiosk.documents.theme import Type

_INDENT = "国国"
"""What a Chinese paragraph begins two characters in by."""


def addressed(frame: Frame, block: Record) -> list[Piece]:
    """Return whom a letter is for; it stays with the first paragraph."""
    words = block.record("words")
    zh = frame.paragraph(f"{said(frame, words, 'zh')}：", frame.strong, gap=frame.theme.gap)
    en = said(frame, words, "en")
    if bilingual(frame) and en != said(frame, words, "zh"):
        zh += frame.paragraph(f"{en}:", english(frame))
    return held(zh)


def paragraph(frame: Frame, block: Record) -> list[Piece]:
    """Return a paragraph."""
    pieces = _paragraph(frame, block.record("words"), frame.body)
    return held(pieces) if block.has("held") else pieces


def strong(frame: Frame, block: Record) -> list[Piece]:
    """Return a paragraph that matters: it stays with what follows."""
    return held(_paragraph(frame, block.record("words"), frame.strong))


def items(frame: Frame, block: Record) -> list[Piece]:
    """Return a list under a paragraph: each with its number as it was given, or numbered from 1."""
    pieces: list[Piece] = []
    for n, item in enumerate(block.records("items"), 1):
        sign = item.text("sign") if item.has("sign") else f"{n}."
        left = frame.body.size * 2
        wide = frame.measure(sign, frame.body) + 6
        inner = frame.narrowed(frame.width - left - wide)
        body = inner.paragraph(said(frame, item, "zh"), frame.body, gap=2)
        if _translated(frame, item):
            body += inner.paragraph(said(frame, item, "en"), english(frame))
        body = [piece._replace(marks=moved(piece.marks, left + wide, 0)) for piece in body]
        body[0] = body[0]._replace(marks=(frame.line(sign, frame.body, left), *body[0].marks))
        last = block.has("held") and n == len(block.items("items"))
        pieces += held(body) if last else tied(body)
    return pieces


def note(frame: Frame, block: Record) -> list[Piece]:
    """Return what a reader should know beside the decision itself, in a small type under a heading."""
    small = Type(frame.theme.small + 0.5, False, frame.theme.ink)
    inner = frame.narrowed(frame.width - 20)
    body: list[Piece] = []
    for n, item in enumerate(block.records("items")):
        body += inner.paragraph(said(frame, item, "zh"), small, gap=3 if n else 0)
        if _translated(frame, item):
            body += inner.paragraph(said(frame, item, "en"), english(frame)._replace(size=9))
    return held([boxes.callout(frame, body, pad=6)._replace(gap=9)])


def which_counts(frame: Frame) -> list[Piece]:
    """Return what a bilingual copy says of its two texts."""
    if not bilingual(frame):
        return []
    words = frame.wording.text("paper.which_counts")
    small = Type(9, False, frame.theme.soft)
    return tied([*frame.paragraph(words.zh, small, gap=frame.theme.gap), *frame.paragraph(words.en, small)])


def _paragraph(frame: Frame, words: Record, kind: Type) -> list[Piece]:
    zh = frame.lines(_INDENT + said(frame, words, "zh"), kind)
    zh[0] = zh[0].removeprefix(_INDENT)
    indent = frame.measure(_INDENT, kind)
    height = frame.leading(kind)
    pieces = [
        Piece(
            height,
            (frame.line(line, kind, 0 if n else indent),),
            0 if n else 5,
            n < len(zh) - 1 and n in (0, len(zh) - 2),
        )
        for n, line in enumerate(zh)
    ]
    if _translated(frame, words):
        pieces[-1] = pieces[-1]._replace(keep=True)
        pieces += frame.paragraph(said(frame, words, "en"), english(frame), gap=1)
    return pieces


def _translated(frame: Frame, words: Record) -> bool:
    """Tell whether English goes under words: what somebody typed is not said twice."""
    return bilingual(frame) and said(frame, words, "en") != said(frame, words, "zh")
