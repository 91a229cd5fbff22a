"""What one journey brings to the window that drives it: its walk, its read-back, its last press.

To add a journey:

1. write its table of pages in ``journeys`` (``journeys.filing`` is the example), tested without Qt;
2. make a ``Course`` of it here or beside: ``name``, ``journey`` and ``press`` (a ``CaseCourse`` of what
   files a case: ``application``), and where they differ ``offers``, ``rows``, ``signer`` and ``body``;
3. say in ``courses.KINDS`` which form begins it;
4. a page of a new kind gets a bridge, a QML file of that name and a row in ``stages.stages``.

``Walking`` does the rest for all of them alike: rail, Next and Back, the draft and its code, the
card, sealing, the signature and the way to the last page.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from stationkiosk.casework.views import Filed
from stationkiosk.domain.application import Application
from stationkiosk.domain.forms import Form
from stationkiosk.domain.intake import BOUGHT_FOR, refused_as_complaint
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.routes import RouteOffer
from stationkiosk.domain.text import Language, Text
from stationkiosk.domain.told import dispute_of
from stationkiosk.domain.trace import day_text
from stationkiosk.journeys import complaining, filing, reporting
from stationkiosk.journeys.check import CheckRow, check_rows
from stationkiosk.journeys.journey import Journey
from stationkiosk.journeys.triage import before
from stationkiosk.journeys.walk import Walk
from stationkiosk.reference.load import Reference

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.taking import Taking

Press = Callable[["Counter"], Filed]
"""What the last press does, on the worker."""

Filing = Callable[["Taking"], Filed]
"""A last press that the desk can do as well as the kiosk."""

SIGNERS = ("agent.name", "applicant.representative", "applicant.name")
"""Who stands at the kiosk, the first that was named: agent, head of the body, the person."""


class Course(ABC):
    """One journey as the window drives it."""

    name = ""
    """Kept in the draft, so that it is gone on with; the last page tells it apart by this too."""

    last = "signing.file"
    """What stands on the last button."""

    confirms = "confirm"
    """Where the words stand of the page that asks for a tick in place of a signature."""

    lacks_proof = "proof_none"
    """The problem of going on without proof."""

    signers: tuple[str, ...] = SIGNERS
    unsure = False
    """Whether somebody came here by the pictures: they stay ahead of it, for Back."""

    def __init__(self, reference: Reference, form: Form) -> None:
        self.reference = reference
        self.form = form

    @abstractmethod
    def journey(self) -> Journey:
        """Return the table of pages."""

    def table(self) -> Journey:
        """Return the table of pages, the pictures ahead of it where somebody came by them."""
        journey = self.journey()
        return before(self.reference.triage, journey) if self.unsure else journey

    def press(self, walk: Walk, case: UUID, language: Language) -> Press:
        """Return what hands in a signed walk. One that only leads elsewhere is never signed."""
        raise NotImplementedError

    def begin(self, clock: Clock) -> Walk:
        """Return a walk at the first page."""
        return Walk(self.table(), clock)

    def resume(self, clock: Clock, body: Mapping[str, Any]) -> Walk:
        """Return the walk that a draft's body was made of."""
        return Walk.from_json(self.table(), clock, body)

    def body(self, walk: Walk) -> dict[str, object]:
        """Return a walk as its draft keeps it."""
        return {"journey": self.name, "form": self.form.id, **walk.to_json()}

    def offers(self, _walk: Walk, /) -> tuple[RouteOffer, ...]:
        """Return the ways that are open or shut, for the routes page."""
        return ()

    def no_proof(self, today: date, /) -> Text:
        """Return what the button says that goes on without proof."""
        deadline = self.reference.deadline("proof.later", today)
        return self.reference.words.text("proof.later").put(day=day_text(deadline.due))

    def proof_lead(self) -> Text:
        """Return what stands over the proof."""
        return self.reference.words.text("page.proof_lead")

    def barred(self, _walk: Walk, /) -> Text | None:
        """Return why what the first question was told cannot be filed this way, None where it can."""
        return None

    def rows(self, walk: Walk) -> tuple[CheckRow, ...]:
        """Return what is read back before the signature."""
        return check_rows(walk, self.reference, self.offers(walk))

    def declaration(self) -> Text:
        """Return what the signature stands under."""
        return self.reference.words.text("check.declaration")

    def signer(self, walk: Walk) -> str:
        """Return the name of whoever stands at the kiosk, "" where it was not said."""
        answers = walk.answers()
        by_field = {q.fills: answers[q.id] for q in walk.journey.form.questions() if q.id in answers}
        names = (by_field.get(field) for field in self.signers)
        return next((name for name in names if isinstance(name, str) and name), "")


class CaseCourse(Course):
    """A journey that files a case: gone at the kiosk, or taken down at the desk."""

    @abstractmethod
    def application(self, walk: Walk, case: UUID, language: Language) -> Application:
        """Return what a signed walk hands in."""

    def press(self, walk: Walk, case: UUID, language: Language) -> Filing:
        """Return what files the case, once however often it is pressed."""
        application = self.application(walk, case, language)
        return lambda taking: taking.file(application, str(case))


class Dispute(CaseCourse):
    """Filing a dispute of any kind."""

    name = "filing"

    def journey(self) -> Journey:
        """Return the table of pages of the kind's form."""
        return filing.filing(self.form)

    def offers(self, walk: Walk, /) -> tuple[RouteOffer, ...]:
        """Return every way there is for this dispute: what fits, why not, and what each costs."""
        return self.reference.ways(dispute_of(self.form, walk.answers()), walk.today)

    def application(self, walk: Walk, case: UUID, language: Language) -> Application:
        """Return the dispute, with the ways that were chosen."""
        return filing.application(walk, case, language)


class Report(CaseCourse):
    """Reporting a breach in two minutes."""

    name = "report"
    last = "confirm.send"

    def journey(self) -> Journey:
        """Return the five pages of a report."""
        return reporting.reporting(self.form, self.reference.punished_elsewhere())

    def application(self, walk: Walk, case: UUID, language: Language) -> Application:
        """Return the report."""
        return reporting.application(walk, case, language)

    def no_proof(self, _today: date, /) -> Text:
        """Return what the button says that goes on without proof, for good."""
        return self.reference.words.text("report.no_proof")

    def proof_lead(self) -> Text:
        """Return what stands over the proof: a report needs none."""
        return self.reference.words.text("report.proof_lead")

    def declaration(self) -> Text:
        """Return what the tick stands under."""
        return self.reference.words.text("confirm.declaration")


class Complaint(CaseCourse):
    """A consumer's complaint, taken down at the desk."""

    name = "complaint"

    def journey(self) -> Journey:
        """Return the pages of a complaint: no ways are chosen."""
        return complaining.complaining(self.form)

    def barred(self, walk: Walk, /) -> Text | None:
        """Return why it is no complaint: only what was bought for daily life is one."""
        answers = walk.answers()
        told = refused_as_complaint(answers) if BOUGHT_FOR in answers else None
        return told.why if told is not None else None

    def application(self, walk: Walk, case: UUID, language: Language) -> Application:
        """Return the complaint."""
        return complaining.application(walk, case, language)


FILED: Mapping[str, type[CaseCourse]] = {"report": Report, "complaint": Complaint}
"""The forms whose filing is not one of a dispute."""
