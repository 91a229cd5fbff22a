"""The report of a self-test: can the station open today? It names cases by number, and no party.

The station's last checkpoint stands on it, so that this sheet, kept outside the machine, proves that
the end of the journal was not cut off.
"""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, held, tied
from stationkiosk.documents.tables import Column, table
from stationkiosk.documents.theme import MM

FORM_CODE = "SK-903"
SIGNS = {"good": "✓", "warn": "!", "bad": "✗", "off": "–"}
"""The sign before each word: what is printed in black tells them apart."""

TROUBLES = ("bad", "warn")
CODE_SIZE = 30 * MM
_GROUP = 8


def compose(frame: Frame, record: Record) -> Paper:
    """Return the report of ``record``.

    Its data: ``station`` {code, name}, ``tested_at``, ``made_at`` (ISO, UTC), ``tone``, ``checks``
    (part, tone, said, do or null), ``uncollected`` (case, paper, copy, state), ``checkpoint``
    {n, at, size, root, key, line} or null, and ``demo``. Words are {zh, en} or plain.
    """
    station, made = record.record("station"), record.time("made_at")
    checks = record.records("checks")
    troubles = [check for tone in TROUBLES for check in checks if check.text("tone") == tone]
    return Paper(
        title=frame.say("readiness.title"),
        author=station.text("name"),
        issued_at=record.moment("made_at"),
        pieces=[
            *blocks.title(frame, frame.say("readiness.title"), frame.say("readiness.under")),
            *_about(frame, record, station, len(troubles)),
            *blocks.heading(frame, 1, frame.say("readiness.to_do")),
            *_to_do(frame, troubles),
            *blocks.heading(frame, 2, frame.say("readiness.all")),
            *_all(frame, checks),
            *blocks.heading(frame, 3, frame.say("readiness.uncollected")),
            *_uncollected(frame, record.records("uncollected")),
            *blocks.heading(frame, 4, frame.say("readiness.checkpoint")),
            *_checkpoint(frame, record),
            *_signing(frame),
        ],
        foot=Foot(
            number=station.text("code"),
            form_code=FORM_CODE,
            verification_code="",
            times=((frame.say("issued"), made),),
            qr=station.text("code"),
        ),
        mark=frame.say("sample") if record.has("demo") else "",
    )


def _about(frame: Frame, record: Record, station: Record, troubles: int) -> list[Piece]:
    result = "result_good" if not troubles else f"result_{record.text('tone')}"
    rows = [
        ("station", f"{station.text('name')} ({station.text('code')})", frame.body),
        ("tested", record.time("tested_at"), frame.body),
        (
            "result",
            _signed(frame, record.text("tone"), frame.say(f"readiness.{result}", n=troubles)),
            frame.strong,
        ),
    ]
    fields = blocks.fields(
        frame, [(frame.say(f"readiness.{key}"), ((value, kind),)) for key, value, kind in rows]
    )
    return [fields[0]._replace(gap=frame.theme.gap), *fields[1:]]


def _signed(frame: Frame, tone: str, words: str) -> str:
    return f"{SIGNS[tone]} {_drawn(frame, words)}"


def _drawn(frame: Frame, words: str) -> str:
    """Return words with what no font has spelt out: printers and files are called anything."""
    return frame.fonts.spell_out(words)


def _tone(frame: Frame, check: Record) -> str:
    tone = check.text("tone")
    return _signed(frame, tone, frame.say(f"readiness.tone_{tone}"))


def _to_do(frame: Frame, troubles: Sequence[Record]) -> list[Piece]:
    if not troubles:
        return frame.paragraph(frame.say("readiness.nothing_to_do"), frame.body)
    pieces: list[Piece] = []
    for n, check in enumerate(troubles):
        head = f"{_tone(frame, check)}  {_drawn(frame, check.text('part'))}"
        lines = [
            *frame.paragraph(head, frame.strong, gap=5 if n else 0),
            *frame.paragraph(_drawn(frame, check.text("said")), frame.body),
        ]
        if check.has("do"):
            arrow = frame.say("readiness.do", do=_drawn(frame, check.text("do")))
            lines += frame.paragraph(arrow, frame.body)
        pieces += tied(lines)
    return pieces


