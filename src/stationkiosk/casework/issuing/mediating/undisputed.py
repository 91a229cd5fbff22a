"""无争议事实记载: the facts that neither side disputes, signed by both (OMR 22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.mediating.facts import Mediated, Signed
from stationkiosk.casework.issuing.mediating.saying import basis, hands, plain, side_cells

KIND = "undisputed_facts"


def undisputed(
    brief: Brief, facts: Sequence[str], mediated: Mediated, made: Mapping[int, Signed] | None = None
) -> Content:
    """Return the facts, as they were written down, over the places where both sides sign."""
    blocks = [
        content.grid(
            [
                content.cell(brief.say("form.case_number"), plain(brief.case.number)),
                content.cell(brief.say("mediated.mediator"), plain(mediated.mediator)),
            ],
            *side_cells(brief),
            [content.cell(brief.say("form.subject"), brief.subject)],
        ),
        content.strong(brief.say(f"{KIND}.lead")),
        content.items([parts.ended(plain(fact)) for fact in facts]),
        content.note(
            [
                brief.say(f"{KIND}.effect"),
                brief.say(
                    f"{KIND}.compromise", article=basis(brief, mediated, "mediation.undisputed", "court")
                ),
            ]
        ),
        *hands(brief, mediated, made),
    ]
    return Content(blocks, mediated.body, filer=True, fields={"facts": len(facts)})
