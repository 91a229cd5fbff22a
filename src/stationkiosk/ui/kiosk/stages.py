"""How each kind of page is put up for a walk, and what stands on it when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.text import Language, Text
from stationkiosk.journeys.answering import code_of
from stationkiosk.journeys.check import signed_text, text_hash
from stationkiosk.journeys.right import card_after, told
from stationkiosk.journeys.sides import for_each, taken
from stationkiosk.journeys.walk import Walk
from stationkiosk.ui.common.course import Course
from stationkiosk.ui.common.form import Form
from stationkiosk.ui.common.proof import Proof
from stationkiosk.ui.common.routes import Routes
from stationkiosk.ui.kiosk.check import Check
from stationkiosk.ui.kiosk.claim import Claim
from stationkiosk.ui.kiosk.confirm import Confirm
from stationkiosk.ui.kiosk.done import Done
from stationkiosk.ui.kiosk.pictures import Pictures
from stationkiosk.ui.kiosk.sides import Sides
from stationkiosk.ui.kiosk.sign import Sign

ADDRESS = "applicant_address"
"""The question to which papers sent by post go."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The bridges of the pages that journeys lead through."""

    form: Form
    sides: Sides
    proof: Proof
    routes: Routes
    check: Check
    sign: Sign
    done: Done
    pictures: Pictures
    claim: Claim
    confirm: Confirm


@dataclass(frozen=True, slots=True)
class Way:
    """Where somebody is: on which course, how far, in which draft, in which language.

    ``proof_day`` says by which day proof may come later.
    """

    course: Course
    walk: Walk
    case: UUID | None
    language: Language
    proof_day: Callable[[], Text]


@dataclass(frozen=True, slots=True)
class Stage:
    """One kind of page. ``raw`` is what stands on it; pages that take nothing have none."""

    open: Callable[[Way], None]
    raw: Callable[[], Mapping[str, Raw]] = dict


def stages(pages: Pages) -> dict[str, Stage]:
    """Return the stage of every kind of page that needs one."""
    return {
        "form": Stage(lambda way: _form(pages, way), lambda: pages.form.raw),
        "proof": Stage(lambda way: pages.proof.open(way.case, way.walk.state.exhibits, way.proof_day)),
        "routes": Stage(lambda way: _routes(pages.routes, way), lambda: pages.routes.raw),
        "check": Stage(lambda way: _check(pages.check, pages.sign, way)),
        "pictures": Stage(lambda way: _pictures(pages.pictures, way.walk)),
        "notice": Stage(lambda way: pages.claim.ask(code_of(way.walk))),
        "claim": Stage(lambda way: pages.claim.open(code_of(way.walk))),
        "mediation": Stage(lambda way: _form(pages, way), lambda: pages.form.raw),
        "confirm": Stage(lambda way: _confirm(pages, way)),
    }


def _form(pages: Pages, way: Way) -> None:
    walk = way.walk
    if walk.page.form is not None:
        pages.form.listen(_right(way), card_after(walk.page.form))
        asked = for_each(walk.page.form, walk, way.course.reference.words)
        pages.form.open(asked, walk.state.typed, walk.state.sealed, walk.questions)
        pages.sides.open(walk.state.others, taken=taken(walk))


def _right(way: Way) -> Callable[[Mapping[str, Raw]], tuple[Text, ...]] | None:
    """Return what tells of the right while its page is filled in."""
    course, walk = way.course, way.walk
    if walk.page.form is None or not card_after(walk.page.form):
        return None

    def tell(raw: Mapping[str, Raw]) -> tuple[Text, ...]:
        return told(walk.journey.form, walk.answers() | walk.found(raw), course.reference, walk.today)

    return tell


def _routes(routes: Routes, way: Way) -> None:
    state = way.walk.state
    given = {consent.id: consent.given for consent in state.consents}
    addressed = bool(way.walk.answers().get(ADDRESS))
    routes.open(way.course.offers(way.walk), state.routes, given, state.typed, addressed=addressed)


def _check(check: Check, sign: Sign, way: Way) -> None:
    course, walk = way.course, way.walk
    rows = course.rows(walk)
    check.open(rows)
    text = signed_text(rows, course.declaration(), way.language)
    sign.open(course.signer(walk), text_hash(text), course.declaration())


def _pictures(pictures: Pictures, walk: Walk) -> None:
    if walk.page.form is not None:
        pictures.open(walk.page.form, walk.state.answers.get(walk.page.id))


def _confirm(pages: Pages, way: Way) -> None:
    rows = way.course.rows(way.walk)
    text = signed_text(rows, way.course.declaration(), way.language)
    pages.check.open(rows)
    named = way.walk.answers().get("named") == "named"
    pages.confirm.open(text_hash(text), named=named, words=way.course.confirms)
