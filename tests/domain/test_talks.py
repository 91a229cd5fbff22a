"""What is said to reach a settlement: written and read back, offers counted, answers put to them."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.talks import Answer, Reader, Talk, heard, open_offer, payable, read_talk

NUMBERS = st.none() | st.integers(1, 9)
TALKS = st.builds(
    Talk,
    text=st.text(max_size=40),
    reader=st.sampled_from(Reader),
    session_n=NUMBERS,
    side_n=NUMBERS,
    amount=st.none() | st.integers(1, 10**9).map(lambda fen: Decimal(fen) / 100),
    offer=st.booleans(),
    answers=NUMBERS,
    answer=st.sampled_from(Answer),
)


@given(TALKS)
def test_what_was_said_is_read_as_it_was_written(said: Talk) -> None:
    assert read_talk(json.loads(json.dumps(said.written()))) == said


def test_offers_are_counted_in_the_order_they_were_made_and_notes_are_not() -> None:
    note, first = Talk("样品：先听听"), Talk("样品：一次付", amount=Decimal(8000), offer=True)
    second = Talk("样品：分期付", amount=Decimal(9000), offer=True)
    told = heard([(1, note), (2, first), (3, Talk(answers=2, answer=Answer.COUNTERED)), (4, second)])
    assert [(one.n, one.offer, one.answer) for one in told] == [
        (1, 0, Answer.OPEN),
        (2, 1, Answer.COUNTERED),
        (4, 2, Answer.OPEN),
    ]
    assert [n for n in range(6) if open_offer(told, n)] == [4]


@pytest.mark.parametrize(
    ("amount", "can_be_offered"),
    [("0.01", True), ("999999999999", True), ("0", False), ("-5", False), ("0.001", False), ("NaN", False)],
)
def test_a_sum_is_offered_in_whole_fen(amount: str, can_be_offered: bool) -> None:
    assert payable(Decimal(amount)) is can_be_offered
    assert not payable(Decimal("1000000000000"))
