"""Somebody who does anything at any time: the walk never strands them and never signs half a story."""

from __future__ import annotations

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.filing import lacking
from stationkiosk.domain.text import Language
from stationkiosk.journeys.check import check_rows
from stationkiosk.journeys.filing import application, resume, start
from tests.domain.fakes import HeldClock
from tests.journeys.samples import AGENT, EXHIBIT, PERSON, REFERENCE, SIGNED, TRADEMARK, to_check
from tests.journeys.test_every_path import typed
from tests.journeys.test_filing import CASE

FILL = st.sampled_from(["full", "least"])
CLOCK = HeldClock()


class Wanderer(RuleBasedStateMachine):
    @initialize(known=st.sampled_from([None, PERSON, AGENT]))
    def begin(self, known: dict[str, dict[str, Raw]] | None) -> None:
        self.walk = start(TRADEMARK, CLOCK)
        if known:
            to_check(self.walk, known)

    @precondition(lambda self: self.walk.page.kind == "tiles")
    @rule(kind=st.sampled_from([kind.id for kind in REFERENCE.kinds]))
    def choose(self, kind: str) -> None:
        self.walk.accept({"about": kind})

    @precondition(lambda self: self.walk.page.kind == "form")
    @rule(fill=FILL, data=st.data())
    def answer(self, fill: str, data: st.DataObject) -> None:
        page = self.walk.page.form
        assert page is not None
        choices = {
            q.id: tuple(data.draw(st.lists(st.sampled_from([o.id for o in q.options]), min_size=1)))
            for q in page.questions
            if q.options
        }
        raw: dict[str, Raw] = {q.id: typed(q, choices, fill) for q in page.questions if not q.sealed}
        assert self.walk.accept(raw) == ()

    @precondition(lambda self: self.walk.page.kind == "form")
    @rule(text=st.text(max_size=20), data=st.data())
    def scribble(self, text: str, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(self.walk.questions()))
        if not question.sealed and not question.options:
            self.walk.accept({question.id: text})

    @precondition(lambda self: self.walk.page.kind == "proof")
    @rule(later=st.booleans())
    def prove(self, later: bool) -> None:
        if not later:
            self.walk.keep(EXHIBIT)
        self.walk.accept_proof(later=later)

    @precondition(lambda self: self.walk.page.kind == "proof")
    @rule()
    def take_out(self) -> None:
        self.walk.drop(EXHIBIT.sha256)

    @precondition(lambda self: self.walk.page.kind == "routes")
    @rule(routes=st.sampled_from([(), ("mediation",), ("mediation", "report")]))
    def route(self, routes: tuple[str, ...]) -> None:
        self.walk.accept_routes(routes, {"publish": False})

    @precondition(lambda self: self.walk.page.kind == "check")
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        pages = sorted({row.page for row in check_rows(self.walk, REFERENCE)})
        self.walk.change(data.draw(st.sampled_from([*pages, "who", "who", "proof", "proof", "proof"])))

    @precondition(lambda self: self.walk.page.kind == "check")
    @rule()
    def sign(self) -> None:
        assert self.walk.sign(SIGNED) == ()
        assert application(self.walk, CASE, Language.ZH).signature == SIGNED

    @rule()
    def go_back(self) -> None:
        self.walk.back()

    @rule()
    def leave_and_come_again(self) -> None:
        self.walk = resume(TRADEMARK, CLOCK, json.loads(json.dumps(self.walk.to_json())))

    @invariant()
    def the_page_lies_on_the_way(self) -> None:
        assert self.walk.page in self.walk.journey.path(self.walk.state)

    @invariant()
    def whoever_may_check_has_said_all_that_is_needed(self) -> None:
        state = self.walk.state
        if self.walk.page.kind == "check":
            assert not lacking(
                TRADEMARK,
                self.walk.answers(),
                exhibits=state.exhibits,
                proof_later=state.proof_later,
                routes=state.routes or (),
            )


Wanderer.TestCase.settings = settings(max_examples=120, stateful_step_count=50)
TestWandering = Wanderer.TestCase
