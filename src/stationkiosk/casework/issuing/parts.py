"""Parts that several papers share: who to ask, grounds with their numbers, the other routes."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.casework.issuing import content
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block
from stationkiosk.domain.calendar import station_day
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


def closing(brief: Brief, issuer: Text) -> list[Block]:
    """The issuer's name and today under the place of the seal, and whom to ask beside it."""
    return [content.seal(issuer, day_text(brief.today), who_to_ask(brief))]


def who_to_ask(brief: Brief) -> list[Text]:
    """Whom to ask, with telephone, address and hours."""
    site = brief.station.site
    known = {"who": brief.officer, "name": site.name, "phone": site.phone}
    known |= {"address": site.address, "hours": site.hours}
    return [brief.say(f"ask_{one}", **known) for one in ("who", "phone", "address")]


def ground(brief: Brief, listed: str) -> Ground:
    """Return the ground that was chosen from a list, as it stood when the case came in.

    Raises Closed ``ground_unknown`` where the list has none such.
    """
    chosen, book = f"{listed}.{brief.given('ground')}", brief.station.reference.grounds
    row = book.on(chosen, station_day(brief.case.filed_at)) if chosen in book.rows else None
    if row is None:
        raise Closed("ground_unknown", ground=chosen)
    return row


def item_of(brief: Brief, article: str, chosen: Ground) -> Text:
    """Return the provision a ground stands in, with its number: 第十六条第（三）项."""
    label = brief.station.reference.article(article, station_day(brief.case.filed_at))
    if not chosen.number:
        return label
    item = Text(to_han(chosen.number), str(chosen.number))
    return brief.say("ground_of", article=label, item=item)


def grounded(brief: Brief, chosen: Ground) -> list[Block]:
    """The ground as the law says it, with its number, and the facts behind it."""
    words = brief.station.reference.words
    own = f"paper.ground.{chosen.id}"
    said = words.text(own) if words.has(own) else chosen.label
    sign = [f"（{to_han(chosen.number)}）"] if chosen.number else ["—"]
    return [content.items([ended(said)], sign), *reason(brief)]


def reason(brief: Brief) -> list[Block]:
    """The facts behind a decision, as they were typed."""
    given = brief.given("reason")
    return [content.text(ended(brief.say("reason", reason=brief.typed(given))))] if given else []


def other_routes(brief: Brief, lead: Text, routes: Sequence[str], where: str) -> list[Block]:
    """The other ways out, and what else was said of them."""
    blocks = [content.text(lead), content.items(brief.say(f"{where}.{route}") for route in routes)]
    if more := brief.given("routes"):
        blocks.append(content.text(ended(Text(more, more))))
    return blocks


def consumer_routes(brief: Brief, lead: str = "other_routes") -> list[Block]:
    """The other ways out of a consumer dispute; ``lead`` says whose they are."""
    article = brief.article("complaint.other_routes")
    return other_routes(brief, brief.say(lead, article=article), ROUTES, "other_route")


def ended(words: Text) -> Text:
    """Return words with a full stop, unless they end with a mark of their own."""
    zh = words.zh if words.zh.endswith(tuple("。！？；：.!?")) else f"{words.zh}。"
    if words.zh == words.en:
        return Text(zh, zh)
    en = words.en if words.en.endswith(tuple("。！？；：.!?")) else f"{words.en}."
    return Text(zh, en)
