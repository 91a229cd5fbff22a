"""What lies ahead of the reader: what to bring, what happens when, and who to ask."""

from __future__ import annotations

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.blocks import packed
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.record import Record
from stationkiosk.documents.theme import Type


def ahead(frame: Frame, record: Record) -> list[Piece]:
    """What lies ahead, with the station to ask."""
    items = [
        (step.text("when"), step.text("title"), step.text("detail")) for step in record.records("steps")
    ]
    steps = blocks.steps(frame, items)
    if record.has("proof_later_by") and steps:
        steps[0] = steps[0]._replace(gap=8)
    return [*_later(frame, record), *steps, *contact(frame, record.record("station"))]


def _later(frame: Frame, record: Record) -> list[Piece]:
    if not record.has("proof_later_by"):
        return []
    pad = 7.0
    inner = frame.narrowed(frame.width - 2 * pad - 3.2)
    title = frame.say("receipt.later", day=record.day("proof_later_by"))
    told = record.has("proof_step")
    how = record.record("proof_step").text("detail") if told else frame.say("receipt.later_how")
    body = [
        *inner.paragraph(title, frame.strong),
        *inner.paragraph(how, Type(frame.theme.small, False, frame.theme.ink)),
    ]
    return [boxes.panel(frame, body, pad=pad)]


def contact(frame: Frame, station: Record) -> list[Piece]:
    """The station to ask: name, telephone, hours, address."""
    label = frame.say("receipt.contact")
    room = frame.width - blocks.label_width(frame, [label])
    details = [station.text(key) for key in ("phone", "hours", "address") if station.has(key)]
    who = [
        (station.text("name"), frame.strong),
        *((line, frame.body) for line in packed(frame, details, room, frame.body)),
    ]
    pieces = blocks.fields(frame, [(label, who)])
    return [pieces[0]._replace(gap=7), *pieces[1:]]
