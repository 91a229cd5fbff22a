"""Every course there is beside filing, and which of them a form, a tile, a picture or a draft begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from stationkiosk.domain.forms import Answers
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Language, Text
from stationkiosk.domain.triage import Landing
from stationkiosk.journeys import adding, answering, triage
from stationkiosk.journeys.check import CheckRow
from stationkiosk.journeys.journey import Journey
from stationkiosk.journeys.walk import Walk
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.course import FILED, Course, Dispute, Press


class Answer(Course):
    """Answering a complaint by the code on its notice."""

    name = "answer"
    last = "claim.send"
    signers = ("agent.name", "respondent.representative", "respondent.name")

    def journey(self) -> Journey:
        """Return the pages of an answer, the notice's code first."""
        return answering.answering(self.form)

    def press(self, walk: Walk, case: UUID, language: Language) -> Press:
        """Return what hands the answer in, once however often it is pressed."""
        response = answering.response(walk, case, language)
        code = answering.code_of(walk)
        return lambda counter: counter.respond(code, response, str(case))

    def no_proof(self, _today: date, /) -> Text:
        """Return what the button says that goes on without proof."""
        return self.reference.words.text("claim.later")

    def proof_lead(self) -> Text:
        """Return what stands over the proof."""
        return self.reference.words.text("claim.proof_lead")

    def declaration(self) -> Text:
        """Return what the signature stands under."""
        return self.reference.words.text("claim.declaration")


class Unsure(Course):
    """The pictures of somebody who is not sure, as long as they lead to no form."""

    name = "filing"

    def journey(self) -> Journey:
        """Return tiles, pictures and the page that leads elsewhere."""
        return triage.unsure(self.reference.triage)


class Adding(Course):
    """Bringing proof later to a case that was tracked by the code on its receipt."""

    name = adding.ID
    last = "adding.send"
    confirms = "adding"
    lacks_proof = "proof_to_add"

    def __init__(self, reference: Reference, code: str = "", number: str = "") -> None:
        super().__init__(reference, adding.FORM)
        self._begun = adding.begun(code, number)

    def journey(self) -> Journey:
        """Return the two pages: the proof, and everything read back."""
        return adding.adding()

    def begin(self, clock: Clock) -> Walk:
        """Return a walk at the first page that knows its case."""
        return Walk(self.table(), clock, self._begun)

    def press(self, walk: Walk, case: UUID, language: Language) -> Press:
        """Return what hands the proof in, once however often it is pressed."""
        addition = adding.addition(walk, case, language)
        return lambda counter: counter.add_proof(addition)

    def rows(self, walk: Walk) -> tuple[CheckRow, ...]:
        """Return each piece of proof, and the case it is for."""
        return adding.rows(walk, self.reference.words)

    def no_proof(self, _today: date, /) -> Text:
        """Return nothing: whoever comes to add proof adds some."""
        return Text("", "")

    def proof_lead(self) -> Text:
        """Return what stands over the proof."""
        return self.reference.words.text("adding.proof_lead")

    def declaration(self) -> Text:
        """Return what the tick stands under."""
        return self.reference.words.text("adding.declaration")


KINDS: Mapping[str, type[Course]] = {**FILED, "answer": Answer}


class Courses:
    """Which course a form begins."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def first(self) -> Course:
        """Return the course at whose first page the kind is chosen."""
        kind = next(kind for kind in self._reference.kinds if kind.form)
        return self.of(kind.form)

    def of_kind(self, kind: str) -> Course | None:
        """Return the course that a tile begins, None where the counter takes that kind."""
        form = next((known.form for known in self._reference.kinds if known.id == kind), "")
        return self.of(form) if form else None

    def of(self, form: str, *, unsure: bool = False) -> Course:
        """Return the course that a form begins; ``unsure`` where the pictures led to it."""
        course = KINDS.get(form, Dispute)(self._reference, self._reference.forms[form])
        course.unsure = unsure
        return course

    def unsure(self) -> Course:
        """Return the course of the pictures themselves."""
        return Unsure(self._reference, self._reference.triage.form)

    def adding(self, code: str, number: str) -> Course:
        """Return the course that adds proof to a case, opened by the code on its receipt."""
        return Adding(self._reference, code, number)

    def landing(self, answers: Answers) -> Landing | None:
        """Return where the pictures led somebody, None where there are more or nobody came by them."""
        return triage.landing(self._reference.triage, answers) if triage.is_unsure(answers) else None

    def landed(self, answers: Answers) -> Course:
        """Return the course that the pictures chosen so far lead along."""
        landing = self.landing(answers)
        return self.of(landing.form, unsure=True) if landing is not None and landing.form else self.unsure()

    def resumed(self, body: Mapping[str, Any]) -> Course:
        """Return the course that a draft belongs to."""
        if body["form"] == triage.UNSURE:
            return self.unsure()
        if body["form"] == adding.ID:
            return Adding(self._reference)
        return self.of(body["form"], unsure=triage.is_unsure(body["state"]["answers"]))
