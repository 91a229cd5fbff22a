"""调解笔录: who was there, what was said and offered, how it ended. Sealed: it holds offers."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block, Cell, Content
from stationkiosk.casework.issuing.mediating.facts import Mediated, Meeting, Saying
from stationkiosk.casework.issuing.mediating.saying import hands, plain, side_cells
from stationkiosk.domain.clauses import sum_text
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import moment_text

KIND = "mediation_record"


def record(
    brief: Brief,
    mediated: Mediated,
    meeting: Meeting,
    *,
    told: Sequence[Text],
    said: Sequence[Saying],
    facts: Sequence[str],
) -> Content:
    """Return the record of one session. ``told`` says whom rights were made known to, and when.

    It names what was offered: seal it before it is kept.
    """
    notes = [
        brief.say(f"{KIND}.said", who=one.who, words=brief.typed(one.words))
        for one in said
        if not one.offer
    ]
    offers = [one for one in said if one.offer]
    blocks = [
        content.grid(*_head(brief, mediated, meeting, told)),
        content.strong(brief.say(f"{KIND}.positions")),
        *_listed(brief, notes),
        content.strong(brief.say(f"{KIND}.facts")),
        *_listed(brief, [plain(fact) for fact in facts]),
        content.strong(brief.say(f"{KIND}.offers")),
        *([_offered(brief, offers)] if offers else _listed(brief, [])),
        content.strong(brief.say(f"{KIND}.result")),
        content.text(parts.ended(meeting.outcome or brief.say(f"{KIND}.nothing")), held=True),
        content.text(brief.say(f"{KIND}.read"), held=True),
        *hands(brief, mediated, alone=meeting.private_with),
    ]
    each = brief.say(f"{KIND}.{'each_page' if meeting.private_with is None else 'each_page_alone'}")
    return Content(blocks, mediated.body, filer=True, fields={"offers": len(offers)}, each_page=each)


def _head(brief: Brief, mediated: Mediated, meeting: Meeting, told: Sequence[Text]) -> list[Sequence[Cell]]:
    begun = moment_text(meeting.opened_at or meeting.starts_at)
    when = (
        brief.say(f"{KIND}.span", **{"from": begun, "to": moment_text(meeting.closed_at)})
        if meeting.closed_at
        else begun
    )
    checked = brief.say(f"{KIND}.checked_{'yes' if meeting.checked else 'no'}")
    number = content.cell(brief.say("form.case_number"), plain(brief.case.number))
    return [
        [number, content.cell(brief.say(f"{KIND}.place"), plain(meeting.room))],
        [content.cell(brief.say(f"{KIND}.time"), when)],
        [
            content.cell(brief.say("mediated.mediator"), plain(mediated.mediator)),
            content.cell(brief.say(f"{KIND}.kind"), _kind(brief, meeting)),
        ],
        *side_cells(brief),
        [content.cell(brief.say("form.subject"), brief.subject)],
        [content.cell(brief.say(f"{KIND}.present"), *map(plain, meeting.present))],
        [content.cell(brief.say(f"{KIND}.checked"), checked)],
        [content.cell(brief.say(f"{KIND}.told"), *(told or [brief.say(f"{KIND}.told_none")]))],
    ]


def _kind(brief: Brief, meeting: Meeting) -> Text:
    if meeting.private_with is None:
        return brief.say(f"{KIND}.joint")
    (party,) = (one for one in brief.parties if one.n == meeting.private_with)
    return brief.say(f"{KIND}.alone", name=brief.name(party))


def _listed(brief: Brief, lines: Sequence[Text]) -> list[Block]:
    if not lines:
        return [content.text(brief.say(f"{KIND}.nothing"))]
    return [content.items([parts.ended(line) for line in lines])]


def _offered(brief: Brief, offers: Sequence[Saying]) -> Block:
    heads = [brief.say(f"{KIND}.offer_{one}") for one in ("n", "by", "words", "sum", "answer")]
    rows = [
        [
            plain(str(one.offer)),
            one.who,
            brief.typed(one.words),
            sum_text(one.amount) if one.amount else plain("—"),
            brief.say(f"{KIND}.answer_{one.answer or 'open'}"),
        ]
        for one in offers
    ]
    return content.table(heads, (0.09, 0.2, 0.33, 0.24, 0.14), rows)
