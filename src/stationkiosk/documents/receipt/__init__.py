"""The receipt of an application: what a person leaves the kiosk with.

It proves receipt and registration (回执), never acceptance (受理): acceptance is a decision
of its own. The reader's part comes first (number, code, what happens next and when), the
record for a court after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stationkiosk.documents import blocks
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.receipt.ahead import ahead, contact
from stationkiosk.documents.receipt.case import asked, parties, right, routes
from stationkiosk.documents.receipt.items import items
from stationkiosk.documents.receipt.opening import opening, with_code
from stationkiosk.documents.receipt.proof import consents, proof, seal
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import held, together
from stationkiosk.documents.varied import varied

__all__ = [
    "ahead",
    "asked",
    "compose",
    "compose_report",
    "contact",
    "foot",
    "items",
    "numbered",
    "opening",
    "parties",
    "proof",
    "right",
    "seal",
    "shared",
    "with_code",
]

SHORT = 0.2
"""A section that takes no more than this part of a page is not parted."""


def compose(frame: Frame, record: Record) -> Paper:
    """Return the receipt of ``record``."""
    return Paper(
        title=frame.say("receipt.title"),
        author=record.record("station").text("name"),
        mark=frame.say("sample") if record.has("demo") else "",
        issued_at=record.moment("issued_at" if record.has("issued_at") else "filed_at"),
        pieces=[*opening(frame, record), *numbered(frame, _sections(frame, record))],
        foot=foot(frame, record),
    )


def compose_report(frame: Frame, record: Record) -> Paper:
    """Return the receipt of a report: built like the other, in its own words, naming no reporter."""
    return compose(varied(frame, "report_receipt"), record)


def numbered(frame: Frame, sections: Iterable[tuple[str, list[Piece]]]) -> list[Piece]:
    """Return sections under their headings, by number; those with nothing in them are left out."""
    pieces: list[Piece] = []
    for number, (key, body) in enumerate((one for one in sections if one[1]), 1):
        head = blocks.heading(frame, number, frame.say(f"receipt.{key}"))
        section = [*head, *together(body, frame.theme.height * SHORT)]
        pieces += held(section) if key == "consents" else section
    return pieces


def foot(frame: Frame, record: Record) -> Foot:
    """Return the foot of a paper that proves that something came in."""
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
    yield from shared(frame, record)


def shared(frame: Frame, record: Record) -> Iterator[tuple[str, list[Piece]]]:
    """Return the sections that tell of the dispute itself."""
    yield "parties", parties(frame, record)
    yield "right", right(frame, record.record("right"))
    yield "asked", asked(frame, record)
    yield "routes", routes(frame, record)
    yield "exhibits", items(frame, record)
    yield "consents", consents(frame, record)
    yield "proof", proof(frame, record)
