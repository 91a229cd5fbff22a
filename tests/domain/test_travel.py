from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.travel import (
    check_digit,
    chinese_passport,
    foreign_passport,
    hk_macao_permit,
    old_foreigner_card,
    read_lines,
    taiwan_permit,
)

# The sample passport of ICAO 9303, part 4.
UPPER = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
LOWER = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"

Check = Callable[[str, str], tuple[str, Problem | None]]


@pytest.mark.parametrize(
    ("check", "typed", "number"),
    [
        (chinese_passport, "e12345678", "E12345678"),
        (chinese_passport, " EA 123 4567", "EA1234567"),
        (chinese_passport, "Ｇ１２３４５６７８", "G12345678"),
        (foreign_passport, "l898902c3", "L898902C3"),
        (foreign_passport, "C-1234", "C1234"),
        (hk_macao_permit, "h12345678", "H12345678"),
        (hk_macao_permit, "M 12345678 01", "M1234567801"),
        (taiwan_permit, "0123 4567", "01234567"),
        (old_foreigner_card, "usa 110074 010112", "USA110074010112"),
    ],
)
def test_a_paper_is_taken_however_it_is_written(check: Check, typed: str, number: str) -> None:
    assert check(typed, "") == (number, None)


@pytest.mark.parametrize(
    ("check", "typed", "key", "values"),
    [
        (chinese_passport, "E1234567", "passport_cn_length", {"count": "8"}),
        (chinese_passport, "A12345678", "passport_cn_characters", {"place": "1", "character": "A"}),
        (chinese_passport, "E1234S678", "passport_cn_characters", {"place": "6", "character": "S"}),
        (foreign_passport, "1234567890", "passport_foreign", {"count": "10"}),
        (foreign_passport, "护照12345", "passport_foreign", {"count": "7"}),
        (hk_macao_permit, "H123456789", "permit_hk_macao_length", {"count": "10"}),
        (hk_macao_permit, "T12345678", "permit_hk_macao_characters", {"place": "1", "character": "T"}),
        (hk_macao_permit, "H12345O78", "permit_hk_macao_characters", {"place": "7", "character": "O"}),
        (taiwan_permit, "1234567", "permit_taiwan_length", {"count": "7"}),
        (taiwan_permit, "T1234567", "permit_taiwan_characters", {"place": "1", "character": "T"}),
        (old_foreigner_card, "US1100740101", "foreigner_card_old_length", {"count": "12"}),
        (old_foreigner_card, "US1110074010112", "foreigner_card_old_characters",
         {"place": "3", "character": "1"}),
    ],
)  # fmt: skip
def test_a_wrong_paper_is_told_why_and_where(
    check: Check, typed: str, key: str, values: dict[str, str]
) -> None:
    assert check(typed, "who")[1] == Problem("who", key, values)


def test_the_lines_of_a_passport_are_read() -> None:
    passport, problem = read_lines(f"{UPPER}\n{LOWER}")
    assert problem is None
    assert passport is not None
    assert (passport.name, passport.number, passport.country) == ("ERIKSSON ANNA MARIA", "L898902C3", "UTO")
    assert (passport.nationality, passport.born, passport.expires) == ("UTO", "740812", date(2012, 4, 15))
    assert not passport.chinese


def test_lines_are_read_in_small_letters_on_one_line_and_with_other_marks() -> None:
    assert read_lines((UPPER + LOWER).lower().replace("<<", "«")) == read_lines(f"{UPPER}\n{LOWER}")
    chinese = LOWER.replace("UTO", "CHN")
    passport, _ = read_lines(UPPER.replace("UTO", "CHN") + chinese)
    assert passport is not None
    assert passport.chinese


def test_a_holder_with_one_name_has_one_name() -> None:
    passport, _ = read_lines("P<UTOSUPATRA".ljust(44, "<") + LOWER)
    assert passport is not None
    assert passport.name == "SUPATRA"


def test_an_empty_personal_number_may_have_no_check_digit() -> None:
    body = LOWER[:28] + "<" * 15
    whole = check_digit(body[:10] + body[13:20] + body[21:43])
    assert read_lines(UPPER + body + whole)[1] is None


@pytest.mark.parametrize(
    ("at", "part"), [(0, "number"), (13, "born"), (21, "expires"), (28, "personal"), (43, "whole")]
)
def test_the_part_that_was_misread_is_named(at: int, part: str) -> None:
    wrong = LOWER[:at] + ("2" if LOWER[at] != "2" else "3") + LOWER[at + 1 :]
    problem = read_lines(UPPER + wrong, "who")[1]
    assert problem == Problem("who", f"mrz_{part}")


@given(st.integers(0, 43), st.sampled_from("0123456789"))
def test_no_single_wrong_digit_of_what_is_checked_gets_through(at: int, digit: str) -> None:
    covered = LOWER[at].isdigit() and not 10 <= at < 13
    if covered and digit != LOWER[at]:
        assert read_lines(UPPER + LOWER[:at] + digit + LOWER[at + 1 :])[1] is not None


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        (UPPER, "mrz_length", {"count": "44"}),
        (UPPER.replace("ANNA", "AN?A") + LOWER, "mrz_characters",
         {"line": "1", "place": "18", "character": "?"}),
        (UPPER + LOWER.replace("ZE18", "ZE*8"), "mrz_characters",
         {"line": "2", "place": "31", "character": "*"}),
        ("V" + UPPER[1:] + LOWER, "mrz_not_passport", {}),
    ],
)  # fmt: skip
def test_lines_that_cannot_be_read_are_told_why(typed: str, key: str, values: dict[str, str]) -> None:
    assert read_lines(typed)[1] == Problem("", key, values)


@pytest.mark.parametrize("expiry", ["121315", "AB0415"])
def test_a_day_that_never_was_is_told(expiry: str) -> None:
    body = LOWER[:21] + expiry + check_digit(expiry) + LOWER[28:43]
    whole = check_digit(body[:10] + body[13:20] + body[21:43])
    assert read_lines(UPPER + body + whole)[1] == Problem("", "mrz_expires")
