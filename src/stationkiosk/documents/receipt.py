"""The receipt of an application: what a person leaves the kiosk with.

It proves receipt and registration (回执), never acceptance (受理): acceptance is a decision
of its own. The reader's part comes first (number, code, what happens next and when), the
record for a court after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stationkiosk.documents import blocks
from stationkiosk.documents.blocks import Column, Row
from stationkiosk.documents.frame import Frame, Type
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.record import Record, say_size


def compose(frame: Frame, record: Record) -> Paper:
    """Return the receipt of ``record``."""
    station = record.record("station")
    sections = [section for section in _sections(frame, record) if section[1]]
    pieces = [*_opening(frame, record)]
    for number, (key, body) in enumerate(sections, 1):
        pieces += [*blocks.heading(frame, number, frame.say(f"receipt.{key}")), *body]
    return Paper(
        title=frame.say("receipt.title"),
        author=station.text("name"),
        issued_at=record.moment("issued_at" if record.has("issued_at") else "filed_at"),
        pieces=pieces,
        foot=_foot(frame, record),
    )


def _foot(frame: Frame, record: Record) -> Foot:
    received = record.time("filed_at")
    issued = record.time("issued_at") if record.has("issued_at") else received
    effective = (
        record.time("effective_at") if record.has("effective_at") else frame.say("paper.effective_none")
    )
    times = (("received", received), ("issued", issued), ("effective", effective))
    return Foot(
        number=record.text("number"),
        form_code=record.text("form_code"),
        verification_code=record.text("verification_code"),
        times=tuple((frame.say(f"paper.{key}"), value) for key, value in times),
        qr=record.text("qr"),
    )


def _sections(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    yield "next", _next(frame, record)
    yield "parties", _parties(frame, record)
    yield "right", _right(frame, record.record("right"))
    yield "asked", _asked(frame, record)
    yield "routes", _routes(frame, record)
    yield "exhibits", _exhibits(frame, record)
    yield "consents", _consents(frame, record)
    yield "proof", _proof(frame, record)


def _opening(frame: Frame, record: Record) -> list[Piece]:
    title = frame.say("receipt.title")
    if frame.language.value == "en":
        legal = frame.wording.text("receipt.title")
        return [*blocks.title(frame, legal.zh, legal.en), *_hero(frame, record)]
    return [*blocks.title(frame, title, record.text("plain_line")), *_hero(frame, record)]


def _hero(frame: Frame, record: Record) -> list[Piece]:
    body = _roll_hero(frame, record) if frame.theme.narrow else _wide_hero(frame, record)
    notice = _notice(frame)
    if frame.language.value == "en":
        notice = [*frame.paragraph(record.text("plain_line"), frame.strong, gap=9), *notice]
    return [body._replace(gap=12), *notice]


def _caption(frame: Frame, key: str) -> list[Piece]:
    return frame.paragraph(frame.say(f"receipt.{key}"), frame.soft)


def _wide_hero(frame: Frame, record: Record) -> Piece:
    theme = frame.theme
    size = 92.0
    width = frame.width - size - 52
    inner = frame.narrowed(width)
    number = frame.fit(record.text("number"), Type(theme.number, True, theme.ink), width)
    left = [*_caption(inner, "number"), *inner.paragraph(record.text("number"), number)]
    half = inner.narrowed(width / 2 - 8)
    code = Type(theme.heading + 3.5, True, theme.accent)
    facts = blocks.columns(
        [*_caption(half, "track_code"), *half.paragraph(record.text("receipt_code"), code), *_hint(half)],
        [
            *_caption(half, "received_at"),
            *half.paragraph(record.time("filed_at"), half.strong),
            *_kind(half, record),
        ],
        width / 2 - 8,
        16,
    )
    facts[0] = facts[0]._replace(gap=7)
    panel = blocks.panel(inner, [*left, *facts])
    return _with_code(frame, record, panel, size)


def _hint(frame: Frame) -> list[Piece]:
    return frame.paragraph(frame.say("receipt.track_code_hint"), frame.tiny)


def _kind(frame: Frame, record: Record) -> list[Piece]:
    return frame.paragraph(record.text("kind_of_dispute"), frame.soft)


def _with_code(frame: Frame, record: Record, panel: Piece, size: float) -> Piece:
    theme = frame.theme
    caption = frame.say("receipt.scan")
    wide = frame.measure(caption, frame.tiny)
    height = max(panel.height, size + 34)
    x = frame.width - size - 11
    y = (height - size - 15) / 2
    wash, bar, *rest = panel.marks
    marks: tuple[Mark, ...] = (
        wash._replace(width=frame.width, height=height) if isinstance(wash, Fill) else wash,
        bar._replace(height=height) if isinstance(bar, Fill) else bar,
        *blocks.moved(rest, 0, (height - panel.height) / 2),
        Fill(x - 4, y - 4, size + 8, size + 8, (1, 1, 1)),
        blocks.qr(record.text("qr"), size, x, y, theme.ink),
        frame.line(caption, frame.tiny, x + (size - wide) / 2, y + size + 5),
    )
    return Piece(height, marks)


def _roll_hero(frame: Frame, record: Record) -> Piece:
    theme = frame.theme
    number = frame.fit(record.text("number"), Type(theme.number, True, theme.ink), frame.width)
    code = Type(theme.heading + 4, True, theme.ink)
    size = 108.0
    picture = Piece(size, (blocks.qr(record.text("qr"), size, (frame.width - size) / 2, 0, theme.ink),), 8)
    return blocks.solid(
        [
            Piece(4, (Fill(0, 0, frame.width, 1.2, theme.ink),)),
            *_caption(frame, "number"),
            *frame.paragraph(record.text("number"), number),
            *_caption(frame, "track_code"),
            *frame.paragraph(record.text("receipt_code"), code),
            *_hint(frame),
            picture,
            *frame.paragraph(frame.say("receipt.scan"), frame.soft, centred=True, gap=3),
            *_caption(frame, "received_at"),
            *frame.paragraph(record.time("filed_at"), frame.strong),
            *_kind(frame, record),
            Piece(2, (Fill(0, 1, frame.width, 1.2, theme.ink),), 3),
        ]
    )


def _notice(frame: Frame) -> list[Piece]:
    inner = frame.narrowed(frame.width - 20)
    body = [
        *inner.paragraph(frame.say("receipt.notice_title"), frame.strong),
        *inner.paragraph(frame.say("receipt.notice"), Type(frame.theme.small, False, frame.theme.ink)),
    ]
    return [blocks.callout(frame, body)._replace(gap=9)]


def _next(frame: Frame, record: Record) -> list[Piece]:
    items = [
        (step.text("when"), step.text("title"), step.text("detail")) for step in record.records("steps")
    ]
    steps = blocks.steps(frame, items)
    if record.has("proof_later_by") and steps:
        steps[0] = steps[0]._replace(gap=8)
    return [*_later(frame, record), *steps, *_contact(frame, record.record("station"))]


def _later(frame: Frame, record: Record) -> list[Piece]:
    if not record.has("proof_later_by"):
        return []
    pad = 7.0
    inner = frame.narrowed(frame.width - 2 * pad - 3.2)
    by = frame.say("receipt.later_by", day=record.day("proof_later_by"))
    title = f"{frame.say('receipt.later')}{frame.say('paper.comma')}{by}"
    body = [
        *inner.paragraph(title, frame.strong),
        *inner.paragraph(frame.say("receipt.later_how"), Type(frame.theme.small, False, frame.theme.ink)),
    ]
    return [blocks.panel(frame, body, pad=pad)]


def _contact(frame: Frame, station: Record) -> list[Piece]:
    label = frame.say("receipt.contact")
    room = frame.width - blocks.label_width(frame, [label])
    details = [station.text(key) for key in ("phone", "hours", "address") if station.has(key)]
    who = [
        (station.text("name"), frame.strong),
        *((line, frame.body) for line in _packed(frame, details, room, frame.body)),
    ]
    contact = blocks.fields(frame, [(label, who)])
    return [contact[0]._replace(gap=7), *contact[1:]]


def _parties(frame: Frame, record: Record) -> list[Piece]:
    parties = record.records("parties")
    labels = [frame.say(f"receipt.{party.text('role')}") for party in parties]
    room = frame.width - blocks.label_width(frame, labels)
    return blocks.fields(
        frame, [(label, _party(frame, party, room)) for label, party in zip(labels, parties, strict=True)]
    )


def _party(frame: Frame, party: Record, room: float) -> Row:
    colon = frame.say("paper.colon")
    identity = "organisation_id" if party.text("kind") == "organisation" else "person_id"
    known = [("id_masked", identity), ("phone_masked", "phone"), ("representative", "representative")]
    details = [
        f"{frame.say(f'receipt.{word}')}{colon}{party.text(key)}" for key, word in known if party.has(key)
    ]
    if party.has("authority"):
        details.append(frame.say(f"receipt.{party.text('authority')}"))
    packed = _packed(frame, details, room, frame.soft)
    return [(party.text("name"), frame.strong), *((line, frame.soft) for line in packed)]


def _packed(frame: Frame, details: Sequence[str], room: float, kind: Type) -> list[str]:
    """Put details on one line while they fit, so that none is parted in the middle."""
    lines: list[str] = []
    for detail in details:
        joined = f"{lines[-1]}    {detail}" if lines else detail
        if lines and frame.measure(joined, kind) <= room:
            lines[-1] = joined
        else:
            lines.append(detail)
    return lines


def _right(frame: Frame, right: Record) -> list[Piece]:
    expires = right.day("expires") if right.has("expires") else ""
    left = [
        ("right_name", right.text("name"), frame.strong),
        ("right_standing", right.text("standing"), frame.body),
    ]
    beside = [("right_number", right.text("number"), frame.body), ("right_expires", expires, frame.body)]
    last = [("right_classes", _classes(frame, right), frame.body)]
    if frame.theme.narrow:
        return _rows(frame, [left[0], beside[0], *last, left[1], beside[1]])
    half = frame.narrowed((frame.width - 24) / 2)
    grid = blocks.columns(_rows(half, left), _rows(half, beside), half.width, 24)
    below = _rows(frame, last)
    return [*grid, *(piece._replace(gap=4) if n == 0 else piece for n, piece in enumerate(below))]


def _rows(frame: Frame, rows: Sequence[tuple[str, str, Type]]) -> list[Piece]:
    return blocks.fields(
        frame, [(frame.say(f"receipt.{key}"), ((text, kind),)) for key, text, kind in rows if text]
    )


def _classes(frame: Frame, right: Record) -> str:
    numbers = ("、" if frame.language.value == "zh" else ", ").join(str(n) for n in right.items("classes"))
    said = frame.say("receipt.right_class", classes=numbers) if numbers else ""
    return frame.say("paper.colon").join(part for part in (said, right.text("goods")) if part)


def _asked(frame: Frame, record: Record) -> list[Piece]:
    claims = [
        (c.text("label"), c.yuan("amount") if c.has("amount") else "") for c in record.records("claims")
    ]
    caption = replace(frame.soft, bold=True)
    if frame.theme.narrow:
        return [
            *blocks.held(frame.paragraph(frame.say("receipt.acts"), caption)),
            *blocks.bullets(frame, record.texts("acts")),
            *blocks.held(frame.paragraph(frame.say("receipt.claims"), caption, gap=5)),
            *blocks.pairs(frame, claims),
        ]
    half = frame.narrowed((frame.width - 24) / 2)
    left = [
        *blocks.held(half.paragraph(frame.say("receipt.acts"), caption)),
        *blocks.bullets(half, record.texts("acts")),
    ]
    right = [
        *blocks.held(half.paragraph(frame.say("receipt.claims"), caption)),
        *blocks.pairs(half, claims),
    ]
    return blocks.columns(left, right, half.width, 24)


def _routes(frame: Frame, record: Record) -> list[Piece]:
    pieces: list[Piece] = []
    indent = 11.0
    inner = frame.narrowed(frame.width - indent)
    for route in record.records("routes"):
        name = blocks.bullets(frame, [route.text("label")])
        name[0] = name[0]._replace(gap=3 if pieces else 0)
        why = inner.paragraph(route.text("why"), frame.soft) if route.has("why") else []
        pieces += blocks.tied(
            [*name, *(piece._replace(marks=blocks.moved(piece.marks, indent, 0)) for piece in why)]
        )
    return pieces


def _exhibits(frame: Frame, record: Record) -> list[Piece]:
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
    return [*blocks.table(frame, cols, rows), *total]


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
    return blocks.tied(
        [
            *frame.paragraph(label, frame.strong, gap=4),
            *frame.paragraph(facts, frame.soft),
            *frame.paragraph(f"SHA-256 {exhibit.text('sha256')}", frame.tiny),
        ]
    )


def _consents(frame: Frame, record: Record) -> list[Piece]:
    pieces: list[Piece] = []
    for consent in record.records("consents"):
        given = consent.flag("given")
        answer = frame.say("paper.yes" if given else "paper.no")
        wide = frame.measure(answer, frame.strong) + 12
        lines = frame.narrowed(frame.width - 16 - wide).paragraph(consent.text("label"), frame.body)
        rows = [piece._replace(marks=blocks.moved(piece.marks, 16, 0)) for piece in lines]
        right = frame.line(answer, frame.strong, frame.width - wide + 12)
        first = rows[0]
        rows[0] = first._replace(
            marks=(*blocks.tick(frame, given), *first.marks, right), gap=3 if pieces else 0
        )
        pieces += blocks.tied(rows)
    return pieces


def _proof(frame: Frame, record: Record) -> list[Piece]:
    signed, seal = _signature(frame, record.record("signature")), _seal(frame, record)
    if frame.theme.narrow:
        body = [*signed, seal._replace(gap=10)]
    else:
        body = blocks.columns([blocks.solid(signed)], [seal], frame.width / 2, 20)
    return [*blocks.held(body), *_fingerprint(frame, record.record("fingerprint"))]


def _signature(frame: Frame, signature: Record) -> list[Piece]:
    width = frame.width if frame.theme.narrow else frame.width / 2
    inner = frame.narrowed(width)
    if signature.text("kind") == "strokes":
        picture = _drawn(inner, signature)
    else:
        by = frame.say("receipt.witnessed", witness=signature.text("witness"))
        typed = [
            *inner.paragraph(signature.text("signer"), Type(frame.theme.heading + 4, True, frame.theme.ink))
        ]
        picture = blocks.solid([*typed, *inner.paragraph(by, frame.soft)])
    at = f"{frame.say('receipt.signed_at')}{frame.say('paper.colon')}{signature.time('signed_at')}"
    return [
        *inner.paragraph(frame.say("receipt.signer"), frame.soft),
        picture._replace(gap=3),
        *inner.paragraph(signature.text("signer"), frame.body, gap=2),
        *inner.paragraph(at, frame.soft),
    ]


def _drawn(frame: Frame, signature: Record) -> Piece:
    theme = frame.theme
    width = min(frame.width, 190.0)
    height = width / 3
    strokes = [[(float(p[0]), float(p[1])) for p in stroke] for stroke in _strokes(signature)]
    ink = blocks.signature(strokes, width, height, theme.ink)
    return Piece(height, (ink, Fill(0, height - 0.5, width, 0.5, theme.soft)))


def _strokes(signature: Record) -> list[list[list[float]]]:
    return [list(stroke) for stroke in signature.items("strokes") if isinstance(stroke, list | tuple)]


def _seal(frame: Frame, record: Record) -> Piece:
    station = record.record("station")
    issued = record.day_of("issued_at" if record.has("issued_at") else "filed_at")
    width = frame.width if frame.theme.narrow else frame.width / 2 - 20
    name = Type(frame.theme.small, True, frame.theme.ink)
    lines = [
        (station.text("name"), name),
        (issued, replace(name, bold=False)),
        (frame.say("paper.seal"), frame.tiny),
    ]
    return blocks.seal_place(frame.narrowed(width), lines)


def _fingerprint(frame: Frame, fingerprint: Record) -> list[Piece]:
    what = frame.paragraph(frame.say("receipt.fingerprint_what"), frame.tiny)
    label = f"{frame.say('receipt.fingerprint')} ({fingerprint.text('algorithm')})"
    digest = Type(frame.theme.small, False, frame.theme.ink)
    return blocks.tied(
        [
            *frame.paragraph(label, frame.soft, gap=8),
            *frame.paragraph(fingerprint.text("journal_hash"), digest),
            *what,
        ]
    )
