from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.numbering import (
    ALPHABET,
    CaseNumber,
    case_number,
    check_sign,
    code_bits,
    make_code,
    parse_case_number,
    parse_code,
    whole,
)
from tests.domain.fakes import CountingRandom

SIGNS = st.text(ALPHABET, min_size=1, max_size=24)
DAY = date(2026, 11, 22)


def test_the_alphabet_has_32_signs_and_none_that_look_alike() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("IOQZ") & set(ALPHABET)


def test_every_single_wrong_sign_is_caught_in_any_two() -> None:
    for first, second in product(ALPHABET, repeat=2):
        right = check_sign(first + second)
        assert all(check_sign(other + second) != right for other in ALPHABET if other != first)
        assert all(check_sign(first + other) != right for other in ALPHABET if other != second)


def test_every_swap_of_neighbours_is_caught_after_any_sign() -> None:
    for before, first, second in product(ALPHABET, repeat=3):
        if first < second:
            assert check_sign(before + first + second) != check_sign(before + second + first)


@given(SIGNS, st.data())
def test_a_wrong_sign_anywhere_is_caught(signs: str, data: st.DataObject) -> None:
    made = signs + check_sign(signs)
    at = data.draw(st.integers(0, len(made) - 1))
    other = data.draw(st.sampled_from([s for s in ALPHABET if s != made[at]]))
    assert whole(made)
    assert not whole(made[:at] + other + made[at + 1 :])


@given(SIGNS, st.data())
def test_a_swap_anywhere_with_the_check_too_is_caught(signs: str, data: st.DataObject) -> None:
    made = signs + check_sign(signs)
    at = data.draw(st.integers(0, len(made) - 2))
    swapped = made[:at] + made[at + 1] + made[at] + made[at + 2 :]
    assert (swapped == made) == whole(swapped)


def test_strange_signs_and_lone_signs_are_not_whole() -> None:
    assert not whole("I0")
    assert not whole("0")
    assert not whole("")


def test_a_case_number_reads_as_station_machine_day_count_and_check() -> None:
    number = case_number(station="LJ07", machine="A", day=DAY, block=0, serial=42)
    assert number == "LJ07A-20261122-00042-S"


@given(
    st.sampled_from(["LJ07", "A1", "A20", "2020", "20LJ2026"]),
    st.sampled_from(sorted(set(ALPHABET))),
    st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    st.integers(0, 31),
    st.integers(0, 9999),
)
def test_a_case_number_comes_back_however_it_was_typed(
    station: str, machine: str, day: date, block: int, serial: int
) -> None:
    made = CaseNumber(station, machine, day, block, serial)
    assert parse_case_number(str(made)) == made
    assert parse_case_number(str(made).replace("-", " ").lower()) == made


def test_the_blocks_begin_anew_after_32() -> None:
    numbers = [case_number(station="LJ07", machine="A", day=DAY, block=n, serial=1) for n in range(32)]
    assert len(set(numbers)) == 32
    assert case_number(station="LJ07", machine="A", day=DAY, block=32, serial=1) == numbers[0]


def test_letters_that_look_like_digits_are_forgiven() -> None:
    assert parse_case_number("lj07a-2o261122-ooo42-s") == parse_case_number("LJ07A-20261122-00042-S")


@pytest.mark.parametrize("typed", ["", "LJ07A", "LJ07A-20261122-00043-S", "LJ07A-20261322-00042", "电话"])
def test_what_is_no_case_number_is_none(typed: str) -> None:
    assert parse_case_number(typed) is None


def test_a_number_with_a_day_that_never_was_is_none() -> None:
    signs = "LJ07A2026023000042"
    assert parse_case_number(signs + check_sign(signs)) is None


def test_a_day_holds_9999_numbers_a_machine() -> None:
    with pytest.raises(KnownError, match="numbers_used_up"):
        case_number(station="LJ07", machine="A", day=DAY, block=0, serial=10_000)


@given(st.integers(0, 255), st.sampled_from([4, 8, 12, 16, 20]))
def test_a_code_comes_back_however_it_was_typed(start: int, chars: int) -> None:
    code = make_code(CountingRandom(start), chars)
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code.lower())
    for typed in (code, code.lower(), code.replace("-", " "), wide, f" {code} "):
        parsed = parse_code(typed, chars)
        assert parsed.ok
        assert parsed.code == code


@given(st.integers(0, 255), st.data())
def test_a_slip_in_a_code_is_found_in_its_own_group(start: int, data: st.DataObject) -> None:
    signs = make_code(CountingRandom(start)).replace("-", "")
    at = data.draw(st.integers(0, len(signs) - 1))
    other = data.draw(st.sampled_from([s for s in ALPHABET if s != signs[at]]))
    assert parse_code(signs[:at] + other + signs[at + 1 :]).wrong_group == at // 4 + 1


def test_a_short_code_tells_how_many_signs_are_missing() -> None:
    code = make_code(CountingRandom())
    assert parse_code(code[:7]).missing == 6
    assert not parse_code(code[:7]).ok


def test_a_long_code_or_a_strange_sign_is_placed() -> None:
    code = make_code(CountingRandom())
    assert parse_code(code + "A").wrong_group == 4
    assert parse_code(code + "ABCD").wrong_group == 4
    assert parse_code(code[:5] + "?").wrong_group == 2


def test_a_code_of_twelve_signs_holds_45_bits() -> None:
    assert code_bits(12) == 45
    with pytest.raises(ValueError, match="10"):
        make_code(CountingRandom(), 10)
    with pytest.raises(ValueError, match="0"):
        make_code(CountingRandom(), 0)
