"""受理通知书 and 不予受理通知书: the station's answer to an application for mediation."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.domain.text import Text
from stationkiosk.store import tables

REFUSAL = "mediation.refusal"
WAYS = ("report", "agree", "people", "court")
"""The other ways out of a dispute over a right."""


def acceptance(brief: Brief) -> Iterator[Content]:
    """受理通知书: what was received with its pages, until when, whom to ask."""
    kind, site = "acceptance_notice", brief.station.site
    exhibits = [row for row in brief.rows(tables.Exhibit) if row.party_n is None]
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(_received(brief)),
        content.text(brief.say(f"{kind}.decided")),
    ]
    if due := brief.running("mediation.mediate"):
        blocks.append(content.text(brief.say(f"{kind}.until", due=due)))
    blocks.append(content.text(brief.say(f"{kind}.willing")))
    if exhibits:
        heads = [brief.say(f"list.{one}") for one in ("n", "name", "pages")]
        rows = [[_plain(row.n), _plain(row.name), _plain(row.pages or "—")] for row in exhibits]
        blocks += [
            content.text(brief.say(f"{kind}.items", count=len(exhibits))),
            content.table(heads, (0.1, 0.74, 0.16), rows),
        ]
    blocks += [content.text(brief.say(f"{kind}.query")), *parts.closing(brief, site.name)]
    yield Content(blocks, site.name, brief.filers[0])


def refusal(brief: Brief) -> Iterator[Content]:
    """不予受理通知书: why, and the other ways."""
    kind, site = "refusal_notice", brief.station.site
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(_received(brief)),
        content.strong(brief.say(f"{kind}.decided")),
    ]
    if brief.given("ground"):
        blocks += parts.grounded(brief, parts.ground(brief, REFUSAL))
    else:
        blocks += parts.reason(brief)
    blocks += [
        *parts.other_routes(brief, brief.say(f"{kind}.routes"), WAYS, f"{kind}.way"),
        *parts.closing(brief, site.name),
    ]
    yield Content(blocks, site.name, brief.filers[0], fields={"ground": brief.given("ground")})


def _received(brief: Brief) -> Text:
    return brief.say(
        "acceptance_notice.received",
        day=brief.filed,
        respondent=brief.names(brief.others),
        subject=brief.subject,
        number=brief.case.number,
    )


def _plain(value: object) -> Text:
    return Text(str(value), str(value))
