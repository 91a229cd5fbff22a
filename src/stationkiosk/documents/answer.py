"""The receipt of an answer: what its answerer said, and nothing of what is sealed."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.paper import Paper
from stationkiosk.documents.receipt import ahead, foot, items, numbered, opening, parties, proof
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import Type
from stationkiosk.documents.varied import varied


def compose(frame: Frame, record: Record) -> Paper:
    """Return the answer's receipt of ``record``."""
    frame = varied(frame, "answer_receipt")
    return Paper(
        title=frame.say("receipt.title"),
        author=record.record("station").text("name"),
        mark=frame.say("sample") if record.has("demo") else "",
        issued_at=record.moment("filed_at"),
        pieces=[*opening(frame, record), *numbered(frame, _sections(frame, record))],
        foot=foot(frame, record),
    )


def _sections(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    yield "next", ahead(frame, record)
    sides = parties(frame, record)
    yield "parties", [*_claimant(frame, record), sides[0]._replace(gap=4), *sides[1:]]
    yield "answer", _answer(frame, record)
    yield "exhibits", items(frame, record)
    yield "proof", proof(frame, record)


def _claimant(frame: Frame, record: Record) -> list[Piece]:
    label = frame.say("receipt.claimant")
    pieces = blocks.fields(frame, [(label, [(record.text("claimant"), frame.strong)])])
    return [*pieces[:-1], pieces[-1]._replace(keep=True)]


def _answer(frame: Frame, record: Record) -> list[Piece]:
    rows = [
        (frame.say("receipt.mediate"), [(record.text("mediate"), frame.strong)]),
        *((item.text("label"), [(item.text("value"), frame.body)]) for item in record.records("told")),
    ]
    said = blocks.fields(frame, rows)
    return [*said, _locked(frame)]


def _locked(frame: Frame) -> Piece:
    pad = 7.0
    inner = frame.narrowed(frame.width - 2 * pad - 3.2)
    small = Type(frame.theme.small, False, frame.theme.ink)
    body = [
        *inner.paragraph(frame.say("receipt.locked_title"), frame.strong),
        *inner.paragraph(frame.say("receipt.locked"), small),
    ]
    return boxes.panel(frame, body, pad=pad)._replace(gap=8)
