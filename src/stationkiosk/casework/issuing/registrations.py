"""投诉登记表 and 举报登记表: what was filed, on one form for the file of the bureau.

The registration of a report whose reporter is sealed says so where the name would stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block, Cell, Content
from stationkiosk.casework.issuing.people import claimed, other_cells, party_cells, speakers, told
from stationkiosk.casework.record import Record
from stationkiosk.casework.steps import both
from stationkiosk.domain.application import SignatureKind
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import moment_text
from stationkiosk.store import tables

SHOWN = ("publish", "delegate_mediation")
"""The consents a registration asks for: to publish, and to mediation by a delegate."""


def complaint(brief: Brief) -> Iterator[Content]:
    """投诉登记表."""
    rows = _head(brief)
    for party in brief.filers:
        rows += party_cells(brief, brief.say("party.complainant"), party)
    for party in speakers(brief):
        rows += party_cells(brief, brief.say("party.agent"), party)
    rows.append([content.cell(brief.say("form.consents"), *_consents(brief))])
    for party in brief.others:
        rows += other_cells(brief, brief.say("party.complained_of"), party)
    rows += [
        [content.cell(brief.say("form.subject"), brief.subject)],
        [content.cell(brief.say("form.facts"), *told(brief))],
        [content.cell(brief.say("form.claims"), *claimed(brief))],
        [content.cell(brief.say("form.proof"), *_proof(brief))],
    ]
    yield Content(
        [
            content.grid(*rows),
            *_signed(brief, "complaint_registration", "complainant"),
        ],
        parts.bureau(brief),
    )


def report(brief: Brief) -> Iterator[Content]:
    """举报登记表; who reported stays sealed to the officers."""
    rows = _head(brief)
    if brief.filers:
        for party in brief.filers:
            rows += party_cells(brief, brief.say("party.reporter"), party)
    else:
        named = any(row.field.startswith("reporter") for row in brief.rows(tables.Sealed))
        said = brief.say("report_registration.sealed" if named else "report_registration.anonymous")
        rows.append([content.cell(brief.say("party.reporter"), said)])
    for party in brief.others:
        rows += other_cells(brief, brief.say("party.reported"), party)
    rows += [
        [content.cell(brief.say("form.subject"), brief.subject)],
        [content.cell(brief.say("form.clues"), *told(brief))],
        [content.cell(brief.say("form.proof"), *_proof(brief))],
    ]
    yield Content(
        [
            content.grid(*rows),
            *_signed(brief, "report_registration", "reporter"),
        ],
        parts.bureau(brief),
    )


def _head(brief: Brief) -> list[list[Cell]]:
    when = moment_text(brief.case.filed_at)
    number = Text(brief.case.number, brief.case.number)
    return [
        [
            content.cell(brief.say("form.case_number"), number),
            content.cell(brief.say("form.received"), when),
        ]
    ]


def _consents(brief: Brief) -> list[content.Line | Text]:
    """Return what was said of each consent, ticked; a box is empty where it was not asked."""
    said = {row.consent: row.given for row in brief.rows(tables.Consent) if row.party_n is None}
    return [
        content.ticked(brief.say(f"form.refuses_{one}"), True)
        if said.get(one) is False
        else content.ticked(brief.say(f"form.consent_{one}"), said.get(one))
        for one in SHOWN
    ]


def _proof(brief: Brief) -> list[Text]:
    exhibits = [row for row in brief.rows(tables.Exhibit) if row.party_n is None]
    lines = [
        brief.say("form.exhibit", n=row.n, name=row.name, pages=row.pages)
        if row.pages
        else Text(f"{row.n}. {row.name}", f"{row.n}. {row.name}")
        for row in exhibits
    ]
    return lines or [brief.say("form.exhibit_none")]


def _signed(brief: Brief, kind: str, who: str) -> list[Block]:
    """The filer's own signature as it was made, and the clerk's place; a sealed reporter signs nowhere."""
    truth = brief.say(f"{kind}.truth")
    clerk = content.sign(brief.say("form.sign_clerk", name=brief.officer))
    if not brief.filers:
        return [content.note([truth]), content.signs(clerk)]
    label = brief.say("form.sign_filer", who=brief.say(f"party.{who}"))
    made = next((row for row in brief.rows(tables.Signature) if row.party_n is None), None)
    own = content.sign(label, **_made(brief, made)) if made is not None else content.sign(label)
    return [content.note([truth]), content.signs(own, clerk)]


def _made(brief: Brief, made: Record) -> dict[str, object]:
    """Return how the filer signed: by hand, by a typed name before a witness, on a scanned paper."""
    when = moment_text(made.signed_at)
    if made.kind == SignatureKind.STROKES.value:
        strokes = [[point[:2] for point in stroke] for stroke in made.strokes]
        return {"strokes": strokes, "when": both(when)}
    if made.kind == SignatureKind.WITNESSED.value:
        seen = brief.say("form.witnessed", when=when, witness=brief.member(made.witness))
        return {"typed": made.signer, "when": both(seen)}
    if made.kind == SignatureKind.PAPER.value:
        return {"typed": both(brief.say("form.signed_on_paper")), "when": both(when)}
    return {}
