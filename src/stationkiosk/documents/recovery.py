"""The sheet with the backup recovery key, printed once when a station is made."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import held, tied
from stationkiosk.documents.theme import Type

FORM_CODE = "SK-901"
_KEEP = ("keep_1", "keep_2", "keep_3", "keep_4")
_HOW = ("how_1", "how_2", "how_3")


def compose(frame: Frame, record: Record) -> Paper:
    """Return the sheet of ``record``.

    Its data: ``station`` {code, name}, ``made_at`` (ISO, UTC), ``groups`` (the key, as
    ``ledger.recovery.spell`` writes it), ``public_fingerprint`` (hash of the public half, for
    telling sheets apart; not secret), and ``demo``.
    """
    station = record.record("station")
    made = record.time("made_at")
    return Paper(
        title=frame.say("recovery.title"),
        author=station.text("name"),
        issued_at=record.moment("made_at"),
        pieces=[
            *blocks.title(frame, frame.say("recovery.title"), frame.say("recovery.under")),
            *_about(frame, record, station, made),
            *_key(frame, record.texts("groups")),
            *_list(frame, 1, "keep", _KEEP, numbered=False),
            *_list(frame, 2, "how", _HOW, numbered=True),
            *blocks.heading(frame, 3, frame.say("recovery.custody")),
            *_custody(frame),
        ],
        foot=Foot(
            number=station.text("code"),
            form_code=FORM_CODE,
            verification_code="",
            times=((frame.say("issued"), made),),
            qr=record.text("public_fingerprint"),
        ),
        mark=frame.say("sample") if record.has("demo") else "",
    )


def _about(frame: Frame, record: Record, station: Record, made: str) -> list[Piece]:
    rows = [
        ("station", f"{station.text('name')} ({station.text('code')})"),
        ("made", made),
        ("public", record.text("public_fingerprint")),
    ]
    fields = blocks.fields(
        frame, [(frame.say(f"recovery.{key}"), ((value, frame.body),)) for key, value in rows]
    )
    return [fields[0]._replace(gap=frame.theme.gap), *fields[1:]]


def _key(frame: Frame, groups: Sequence[str]) -> list[Piece]:
    theme = frame.theme
    pad, across = 12.0, 2 if theme.narrow else 4
    cell = (frame.width - 2 * pad) / across
    number, letters = frame.tiny, Type(15 if theme.narrow else 19, True, theme.ink)
    step = frame.leading(letters) + 7
    rows = -(-len(groups) // across)
    height = rows * step + 2 * pad - 7
    marks: list[Mark] = [*boxes.frame_box(frame.width, height, theme.ink, 1.2)]
    for n, group in enumerate(groups):
        x, y = pad + n % across * cell, pad + n // across * step
        low = blocks.baseline_of(frame, letters) - blocks.baseline_of(frame, number)
        sign, word = frame.line(str(n + 1), number, x, y + low), frame.line(group, letters, x + 17, y)
        marks += [sign, word]
    caption = frame.paragraph(frame.say("recovery.key"), frame.strong, gap=theme.gap)
    hint = frame.paragraph(frame.say("recovery.key_hint", count=len(groups)), frame.soft, gap=5)
    return tied([*caption, Piece(height, tuple(marks), 4), *hint])


def _list(frame: Frame, number: int, key: str, items: Sequence[str], *, numbered: bool) -> list[Piece]:
    said = [frame.say(f"recovery.{item}") for item in items]
    body = blocks.bullets(frame, said, numbered=numbered)
    return [*blocks.heading(frame, number, frame.say(f"recovery.{key}")), *body]


def _custody(frame: Frame) -> list[Piece]:
    theme = frame.theme
    labels = [frame.say(f"recovery.{key}") for key in ("who", "since", "where")]
    if theme.narrow:
        lines = [
            Piece(30, (frame.line(label, frame.soft, 0, 12), Fill(0, 29, frame.width, 0.5, theme.ink)))
            for label in labels
        ]
        return tied(lines)
    third = frame.width / 3
    heads = tuple(frame.line(label, frame.soft, n * third) for n, label in enumerate(labels))
    rule = tuple(Fill(n * third, 23.5, third - 14, 0.5, theme.ink) for n in range(3))
    return [
        *held([Piece(frame.leading(frame.soft), heads)]),
        *tied([Piece(24, rule) for _ in range(2)]),
    ]
