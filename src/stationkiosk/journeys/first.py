"""The desk's first question: why somebody comes decides whether it is a complaint at all.

A complaint is a consumer dispute and nothing else (domain.md 2.1); whoever holds a right asks for
mediation, and whoever only tells of a breach reports it.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from stationkiosk.domain.intake import Way


@dataclass(frozen=True, slots=True)
class Comes:
    """Why somebody comes, and what that makes of it. ``form`` is "" where the kind is asked first."""

    id: str
    way: Way
    form: str = ""


WHY = (
    Comes("daily_life", Way.COMPLAINT, "complaint"),
    Comes("holder", Way.MEDIATION),
    Comes("saw", Way.REPORT, "report"),
)
"""The answers to the first question; their words stand at ``intake.<id>``."""

NOT_A_KIND = ("report", "unsure", "complaint")
"""Kinds that the kiosk offers beside the rights; the first question takes their place here."""


def comes(id: str) -> Comes:
    """Return the answer of this name to the first question."""
    return next(one for one in WHY if one.id == id)


def taken_here(one: Comes, forms: Container[str]) -> bool:
    """Tell whether there is a form to take it down with."""
    return not one.form or one.form in forms


def way_of(form: str) -> Way:
    """Return what the filing of a form is."""
    return next((one.way for one in WHY if one.form == form), Way.MEDIATION)
