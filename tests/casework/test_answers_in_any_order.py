"""Whatever clerk and answerer do in whatever order, the record stays whole and says one thing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.casework.papers import papers_of
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.response import Mediate
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import act, asked, more_time, response, rows
from tests.casework.world import World

STEPS = st.lists(
    st.sampled_from(["yes", "no", "think", "again", "withdraw", "inquire", "accept", "days"]), max_size=6
)
SETTLED = {"consented": "yes", "declined": "no"}


@settings(max_examples=12)
@given(STEPS)
def test_an_answer_is_the_last_word_and_each_has_its_paper(steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World.make(Path(folder))
        filed, code = asked(world)
        refused: set[str] = set()
        for n, step in enumerate(steps):
            try:
                _do(world, code, n, step)
            except Closed as fault:
                refused.add(fault.key)
        answers = rows(world.station, tables.Response)
        receipts = [p for p in papers_of(world.station, filed.case_id) if p.kind == "answer_receipt"]
        assert refused <= {"answered_already", "code_ended", "not_in_this_state"}
        assert [row.paper_n for row in answers] == [paper.n for paper in receipts]
        state = rows(world.station, tables.Matter)[0].state
        said = [row.mediate for row in answers]
        assert all(word == "tell_more" for word in said[:-1])
        if state in SETTLED:
            assert said[-1] == SETTLED[state]
        found = verify(world.station.store, world.station.keys)
        assert found.ok, found.findings
        world.close()


def _do(world: World, code: str, n: int, step: str) -> None:
    case_id = rows(world.station, tables.Case)[0].id
    ways: dict[str, Callable[[], object]] = {
        "yes": lambda: world.counter().respond(code, response(world), f"a{n}"),
        "no": lambda: world.counter().respond(code, response(world, b"", mediate=Mediate.NO), f"a{n}"),
        "think": lambda: world.counter().respond(code, more_time(world, date(2026, 12, 20)), f"a{n}"),
        "again": lambda: world.counter().respond(code, response(world), "a0"),
        "days": lambda: world.clock.move(days=20),
    }
    ways.get(step, lambda: act(world.station, case_id, step, f"k{n}", reason="样品"))()
