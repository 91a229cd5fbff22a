"""Parts that several papers share: who to ask, grounds with their numbers, the other routes."""

from __future__ import annotations

from stationkiosk.casework.issuing import content
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.grounds import Ground
from stationkiosk.domain.official_numbers import to_han
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text

ROUTES = ("settle", "association", "authority", "arbitration", "court")
"""The ways out of a consumer dispute, in the law's order (消法 39)."""


def bureau(brief: Brief) -> Text:
    """Return the name of the bureau in whose name the station acts."""
    return brief.station.reference.issuer(brief.today).label


def sealed(brief: Brief, issuer: Text) -> Block:
    """The issuer's name and today under the place of the seal."""
    return content.seal(issuer, day_text(brief.today))


def who_to_ask(brief: Brief) -> Block:
    """Whom to ask, with telephone and address."""
    site = brief.station.site
    words = brief.say("ask", name=site.name, phone=site.phone, address=site.address, hours=site.hours)
    return content.note([words])


def ground(brief: Brief, listed: str) -> Ground:
    """Return the ground that was chosen; Closed ``ground_unknown`` where the list has none such today."""
    chosen = brief.given("ground")
    for row in brief.station.reference.grounds_of(listed, brief.today):
        if row.id == chosen:
            return row
    raise Closed("ground_unknown", ground=chosen)


def article_of(brief: Brief, chosen: Ground) -> Text:
    """Return the provision a ground stands in, with its number: 第十六条第（三）项."""
    article = brief.article(chosen.article)
    item = Text(to_han(chosen.number), str(chosen.number))
    return brief.say("ground_of", article=article, item=item)


def grounded(brief: Brief, chosen: Ground) -> list[Block]:
    """The ground in the law's words with its number, and the facts behind it."""
    said = Text(f"{chosen.label.zh}。", f"{chosen.label.en}.")
    blocks = [content.items([said], [f"（{to_han(chosen.number)}）"])]
    if reason := brief.given("reason"):
        blocks.append(content.text(brief.say("reason", reason=reason)))
    return blocks


def other_routes(brief: Brief) -> list[Block]:
    """The other ways out of a consumer dispute."""
    article = brief.article("complaint.other_routes")
    return [
        content.text(brief.say("other_routes", article=article)),
        content.items(brief.say(f"other_route.{route}") for route in ROUTES),
    ]
