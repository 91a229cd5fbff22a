"""The dispute as filed: the sides, the right, what was done, what is asked for, on which routes."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.documents import blocks
from stationkiosk.documents.blocks import Row, packed
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, height, held
from stationkiosk.documents.theme import Type

SIDE_BY_SIDE = 0.25
"""Lists no higher than this part of a page stand side by side."""

LABELS = {"name": "right_name", "number": "right_number", "classes": "right_classes"}
"""What the parts of a right are called where its kind has no words of its own."""

LONG = 60
"""Names of more characters than this get the whole width."""


def parties(frame: Frame, record: Record) -> list[Piece]:
    """The sides: name, masked numbers, who acts for whom."""
    sides = record.records("parties")
    labels = [frame.say(f"receipt.{party.text('role')}") for party in sides]
    room = frame.width - blocks.label_width(frame, labels)
    return blocks.fields(
        frame, [(label, _party(frame, party, room)) for label, party in zip(labels, sides, strict=True)]
    )


def _party(frame: Frame, party: Record, room: float) -> Row:
    colon = frame.say("colon")
    identity = "organisation_id" if party.text("kind") == "organisation" else "person_id"
    known = [
        ("id_masked", identity),
        ("phone_masked", "phone"),
        ("representative", "representative"),
        ("address", "address"),
    ]
    details = [
        f"{frame.say(f'receipt.{word}')}{colon}{party.text(key)}" for key, word in known if party.has(key)
    ]
    if party.has("authority"):
        details.append(frame.say(f"receipt.{party.text('authority')}"))
    lines = packed(frame, details, room, frame.soft)
    name = party.text("name") or frame.say("receipt.name_unknown")
    return [(name, frame.strong), *((line, frame.soft) for line in lines)]


def right(frame: Frame, right: Record) -> list[Piece]:
    """The right relied on."""
    expires = right.day("expires") if right.has("expires") else ""
    name = (_label(frame, right, "name"), right.text("name"), frame.strong)
    none = right.text("number_none") if right.has("number_none") else ""
    number = (_label(frame, right, "number"), right.text("number") or none, frame.body)
    standing = (frame.say("receipt.right_standing"), right.text("standing"), frame.body)
    until = (frame.say("receipt.right_expires"), expires, frame.body)
    goods = (_label(frame, right, "classes"), _classes(frame, right), frame.body)
    told = [
        (fact.text("label"), frame.fonts.spell_out(fact.text("value")), frame.body)
        for fact in (right.records("told") if right.has("told") else [])
    ]
    if frame.theme.narrow or max(len(right.text("name")), len(right.text("number"))) > LONG:
        return _rows(frame, [name, number, goods, standing, until, *told])
    half = frame.narrowed((frame.width - 24) / 2)
    indent = blocks.label_width(half, [label for label, _, _ in (name, standing, goods, *told)])
    grid = _grid(half, _rows(half, [name, standing], indent), _rows(half, [number, until]))
    below = _rows(frame, [goods, *told], indent)
    return [*grid, *(piece._replace(gap=4) if n == 0 and grid else piece for n, piece in enumerate(below))]


def _grid(half: Frame, left: list[Piece], right: list[Piece]) -> list[Piece]:
    return [columns(left, right, half.width + 24)] if left or right else []


def _label(frame: Frame, right: Record, field: str) -> str:
    """Return what a part of the right is called: the kind's own word, else the trademark's."""
    own = f"{field}_label"
    return right.text(own) if right.has(own) else frame.say(f"receipt.{LABELS[field]}")


def _rows(frame: Frame, rows: Sequence[tuple[str, str, Type]], indent: float | None = None) -> list[Piece]:
    return blocks.fields(frame, [(label, ((text, kind),)) for label, text, kind in rows if text], indent)


def _classes(frame: Frame, right: Record) -> str:
    numbers = ("、" if frame.language.value == "zh" else ", ").join(str(n) for n in right.items("classes"))
    said = frame.say("receipt.right_class", classes=numbers) if numbers else ""
    return frame.say("colon").join(part for part in (said, right.text("goods")) if part)


def asked(frame: Frame, record: Record) -> list[Piece]:
    """What was done, beside what is asked for."""
    claims = [
        (c.text("label"), c.yuan("amount") if c.has("amount") else "") for c in record.records("claims")
    ]
    half = frame.narrowed((frame.width - 24) / 2)
    told = _told(frame, record)
    if not frame.theme.narrow:
        left, right = _done(half, record), _wanted(half, claims)
        if 0 < max(height(left), height(right)) < frame.theme.height * SIDE_BY_SIDE:
            return [columns(left, right, half.width + 24), *told]
    stacked = [*_done(frame, record), *_wanted(frame, claims)]
    return [*stacked, *told] if stacked or not told else [told[0]._replace(gap=0), *told[1:]]


def _told(frame: Frame, record: Record) -> list[Piece]:
    """What the filer told in their own words; a sign no font has is spelled out."""
    rows = [
        (fact.text("label"), ((frame.fonts.spell_out(fact.text("value")), frame.body),))
        for fact in (record.records("told") if record.has("told") else [])
    ]
    pieces = blocks.fields(frame, rows)
    return [pieces[0]._replace(gap=frame.theme.gap), *pieces[1:]] if pieces else []


def _done(frame: Frame, record: Record) -> list[Piece]:
    return _captioned(frame, "acts", blocks.bullets(frame, record.texts("acts")))


def _wanted(frame: Frame, claims: Sequence[tuple[str, str]]) -> list[Piece]:
    return _captioned(frame, "claims", blocks.pairs(frame, claims))


def _captioned(frame: Frame, key: str, body: list[Piece]) -> list[Piece]:
    if not body:
        return []
    caption = frame.paragraph(frame.say(f"receipt.{key}"), frame.soft._replace(bold=True), gap=5)
    return [*held(caption), body[0]._replace(gap=2), *body[1:]]


def routes(frame: Frame, record: Record) -> list[Piece]:
    """The routes chosen, each with what the law calls it."""
    names = [
        frame.say("receipt.route", name=route.text("label"), term=route.text("why"))
        if route.has("why")
        else route.text("label")
        for route in record.records("routes")
    ]
    return blocks.bullets(frame, names)
