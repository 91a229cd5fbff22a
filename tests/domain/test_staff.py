"""Posts, sign-in names and passwords: what a person may hold and choose."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from stationkiosk.domain.actors import (
    Actor,
    Role,
    kiosk_public,
    kiosk_respondent,
    station_admin,
    the_station,
)
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import (
    ADMINS,
    CASE_ROLES,
    OTHERS,
    STAFF_ROLES,
    check_password,
    check_roles,
    foremost,
    read_login,
    tidy_password,
)


def refused(roles: frozenset[Role]) -> str:
    try:
        check_roles(roles)
    except Closed as fault:
        return fault.key
    return ""


@pytest.mark.parametrize("pair", [frozenset(pair) for pair in combinations(STAFF_ROLES, 2)], ids=str)
def test_of_every_two_posts_it_is_known_whether_one_person_may_hold_them(pair: frozenset[Role]) -> None:
    expected = ""
    if pair <= ADMINS:
        expected = "roles_admins"
    elif Role.AUDITOR in pair:
        expected = "roles_auditor"
    assert refused(pair) == expected


def test_the_three_admins_are_never_two_in_one_person_whatever_else_they_hold() -> None:
    for count in (2, 3):
        for admins in combinations(sorted(ADMINS), count):
            assert refused(frozenset(admins) | CASE_ROLES) == "roles_admins"


@pytest.mark.parametrize("role", STAFF_ROLES)
def test_every_post_may_be_held_alone(role: Role) -> None:
    assert not refused(frozenset({role}))


@pytest.mark.parametrize("role", set(Role) - set(STAFF_ROLES))
def test_who_is_no_staff_is_given_no_post(role: Role) -> None:
    assert refused(frozenset({role})) == "roles_not_staff"


def test_somebody_without_a_post_is_refused() -> None:
    assert refused(frozenset()) == "roles_none"


def test_people_sign_in_as_the_first_of_their_posts() -> None:
    assert foremost(frozenset({Role.SYSTEM_ADMIN, Role.OFFICER})) is Role.OFFICER


@pytest.mark.parametrize(
    ("typed", "login"), [("li.min", "li.min"), (" Li.Min ", "li.min"), ("ＬＩ-1", "li-1")]
)
def test_a_name_is_compared_in_small_letters_without_blanks(typed: str, login: str) -> None:
    assert read_login(typed) == login


@pytest.mark.parametrize("typed", ["", "x", "1li", "李敏", "li min", "l" * 33, "li/min"])
def test_a_name_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Closed, match="login_form"):
        read_login(typed)


@pytest.mark.parametrize("typed", ["admin", "Kiosk", "station"])
def test_nobody_is_called_what_the_journal_calls_others(typed: str) -> None:
    with pytest.raises(Closed, match="login_taken"):
        read_login(typed)


@pytest.mark.parametrize("actor", [kiosk_public, kiosk_respondent, station_admin, the_station])
def test_the_names_of_others_are_all_reserved(actor: Callable[[str], Actor]) -> None:
    assert actor("A").name in OTHERS


@pytest.mark.parametrize(
    "password",
    [
        "Teapot-7 cups",
        "蓝江-茶馆-7 号楼 Aa",
        "correct horse battery",
        "nine purple hats sing",
        "Üwq7pp-nmz",
    ],
)
def test_good_passwords_pass(password: str) -> None:
    check_password(password, "li.min", "李敏")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Ab1-", "password_short"),
        ("Ab1-" * 40, "password_long"),
        ("teapotteapot", "password_simple"),
        ("teapotseventeen", "password_simple"),
        ("Aa1-Aa1-Aa1-Aa1-", "password_simple"),
        ("Li.Min-2026-x", "password_yours"),
        ("李敏的密码-2026Aa", "password_yours"),
        ("Password-2026", "password_common"),
        ("Woaini-520!", "password_common"),
        ("Qwertyu-17", "password_common"),
        ("Zm-4567890-", "password_common"),
    ],
)
def test_passwords_that_others_guess_are_refused(password: str, why: str) -> None:
    with pytest.raises(Closed) as fault:
        check_password(password, "li.min", "李敏")
    assert fault.value.key == why


def test_a_station_may_want_longer_ones() -> None:
    with pytest.raises(Closed) as fault:
        check_password("Teapot-7 cups", "li.min", "李敏", 14)
    assert fault.value.values == {"least": "14"}


def test_the_same_signs_composed_otherwise_are_the_same_password() -> None:
    assert tidy_password("u\u0308ber") == tidy_password("über")
