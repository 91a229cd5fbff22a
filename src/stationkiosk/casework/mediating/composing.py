"""The text of an agreement out of the record and a draft: what its pages say, before they are made."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from stationkiosk.casework.issuing.mediating.reading import undisputed
from stationkiosk.casework.issuing.people import claimed
from stationkiosk.casework.mediating.ground import Ground
from stationkiosk.casework.mediating.known import itself, told_acts
from stationkiosk.casework.mediating.pages import agreement_pdf
from stationkiosk.casework.mediating.sealing import Content, box, opened
from stationkiosk.casework.mediating.terms import Drafted
from stationkiosk.casework.mediating.text import AgreementText, PartyNamed, plain, read
from stationkiosk.casework.mediating.way import body_of, label_of
from stationkiosk.casework.mediating.weighing import may_sign
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.agreement import Capacity, Term
from stationkiosk.domain.application import PartyKind, PartyRole
from stationkiosk.domain.clauses import SlotKind, say_slot
from stationkiosk.domain.text import Language, Text

SIDE_OF = {PartyRole.APPLICANT.value: "filer", PartyRole.RESPONDENT.value: "other"}
"""What the sides are called in an agreement, by the role in which they stand in the case."""

_COPIES = "copies"
"""The slot of a clause that says how many originals there are."""


@dataclass(frozen=True, slots=True)
class FixedText:
    """A text that is fixed: what it says, the exact bytes that are signed, and the draft behind it."""

    text: AgreementText
    pdf: bytes

    @property
    def sha256(self) -> str:
        """The hash of the exact bytes that are signed."""
        return sha256(self.pdf).hexdigest()


def compose(ground: Ground, draft: Drafted, version: int) -> AgreementText:
    """Return the text of a draft as its version would be fixed today."""
    station, brief, rule = ground.station, ground.brief, ground.rule
    facts, clauses = undisputed(brief), tuple(term.clause.id for term in draft.terms)
    copies = next((term.values[_COPIES] for term in draft.terms if _COPIES in term.values), None)
    return AgreementText(
        number=ground.matter.number,
        case_number=brief.case.number,
        version=version,
        way=rule.id,
        way_label=label_of(station, ground.mediation),
        body=body_of(station, ground.mediation),
        mediator=brief.member(ground.mediation.mediator),
        subject=brief.subject,
        parties=tuple(_named(ground, side) for side in ground.sides),
        facts=facts,
        told=() if facts or "facts" in clauses else told_acts(ground),
        claims=tuple(claimed(brief, in_words=True)),
        terms=tuple(_on_the_page(term) for term in draft.terms),
        clauses=clauses,
        takes_effect=rule.takes_effect,
        wishes_confirmation=draft.wishes_confirmation,
        copies=copies if isinstance(copies, int) else len(ground.sides) + 1,
        drawn_on=station.today(),
        sealed=rule.seal,
    )


def language_of(ground: Ground) -> Language:
    """Return what the pages are written in: Chinese alone, or both where the filer reads English."""
    return ground.brief.language_for(None, filer=True)


def fix_text(ground: Ground, text: AgreementText) -> FixedText:
    """Return a text with its pages. KnownError ``glyph_missing`` for what cannot be printed."""
    return FixedText(text, agreement_pdf(ground.station, text, language_of(ground)))


def seal_text(station: Station, matter: Record, fixed: FixedText) -> bytes:
    """Return a text that is fixed as the mediator of the matter alone can open it."""
    kept = {"text": plain(fixed.text), "pdf": base64.b64encode(fixed.pdf).decode()}
    said = json.dumps(kept, ensure_ascii=False).encode()
    return box(station, Content.TEXT, matter.case_id, matter.n, said)


def open_text(station: Station, case_id: UUID, matter_n: int, sealed: bytes) -> FixedText:
    """Return what ``seal_text`` sealed. The caller has asked whether this is the mediator's desk."""
    kept = json.loads(opened(station, Content.TEXT, case_id, matter_n, sealed))
    return FixedText(read(kept["text"]), base64.b64decode(kept["pdf"]))


def _on_the_page(term: Term) -> Text:
    """Return how a term reads, each part of a sum that is paid in parts on a line of its own."""
    said = term.words()
    for slot, parts in term.of_kind(SlotKind.INSTALMENTS):
        listed = say_slot(slot, parts)
        if isinstance(listed, Text):
            zh, en = listed.zh.replace("；", "；\n"), listed.en.replace("; ", ";\n")
            said = Text(said.zh.replace(listed.zh, f"\n{zh}"), said.en.replace(listed.en, f"\n{en}"))
    return said


def _named(ground: Ground, side: Record) -> PartyNamed:
    party, able = itself(ground, side), may_sign(ground, side.n)
    return PartyNamed(
        n=side.n,
        side=SIDE_OF[side.role],
        name=able[0].side,
        organisation=party.kind == PartyKind.ORGANISATION.value,
        id_number=party.id_number or side.id_number,
        representative=party.representative or side.representative,
        address=party.address or side.address,
        phone=party.phone or side.phone,
        agents=tuple(one.name for one in able if one.capacity is Capacity.AGENT),
    )
