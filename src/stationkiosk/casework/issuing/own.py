"""What a party makes and signs: the list of evidence, the address for service, an agent's authority."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing import content
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.people import party_cells
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import local
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.store import tables

E_SERVICE = "e_service"
"""The consent to papers on the phone."""

SPECIAL = ("admit", "waive", "change", "settle", "counterclaim")
"""What an agent may do only with special authority (CPL 62)."""


def evidence_list(brief: Brief) -> Iterator[Content]:
    """证据清单: each exhibit with its pages, where it comes from, what it is to prove, when it came.

    Closed ``no_exhibits`` for a party that gave none.
    """
    party = whose(brief)
    other = party.role == PartyRole.RESPONDENT.value
    mine = [row for row in brief.rows(tables.Exhibit) if (row.party_n is not None) == other]
    if not mine:
        raise Closed("no_exhibits")
    heads = [brief.say(f"list.{one}") for one in ("n", "name", "pages", "source", "purpose", "received")]
    rows = [
        [
            _plain(str(row.n)),
            _plain(row.name),
            _plain(str(row.pages) if row.pages else "—"),
            _source(brief, row.source),
            _plain(row.purpose),
            _plain(f"{local(row.received_at):%Y-%m-%d %H:%M}"),
        ]
        for row in mine
    ]
    blocks = [
        *_whose(brief, party),
        content.table(heads, (0.085, 0.265, 0.085, 0.135, 0.26, 0.17), rows),
        content.text(brief.say("evidence_list.total", count=len(mine), pages=sum(r.pages for r in mine))),
        content.text(brief.say("evidence_list.truth"), held=True),
        content.signs(
            content.sign(brief.say("list.sign_submitter")),
            content.sign(brief.say("list.sign_receiver", name=brief.officer)),
        ),
    ]
    yield Content(blocks, party=party, fields={"party": party.n})


def service_address(brief: Brief) -> Iterator[Content]:
    """送达地址确认书: where papers reach the party, by which kinds electronically, and what follows."""
    party, kind = whose(brief), "service_address"
    name = brief.name(party)
    agreed = _agreed(brief, party)
    boxes = [
        content.ticked(brief.say(f"{kind}.e_notices"), agreed),
        content.ticked(brief.say(f"{kind}.e_decisions"), None),
        content.ticked(brief.say(f"{kind}.e_none"), None if agreed is None else not agreed),
    ]
    mobile = _some(party.phone) if agreed else []
    rows = [
        [content.cell(brief.say("form.case_number"), _plain(brief.case.number))],
        [content.cell(brief.say("form.party"), name)],
        [content.cell(brief.say(f"{kind}.address"), *_some(party.address))],
        [
            content.cell(brief.say(f"{kind}.recipient"), *_some(party.representative or party.name)),
            content.cell(brief.say("form.phone"), *_some(party.phone)),
        ],
        [content.cell(brief.say(f"{kind}.post_code")), content.cell(brief.say(f"{kind}.other_phone"))],
        [content.cell(brief.say(f"{kind}.email")), content.cell(brief.say(f"{kind}.e_address"), *mobile)],
        [content.cell(brief.say(f"{kind}.electronic"), *boxes)],
    ]
    told = [brief.say(f"{kind}.effect_{n}") for n in (1, 2, 3, 4)]
    blocks = [
        content.grid(*rows),
        content.note(told),
        content.text(brief.say(f"{kind}.confirm"), held=True),
        content.signs(
            content.sign(brief.say("list.sign_party")),
            content.sign(brief.say("list.sign_receiver", name=brief.officer)),
        ),
    ]
    yield Content(blocks, party=party, fields={"party": party.n})


def power_of_attorney(brief: Brief) -> Iterator[Content]:
    """授权委托书: who may act for the party, with general or special authority, until when."""
    party, kind = whose(brief), "power_of_attorney"
    agents = brief.side(PartyRole.AGENT) if party.role != PartyRole.RESPONDENT.value else ()
    said = agents[0].authority if agents else ""
    rows = party_cells(brief, brief.say(f"{kind}.principal"), party)
    for agent in agents:
        rows += party_cells(brief, brief.say(f"{kind}.agent"), agent)
    if not agents:
        rows += [
            [content.cell(brief.say(f"{kind}.agent")), content.cell(brief.say("form.phone"))],
            [content.cell(brief.say("form.id_number")), content.cell(brief.say(f"{kind}.unit"))],
        ]
    special = brief.say(f"{kind}.special", article=brief.article("agent.authority"))
    kinds = [
        content.ticked(brief.say(f"{kind}.general"), said == "general" if said else None),
        content.ticked(special, said == "special" if said else None),
        *(content.ticked(brief.say(f"{kind}.may_{one}"), None, deep=True) for one in SPECIAL),
    ]
    rows += [
        [content.cell(brief.say("form.case_number"), _plain(brief.case.number))],
        [content.cell(brief.say(f"{kind}.matter"), _about(brief, party))],
        [content.cell(brief.say(f"{kind}.authority"), *kinds)],
        [content.cell(brief.say(f"{kind}.period"), brief.say(f"{kind}.until_end"))],
    ]
    blocks = [
        content.text(brief.say(f"{kind}.given")),
        content.grid(*rows),
        content.note([brief.say(f"{kind}.note_{n}") for n in (1, 2)]),
        content.signs(
            content.sign(brief.say(f"{kind}.sign_principal")), content.sign(brief.say(f"{kind}.sign_agent"))
        ),
    ]
    yield Content(blocks, party=party, fields={"party": party.n, "authority": said})


def whose(brief: Brief) -> Record:
    """Return the party a paper is for: the one that was named, else the first that filed.

    Raises Closed ``party_unknown`` where there is none such.
    """
    named = brief.given("party")
    for party in brief.parties:
        if str(party.n) == named if named else party.role == PartyRole.APPLICANT.value:
            return party
    raise Closed("party_unknown")


def _whose(brief: Brief, party: Record) -> list[content.Block]:
    number = content.cell(brief.say("form.case_number"), _plain(brief.case.number))
    return [
        content.grid(
            [number, content.cell(brief.say("list.submitter"), brief.name(party))],
            [content.cell(brief.say("form.subject"), brief.subject)],
        )
    ]


def _about(brief: Brief, party: Record) -> Text:
    """Return the dispute an agent acts in; the paper of the other side does not say who filed."""
    if party.role == PartyRole.RESPONDENT.value:
        return brief.say("power_of_attorney.matter_of_filer", subject=brief.subject)
    return brief.say(
        "power_of_attorney.matter_of", subject=brief.subject, respondent=brief.names(brief.others)
    )


def _agreed(brief: Brief, party: Record) -> bool | None:
    """Return what the party said of papers sent to its phone, None where it was not asked."""
    own = None if party.role != PartyRole.RESPONDENT.value else party.n
    said = [
        row.given for row in brief.rows(tables.Consent) if (row.consent, row.party_n) == (E_SERVICE, own)
    ]
    return bool(said[-1]) if said else None


def _source(brief: Brief, source: str) -> Text:
    words = brief.station.reference.words
    return words.text(f"paper.source.{source}") if words.has(f"paper.source.{source}") else _plain(source)


def _some(value: str) -> list[Text]:
    return [_plain(value)] if value else []


def _plain(value: str) -> Text:
    return Text(value, value)
