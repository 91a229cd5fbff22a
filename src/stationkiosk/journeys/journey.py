"""A way through the kiosk as a table of pages, and the walk of one person along it.

No window is known here. A page says which comes next, given the answers so far; the way
back is worked out from the answers, so that a changed answer never strands anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import Consent, Exhibit, Signature
from stationkiosk.domain.forms import Answer, Form, FormPage

DONE = ""
"""What the last page's ``next`` says."""

PageKind = Literal[
    "tiles",
    "pictures",
    "elsewhere",
    "form",
    "proof",
    "routes",
    "check",
    "notice",
    "claim",
    "mediation",
    "handed_on",
    "confirm",
]
Idle = Literal["plain", "personal", "signature"]


@dataclass(frozen=True, slots=True)
class State:
    """What one person has said so far.

    ``answers`` holds what was accepted; ``typed`` what stands in the fields, right or wrong.
    ``by_card`` names the parties (``applicant``, ``agent``) whose particulars a card gave.
    ``others`` are further other sides: the answers of their page, one after the other.
    ``routes`` is None until the routes page was answered.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    typed: Mapping[str, Raw] = field(default_factory=dict)
    by_card: frozenset[str] = frozenset()
    sealed: Mapping[str, bytes] = field(default_factory=dict)
    others: tuple[Mapping[str, Answer], ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    proof_later: bool = False
    routes: tuple[str, ...] | None = None
    consents: tuple[Consent, ...] = ()
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what it is, its step on the rail, how patient the kiosk is there, what follows."""

    id: str
    kind: PageKind
    section: str
    idle: Idle
    next: Callable[[State], str]
    form: FormPage | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """A table of pages; the first row is where it begins."""

    id: str
    form: Form
    pages: tuple[Page, ...]

    def page(self, page_id: str) -> Page:
        """Return the page with this id."""
        return next(page for page in self.pages if page.id == page_id)

    def path(self, state: State) -> tuple[Page, ...]:
        """Return the pages from the first to the last, as the answers lead."""
        page = self.pages[0]
        path = [page]
        while (following := page.next(state)) != DONE:
            page = self.page(following)
            path.append(page)
        return tuple(path)

    def sections(self) -> tuple[str, ...]:
        """Return the steps of the rail in order; pages without one show no rail."""
        return tuple(dict.fromkeys(page.section for page in self.pages if page.section))


def always(page_id: str) -> Callable[[State], str]:
    """Return a ``next`` that leads to one page whatever was said."""
    return lambda _state: page_id
