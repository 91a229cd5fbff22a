from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.recovery import ALPHABET, GROUPS, make_recovery_key, parse_key, spell
from tests.store.conftest import SeededRandom

KEYS = st.binary(min_size=32, max_size=32)
KEY = make_recovery_key(SeededRandom())


def fault(text: str) -> KnownError:
    with pytest.raises(KnownError) as told:
        parse_key(text)
    return told.value


@given(KEYS)
def test_a_key_written_down_is_read_back(key: bytes) -> None:
    groups = spell(key)
    assert len(groups) == GROUPS
    assert {len(group) for group in groups} == {5}
    assert parse_key("-".join(groups)) == key


@given(KEYS, st.sampled_from(["", " ", "－", "\n", " - "]))
def test_case_width_spaces_and_letters_that_look_alike_are_forgiven(key: bytes, between: str) -> None:
    text = between.join(spell(key)).lower().replace("0", "o").replace("1", "i").replace("2", "z")
    assert parse_key(text) == key
    assert parse_key("".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in text)) == key


@given(KEYS, st.integers(0, 64), st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(key: bytes, at: int, letter: str) -> None:
    text = "".join(spell(key))
    wrong = text[:at] + letter + text[at + 1 :]
    if wrong != text:
        assert fault(wrong).values == {"group": str(at // 5 + 1)}


@given(KEYS, st.integers(0, 63))
def test_two_characters_swapped_are_caught(key: bytes, at: int) -> None:
    text = "".join(spell(key))
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if swapped != text:
        assert fault(swapped).key == "recovery_key_group"


@given(KEYS, st.integers(0, 12), st.integers(0, 12))
def test_two_groups_swapped_are_caught_at_the_first(key: bytes, one: int, other: int) -> None:
    groups = list(spell(key))
    groups[one], groups[other] = groups[other], groups[one]
    if one != other:
        assert fault("".join(groups)).values == {"group": str(min(one, other) + 1)}


def test_a_character_that_is_none_of_ours_names_its_group() -> None:
    text = "".join(spell(KEY))
    assert fault("Q" + text[1:]).values == {"group": "1"}


@pytest.mark.parametrize("text", ["", "ABCDE", "".join(spell(KEY)) + "0"])
def test_too_few_or_too_many_characters_are_told(text: str) -> None:
    assert fault(text).values == {"found": str(len(text)), "needed": "65"}


def test_the_spare_bits_at_the_end_must_be_empty() -> None:
    start = "".join(spell(bytes(32))[:-1])
    assert {fault(f"{start}0001{letter}").values["group"] for letter in ALPHABET} == {"13"}
