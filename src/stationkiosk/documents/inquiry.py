"""The inquiry to the other side (调解征询意见书): what is claimed, what they may do, and a code to answer.

It is written for somebody who never asked for a letter from an office: first that it is no
verdict, then the code and the day, then the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.documents import blocks, boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.receipt import asked, contact, numbered, right, seal, with_code
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, held, moved, solid, tied
from stationkiosk.documents.theme import Type
from stationkiosk.documents.varied import varied
from stationkiosk.domain.text import Language

KIND = "inquiry_notice"
WAYS = ("way_kiosk", "way_counter", "way_agent")
KNOW = ("know_free", "know_secret", "know_silence", "know_leave")


def compose(frame: Frame, record: Record) -> Paper:
    """Return the inquiry of ``record``."""
    frame = varied(frame, KIND)
    return Paper(
        title=frame.say("receipt.title"),
        author=record.record("station").text("name"),
        mark=frame.say("sample") if record.has("demo") else "",
        issued_at=record.moment("issued_at"),
        pieces=[*_opening(frame, record), *numbered(frame, _sections(frame, record))],
        foot=_foot(frame, record),
    )


def _foot(frame: Frame, record: Record) -> Foot:
    issued = record.time("issued_at")
    return Foot(
        number=record.text("number"),
        form_code=record.text("form_code"),
        verification_code=record.text("verification_code"),
        times=((frame.say("issued"), issued), (frame.say("effective"), frame.say("effective_none"))),
        qr=record.text("qr"),
    )


def _opening(frame: Frame, record: Record) -> list[Piece]:
    legal = frame.wording.text("paper.receipt.title")
    translated = [legal.en] if frame.language is Language.EN else []
    hero = _on_roll(frame, record) if frame.theme.narrow else _on_page(frame, record)
    return [
        *blocks.title(frame, legal.zh, *translated, record.text("plain_line")),
        *_to(frame, record.record("to")),
        hero._replace(gap=11),
        _notice(frame)._replace(gap=9),
    ]


def _to(frame: Frame, to: Record) -> list[Piece]:
    name = Type(frame.theme.heading + 1, True, frame.theme.ink)
    pieces = frame.paragraph(frame.say("receipt.to", name=to.text("name")), name, gap=9)
    where = frame.paragraph(to.text("address"), frame.soft) if to.has("address") else []
    return held([*pieces, *where])


def _code(frame: Frame, record: Record) -> list[Piece]:
    code = frame.fit(
        record.text("notice_code"), Type(frame.theme.number, True, frame.theme.accent), frame.width
    )
    return [
        *frame.paragraph(frame.say("receipt.code"), frame.soft),
        *frame.paragraph(record.text("notice_code"), code),
        *frame.paragraph(frame.say("receipt.code_until", day=record.day("code_until")), frame.tiny),
    ]


def _by(frame: Frame, record: Record) -> list[Piece]:
    return [
        *frame.paragraph(frame.say("receipt.answer_by"), frame.soft),
        *frame.paragraph(record.day("answer_by"), frame.strong),
    ]


def _numbered(frame: Frame, record: Record) -> list[Piece]:
    return [
        *frame.paragraph(frame.say("receipt.number"), frame.soft),
        *frame.paragraph(record.text("case_number"), frame.strong),
    ]


def _on_page(frame: Frame, record: Record) -> Piece:
    width = frame.width - 92 - 52
    inner = frame.narrowed(width)
    half = inner.narrowed(width / 2 - 8)
    below = columns(_by(half, record), _numbered(half, record), width / 2 + 8)
    panel = boxes.panel(inner, [*_code(inner, record), below._replace(gap=7)])
    return with_code(frame, record, panel, 92)


def _on_roll(frame: Frame, record: Record) -> Piece:
    ink, size = frame.theme.ink, 108.0
    picture = Piece(size, (boxes.qr(record.text("qr"), size, (frame.width - size) / 2, 0, ink),), 8)
    return solid(
        [
            Piece(4, (Fill(0, 0, frame.width, 1.2, ink),)),
            *_code(frame, record),
            picture,
            *frame.paragraph(frame.say("receipt.scan"), frame.soft, centred=True, gap=3),
            *_by(frame, record),
            *_numbered(frame, record),
            Piece(2, (Fill(0, 1, frame.width, 1.2, ink),), 3),
        ]
    )


def _notice(frame: Frame) -> Piece:
    inner = frame.narrowed(frame.width - 20)
    small = Type(frame.theme.small, False, frame.theme.ink)
    body = [
        *inner.paragraph(frame.say("receipt.notice_title"), frame.strong),
        *inner.paragraph(frame.say("receipt.notice"), small),
    ]
    return boxes.callout(frame, body)


def _sections(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    yield "claimed", _claimed(frame, record)
    yield "ways", blocks.bullets(frame, [frame.say(f"receipt.{way}") for way in WAYS], numbered=True)
    yield "know", blocks.bullets(frame, [frame.say(f"receipt.{line}") for line in KNOW])
    yield "slip", _slip(frame, record)
    yield "sealed", _sealed(frame, record)


def _sealed(frame: Frame, record: Record) -> list[Piece]:
    station, ring = record.record("station"), seal(frame, record)
    if frame.theme.narrow:
        return [*contact(frame, station), ring._replace(gap=10)]
    return [columns(contact(frame.narrowed(frame.width / 2), station), [ring], frame.width / 2 + 20)]


def _claimed(frame: Frame, record: Record) -> list[Piece]:
    who = [
        (frame.say("receipt.applicant"), [(record.text("claimant"), frame.strong)]),
        (frame.say("receipt.kind"), [(record.text("kind_of_dispute"), frame.body)]),
    ]
    body = asked(frame, record)
    return [
        *blocks.fields(frame, who),
        *_first_gap(right(frame, record.record("right")), 4),
        *_first_gap(body, frame.theme.gap),
    ]


def _first_gap(pieces: list[Piece], gap: float) -> list[Piece]:
    return [pieces[0]._replace(gap=gap), *pieces[1:]] if pieces else []


def _slip(frame: Frame, record: Record) -> list[Piece]:
    """Return the answer on paper, for whoever would rather hand it in."""
    whose = {"number": record.text("case_number"), "name": record.record("to").text("name")}
    pieces = [
        *frame.paragraph(frame.say("receipt.slip_about", **whose), frame.strong),
        *frame.paragraph(frame.say("receipt.slip_how"), frame.soft),
    ]
    for n, key in enumerate(("slip_yes", "slip_no", "slip_more", "slip_time")):
        lines = frame.narrowed(frame.width - 18).paragraph(frame.say(f"receipt.{key}"), frame.body)
        rows = [piece._replace(marks=moved(piece.marks, 18, 0)) for piece in lines]
        rows[0] = rows[0]._replace(marks=(*_box(frame), *rows[0].marks), gap=6 if n == 0 else 3)
        pieces += rows
    sign, date = (
        frame.paragraph(frame.say(f"receipt.{key}"), frame.body) for key in ("slip_sign", "slip_date")
    )
    if frame.theme.narrow:
        signed = [sign[0]._replace(gap=16), *sign[1:], date[0]._replace(gap=8), *date[1:]]
    else:
        signed = [columns(sign, date, frame.width / 2 + 20)._replace(gap=16)]
    return tied([*pieces, *signed])


def _box(frame: Frame) -> tuple[Mark, ...]:
    size = frame.theme.body * 0.82
    sides = boxes.frame_box(size, size, frame.theme.ink, 0.9)
    return moved(sides, 0, (frame.leading(frame.body) - size) / 2)
