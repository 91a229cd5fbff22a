"""The head of the receipt: its title, the number and code in large type, and what it is not."""

from __future__ import annotations

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, moved, solid
from stationkiosk.documents.theme import Type
from stationkiosk.domain.text import Language


def opening(frame: Frame, record: Record) -> list[Piece]:
    """The title, the number and code, and the notice that registered is not accepted."""
    legal = frame.wording.text("paper.receipt.title")
    translated = [legal.en] if frame.language is Language.EN else []
    hero = _roll_hero(frame, record) if frame.theme.narrow else _wide_hero(frame, record)
    return [
        *blocks.title(frame, legal.zh, *translated, record.text("plain_line")),
        hero._replace(gap=11),
        *_notice(frame),
    ]


def _caption(frame: Frame, key: str) -> list[Piece]:
    return frame.paragraph(frame.say(f"receipt.{key}"), frame.soft)


def _wide_hero(frame: Frame, record: Record) -> Piece:
    theme = frame.theme
    size = 92.0
    width = frame.width - size - 52
    inner = frame.narrowed(width)
    number = frame.fit(record.text("number"), Type(theme.number, True, theme.ink), width)
    left = [*_caption(inner, "number"), *inner.paragraph(record.text("number"), number)]
    half = inner.narrowed(width / 2 - 8)
    code = Type(theme.heading + 3.5, True, theme.accent)
    facts = columns(
        [*_caption(half, "track_code"), *half.paragraph(record.text("receipt_code"), code), *_hint(half)],
        [
            *_caption(half, "received_at"),
            *half.paragraph(record.time("filed_at"), half.strong),
            *_kind(half, record),
        ],
        width / 2 + 8,
    )
    panel = boxes.panel(inner, [*left, facts._replace(gap=7)])
    return with_code(frame, record, panel, size)


def _hint(frame: Frame) -> list[Piece]:
    return frame.paragraph(frame.say("receipt.track_code_hint"), frame.tiny)


def _kind(frame: Frame, record: Record) -> list[Piece]:
    return frame.paragraph(record.text("kind_of_dispute"), frame.soft)


def with_code(frame: Frame, record: Record, panel: Piece, size: float) -> Piece:
    """Return a panel with the QR code of ``record`` beside it, ``size`` points wide."""
    theme = frame.theme
    caption = frame.say("receipt.scan")
    wide = frame.measure(caption, frame.tiny)
    height = max(panel.height, size + 34)
    x = frame.width - size - 11
    y = (height - size - 15) / 2
    wash, bar, *rest = panel.marks
    marks: tuple[Mark, ...] = (
        wash._replace(width=frame.width, height=height) if isinstance(wash, Fill) else wash,
        bar._replace(height=height) if isinstance(bar, Fill) else bar,
        *moved(rest, 0, (height - panel.height) / 2),
        Fill(x - 4, y - 4, size + 8, size + 8, (1, 1, 1)),
        boxes.qr(record.text("qr"), size, x, y, theme.ink),
        frame.line(caption, frame.tiny, x + (size - wide) / 2, y + size + 5),
    )
    return Piece(height, marks)


def _roll_hero(frame: Frame, record: Record) -> Piece:
    theme = frame.theme
    number = frame.fit(record.text("number"), Type(theme.number, True, theme.ink), frame.width)
    code = Type(theme.heading + 4, True, theme.ink)
    size = 108.0
    picture = Piece(size, (boxes.qr(record.text("qr"), size, (frame.width - size) / 2, 0, theme.ink),), 8)
    return solid(
        [
            Piece(4, (Fill(0, 0, frame.width, 1.2, theme.ink),)),
            *_caption(frame, "number"),
            *frame.paragraph(record.text("number"), number),
            *_caption(frame, "track_code"),
            *frame.paragraph(record.text("receipt_code"), code),
            *_hint(frame),
            picture,
            *frame.paragraph(frame.say("receipt.scan"), frame.soft, centred=True, gap=3),
            *_caption(frame, "received_at"),
            *frame.paragraph(record.time("filed_at"), frame.strong),
            *_kind(frame, record),
            Piece(2, (Fill(0, 1, frame.width, 1.2, theme.ink),), 3),
        ]
    )


def _notice(frame: Frame) -> list[Piece]:
    inner = frame.narrowed(frame.width - 20)
    body = [
        *inner.paragraph(frame.say("receipt.notice_title"), frame.strong),
        *inner.paragraph(frame.say("receipt.notice"), Type(frame.theme.small, False, frame.theme.ink)),
    ]
    return [boxes.callout(frame, body)._replace(gap=9)]
