"""The items received: pages, size, time and hash of each."""

from __future__ import annotations

from stationkiosk.documents import tables
from stationkiosk.documents.blocks import Row
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.record import Record, say_size
from stationkiosk.documents.stacking import tied
from stationkiosk.documents.tables import Column
from stationkiosk.documents.theme import Type


def items(frame: Frame, record: Record) -> list[Piece]:
    """The items received; a file name that cannot be printed is spelled out."""
    exhibits = record.records("exhibits")
    if not exhibits:
        return frame.paragraph(frame.say("receipt.exhibit_none"), frame.body)
    total = frame.paragraph(frame.say("receipt.exhibit_total", count=len(exhibits)), frame.soft, gap=3)
    if frame.theme.narrow:
        return [*(piece for exhibit in exhibits for piece in _roll_exhibit(frame, exhibit)), *total]
    fixed = (24.0, 36.0, 50.0, 92.0)
    name = frame.width - sum(fixed) - 4 * 8
    keys = ("exhibit_n", "exhibit_name", "exhibit_pages", "exhibit_size", "exhibit_received")
    widths = (fixed[0], name, *fixed[1:])
    cols = [
        Column(frame.say(f"receipt.{key}"), width, key in keys[2:4])
        for key, width in zip(keys, widths, strict=True)
    ]
    rows = [_exhibit(frame, exhibit, name) for exhibit in exhibits]
    return [*tables.table(frame, cols, rows), *total]


def _exhibit(frame: Frame, exhibit: Record, width: float) -> list[Row]:
    small = Type(frame.theme.small, False, frame.theme.ink)
    digest = frame.fit(exhibit.text("sha256"), frame.tiny, width)
    label = frame.fonts.spell_out(exhibit.text("name"))
    return [
        ((exhibit.text("n"), frame.body),),
        ((label, frame.body), (exhibit.text("sha256"), digest)),
        ((_pages(exhibit), frame.body),),
        ((say_size(exhibit.count("size")), small),),
        ((exhibit.stamp("received_at"), small),),
    ]


def _pages(exhibit: Record) -> str:
    return exhibit.text("pages") if exhibit.count("pages") else "—"


def _roll_exhibit(frame: Frame, exhibit: Record) -> list[Piece]:
    pages = f"{frame.say('receipt.exhibit_pages')} {_pages(exhibit)}"
    facts = f"{pages} · {say_size(exhibit.count('size'))} · {exhibit.stamp('received_at')}"
    label = f"{exhibit.text('n')}. {frame.fonts.spell_out(exhibit.text('name'))}"
    return tied(
        [
            *frame.paragraph(label, frame.strong, gap=4),
            *frame.paragraph(facts, frame.soft),
            *frame.paragraph(f"SHA-256 {exhibit.text('sha256')}", frame.tiny),
        ]
    )
