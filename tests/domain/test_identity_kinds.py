from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.identity_kinds import IdentityKind, Tie, check, farthest, likely, mask, tie

GOOD = {
    IdentityKind.RESIDENT_ID: "11010519491231002X",
    IdentityKind.RESIDENCE_PERMIT: "810000199001010019",
    IdentityKind.FOREIGNER_CARD: "911124198108030024",
    IdentityKind.CHINESE_PASSPORT: "E12345678",
    IdentityKind.FOREIGN_PASSPORT: "L8989",
    IdentityKind.HK_MACAO_PERMIT: "H1234567801",
    IdentityKind.TAIWAN_PERMIT: "01234567",
    IdentityKind.CREDIT_CODE: "91330100799655058B",
}


def eighteen(head: str) -> str:
    """Return a made-up number of 18 characters that adds up."""
    body = f"{head:0<6}19900101001"
    return body + mod_11_2.calc_check_digit(body)


@pytest.mark.parametrize("head", ["81", "82", "83"])
def test_a_residence_permit_is_told_by_its_head(head: str) -> None:
    number = eighteen(head)
    assert check(IdentityKind.RESIDENCE_PERMIT, number) == (number, None)
    assert check(IdentityKind.RESIDENT_ID, number) == (number, None)
    assert likely(number)[0] is IdentityKind.RESIDENCE_PERMIT
    assert IdentityKind.RESIDENT_ID not in likely(number)


def test_both_foreigners_cards_are_taken() -> None:
    new = eighteen("9")
    assert check(IdentityKind.FOREIGNER_CARD, new) == (new, None)
    assert check(IdentityKind.FOREIGNER_CARD, "usa110074010112") == ("USA110074010112", None)
    assert likely(new)[0] is IdentityKind.FOREIGNER_CARD
    assert likely("USA110074010112") == (IdentityKind.FOREIGNER_CARD,)


@pytest.mark.parametrize(
    ("kind", "typed", "key"),
    [
        (IdentityKind.RESIDENCE_PERMIT, "11010519491231002X", "residence_permit_head"),
        (IdentityKind.RESIDENCE_PERMIT, "8100001990010100", "id_length"),
        (IdentityKind.FOREIGNER_CARD, "11010519491231002X", "foreigner_card_head"),
        (IdentityKind.FOREIGNER_CARD, "12345678", "id_length"),
        (IdentityKind.FOREIGNER_CARD, "U1A110074010112", "foreigner_card_old_characters"),
    ],
)
def test_a_number_of_another_card_is_told(kind: IdentityKind, typed: str, key: str) -> None:
    problem = check(kind, typed, "who")[1]
    assert isinstance(problem, Problem)
    assert (problem.question, problem.key) == ("who", key)


def test_a_resident_id_that_reads_as_a_credit_code_stays_both() -> None:
    assert IdentityKind.RESIDENT_ID in likely(GOOD[IdentityKind.RESIDENT_ID])
    assert likely(GOOD[IdentityKind.CREDIT_CODE]) == (IdentityKind.CREDIT_CODE,)
    assert likely("?") == ()


@pytest.mark.parametrize(
    ("kind", "masked"),
    [
        (IdentityKind.RESIDENT_ID, "110***********002X"),
        (IdentityKind.RESIDENCE_PERMIT, "810***********0019"),
        (IdentityKind.CHINESE_PASSPORT, "E1*****78"),
        (IdentityKind.FOREIGN_PASSPORT, "L**89"),
        (IdentityKind.HK_MACAO_PERMIT, "H1*******01"),
        (IdentityKind.TAIWAN_PERMIT, "0*****67"),
        (IdentityKind.CREDIT_CODE, "9133**********058B"),
    ],
)
def test_each_paper_is_masked(kind: IdentityKind, masked: str) -> None:
    assert mask(kind, GOOD[kind]) == masked


@given(st.sampled_from(list(IdentityKind)), st.text("0123456789AX", max_size=20))
def test_a_mask_never_shows_more_than_half_of_a_number(kind: IdentityKind, number: str) -> None:
    masked = mask(kind, number)
    assert len(masked) == len(number)
    assert len(masked.replace("*", "")) <= 8


@given(st.sampled_from(list(IdentityKind)), st.text(max_size=24))
def test_no_text_breaks_a_check_and_a_good_number_stays_as_it_is(kind: IdentityKind, typed: str) -> None:
    number, problem = check(kind, typed)
    if problem is None:
        assert check(kind, number) == (number, None)


def test_papers_tell_where_their_holders_belong() -> None:
    assert tie(IdentityKind.RESIDENT_ID) is Tie.MAINLAND
    assert tie(IdentityKind.TAIWAN_PERMIT) is Tie.HK_MACAO_TAIWAN
    assert tie(IdentityKind.FOREIGN_PASSPORT) is Tie.FOREIGN
    assert farthest((Tie.MAINLAND, Tie.FOREIGN, Tie.HK_MACAO_TAIWAN)) is Tie.FOREIGN
    assert farthest(()) is Tie.MAINLAND
