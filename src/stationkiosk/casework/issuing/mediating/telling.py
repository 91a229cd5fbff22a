"""权利义务告知书 and 终止调解告知书: what a party is told before a mediation, and when it has ended."""

from __future__ import annotations

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block, Content
from stationkiosk.casework.issuing.mediating.facts import Mediated, Signed
from stationkiosk.casework.issuing.mediating.saying import basis, party_hand, place, sides
from stationkiosk.casework.issuing.mediations import WAYS
from stationkiosk.casework.record import Record
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.text import Text

END = "mediation.end"
RIGHTS, DUTIES = 6, 4
_FEES = {"people": ("right_free",), "commercial": ("right_rates",)}
"""What a way says of fees (ML 4; domain notes 2.4)."""
_ROLES = {
    PartyRole.APPLICANT.value: "mediated.who",
    PartyRole.RESPONDENT.value: "mediated.other",
    PartyRole.AGENT.value: "mediated.agent",
}


def rights_duties(brief: Brief, party: Record, mediated: Mediated, made: Signed | None = None) -> Content:
    """Return what tells a party its rights and duties; it signs for having read them."""
    kind = "rights_duties"
    label = party_hand(brief, party, brief.say(_ROLES[party.role]))
    blocks: list[Block] = [
        content.to(brief.name(party)),
        content.text(
            brief.say(f"{kind}.lead", way=mediated.way, article=basis(brief, mediated, "mediation.rights"))
        ),
        *_listed(
            brief, "rights", [*(f"right_{n}" for n in range(1, RIGHTS + 1)), *_FEES.get(mediated.rule, ())]
        ),
        *_listed(brief, "duties", [f"duty_{n}" for n in range(1, DUTIES + 1)]),
        content.strong(brief.say(f"{kind}.confidential")),
        content.text(brief.say(f"{kind}.confidential_1")),
        content.strong(brief.say(f"{kind}.sham")),
        content.text(brief.say(f"{kind}.sham_1", article=brief.article("mediation.sham"))),
        content.strong(brief.say(f"{kind}.effect")),
        content.text(brief.say(f"{kind}.effect_1")),
        content.text(brief.say(f"{kind}.read"), held=True),
        *content.hands(
            [
                place(label, made),
                place(content.of_hand(brief.say("mediated.sign_mediator"), mediated.mediator)),
            ]
        ),
    ]
    return Content(blocks, mediated.body, party, fields={"party": party.n})


def ended(brief: Brief, party: Record, body: Text, mediated: Mediated | None = None) -> Content:
    """Return what tells a party that the mediation ended: the ground, the other routes (ML 26)."""
    kind = "termination_notice"
    blocks = [
        content.to(brief.name(party)),
        content.text(brief.say(f"{kind}.about", **sides(brief))),
        content.strong(brief.say(f"{kind}.decided")),
        *parts.grounded(brief, parts.ground(brief, END)),
        *parts.other_routes(
            brief,
            brief.say(f"{kind}.routes", article=basis(brief, mediated, "mediation.other_ways")),
            WAYS,
            "refusal_notice.way",
        ),
        *(content.text(brief.say(one)) for one in after_ended(mediated)),
        content.text(brief.say(f"{kind}.kept")),
        *parts.closing(brief, body),
    ]
    return Content(blocks, body, party, fields={"ground": brief.given("ground")})


def after_ended(mediated: Mediated | None) -> tuple[str, ...]:
    """Return what to know of courts once it ended: the court that entrusted it, how long one may sue."""
    back = ("mediated.back_to_court",) if mediated is not None and mediated.entrusted else ()
    return (*back, "mediated.sue_time")


def _listed(brief: Brief, lead: str, keys: list[str]) -> list[Block]:
    return [
        content.strong(brief.say(f"rights_duties.{lead}")),
        content.items(brief.say(f"rights_duties.{key}") for key in keys),
    ]
