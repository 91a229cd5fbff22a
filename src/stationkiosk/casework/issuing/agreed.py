"""投诉调解书: what both sides agreed, signed by both and the mediator, sealed, in three originals."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Cell, Content
from stationkiosk.casework.issuing.people import claimed, party_cells, speakers
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


def mediation_document(brief: Brief) -> Iterator[Content]:
    """One paper for both sides; each of its originals is signed by hand."""
    issuer, kind = parts.bureau(brief), "complaint_mediation"
    terms = brief.given("terms")
    sides = ((PartyRole.APPLICANT, "complainant"), (PartyRole.RESPONDENT, "complained_of"))
    number = Text(brief.case.number, brief.case.number)
    rows = [[content.cell(brief.say("form.case_number"), number)]]
    for role, word in sides:
        for party in brief.side(role):
            rows += party_cells(brief, brief.say(f"party.{word}"), party, public=True)
        rows += _agents(brief, role)
    rows += [
        [content.cell(brief.say("form.subject"), brief.subject)],
        [content.cell(brief.say("form.claims"), *claimed(brief))],
    ]
    blocks = [
        content.text(brief.say(f"{kind}.about", article=brief.article("complaint.agreement"))),
        content.grid(*rows),
        content.strong(brief.say(f"{kind}.agreed")),
        *_terms(terms),
        content.text(brief.say(f"{kind}.copies"), held=True),
        content.signs(
            content.sign(brief.say(f"{kind}.sign_complainant")),
            content.sign(brief.say(f"{kind}.sign_respondent")),
            content.sign(brief.say(f"{kind}.sign_mediator")),
            held=True,
        ),
        content.seal(issuer, day_text(brief.today)),
    ]
    yield Content(blocks, issuer, filer=True, fields={"terms": terms})


def _agents(brief: Brief, role: PartyRole) -> list[list[Cell]]:
    """Return who speaks for a side, under that side; an empty cell is filled in by hand."""
    known = speakers(brief) if role is PartyRole.APPLICANT else ()
    label = brief.say("party.agent")
    return [[content.cell(label, brief.name(one))] for one in known] or [[content.cell(label)]]


def _terms(terms: str) -> list[content.Block]:
    """Return the terms line by line; the last one stays with the signatures."""
    lines = [parts.ended(Text(line, line)) for line in map(str.strip, terms.splitlines()) if line]
    return [content.text(line, held=line is lines[-1]) for line in lines]
