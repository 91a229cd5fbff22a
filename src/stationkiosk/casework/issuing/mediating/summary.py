"""调解结案小结: what each side takes home. Who, what was agreed or why it ended, and what it means.

Nothing that was said to reach a settlement stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block, Cell, Content, Line
from stationkiosk.casework.issuing.mediating.facts import Course, Mediated, Settled
from stationkiosk.casework.issuing.mediating.saying import place, plain, promised, side_cells
from stationkiosk.casework.issuing.mediating.telling import END, after_ended
from stationkiosk.casework.issuing.mediations import WAYS
from stationkiosk.casework.record import Record
from stationkiosk.casework.steps import both
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.clauses import sum_text
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text

KIND = "mediation_summary"
_OPEN = ("nobody_bound", "nothing_against")
_ROUTES = ("open_change", "open_sue", "open_void", "open_report")


def agreed(brief: Brief, party: Record, mediated: Mediated, course: Course, settled: Settled) -> Content:
    """Return the summary of a mediation that ended with an agreement."""
    since = station_day(settled.effective_at)
    paid = _paid(settled)
    rows = [
        [_cell(brief, "number", plain(settled.number)), _cell(brief, "effective", day_text(since))],
        [_cell(brief, "total", *(_pays(brief, paid) or [brief.say(f"{KIND}.no_sum")]))],
    ]
    blocks = [
        content.grid(*_head(brief, mediated, course, since, "agreed"), *rows),
        content.strong(brief.say(f"{KIND}.agreed")),
        *_promised(brief, settled),
        *_part(brief, "means", _means(brief, settled)),
        *_part(brief, "broken", _broken(brief, settled)),
        *_part(brief, "open_agreed", _said(brief, _ROUTES)),
        *_signed(brief, mediated),
    ]
    fields = {
        "result": "agreed",
        "agreement": settled.number,
        "paid": {who: str(amount) for who, amount in paid.items()},
    }
    return Content(blocks, mediated.body, party, fields=fields)


def ended(brief: Brief, party: Record, mediated: Mediated, course: Course) -> Content:
    """Return the summary of a mediation that ended without one, on the ground that was given."""
    blocks = [
        content.grid(*_head(brief, mediated, course, brief.today, "ended")),
        content.strong(brief.say(f"{KIND}.ended")),
        *parts.grounded(brief, parts.ground(brief, END)),
        *_part(brief, "means", _said(brief, (*_OPEN, "undisputed") if course.undisputed else _OPEN)),
        *_part(brief, "open_ended", [brief.say(f"refusal_notice.way.{one}") for one in WAYS]),
        *(content.text(brief.say(one), held=True) for one in after_ended(mediated)),
        *_signed(brief, mediated),
    ]
    fields = {"result": "ended", "ground": brief.given("ground")}
    return Content(blocks, mediated.body, party, fields=fields)


def _head(
    brief: Brief, mediated: Mediated, course: Course, closed: date, result: str
) -> list[Sequence[Cell]]:
    said = brief.say(f"{KIND}.result_{result}")
    days = (closed - course.accepted_on).days
    used = brief.say(f"{KIND}.used_{'days' if days else 'same'}", days=days, sessions=course.sessions)
    return [
        [
            content.cell(brief.say("form.case_number"), plain(brief.case.number)),
            content.cell(brief.say("mediated.mediator"), plain(mediated.mediator)),
        ],
        *side_cells(brief),
        [_cell(brief, "kind", brief.subject)],
        [
            content.cell(brief.say("mediated.way"), mediated.way),
            _cell(brief, "used", used),
        ],
        [
            _cell(brief, "accepted", day_text(course.accepted_on)),
            _cell(brief, "closed", day_text(closed)),
        ],
        [_cell(brief, "result", {**both(said), "strong": True})],
    ]


def _promised(brief: Brief, settled: Settled) -> list[Block]:
    lead = content.text(brief.say(f"{KIND}.agreed_lead"), held=True)
    table = [lead, promised(brief, settled.promises)]
    also = [
        content.text(brief.say(f"{KIND}.also"), held=True),
        content.items(map(parts.ended, settled.terms.also)),
    ]
    none = [content.text(brief.say(f"{KIND}.no_duties"))]
    return [*(table if settled.promises else none), *(also if settled.terms.also else [])]


def _broken(brief: Brief, settled: Settled) -> list[Text]:
    agreed = [parts.ended(brief.say(f"{KIND}.broken_agreed", term=one)) for one in settled.terms.broken]
    return [
        *_said(brief, ("broken_late", "broken_tell")),
        *agreed,
        *_said(brief, ("broken_confirmed", "broken_not", "broken_proof")),
    ]


def _means(brief: Brief, settled: Settled) -> list[Text]:
    lines = _said(brief, ("binds", "pay_only") if _paid(settled) else ("binds",))
    if settled.apply_by is not None:
        court = settled.terms.court
        where = brief.say(f"{KIND}.{'this_court' if court else 'the_court'}", court=court or "")
        lines.append(brief.say(f"{KIND}.confirm", court=where, day=settled.apply_by))
        lines.append(brief.say(f"{KIND}.confirm_bring"))
        if settled.wishes_confirmation:
            lines.append(brief.say(f"{KIND}.confirm_wish"))
    return [*lines, brief.say(f"{KIND}.penalty")]


def _paid(settled: Settled) -> dict[str, Decimal]:
    """Return what each side pays in all, in yuan."""
    paid: dict[str, Decimal] = {}
    for one in settled.promises:
        if one.amount is not None:
            paid[one.who] = paid.get(one.who, Decimal(0)) + one.amount
    return paid


def _pays(brief: Brief, paid: dict[str, Decimal]) -> list[Text]:
    return [brief.say(f"{KIND}.pays", who=who, sum=sum_text(amount)) for who, amount in paid.items()]


def _part(brief: Brief, heading: str, lines: Sequence[Text]) -> list[Block]:
    return [content.strong(brief.say(f"{KIND}.{heading}")), content.items(lines)]


def _said(brief: Brief, keys: Sequence[str]) -> list[Text]:
    return [brief.say(f"{KIND}.{key}") for key in keys]


def _signed(brief: Brief, mediated: Mediated) -> list[Block]:
    label = content.of_hand(brief.say("mediated.sign_mediator"), mediated.mediator)
    return content.hands([place(label)])


def _cell(brief: Brief, key: str, *lines: Line | Text) -> Cell:
    return content.cell(brief.say(f"{KIND}.{key}"), *lines)
