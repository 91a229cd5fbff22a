"""One person's walk along a journey: accept, back, change, save and go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from stationkiosk.domain import answers as checked
from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import Consent, Exhibit, Signature, SignatureKind
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Answer, Answers, FormPage, Question, QuestionKind
from stationkiosk.domain.ports import Clock
from stationkiosk.journeys import drafts
from stationkiosk.journeys.journey import Journey, Page, State

Problems = tuple[Problem, ...]

TRIAGE = "about"
"""The page, and the answer, that say which kind of dispute it is."""

PICKED = ("tiles", "pictures", "notice")
"""Pages that take one thing, kept under the page's own id; it is no answer of the form."""

TOLD = ("mediation", "handed_on")
"""Pages that tell what an answer brings with it; a change that leads to one shows it first."""

READ_BACK = ("check", "confirm")
"""Pages that read everything back."""


class Walk:
    """Where one person is in a journey, and what they said. Not shared between threads."""

    def __init__(self, journey: Journey, clock: Clock, state: State | None = None, page: str = "") -> None:
        self.journey = journey
        self.state = state or State()
        self.problems: Problems = ()
        self._clock = clock
        self._page = journey.page(page) if page else journey.pages[0]
        self._changing = False

    @property
    def page(self) -> Page:
        """Return the page in hand."""
        return self._page

    @property
    def done(self) -> bool:
        """Tell whether the application is signed and may be filed."""
        return self.state.signature is not None

    @property
    def changing(self) -> bool:
        """Tell whether the person came here from the check page to change something."""
        return self._changing

    @property
    def today(self) -> date:
        """Return the station's day."""
        return station_day(self._clock.now())

    @property
    def first(self) -> bool:
        """Tell whether there is nothing to go back to."""
        return self._page is self.journey.pages[0]

    def accept(
        self,
        raw: Mapping[str, Raw],
        sealed: Mapping[str, bytes] | None = None,
        amiss: Problems = (),
    ) -> Problems:
        """Check what was typed on a page of questions, or picked, and go on if all is well.

        Sealed questions are never in ``raw``: the caller seals them first and hands the
        ciphertext in ``sealed``, or ``b""`` to take back what was sealed before. What is
        not in it stays. ``amiss`` is what the caller found wrong with those it did not seal.
        """
        self.hold(raw)
        if self._page.kind in PICKED:
            return self._pick(raw)
        boxes = {k: v for k, v in (dict(self.state.sealed) | dict(sealed or {})).items() if v}
        found, problems = self._check_form(self._form_page(), self.state.typed)
        problems += amiss
        problems += self._unsealed(self._others(self._form_page()) | found, boxes, amiss)
        self.problems = problems
        if not problems:
            here = self._ids(self._form_page())
            kept = {k: v for k, v in self.state.answers.items() if k not in here}
            self._forward(replace(self.state, answers=kept | found, sealed=boxes))
        return problems

    def hold(self, raw: Mapping[str, Raw]) -> None:
        """Keep what stands in the fields without checking it, for a saved draft or another language."""
        secret = {q.id for q in self.journey.form.questions() if q.sealed} & set(raw)
        if secret:
            raise ValueError(f"a sealed answer came in the open: {secret}")
        self.state = replace(
            self.state,
            typed=dict(self.state.typed) | dict(raw),
            by_card=self.state.by_card - self._retyped(raw),
            signature=None,
        )

    def put_answers(self, answers: Answers) -> None:
        """Take answers that were given and checked before, as if they stood on their pages."""
        self.hold(answers)
        self.state = replace(self.state, answers=dict(self.state.answers) | dict(answers))

    def card(self, name: str, id_number: str) -> None:
        """Fill the page's person from a card that was read: name and ID number, or who heads a body."""
        filled: dict[str, Raw] = {}
        read: set[str] = set()
        for question in self.questions():
            if question.kind is QuestionKind.ID_NUMBER:
                filled[question.id] = id_number
                read.add(_party(question))
            elif question.personal and question.fills.endswith((".name", ".representative")):
                filled[question.id] = name
        self.hold(filled)
        self.state = replace(self.state, by_card=self.state.by_card | read)

    def put_sealed(self, boxes: Mapping[str, bytes]) -> None:
        """Keep ciphertexts of what stands in sealed fields without going on."""
        self.state = replace(self.state, sealed={**self.state.sealed, **boxes}, signature=None)

    def keep(self, exhibit: Exhibit) -> None:
        """Add an exhibit whose bytes are already in the store; the same bytes come in once."""
        if all(kept.sha256 != exhibit.sha256 for kept in self.state.exhibits):
            self.state = replace(self.state, exhibits=(*self.state.exhibits, exhibit), signature=None)

    def describe(self, sha256: str, purpose: str) -> None:
        """Say what an exhibit shows, or take that back with ""."""
        told = tuple(
            replace(kept, purpose=purpose) if kept.sha256 == sha256 else kept
            for kept in self.state.exhibits
        )
        self.state = replace(self.state, exhibits=told, signature=None)

    def drop(self, sha256: str) -> None:
        """Take an exhibit out of the application."""
        left = tuple(kept for kept in self.state.exhibits if kept.sha256 != sha256)
        self.state = replace(self.state, exhibits=left, signature=None)

    def accept_proof(self, *, later: bool) -> Problems:
        """Go on from the proof page: with one exhibit at least, or with the word to bring it later."""
        self.problems = () if self.state.exhibits or later else (Problem("proof", "proof_none"),)
        if not self.problems:
            self._forward(replace(self.state, proof_later=later))
        return self.problems

    def accept_routes(self, routes: tuple[str, ...], consents: Mapping[str, bool | None]) -> Problems:
        """Go on from the routes page: with one way at least, and a yes or no to every consent asked.

        Each may be refused; None is one that was not answered, which is never taken for a no.
        """
        lacking = [Problem("routes", "routes_none")] if not routes else []
        lacking += [Problem(key, "consent_none") for key, said in consents.items() if said is None]
        self.problems = tuple(lacking)
        if not self.problems:
            given = tuple(Consent(key, bool(said)) for key, said in consents.items())
            self._forward(replace(self.state, routes=routes, consents=given))
        return self.problems

    def accept_check(self) -> None:
        """Go on from a page that asks nothing, such as the check page."""
        self._forward(self.state)

    def sign(self, signature: Signature) -> Problems:
        """Take the signature; the application may then be filed. Any later change takes it away."""
        self.problems = (Problem("signature", "signature_none"),) if _blank(signature) else ()
        if not self.problems:
            self.state = replace(self.state, signature=signature)
        return self.problems

    def back(self) -> None:
        """Go one page back; from a change, straight to the check page if nothing is lacking.

        Nothing said is lost.
        """
        self.problems = ()
        self.state = replace(self.state, signature=None)
        if self._changing and self._unfinished().kind in READ_BACK:
            self._settle()
        elif not self.first:
            path = [page.id for page in self.journey.path(self.state)]
            self._page = self.journey.page(path[path.index(self._page.id) - 1])

    def change(self, page_id: str) -> None:
        """Go from the check page to change a page; ``accept`` leads straight back to the check page."""
        self.state = replace(self.state, signature=None)
        self._page = self.journey.page(page_id)
        self._changing = True
        self.problems = ()

    def turned(self, journey: Journey) -> Walk:
        """Return a walk at the first page of another journey that this one leads to.

        It takes along what both ask word for word, so that nothing is asked twice, and the proof;
        ways, consents and the signature belong to what was left.
        """
        return Walk(journey, self._clock, self._carried(journey))

    def along(self, journey: Journey) -> Walk:
        """Return a walk at this same page of another journey that has it too.

        What was picked on the way here goes along, and of the rest what ``turned`` takes.
        """
        picked = {page.id for page in self.journey.pages if page.kind in PICKED}
        ways = {key: answer for key, answer in self.state.answers.items() if key in picked}
        state = self._carried(journey)
        return Walk(journey, self._clock, replace(state, answers={**state.answers, **ways}), self._page.id)

    def check_page(self) -> Problems:
        """Check what stands on the page in hand without going on."""
        _, self.problems = self._check_form(self._form_page(), self.state.typed)
        return self.problems

    def found(self, raw: Mapping[str, Raw] | None = None) -> dict[str, Answer]:
        """Return what the page in hand answers as it stands, or with what now stands in its fields."""
        return self._check_form(self._form_page(), dict(self.state.typed) | dict(raw or {}))[0]

    def questions(self, raw: Mapping[str, Raw] | None = None) -> tuple[Question, ...]:
        """Return what the page asks, given the answers and what now stands in its fields."""
        found, _ = self._check_form(self._form_page(), dict(self.state.typed) | dict(raw or {}))
        return self._form_page().asked(self._others(self._form_page()) | found)

    def answers(self) -> dict[str, Answer]:
        """Return the accepted answers to what is asked now; those to dropped questions are left out."""
        return self.journey.form.relevant(self.state.answers)

    def to_json(self) -> dict[str, object]:
        """Return all of it as plain JSON values, for a draft. The signature is not kept."""
        return {"page": self._page.id, "changing": self._changing, "state": drafts.to_json(self.state)}

    @classmethod
    def from_json(cls, journey: Journey, clock: Clock, body: Mapping[str, Any]) -> Walk:
        """Return the walk a draft was made of; on a page that is gone it goes on from the first."""
        page = body["page"] if body["page"] in {page.id for page in journey.pages} else ""
        walk = cls(journey, clock, drafts.from_json(body["state"]), page)
        walk._changing = bool(body["changing"]) and bool(page)
        return walk

    def _carried(self, journey: Journey) -> State:
        theirs = journey.form.questions()
        same = {question.id for question in self.journey.form.questions() if question in theirs}
        before = self.state
        return State(
            answers={key: answer for key, answer in before.answers.items() if key in same},
            typed={key: raw for key, raw in before.typed.items() if key in same},
            by_card=before.by_card,
            sealed={key: box for key, box in before.sealed.items() if key in same},
            exhibits=before.exhibits,
            others=tuple({k: v for k, v in side.items() if k in same} for side in before.others),
        )

    def _pick(self, raw: Mapping[str, Raw]) -> Problems:
        key = self._page.id
        picked = raw.get(key)
        self.problems = () if isinstance(picked, str) and picked else (Problem(key, "kind_none"),)
        if not self.problems:
            self._forward(replace(self.state, answers=dict(self.state.answers) | {key: picked}))
        return self.problems

    def _forward(self, state: State) -> None:
        self.state = replace(state, signature=None)
        following = self.journey.page(self._page.next(self.state))
        if self._changing and following.kind not in TOLD:
            self._settle()
        else:
            self._page = following

    def _settle(self) -> None:
        self._page = self._unfinished()
        self._changing = self._page.kind not in READ_BACK

    def _unfinished(self) -> Page:
        """Return the check page, or the first page before it that now lacks something.

        Where the way leads past no check page any more, it is the way's last page.
        """
        path = self.journey.path(self.state)
        return next((page for page in path if page.kind in READ_BACK or self._lacks(page)), path[-1])

    def _lacks(self, page: Page) -> bool:
        if page.kind == "proof":
            return not self.state.exhibits and not self.state.proof_later
        if page.kind == "routes":
            return not self.state.routes
        answers = self.answers()
        asked = page.form.asked(answers) if page.form else ()
        given = {*answers, *self.state.sealed}
        return any(question.id not in given and not question.optional for question in asked)

    def _unsealed(
        self, answers: Mapping[str, Answer], boxes: Mapping[str, bytes], amiss: Problems
    ) -> Problems:
        """Tell which sealed questions of the page must be answered and are not."""
        told = {problem.question for problem in amiss}
        return tuple(
            Problem(q.id, f"missing.{q.id}")
            for q in self._form_page().asked(answers)
            if q.sealed and not q.optional and q.id not in boxes and q.id not in told
        )

    def _form_page(self) -> FormPage:
        if self._page.form is None:
            raise ValueError(f"{self._page.id} asks no questions")
        return self._page.form

    def _ids(self, page: FormPage) -> set[str]:
        return {question.id for question in page.questions}

    def _retyped(self, raw: Mapping[str, Raw]) -> frozenset[str]:
        """Return the parties whose name or ID number is no longer what stood there before."""
        return frozenset(
            _party(question)
            for question in self.journey.form.questions()
            if question.fills.endswith((".name", ".id_number"))
            and question.id in raw
            and raw[question.id] != self.state.typed.get(question.id)
        )

    def _others(self, page: FormPage) -> dict[str, Answer]:
        here = self._ids(page)
        return {k: v for k, v in self.answers().items() if k not in here}

    def _check_form(self, page: FormPage, typed: Mapping[str, Raw]) -> tuple[dict[str, Answer], Problems]:
        """Check a page's questions in order; one may hang on an answer just before it."""
        before, found, problems = self._others(page), dict[str, Answer](), list[Problem]()
        for question in page.questions:
            if question.sealed or not question.asked(before | found):
                continue
            raw = typed.get(question.id, question.default)
            answer, problem = checked.accept(question, raw, today=self.today)
            if problem:
                problems.append(problem)
            elif answer not in ("", ()):
                found[question.id] = answer
        return found, tuple(problems)


def _blank(signature: Signature) -> bool:
    if signature.kind is SignatureKind.DECLARED:
        return False
    return not signature.signer.strip() or not (signature.strokes or signature.witness.strip())


def _party(question: Question) -> str:
    return question.fills.partition(".")[0]
