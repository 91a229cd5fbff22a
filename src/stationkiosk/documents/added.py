"""The receipt of proof brought later: what came in, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.paper import Paper
from stationkiosk.documents.receipt import ahead, foot, items, numbered, opening, proof
from stationkiosk.documents.record import Record
from stationkiosk.documents.varied import varied


def compose(frame: Frame, record: Record) -> Paper:
    """Return the receipt of added proof of ``record``."""
    frame = varied(frame, "proof_receipt")
    return Paper(
        title=frame.say("receipt.title"),
        author=record.record("station").text("name"),
        mark=frame.say("sample") if record.has("demo") else "",
        issued_at=record.moment("filed_at"),
        pieces=[*opening(frame, record), *numbered(frame, _sections(frame, record))],
        foot=foot(frame, record),
    )


def _sections(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    yield "exhibits", [*items(frame, record), *_again(frame, record)]
    yield "next", ahead(frame, record)
    yield "proof", proof(frame, record)


def _again(frame: Frame, record: Record) -> list[Piece]:
    """What the same side had handed in before: it is not entered twice."""
    said = [
        frame.paragraph(frame.say("receipt.again", name=frame.fonts.spell_out(name)), frame.body, gap=3)
        for name in record.texts("again")
    ]
    return [piece for pieces in said for piece in pieces]
