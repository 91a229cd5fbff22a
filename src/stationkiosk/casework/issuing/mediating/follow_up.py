"""履行回访记录: what an agreement promised, what was done of it, and what was found when asked."""

from __future__ import annotations

from collections import Counter

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.mediating.facts import Mediated, Promise, Settled
from stationkiosk.casework.issuing.mediating.saying import basis, due, place, plain, side_cells, sum_of
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text

KIND = "follow_up_record"


def follow_up(brief: Brief, mediated: Mediated, settled: Settled, found: str) -> Content:
    """Return the record of one follow-up; ``found`` is what was said of it."""
    heads = [brief.say(f"mediated.{one}") for one in ("n", "party", "what", "due", "amount")]
    heads.append(brief.say(f"{KIND}.state"))
    rows = [
        [
            plain(str(n)),
            plain(one.who),
            one.what,
            due(brief, one),
            sum_of(one.amount),
            _state(brief, one),
        ]
        for n, one in enumerate(settled.promises, 1)
    ]
    counts = Counter(one.state for one in settled.promises)
    counted = brief.say(
        f"{KIND}.counted",
        all=len(rows),
        done=counts["done"],
        open=counts["open"],
        broken=counts["broken"],
    )
    blocks = [
        content.grid(
            [
                content.cell(brief.say("form.case_number"), plain(brief.case.number)),
                content.cell(brief.say("mediation_summary.number"), plain(settled.number)),
            ],
            *side_cells(brief),
            [
                content.cell(brief.say(f"{KIND}.day"), day_text(brief.today)),
                content.cell(brief.say("mediated.mediator"), plain(mediated.mediator)),
            ],
        ),
        *([content.table(heads, (0.07, 0.14, 0.26, 0.21, 0.165, 0.155), rows)] if rows else []),
        content.text(counted),
        content.text(parts.ended(brief.say(f"{KIND}.said", text=brief.typed(found)))),
        content.text(
            brief.say(f"{KIND}.advice", article=basis(brief, mediated, "mediation.binding")), held=True
        ),
        *content.hands([place(content.of_hand(brief.say("mediated.sign_staff"), brief.officer))]),
    ]
    return Content(blocks, mediated.body, filer=True, fields={"counts": dict(counts)})


def _state(brief: Brief, promise: Promise) -> Text:
    """Return how a promise stands, with its proof or what was noted of it."""
    if promise.state == "done":
        done = promise.done_on
        said = brief.say(f"{KIND}.done", day=day_text(done)) if done else brief.say(f"{KIND}.done_no_day")
    elif promise.state == "broken":
        said = brief.say(f"{KIND}.broken")
    else:
        late = promise.due is not None and promise.due < brief.today
        said = brief.say(f"{KIND}.{'late' if late else 'open'}")
    proof = brief.say(f"{KIND}.proof", name=promise.proof) if promise.proof else None
    note = plain(promise.note) if promise.note else None
    more = [one for one in (proof, note) if one is not None]
    return Text("；".join(one.zh for one in (said, *more)), "; ".join(one.en for one in (said, *more)))