def _all(frame: Frame, checks: Sequence[Record]) -> list[Piece]:
    if frame.theme.narrow:
        pieces: list[Piece] = []
        for n, check in enumerate(checks):
            head = f"{_tone(frame, check)}  {_drawn(frame, check.text('part'))}"
            lines = [
                *frame.paragraph(head, frame.strong, gap=3 if n else 0),
                *frame.paragraph(_drawn(frame, check.text("said")), frame.soft),
            ]
            pieces += tied(lines)
        return pieces
    cols = [
        Column(frame.say("readiness.col_result"), 60),
        Column(frame.say("readiness.col_part"), 130),
        Column(frame.say("readiness.col_said"), frame.width - 206),
    ]
    small = frame.soft._replace(colour=frame.theme.ink)
    rows = [
        (
            ((_tone(frame, check), small._replace(bold=check.text("tone") in TROUBLES)),),
            ((_drawn(frame, check.text("part")), small),),
            ((_drawn(frame, check.text("said")), small),),
        )
        for check in checks
    ]
    return table(frame, cols, rows)


def _uncollected(frame: Frame, copies: Sequence[Record]) -> list[Piece]:
    if not copies:
        return frame.paragraph(frame.say("readiness.none_uncollected"), frame.body)
    said = [
        frame.say(
            "readiness.copy",
            case=copy.text("case"),
            paper=copy.text("paper"),
            n=copy.count("copy"),
            state=copy.text("state"),
        )
        for copy in copies
    ]
    return blocks.bullets(frame, said)


def _checkpoint(frame: Frame, record: Record) -> list[Piece]:
    if not record.has("checkpoint"):
        return frame.paragraph(frame.say("readiness.no_checkpoint"), frame.body)
    point = record.record("checkpoint")
    beside = 0.0 if frame.theme.narrow else CODE_SIZE + 16
    inner = frame.narrowed(frame.width - beside)
    root = point.text("root")
    groups = " ".join(root[at : at + _GROUP] for at in range(0, len(root), _GROUP))
    rows = [
        ("cp_n", point.text("n")),
        ("cp_at", point.time("at")),
        ("cp_size", point.text("size")),
        ("cp_root", groups),
        ("cp_key", point.text("key")),
    ]
    fields = blocks.fields(
        inner, [(frame.say(f"readiness.{key}"), ((value, frame.body),)) for key, value in rows]
    )
    fields += inner.paragraph(frame.say("readiness.cp_why"), frame.soft, gap=5)
    code = boxes.qr(point.text("line"), CODE_SIZE, 0, 2, frame.theme.ink)
    picture = [Piece(CODE_SIZE + 4, (code,), 4)]
    if frame.theme.narrow:
        return [*held(fields), *picture]
    return [columns(fields, picture, inner.width + 16)]


def _signing(frame: Frame) -> list[Piece]:
    labels = [frame.say(f"readiness.{key}") for key in ("name", "signature", "day")]
    if frame.theme.narrow:
        return tied(
            [
                Piece(
                    34,
                    (frame.line(label, frame.soft, 0, 14), Fill(0, 33, frame.width, 0.5, frame.theme.ink)),
                )
                for label in labels
            ]
        )
    third = frame.width / 3
    heads = tuple(frame.line(label, frame.soft, n * third) for n, label in enumerate(labels))
    rule = tuple(Fill(n * third, 27.5, third - 14, 0.5, frame.theme.ink) for n in range(3))
    return tied([Piece(frame.leading(frame.soft), heads, frame.theme.gap), Piece(28, rule)])
