"""The parts of a sheet beside it: which are filled in, which have something wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from stationkiosk.journeys.sheet import PROOF, WAYS, Sheet
from stationkiosk.journeys.sides import NAME, PAGE
from stationkiosk.journeys.walk import Problems

if TYPE_CHECKING:
    from stationkiosk.domain.forms import FormPage
    from stationkiosk.ui.desk.batch import Batch
    from stationkiosk.ui.desk.sections import Sections

SIGNATURE = "signature"
"""The last part, and under which name a problem with it is told."""

Say = Callable[[str], str]


def outline_of(
    sheet: Sheet, sections: Sections, table: Batch | None, problems: Problems, say: Say
) -> list[dict[str, object]]:
    """Return the parts in order; ``table`` stands where several other sides are named."""
    wrong = {problem.question for problem in problems}
    forms = {form.page_id: form for form in sections.forms}
    parts: list[dict[str, object]] = []
    for page in sheet.pages:
        if page.id == PAGE and table is not None:
            parts.append(_part(PAGE, say("batch.title"), NAME in wrong, done=bool(table.sides)))
        elif page.id in forms:
            form = forms[page.id]
            part = _part(page.id, form.heading, bool(form.question_ids & wrong), done=_filled(sheet, page))
            parts.append({**part, "asked": form.is_asked})
    return [*parts, *_beside(sheet, problems, say)]


def _beside(sheet: Sheet, problems: Problems, say: Say) -> Iterator[dict[str, object]]:
    state = sheet.state
    wrong = {problem.question for problem in problems}
    proved = bool(state.exhibits or state.proof_later)
    yield _part(PROOF, say("intake.proof"), PROOF in wrong, done=proved)
    if sheet.asks_ways:
        lacks = any(problem.key in ("routes_none", "consent_none") for problem in problems)
        yield _part(WAYS, say("intake.ways"), lacks, done=bool(state.routes))
    yield _part(SIGNATURE, say("intake.signature"), SIGNATURE in wrong, done=False)


def _part(id: str, title: str, wrong: bool, *, done: bool) -> dict[str, object]:
    return {"id": id, "title": title, "wrong": wrong, "asked": True, "done": done}


def _filled(sheet: Sheet, page: FormPage) -> bool:
    answers = sheet.walk.answers()
    asked = page.asked(answers)
    return bool(asked) and all(q.id in answers or q.optional or q.sealed for q in asked)
