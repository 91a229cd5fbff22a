"""The pages of the desk, and who finds which in the rail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stationkiosk.domain.actors import Role

SIGN_IN = "signin"
FIRST = "cases"

ON_CASES = frozenset({Role.CLERK, Role.MEDIATOR, Role.OFFICER, Role.COURT_LIAISON, Role.SUPERVISOR})
AT_THE_COUNTER = frozenset({Role.CLERK, Role.MEDIATOR, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the rail: ``resources/qml/desk/pages/<id>.qml``, named ``desk.page.<id>``."""

    id: str
    icon: str
    roles: frozenset[Role]


PAGES = (
    Page("cases", "box", ON_CASES),
    Page("intake", "plus", AT_THE_COUNTER),
    Page("calls", "bell", AT_THE_COUNTER),
    Page("messages", "reply", AT_THE_COUNTER),
    Page("staff", "card", frozenset({Role.SECURITY_ADMIN})),
    Page("audit", "book", frozenset({Role.AUDITOR, Role.SUPERVISOR})),
)


def pages_for(roles: Iterable[Role], folder: Path) -> tuple[Page, ...]:
    """Return the pages that somebody with these roles works on, of those that are there."""
    held = frozenset(roles)
    return tuple(page for page in PAGES if page.roles & held and (folder / f"{page.id}.qml").is_file())
