"""The page a member of staff prints to see what a printer can do. It names no case and no person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.edges import box, rulers
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import moved, solid, tied
from stationkiosk.documents.theme import MM, Type

FORM_CODE = "SK-902"
LOOKS = ("edges", "words", "rare", "greys", "qr", "sides")
"""What to look at, in the order of the page; a roll has one side."""

EDGE = 5 * MM
"""How far from the edge office printers reach on A4; a roll is printed within its theme's sides."""

EVERYDAY = "永调解申请登记回执，。；：（）《》“”¥¥"
WIDE = "㛃䶮𫍯𫰛𬱖𬤊𬴊𬭊"
"""Characters of names that only the full faces have (GB 18030-2022)."""

RAREST = ("𠮷", "𬎆")
"""One of each face for what is rarer still."""

LATIN = "ABCDEFGHIJ abcdefghij 0123456789"
ALIKE = "0O 1lI 5S 8B 2Z"
GREYS = (10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
HAIR = (0.25, 0.5, 1.0, 2.0)
"""Thickness of the lines, in points."""

LEAST = 6.0
"""A size below the smallest of any paper: what is read here is read everywhere."""

LARGE_CODE, FINE_CODE = 28 * MM, 15 * MM
_TICKED = 9.0
"""White between the roll's frame and what stands in it."""


def code_text(record: Record) -> str:
    """Return what the large QR code of the test page says."""
    return f"{record.record('station').text('code')} TEST {record.text('made_at')}"


def fine_text(record: Record) -> str:
    """Return what the fine QR code says: as much as the finest code on any paper."""
    return f"{code_text(record)} {record.text('printer')} 0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def compose(frame: Frame, record: Record) -> Paper:
    """Return the page of ``record``: ``station`` {code, name}, ``printer``, ``made_at``, ``demo``.

    On A4 a second page is the back of the sheet, where a printer prints on both sides.
    """
    station = record.record("station")
    made = record.time("made_at")
    pieces = _roll(frame, record) if frame.theme.narrow else _sheets(frame, record)
    return Paper(
        title=frame.say("trial.title"),
        author=station.text("name"),
        issued_at=record.moment("made_at"),
        pieces=pieces,
        foot=Foot(
            number=station.text("code"),
            form_code=FORM_CODE,
            verification_code="",
            times=((frame.say("issued"), made),),
            qr=station.text("code"),
        ),
        mark=frame.say("sample") if record.has("demo") else "",
    )


def _roll(frame: Frame, record: Record) -> list[Piece]:
    inner = frame.narrowed(frame.width - 2 * _TICKED)
    body = solid(
        [
            *_head(inner, record, LOOKS[:-1]),
            *_fonts(inner),
            *_rare(inner),
            *_greys(inner),
            *_codes(inner, record),
            *_sizes(inner, 6),
        ]
    )
    high = body.height + 2 * _TICKED
    marks = (*box(frame, 0, 0, frame.width, high), *moved(body.marks, _TICKED, _TICKED))
    return [Piece(high, marks, frame.theme.gap)]


def _sheets(frame: Frame, record: Record) -> list[Piece]:
    edges = Piece(0, tuple(_edges(frame)))
    front = [
        edges,
        *_head(frame, record, LOOKS),
        *_fonts(frame),
        *_rare(frame),
        *_greys(frame),
        *_codes(frame, record),
    ]
    title = frame.paragraph(frame.say("trial.back"), Type(frame.theme.title, True, frame.theme.ink))
    lead = frame.paragraph(frame.say("trial.back_under"), frame.body, gap=3)
    back = solid([*title, *lead, *_sizes(frame, 6)])
    room = frame.theme.height - frame.theme.top - frame.theme.bottom
    return [*front, Piece(room, (*edges.marks, *back.marks))]


def _edges(frame: Frame) -> Iterable[Mark]:
    theme = frame.theme
    marks = (*box(frame, EDGE, EDGE, theme.width - 2 * EDGE, theme.height - 2 * EDGE), *rulers(frame))
    return moved(marks, -theme.side, -theme.top)


def _head(frame: Frame, record: Record, looks: Sequence[str]) -> list[Piece]:
    station = record.record("station")
    rows = [
        ("station", f"{station.text('name')} ({station.text('code')})"),
        ("printer", frame.fonts.spell_out(record.text("printer"))),
        ("made", record.time("made_at")),
    ]
    fields = blocks.fields(
        frame, [(frame.say(f"trial.{key}"), ((value, frame.body),)) for key, value in rows]
    )
    return [
        *blocks.title(frame, frame.say("trial.title"), frame.say("trial.under")),
        fields[0]._replace(gap=frame.theme.gap),
        *fields[1:],
        *blocks.heading(frame, 1, frame.say("trial.look")),
        *blocks.bullets(frame, [frame.say(f"trial.look_{look}") for look in looks], numbered=True),
    ]


def _fonts(frame: Frame) -> list[Piece]:
    pieces = blocks.heading(frame, 2, frame.say("trial.fonts"))
    for bold in (False, True):
        kind = Type(frame.theme.body, bold, frame.theme.ink)
        name = frame.say("trial.bold" if bold else "trial.regular")
        lines = frame.paragraph(f"{name}  {EVERYDAY}", kind, gap=2)
        pieces += tied([*lines, *frame.paragraph(f"{LATIN}  {ALIKE}", kind)])
    return pieces


def _rare(frame: Frame) -> list[Piece]:
    signs = (*WIDE, *RAREST)
    across = len(signs) // 2 if frame.theme.narrow else len(signs)
    large, small = frame.theme.number * 0.8, Type(6.5, False, frame.theme.ink)
    cell, high = frame.width / across, large * 1.5 + 17
    marks: list[Mark] = []
    for n, sign in enumerate(signs):
        x, y = n % across * cell, n // across * high
        for k, bold in enumerate((False, True)):
            marks.append(frame.line(sign, Type(large, bold, frame.theme.ink), x + k * large * 1.05, y))
        marks.append(frame.line(f"U+{ord(sign):04X}", small, x, y + large * 1.5))
    rows = -(-len(signs) // across)
    return [*blocks.heading(frame, 3, frame.say("trial.rare")), Piece(rows * high - 8, tuple(marks), 3)]


def _greys(frame: Frame) -> list[Piece]:
    cell, high, small = frame.width / len(GREYS), 16.0, Type(6.5, False, frame.theme.ink)
    marks: list[Mark] = []
    for n, share in enumerate(GREYS):
        tone = 1 - share / 100
        marks.append(Fill(n * cell, 0, cell - 2, high, (tone, tone, tone)))
        marks.append(frame.line(str(share), small, n * cell, high + 1))
    y = high + 14
    for n, thick in enumerate(HAIR):
        at = n * frame.width / len(HAIR)
        marks.append(frame.line(f"{thick:g}", small, at, y))
        marks.append(Fill(at + 18, y + 5, frame.width / len(HAIR) - 26, thick, frame.theme.ink))
    return [*blocks.heading(frame, 4, frame.say("trial.greys")), Piece(y + 10, tuple(marks), 3)]


def _codes(frame: Frame, record: Record) -> list[Piece]:
    ink = frame.theme.ink
    beside = LARGE_CODE + 18
    marks = (
        boxes.qr(code_text(record), LARGE_CODE, 0, 0, ink),
        boxes.qr(fine_text(record), FINE_CODE, beside, 0, ink),
    )
    below = solid(frame.narrowed(frame.width - beside).paragraph(frame.say("trial.fine"), frame.soft))
    return [
        *blocks.heading(frame, 5, frame.say("trial.qr")),
        Piece(LARGE_CODE + 4, (*marks, *moved(below.marks, beside, FINE_CODE + 5)), 4),
    ]


def _sizes(frame: Frame, number: int) -> list[Piece]:
    theme = frame.theme
    sizes = sorted({theme.title, theme.heading, theme.body, theme.small, theme.tiny, LEAST}, reverse=True)
    pieces = blocks.heading(frame, number, frame.say("trial.sizes"))
    for size in sizes:
        kind = Type(size, False, theme.ink)
        words = frame.say("trial.size", size=f"{size:g}")
        pieces += frame.paragraph(f"{words}  {ALIKE} 0123456789", kind, gap=3)
    return pieces
