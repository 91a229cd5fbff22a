"""The bureau's papers: notices and decisions as letters, registrations and lists as ruled forms.

One family, quiet and black (after GB/T 9704); red is only where the seal goes. Their data name
what stands on them block by block, in both languages. In Chinese a paper is Chinese alone. A copy
for a foreign party has the Chinese text first, the English under each part of it, and says that
the Chinese text counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Piece
from stationkiosk.documents.official import forms, letters, signing
from stationkiosk.documents.official.opening import opening
from stationkiosk.documents.official.saying import bilingual, lines_of
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.record import Record, say_day
from stationkiosk.documents.stacking import held
from stationkiosk.domain.text import Language

OF_MEDIATION = (
    "mediation_notice",
    "rights_duties",
    "mediation_record",
    "undisputed_facts",
    "agreement",
    "mediation_summary",
    "termination_notice",
    "follow_up_record",
)

KINDS = (
    "complaint_registration",
    "report_registration",
    "distribution_notice",
    "identity_request",
    "complaint_acceptance",
    "complaint_refusal",
    "complaint_mediation_notice",
    "complaint_termination",
    "complaint_mediation",
    "report_result",
    "acceptance_notice",
    "refusal_notice",
    "evidence_list",
    "service_address",
    "power_of_attorney",
    "referral_letter",
    *OF_MEDIATION,
)

TEXTS = ("agreement_text",)
"""What is shown and signed before there is a paper: set as the bureau's papers are."""

BLOCKS: Mapping[str, Callable[[Frame, Record], list[Piece]]] = {
    "to": letters.addressed,
    "text": letters.paragraph,
    "strong": letters.strong,
    "items": letters.items,
    "note": letters.note,
    "grid": forms.grid,
    "table": forms.table,
    "seal": signing.seal,
    "signs": signing.signs,
}
"""What a paper is made of, by the name its data give."""

SIGNED = ("seal", "signs")
"""What never stands on a page alone: the lines before it go along."""


def compose(frame: Frame, record: Record) -> Paper:
    """Return the paper of ``record``: its opening, its blocks in their order, and its foot."""
    pieces = opening(frame, record)
    for block in record.records("blocks"):
        name = block.text("block")
        if name in SIGNED:
            pieces[-2:] = held(pieces[-2:])
        pieces += BLOCKS[name](frame, block)
    counts = letters.which_counts(frame)
    return Paper(
        title=record.record("title").text("zh"),
        author=record.record("station").text("name"),
        issued_at=record.moment("issued_at"),
        pieces=[*pieces[:-1], *(held(pieces[-1:]) if counts else pieces[-1:]), *counts],
        foot=_foot(frame, record),
        mark=_say(frame)("sample") if record.has("demo") else "",
        head="",
        bilingual=bilingual(frame),
        each_page=_each_page(frame, record),
    )


def _each_page(frame: Frame, record: Record) -> tuple[str, ...]:
    """Return the lines for hands at the bottom of every page, where each page is signed."""
    if not record.has("each_page"):
        return ()
    return tuple(text for text, _ in lines_of(frame, record.record("each_page"), frame.soft))


def _say(frame: Frame) -> Callable[[str], str]:
    return frame.say_both if bilingual(frame) else frame.say


def _foot(frame: Frame, record: Record) -> Foot:
    return Foot(
        number=record.text("number"),
        form_code=record.text("form_code"),
        verification_code=record.text("verification_code"),
        times=((_say(frame)("drawn" if record.has("drawn_on") else "issued"), _when(frame, record)),),
        qr=record.text("qr"),
    )


def _when(frame: Frame, record: Record) -> str:
    """Return when the paper was issued, of a text the day alone; both languages on a bilingual copy."""
    said = record.day("drawn_on") if record.has("drawn_on") else record.time("issued_at")
    if not bilingual(frame):
        return said
    return f"{say_day(record.moment('issued_at').date(), Language.ZH)}  {said}"
