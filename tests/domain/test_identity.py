from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.identity import (
    credit_code,
    mask,
    mask_phone,
    phone,
    resident_id,
    show_phone,
)

GOOD_ID = "11010519491231002X"
GOOD_CODE = "91330100799655058B"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("11010519491231002x", GOOD_ID),
        (" 110105 19491231 002X ", GOOD_ID),
        ("１１０１０５１９４９１２３１００２Ｘ", GOOD_ID),
        ("110105-19491231-002X", GOOD_ID),
        ("11010519491231002×", GOOD_ID),
        ("810000199001010019", "810000199001010019"),
    ],
)
def test_an_id_number_is_taken_however_it_is_written(typed: str, number: str) -> None:
    assert resident_id(typed) == (number, None)


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        ("1101051949123100", "id_length", {"count": "16"}),
        ("110105491231002", "id_old", {}),
        ("1101051949123100A2", "id_characters", {"place": "17", "character": "A"}),
        ("X10105194912310021", "id_characters", {"place": "1", "character": "X"}),
        ("110105194913310025", "id_birth_date", {"digits": "19491331"}),
        ("110105194912310021", "id_check", {}),
    ],
)
def test_a_wrong_id_number_is_told_why(typed: str, key: str, values: dict[str, str]) -> None:
    _, problem = resident_id(typed, "who")
    assert problem is not None
    assert (problem.question, problem.key, problem.values) == ("who", key, values)


@given(st.integers(0, 17), st.sampled_from("0123456789"))
def test_every_single_wrong_digit_of_an_id_number_is_caught(at: int, digit: str) -> None:
    typed = GOOD_ID[:at] + digit + GOOD_ID[at + 1 :]
    assert (resident_id(typed)[1] is None) == (typed == GOOD_ID)


@pytest.mark.parametrize("typed", ["9144030071526726XG", "91330100799655058b", " 9133 0100 7996 5505 8B"])
def test_a_credit_code_is_taken_however_it_is_written(typed: str) -> None:
    assert credit_code(typed)[1] is None


def test_a_rural_credit_code_may_begin_with_a_letter() -> None:
    # The check sign was worked out by the rule of GB 32100 for a made-up body.
    signs = "N2330100799655058"
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(signs))
    assert credit_code(signs + alphabet[-total % 31])[1] is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("9133010079965505", "credit_code_length"),
        ("500105000123456", "credit_code_old"),
        ("9133O100799655058B", "credit_code_characters"),
        ("91330100799655059B", "credit_code_check"),
    ],
)
def test_a_wrong_credit_code_is_told_why(typed: str, key: str) -> None:
    problem = credit_code(typed)[1]
    assert problem is not None
    assert problem.key == key


def test_strange_characters_of_a_credit_code_are_named() -> None:
    problem = credit_code("9133O1007996I5058B")[1]
    assert problem is not None
    assert problem.values == {"characters": "I、O", "place": "5"}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("138 0013 8000", "+8613800138000"),
        ("１３８－００１３－８０００", "+8613800138000"),
        ("+86 138 0013 8000", "+8613800138000"),
        ("0086-13800138000", "+8613800138000"),
        ("023-67575757", "+862367575757"),
        ("（023）67575757", "+862367575757"),
        ("+852 9123 4567", "+85291234567"),
        ("00853 6612 3456", "+85366123456"),
    ],
)
def test_a_phone_number_is_taken_however_it_is_written(typed: str, number: str) -> None:
    assert phone(typed) == (number, None)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1380013800", "phone_incomplete"),
        ("12345", "phone_incomplete"),
        ("打给我", "phone_unreadable"),
        ("67570000", "phone_area_code"),
        ("91234567", "phone_area_code"),
        ("+852 1234", "phone_incomplete"),
    ],
)
def test_a_wrong_phone_number_is_told_why(typed: str, key: str) -> None:
    problem = phone(typed)[1]
    assert problem is not None
    assert problem.key == key


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mainland_mobile_is_taken_by_its_shape(number: str) -> None:
    assert phone(number) == (f"+86{number}", None)
    assert phone(f"+86 {number[:3]}-{number[3:7]} {number[7:]}") == (f"+86{number}", None)


def test_a_mask_leaves_head_and_tail() -> None:
    assert mask(GOOD_ID) == "110***********002X"
    assert mask_phone("+8613800138000") == "138****8000"
    assert mask("1234567") == "*******"


@given(st.text("0123456789X", max_size=30))
def test_a_mask_keeps_the_length_and_hides_the_middle(number: str) -> None:
    masked = mask(number)
    assert len(masked) == len(number)
    assert len(masked.replace("*", "")) <= 7


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("+8613800138000", "138****8000"),
        ("+862367570000", "023****0000"),
        ("+861066668888", "010****8888"),
        ("+864001234567", "400***4567"),
    ],
)
def test_a_number_is_masked_as_people_dial_it(number: str, masked: str) -> None:
    assert mask_phone(number) == masked


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+8613800001234", "138 0000 1234"),
        ("+861088888888", "01088888888"),
        ("+864000123456", "4000123456"),
        ("+85221234567", "+85221234567"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_shown_as_it_is_dialled(number: str, shown: str) -> None:
    assert show_phone(number) == shown
