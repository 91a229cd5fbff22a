"""The receipt of a filing against several: the case made for each, then once what all of them share."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.documents import blocks, tables
from stationkiosk.documents.blocks import Row
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.paper import Paper
from stationkiosk.documents.receipt import ahead, foot, numbered, opening, shared
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import tied
from stationkiosk.documents.tables import Column
from stationkiosk.documents.varied import varied


def compose(frame: Frame, record: Record) -> Paper:
    """Return the batch receipt of ``record``."""
    frame = varied(frame, "batch_receipt")
    return Paper(
        title=frame.say("receipt.title"),
        author=record.record("station").text("name"),
        mark=frame.say("sample") if record.has("demo") else "",
        issued_at=record.moment("filed_at"),
        pieces=[*opening(frame, record), *numbered(frame, _sections(frame, record))],
        foot=foot(frame, record),
    )


def _sections(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    yield "cases", _cases(frame, record)
    yield "next", ahead(frame, record)
    yield from shared(frame, record)


def _cases(frame: Frame, record: Record) -> list[Piece]:
    cases = record.records("cases")
    total = frame.paragraph(frame.say("receipt.case_total", count=len(cases)), frame.strong)
    hint = frame.paragraph(frame.say("receipt.case_hint"), frame.soft, gap=2)
    if frame.theme.narrow:
        listed = [piece for n, case in enumerate(cases, 1) for piece in _on_roll(frame, n, case)]
        return [*total, *hint, *listed]
    widths = (22.0, 158.0, 118.0)
    side = frame.width - sum(widths) - 3 * 8
    cols = [
        Column(frame.say(f"receipt.{key}"), width)
        for key, width in zip(
            ("exhibit_n", "respondent", "case_number", "case_code"),
            (widths[0], side, *widths[1:]),
            strict=True,
        )
    ]
    rows = [_row(frame, n, case) for n, case in enumerate(cases, 1)]
    table = tables.table(frame, cols, rows)
    return [*total, *hint, table[0]._replace(gap=6), *table[1:]]


def _row(frame: Frame, n: int, case: Record) -> list[Row]:
    where = [(case.text("address"), frame.tiny)] if case.has("address") else []
    return [
        [(str(n), frame.soft)],
        [(case.text("respondent"), frame.strong), *where],
        [(case.text("number"), frame.body)],
        [(case.text("receipt_code"), frame.strong)],
    ]


def _on_roll(frame: Frame, n: int, case: Record) -> list[Piece]:
    where = frame.paragraph(case.text("address"), frame.tiny) if case.has("address") else []
    code = f"{frame.say('receipt.case_code')}{frame.say('colon')}{case.text('receipt_code')}"
    name = blocks.fields(frame, [(f"{n}.", [(case.text("respondent"), frame.strong)])], 22)
    return tied(
        [
            name[0]._replace(gap=6),
            *name[1:],
            *where,
            *frame.paragraph(case.text("number"), frame.body),
            *frame.paragraph(code, frame.strong),
        ]
    )
