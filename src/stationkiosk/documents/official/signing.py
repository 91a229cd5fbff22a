"""Where a bureau's paper is sealed and signed: the seal over name and date, lines for hands."""

from __future__ import annotations

from stationkiosk.documents import boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece, Ring
from stationkiosk.documents.official.saying import bilingual, english, lines_of, said
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, held, moved, solid
from stationkiosk.documents.theme import MM, RED, Type

RADIUS = 21 * MM
"""Half of a bureau's round seal."""


def seal(frame: Frame, block: Record) -> list[Piece]:
    """Return the bureau's name and the day under the place of the seal, and what stands left of it."""
    name = Type(12.5, False, frame.theme.ink)
    rows = [(said(frame, block.record(key), "zh"), name) for key in ("words", "day")]
    most = frame.width * 0.6
    wide = max(*(min(frame.measure(text, kind), most) for text, kind in rows), 2 * RADIUS)
    inner = frame.narrowed(wide)
    body = solid([piece for text, kind in rows for piece in inner.paragraph(text, kind, centred=True)])
    left = frame.width - wide
    height = max(2 * RADIUS, body.height)
    middle = left + wide / 2
    marks: tuple[Mark, ...] = (
        Ring(middle, height / 2, RADIUS - 0.5, 0.8, RED),
        *moved(body.marks, left, (height - body.height) / 2 - 6),
        _here(frame, middle, height / 2 + RADIUS * 0.52),
    )
    beside = _beside(frame, block, left)
    top = max(0.0, height - beside.height)
    return [Piece(max(height, beside.height), (*moved(beside.marks, 0, top), *marks), 14)]


def _beside(frame: Frame, block: Record, width: float) -> Piece:
    """Return what stands left of a seal: the hand that signs beside it, or whom to ask."""
    if not block.has("hand"):
        return _ask(frame.narrowed(width - 14), block)
    cell, person = frame.narrowed(min(width, frame.width / 2) - 24), block.record("hand")
    return solid([*_label(cell, person), *_hand(cell, person)])


def _here(frame: Frame, middle: float, y: float) -> Mark:
    words = frame.wording.text("paper.seal")
    here = f"{words.zh} {words.en}" if bilingual(frame) else words.zh
    tiny = Type(8, False, RED)
    return frame.line(here, tiny, middle - frame.measure(here, tiny) / 2, y)


def _ask(frame: Frame, block: Record) -> Piece:
    """Return whom to ask, in a small type with a rule over it."""
    small = Type(9.5, False, frame.theme.soft)
    lines = [
        piece
        for one in block.records("ask")
        for text, kind in lines_of(frame, one, small)
        for piece in frame.paragraph(text, kind._replace(size=min(kind.size, 9)))
    ]
    return solid([Piece(4, (Fill(0, 0, 42, 0.6, frame.theme.ink),)), *lines]) if lines else Piece(0)


def signs(frame: Frame, block: Record) -> list[Piece]:
    """Return places for hands, ``of`` in a full row: a signature that was made stands in its place."""
    people = block.records("signs")
    places = block.count("of") if block.has("of") else len(people)
    share = (frame.width - 24 * (places - 1)) / places
    cell = frame.narrowed(share)
    labels = [solid(_label(cell, person)) for person in people]
    high = max(label.height for label in labels)
    row = Piece(0)
    for n, (person, label) in enumerate(zip(people, labels, strict=True)):
        stands = [Piece(high, label.marks), *_hand(cell, person)]
        row = columns([row], stands, n * (share + 24))
    return held([row._replace(gap=12)]) if block.has("held") else [row._replace(gap=12)]


def _label(frame: Frame, person: Record) -> list[Piece]:
    small = Type(11, False, frame.theme.ink)
    return [
        piece
        for text, kind in lines_of(frame, person.record("label"), small)
        for piece in frame.paragraph(text, kind)
    ]


def _hand(frame: Frame, person: Record) -> list[Piece]:
    space = 34.0
    marks: list[Mark] = [Fill(0, space - 1, frame.width, 0.6, frame.theme.ink)]
    if person.has("strokes"):
        strokes = [list(line) for line in person.items("strokes") if isinstance(line, list | tuple)]
        drawn = boxes.signature(strokes, frame.width * 0.7, space - 4, frame.theme.ink)
        marks += moved((drawn,), 8, 0)
    elif person.has("typed"):
        typed = frame.fonts.spell_out(person.text("typed"))
        kind = frame.fit(typed, frame.body, frame.width - 16)
        marks.append(frame.line(typed, kind, 8, space - frame.leading(kind) - 2))
    return [
        Piece(space, tuple(marks)),
        *(_dated(frame, text, kind) for text, kind in _under(frame, person)),
    ]


def _under(frame: Frame, person: Record) -> list[tuple[str, Type]]:
    """Return what stands under a hand: notes, each in one line of both languages, else the day."""
    small = Type(11, False, frame.theme.ink)
    if person.has("notes"):
        language = "en" if bilingual(frame) else "zh"
        return [(said(frame, one, language), small) for one in person.records("notes")]
    when = person.record("when") if person.has("when") else None
    return lines_of(frame, when, small) if when else _day(frame, small)


def _dated(frame: Frame, text: str, kind: Type) -> Piece:
    """Return a line of a date: as high as any, so that nothing moves when somebody has signed."""
    return Piece(frame.leading(kind), (frame.line(text, frame.fit(text, kind, frame.width)),), gap=2)


def _day(frame: Frame, kind: Type) -> list[tuple[str, Type]]:
    """Return the line a hand dates: on a bilingual copy with its English under it."""
    words = frame.wording.text("paper.sign_day")
    under = english(frame)._replace(size=kind.size - 1.5)
    return [(words.zh, kind), *([(words.en, under)] if bilingual(frame) else [])]
