"""Where a bureau's paper is sealed and signed: the seal over name and date, lines for hands."""

from __future__ import annotations

from stationkiosk.documents import boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece, Ring
from stationkiosk.documents.official.saying import bilingual, lines_of
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, moved, solid, tied
from stationkiosk.documents.theme import MM, RED, Type

RADIUS = 21 * MM
"""Half of a bureau's round seal."""


def seal(frame: Frame, block: Record) -> list[Piece]:
    """Return the bureau's name and the day, right of the middle, with the place of the seal over them."""
    name = Type(12.5, False, frame.theme.ink)
    rows = [*lines_of(frame, block.record("words"), name), *lines_of(frame, block.record("day"), name)]
    wide = max(*(min(frame.measure(text, kind), frame.width) for text, kind in rows), 2 * RADIUS)
    inner = frame.narrowed(wide)
    body = solid([piece for text, kind in rows for piece in inner.paragraph(text, kind, centred=True)])
    left = frame.width - wide
    height = max(2 * RADIUS, body.height)
    middle = left + wide / 2
    here = frame.wording.text("paper.seal")
    tiny = Type(8, False, RED)
    words = f"{here.zh} {here.en}" if bilingual(frame) else here.zh
    under = frame.line(words, tiny, middle - frame.measure(words, tiny) / 2, height / 2 + RADIUS * 0.52)
    marks: tuple[Mark, ...] = (
        Ring(middle, height / 2, RADIUS - 0.5, 0.8, RED),
        *moved(body.marks, left, (height - body.height) / 2 - 6),
        under,
    )
    return [Piece(height, marks, 14)]


def signs(frame: Frame, block: Record) -> list[Piece]:
    """Return places for hands, two beside each other: a signature made on the pad stands in its place."""
    people = block.records("signs")
    half = frame.narrowed((frame.width - 24) / 2)
    each = [_sign(half, person) for person in people]
    rows = [each[n : n + 2] for n in range(0, len(each), 2)]
    return tied(
        [columns(row[0], row[1] if len(row) > 1 else [], half.width + 24)._replace(gap=12) for row in rows]
    )


def _sign(frame: Frame, person: Record) -> list[Piece]:
    small = Type(11, False, frame.theme.ink)
    label = [
        piece
        for text, kind in lines_of(frame, person.record("label"), small)
        for piece in frame.paragraph(text, kind)
    ]
    space = 34.0
    marks: list[Mark] = [Fill(0, space - 1, frame.width, 0.6, frame.theme.ink)]
    if person.has("strokes"):
        strokes = [list(line) for line in person.items("strokes") if isinstance(line, list | tuple)]
        drawn = boxes.signature(strokes, frame.width * 0.7, space - 4, frame.theme.ink)
        marks += moved((drawn,), 8, 0)
    elif person.has("typed"):
        marks.append(frame.line(person.text("typed"), frame.body, 8, space - frame.leading(frame.body) - 2))
    when = person.record("when") if person.has("when") else None
    day = lines_of(frame, when, small) if when else [(frame.wording.text("paper.sign_day").zh, small)]
    return [
        *label,
        Piece(space, tuple(marks)),
        *(piece for text, kind in day for piece in frame.paragraph(text, kind, gap=2)),
    ]
