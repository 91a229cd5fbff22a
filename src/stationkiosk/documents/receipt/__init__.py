"""The receipt of an application: what a person leaves the kiosk with.

It proves receipt and registration (回执), never acceptance (受理): acceptance is a decision
of its own. The reader's part comes first (number, code, what happens next and when), the
record for a court after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.documents import blocks
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.receipt.ahead import ahead
from stationkiosk.documents.receipt.case import asked, parties, right, routes
from stationkiosk.documents.receipt.items import items
from stationkiosk.documents.receipt.opening import opening
from stationkiosk.documents.receipt.proof import consents, proof
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import held, together

SHORT = 0.2
"""A section that takes no more than this part of a page is not parted."""


def compose(frame: Frame, record: Record) -> Paper:
    """Return the receipt of ``record``."""
    station = record.record("station")
    sections = [section for section in _sections(frame, record) if section[1]]
    pieces = [*opening(frame, record)]
    for number, (key, body) in enumerate(sections, 1):
        head = blocks.heading(frame, number, frame.say(f"receipt.{key}"))
        section = [*head, *together(body, frame.theme.height * SHORT)]
        pieces += held(section) if key == "consents" else section
    return Paper(
        title=frame.say("receipt.title"),
        author=station.text("name"),
        mark=frame.say("sample") if record.has("demo") else "",
        issued_at=record.moment("issued_at" if record.has("issued_at") else "filed_at"),
        pieces=pieces,
        foot=_foot(frame, record),
    )


def _foot(frame: Frame, record: Record) -> Foot:
    received = record.time("filed_at")
    issued = record.time("issued_at") if record.has("issued_at") else received
    effective = record.time("effective_at") if record.has("effective_at") else frame.say("effective_none")
    times = (("received", received), ("issued", issued), ("effective", effective))
    return Foot(
        number=record.text("number"),
        form_code=record.text("form_code"),
        verification_code=record.text("verification_code"),
        times=tuple((frame.say(f"{key}"), value) for key, value in times),
        qr=record.text("qr"),
    )


def _sections(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    yield "next", ahead(frame, record)
    yield "parties", parties(frame, record)
    yield "right", right(frame, record.record("right"))
    yield "asked", asked(frame, record)
    yield "routes", routes(frame, record)
    yield "exhibits", items(frame, record)
    yield "consents", consents(frame, record)
    yield "proof", proof(frame, record)
