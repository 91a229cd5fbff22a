"""The pages of the desk, and who finds which in the rail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stationkiosk.domain.access import Part, may_see
from stationkiosk.domain.actors import Role

SIGN_IN = "signin"
OWN_PASSWORD = "password"
FIRST = "cases"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the rail: ``resources/qml/desk/pages/<id>.qml``, named ``desk.page.<id>``.

    Whoever sees ``part`` of the record finds it.
    """

    id: str
    icon: str
    part: Part


PAGES = (
    Page("cases", "box", Part.CASES),
    Page("intake", "plus", Part.INTAKE),
    Page("calls", "bell", Part.CALLS),
    Page("messages", "reply", Part.MESSAGES),
    Page("printing", "printer", Part.PRINTING),
    Page("staff", "card", Part.STAFF),
    Page("audit", "book", Part.AUDIT),
)


def pages_for(roles: Iterable[Role], folder: Path) -> tuple[Page, ...]:
    """Return the pages that somebody with these roles works on, of those that are there."""
    held = frozenset(roles)
    return tuple(
        page for page in PAGES if may_see(held, page.part) and (folder / f"{page.id}.qml").is_file()
    )
