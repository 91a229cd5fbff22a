"""A whole form on one sheet, as the desk fills it in: every page at once, checked together.

The same journeys, forms and checks as at the kiosk, and the same state; only the order is free.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from stationkiosk.domain.answers import Raw, accept
from stationkiosk.domain.application import Consent
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Answer, Answers, FormPage, FormPaper
from stationkiosk.domain.ports import Clock
from stationkiosk.journeys import drafts
from stationkiosk.journeys.journey import Journey, State
from stationkiosk.journeys.sides import PAGE, of_side
from stationkiosk.journeys.walk import READ_BACK, Problems, Walk

PROOF, WAYS = "proof", "routes"
"""Under which name a problem with the proof, or with the ways, is told."""


class Sheet:
    """One application taken down at the desk. ``walk`` stands before the signature all the while."""

    def __init__(self, journey: Journey, clock: Clock, state: State | None = None) -> None:
        last = next(page.id for page in journey.pages if page.kind in READ_BACK)
        self.walk = Walk(journey, clock, state, last)
        self._clock = clock
        self._reckon()

    @property
    def state(self) -> State:
        """What was said so far."""
        return self.walk.state

    @property
    def pages(self) -> tuple[FormPage, ...]:
        """Return the pages of the form."""
        return self.walk.journey.form.pages

    @property
    def asks_ways(self) -> bool:
        """Tell whether ways and consents are to be chosen."""
        return any(page.kind == "routes" for page in self.walk.journey.pages)

    def hold(self, raw: Mapping[str, Raw]) -> None:
        """Take what now stands in the fields; what is right of it counts as answered."""
        self.walk.hold(raw)
        self._reckon()

    def asked(self, raw: Mapping[str, Raw]) -> frozenset[str]:
        """Return the questions that are asked with this in the fields."""
        found, _ = self._read(dict(self.state.typed) | dict(raw))
        return frozenset(q.id for q in self.walk.journey.form.questions() if q.asked(found))

    def put(self, answers: Answers) -> None:
        """Fill fields with answers given before, in another case; others keep what they hold."""
        self.hold({key: answer for key, answer in answers.items() if key in self._open_ids()})

    def seal(self, boxes: Mapping[str, bytes]) -> None:
        """Keep ciphertexts of what stands in sealed fields; ``b""`` takes one back."""
        kept = {key: box for key, box in {**self.state.sealed, **boxes}.items() if box}
        self.walk.state = replace(self.state, sealed=kept, signature=None)

    def card(self, page: str, name: str, id_number: str) -> None:
        """Fill the person of a page from a card that was read."""
        at = Walk(self.walk.journey, self._clock, self.state, page)
        at.card(name, id_number)
        self.walk.state = at.state
        self._reckon()

    def bring_later(self, later: bool) -> None:
        """Note that the proof comes later, or take that back."""
        self.walk.state = replace(self.state, proof_later=later, signature=None)

    def choose(self, routes: tuple[str, ...], consents: Mapping[str, bool | None]) -> None:
        """Take the ways chosen and what was said to each consent; None is no answer."""
        given = tuple(Consent(key, said) for key, said in consents.items() if said is not None)
        self.walk.state = replace(self.state, routes=routes, consents=given, signature=None)

    def name_others(self, sides: Iterable[Answers]) -> None:
        """Name every other side: the last stands on its page, the rest beside it."""
        named = [dict(side) for side in sides]
        last = named.pop() if named else {}
        fields = [q.id for q in self.walk.journey.form.questions() if of_side(q)]
        self.walk.state = replace(self.state, others=tuple(named))
        self.hold({key: last.get(key, "") for key in fields})

    def amiss(self, wrong: Problems = (), consents: Iterable[str] = ()) -> Problems:
        """Return all that is wrong or lacking before it can be signed, in the order of the pages.

        ``wrong`` is what the caller found in fields it seals itself; ``consents`` are those asked now.
        """
        found, problems = self._read(self.state.typed)
        told = {problem.question for problem in wrong}
        sealed = [
            Problem(q.id, f"missing.{q.id}")
            for q in self.walk.journey.form.questions()
            if q.sealed and q.asked(found) and not q.optional
            if q.id not in self.state.sealed and q.id not in told
        ]
        places = [q.id for q in self.walk.journey.form.questions()]
        of_form = sorted((*problems, *wrong, *sealed), key=lambda one: places.index(one.question))
        return (*of_form, *self._beside(consents))

    def to_json(self) -> dict[str, object]:
        """Return all of it as plain JSON values, for a draft. The signature is not kept."""
        return {"state": drafts.to_json(self.state)}

    @classmethod
    def from_json(cls, journey: Journey, clock: Clock, body: Mapping[str, Any]) -> Sheet:
        """Return the sheet a draft was made of."""
        return cls(journey, clock, drafts.from_json(body["state"]))

    def _beside(self, consents: Iterable[str]) -> Problems:
        state, asks = self.state, self.walk.journey.form.paper is FormPaper.APPLICATION
        lacking: list[Problem] = []
        if asks and not (state.exhibits or state.proof_later):
            lacking.append(Problem(PROOF, "proof_none"))
        if self.asks_ways:
            said = {consent.id for consent in state.consents}
            lacking += [] if state.routes else [Problem(WAYS, "routes_none")]
            lacking += [Problem(key, "consent_none") for key in consents if key not in said]
        return tuple(lacking)

    def _reckon(self) -> None:
        found, _ = self._read(self.state.typed)
        self.walk.state = replace(self.state, answers=found)

    def _read(self, typed: Mapping[str, Raw]) -> tuple[dict[str, Answer], Problems]:
        """Read every field in order; a question may hang on an answer before it."""
        found, problems = dict[str, Answer](), list[Problem]()
        for question in self.walk.journey.form.questions():
            if question.sealed or not question.asked(found):
                continue
            answer, problem = accept(
                question, typed.get(question.id, question.default), today=self.walk.today
            )
            if problem:
                problems.append(problem)
            elif answer not in ("", ()):
                found[question.id] = answer
        return found, tuple(problems)

    def _open_ids(self) -> frozenset[str]:
        return frozenset(q.id for q in self.walk.journey.form.questions() if not q.sealed)


def side_page(sheet: Sheet) -> FormPage | None:
    """Return the page that asks who the other side is, None where the form has none of that name."""
    return next((page for page in sheet.pages if page.id == PAGE), None)
