"""What proves the registration: consents, signature, seal and the journal."""

from __future__ import annotations

from stationkiosk.documents import boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Piece
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import columns, held, moved, tied
from stationkiosk.documents.theme import Type


def consents(frame: Frame, record: Record) -> list[Piece]:
    """Each consent asked for, given or not."""
    pieces: list[Piece] = []
    for consent in record.records("consents"):
        given = consent.flag("given")
        answer = frame.say("yes" if given else "no")
        wide = frame.measure(answer, frame.strong) + 12
        lines = frame.narrowed(frame.width - 16 - wide).paragraph(consent.text("label"), frame.body)
        rows = [piece._replace(marks=moved(piece.marks, 16, 0)) for piece in lines]
        right = frame.line(answer, frame.strong, frame.width - wide + 12)
        first = rows[0]
        rows[0] = first._replace(
            marks=(*boxes.tick(frame, given), *first.marks, right), gap=3 if pieces else 0
        )
        pieces += tied(rows)
    return pieces


def proof(frame: Frame, record: Record) -> list[Piece]:
    """The signature, the place of the seal and the fingerprint of the journal entry."""
    signed, place = _signature(frame, record.record("signature")), seal(frame, record)
    if frame.theme.narrow:
        body = [*signed, place._replace(gap=10)]
    else:
        body = [columns(signed, [place], frame.width / 2 + 20)]
    return [*held(body), *_fingerprint(frame, record.record("fingerprint"))]


def _signature(frame: Frame, signature: Record) -> list[Piece]:
    inner = frame if frame.theme.narrow else frame.narrowed(frame.width / 2)
    signer = signature.text("signer")
    at = f"{frame.say('receipt.signed_at')}{frame.say('colon')}{signature.time('signed_at')}"
    if signature.text("kind") == "declared":
        declared = inner.paragraph(frame.say("receipt.declared"), frame.body)
        return [*declared, *inner.paragraph(at, frame.soft)]
    if signature.text("kind") == "strokes":
        by = [_drawn(inner, signature)._replace(gap=3), *inner.paragraph(signer, frame.body, gap=2)]
    else:
        typed = Type(frame.theme.heading + 4, True, frame.theme.ink)
        how = "signed_paper" if signature.text("kind") == "paper" else "witnessed"
        witness = frame.say(f"receipt.{how}", witness=signature.text("witness"))
        by = [*inner.paragraph(signer, typed, gap=3), *inner.paragraph(witness, frame.soft)]
    return [
        *inner.paragraph(frame.say("receipt.signer"), frame.soft),
        *by,
        *inner.paragraph(at, frame.soft),
    ]


def _drawn(frame: Frame, signature: Record) -> Piece:
    theme = frame.theme
    width = min(frame.width, 190.0)
    height = width / 3
    strokes = [[(float(p[0]), float(p[1])) for p in stroke] for stroke in _strokes(signature)]
    ink = boxes.signature(strokes, width, height, theme.ink)
    return Piece(height, (ink, Fill(0, height - 0.5, width, 0.5, theme.soft)))


def _strokes(signature: Record) -> list[list[list[float]]]:
    return [list(stroke) for stroke in signature.items("strokes") if isinstance(stroke, list | tuple)]


def seal(frame: Frame, record: Record) -> Piece:
    """The place of the station's seal, over its name and the day of issue."""
    station = record.record("station")
    issued = record.day_of("issued_at" if record.has("issued_at") else "filed_at")
    width = frame.width if frame.theme.narrow else frame.width / 2 - 20
    name = Type(frame.theme.small, True, frame.theme.ink)
    lines = [
        (station.text("name"), name),
        (issued, name._replace(bold=False)),
        (frame.say("seal"), frame.tiny),
    ]
    return boxes.seal_place(frame.narrowed(width), lines)


def _fingerprint(frame: Frame, fingerprint: Record) -> list[Piece]:
    what = frame.paragraph(frame.say("receipt.fingerprint_what"), frame.tiny)
    label = f"{frame.say('receipt.fingerprint')} ({fingerprint.text('algorithm')})"
    digest = Type(frame.theme.small, False, frame.theme.ink)
    return tied(
        [
            *frame.paragraph(label, frame.soft, gap=8),
            *frame.paragraph(fingerprint.text("journal_hash"), digest),
            *what,
        ]
    )
