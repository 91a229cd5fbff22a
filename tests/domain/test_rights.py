from __future__ import annotations

from datetime import date

import pytest

from stationkiosk.domain.rights import classes_named, expiry_warning, trademark_classes, trademark_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3333018", "3333018"),
        ("第 3333018 号", "3333018"),
        ("商标注册号：3333018", "3333018"),
        ("No. 3333018", "3333018"),
        ("№3333018", "3333018"),
        ("３３３３０１８", "3333018"),
        ("3333018a", "3333018A"),
        ("3,333,018", "3333018"),
        ("g1234567", "G1234567"),
        ("G123456B", "G123456B"),
    ],
)
def test_a_trademark_number_is_taken_however_it_is_written(typed: str, number: str) -> None:
    assert trademark_number(typed) == (number, None)


@pytest.mark.parametrize("typed", ["1234567890", "ABC", "G12", "3333018AB", "12x", "ZL202110954529.7"])
def test_what_is_no_trademark_number_is_told(typed: str) -> None:
    problem = trademark_number(typed, "right")[1]
    assert problem is not None
    assert (problem.question, problem.key) == ("right", "trademark_number")


@pytest.mark.parametrize(
    ("typed", "classes"),
    [
        ("9", ("9",)),
        ("第9类、第 25 类", ("9", "25")),
        ("25 9 25", ("9", "25")),
        ("９，２５", ("9", "25")),
        (("30", "9"), ("9", "30")),
    ],
)
def test_classes_come_in_order_and_once(typed: str | tuple[str, ...], classes: tuple[str, ...]) -> None:
    assert trademark_classes(typed) == (classes, None)


@pytest.mark.parametrize(("typed", "number"), [("46", "46"), ("0", "0"), ("服装", "")])
def test_a_class_that_is_not_there_is_named(typed: str, number: str) -> None:
    problem = trademark_classes(typed)[1]
    assert problem is not None
    assert problem.values == {"number": number}


@pytest.mark.parametrize(
    ("goods", "classes"),
    [
        ("火锅底料；第 30 类", (30,)),
        ("25类服装和第9类软件", (9, 25)),
        ("Clothing, class 25", (25,)),
        ("第99类", ()),
        ("火锅底料 500 克", ()),
    ],
)
def test_classes_are_found_in_a_description_of_goods(goods: str, classes: tuple[int, ...]) -> None:
    assert classes_named(goods) == classes


@pytest.mark.parametrize(
    ("today", "warning"),
    [
        (date(2025, 1, 19), ""),
        (date(2025, 1, 20), "renew_soon"),
        (date(2026, 1, 20), "renew_soon"),
        (date(2026, 1, 21), "in_grace"),
        (date(2026, 7, 20), "in_grace"),
        (date(2026, 7, 21), "lapsed"),
    ],
)
def test_the_term_of_a_mark_is_warned_of(today: date, warning: str) -> None:
    assert expiry_warning(date(2026, 1, 20), today, renewal=12, grace=6) == warning


@pytest.mark.parametrize(
    ("goods", "classes"),
    [
        ("第 30、43 类 火锅底料", (30, 43)),
        ("hot-pot seasoning; class 30 and 43", (30, 43)),
        ("Classes 9, 25 & 35", (9, 25, 35)),
        ("30类", (30,)),
        ("火锅底料 50 克", ()),
    ],
)
def test_lists_of_classes_are_read_whole(goods: str, classes: tuple[int, ...]) -> None:
    assert classes_named(goods) == classes
