"""What may become of a copy, and when a person's word on it counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.copies import (
    MOVING,
    UNPRINTED,
    CopyState,
    Withdrawn,
    Word,
    after_word,
    may_turn,
    needs,
    trouble_kept,
    withdrawn,
)

S = CopyState
STATES = st.sampled_from(CopyState)
SAID = st.sampled_from(["", "paper_out", *Word, *Withdrawn])


def words_that_count(now: CopyState, said: str) -> list[Word]:
    """Return what a person may say of a copy in a state."""
    return [word for word in Word if after_word(now, said, word) is not None]


@given(STATES, STATES)
def test_only_a_copy_under_way_turns_by_its_printer(now: CopyState, to: CopyState) -> None:
    if may_turn(now, to):
        assert now in (*MOVING, S.UNKNOWN)
        assert to not in (S.IN_HAND, S.ABANDONED, S.RENDERED)
        assert now is not S.UNKNOWN or to not in MOVING


def test_a_copy_that_no_printer_has_neither_prints_nor_came_out() -> None:
    for state in (S.PRINTING, S.SETTLED, S.UNKNOWN):
        assert not may_turn(S.RENDERED, state)


@given(STATES, SAID, st.sampled_from(Word))
def test_a_word_counts_only_after_an_end(now: CopyState, said: str, word: Word) -> None:
    state = after_word(now, said, word)
    if state is not None:
        assert now not in (*MOVING, S.IN_HAND)
        assert state in (S.IN_HAND, S.ABANDONED, S.FAILED)
        assert (state is S.IN_HAND) == (word is Word.IN_HAND)


@given(STATES, SAID, st.lists(st.sampled_from(Word), max_size=6))
def test_words_come_to_an_end(now: CopyState, said: str, words: list[Word]) -> None:
    counted = 0
    for word in words:
        after = after_word(now, said, word)
        if after is not None:
            now, said, counted = after, "" if after is S.IN_HAND else word, counted + 1
    assert counted <= 2


@pytest.mark.parametrize(
    ("now", "said", "words"),
    [
        (S.SETTLED, "", ["in_hand", "not_taken", "destroyed", "not_there"]),
        (S.UNKNOWN, "offline", ["in_hand", "not_taken", "destroyed", "not_there"]),
        (S.FAILED, "paper_torn", ["in_hand", "destroyed"]),
        (S.CANCELLED, "session_ended", ["in_hand", "destroyed"]),
        (S.ABANDONED, "not_taken", ["in_hand", "destroyed", "not_there"]),
        (S.ABANDONED, "destroyed", []),
        (S.IN_HAND, "", []),
        (S.PRINTING, "paper_out", []),
    ],
)
def test_what_may_be_said_in_each_state(now: CopyState, said: str, words: list[str]) -> None:
    assert [word.value for word in words_that_count(now, said)] == words


def test_no_paper_where_nobody_could_tell_is_a_failure() -> None:
    assert after_word(S.UNKNOWN, "", Word.NOT_THERE) is S.FAILED
    assert after_word(S.SETTLED, "", Word.NOT_THERE) is S.ABANDONED


@given(STATES, SAID, st.sampled_from(["", "paper_out", "offline"]))
def test_a_copy_taken_back_says_so_until_its_end(state: CopyState, said: str, trouble: str) -> None:
    kept = trouble_kept(state, said, trouble)
    assert kept in (said, trouble)
    if withdrawn(said):
        assert (kept == said) == (state in (*MOVING, S.CANCELLED))
    else:
        assert kept == trouble


@given(STATES, SAID, st.booleans(), st.booleans(), st.booleans())
def test_a_hand_is_needed_only_where_nobody_is_there(
    state: CopyState, said: str, of_public: bool, there: bool, again: bool
) -> None:
    needed = needs(state, said, of_public=of_public, there=there, again=again)
    if needed:
        assert not there
        assert state not in (*MOVING, S.IN_HAND, S.CANCELLED)
    if needed == "reprint":
        assert state in UNPRINTED
        assert not again
    if not of_public:
        assert needed in ("", "fate")


@pytest.mark.parametrize(
    ("state", "said", "needed"),
    [
        (S.UNKNOWN, "", "fate"),
        (S.SETTLED, "", "collect"),
        (S.ABANDONED, "not_taken", "collect"),
        (S.ABANDONED, "destroyed", ""),
        (S.FAILED, "paper_jam", "reprint"),
        (S.CANCELLED, "later", ""),
    ],
)
def test_what_a_copy_of_the_public_waits_for(state: CopyState, said: str, needed: str) -> None:
    assert needs(state, said, of_public=True, there=False, again=False) == needed
