"""What comes next, and when, in words: for the confirmation page, the receipt and the tracking page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from stationkiosk.casework.views import Step
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from stationkiosk.reference.words import Words

MEDIATION_CLOCK = "mediation.decide"
NEEDED_TO_MEDIATE = "tell_other_side"
"""The consent without which the other side cannot be asked to mediate (PIPL 23)."""


def mediation_waits(tracks: Iterable[str], consents: Mapping[str, bool]) -> bool:
    """Tell whether mediation was chosen but cannot begin: the other side may not be told yet."""
    return "mediation" in tracks and not consents.get(NEEDED_TO_MEDIATE, False)


def step_of(words: Words, deadline: Deadline, *, waits: bool = False, reported: bool = False) -> Step:
    """Return a deadline as something that comes next; ``waits`` is what ``mediation_waits`` tells.

    ``reported`` tells that it is said to a reporter, who may have left no name to be told by.
    """
    key = (
        "steps.mediation.waits" if waits and deadline.rule == MEDIATION_CLOCK else f"steps.{deadline.rule}"
    )
    if reported and words.has(f"steps.reported.{deadline.rule}"):
        key = f"steps.reported.{deadline.rule}"
    reason = words.text(key) if words.has(key) else deadline.trace[0]
    return Step(
        when=words.text("steps.by_day").put(day=day_text(deadline.due)),
        title=deadline.label,
        detail=reason.put(article=article_of(deadline.trace)),
        due=deadline.due,
        provisional=deadline.provisional,
    )


def fixed_step(words: Words, name: str) -> Step:
    """Return a step that hangs on no day: ``steps.<name>.when``, ``title`` and ``detail``."""
    when, title, detail = (words.text(f"steps.{name}.{part}") for part in ("when", "title", "detail"))
    return Step(when, title, detail)


def article_of(trace: tuple[Text, ...]) -> Text:
    """Return the legal basis in a deadline's trace: its third line."""
    return trace[2]


def to_data(step: Step) -> dict[str, Any]:
    """Return a step as the plain data a paper freezes."""
    return {
        "when": both(step.when),
        "title": both(step.title),
        "detail": both(step.detail),
        "due": step.due.isoformat() if step.due else None,
        "provisional": step.provisional,
    }


def from_data(data: Mapping[str, Any]) -> Step:
    """Return the step that ``to_data`` froze."""
    return Step(
        when=Text(**data["when"]),
        title=Text(**data["title"]),
        detail=Text(**data["detail"]),
        due=date.fromisoformat(data["due"]) if data["due"] else None,
        provisional=data["provisional"],
    )


def both(text: Text) -> dict[str, str]:
    """Return a text as plain data."""
    return {"zh": text.zh, "en": text.en}
