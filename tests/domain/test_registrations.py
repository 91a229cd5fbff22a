from __future__ import annotations

from collections.abc import Callable

import pytest

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.registrations import (
    contract_number,
    copyright_number,
    geographical_number,
    software_number,
    work_number,
)

Check = Callable[[str, str], tuple[str, Problem | None]]


@pytest.mark.parametrize(
    ("check", "typed", "number"),
    [
        (work_number, "渝作登字-2023-F-00012345", "渝作登字-2023-F-00012345"),
        (work_number, "国作登字 2021 A 00054321 号", "国作登字-2021-A-00054321"),
        (software_number, "2021sr0123456", "2021SR0123456"),
        (software_number, "登记号：2009SR012345", "2009SR012345"),
        (copyright_number, "2021 SR 0123456", "2021SR0123456"),
        (copyright_number, "渝作登字-2023-F-00012345", "渝作登字-2023-F-00012345"),
        (geographical_number, "第 3333018 号", "3333018"),
        (geographical_number, "G1234567", "G1234567"),
        (geographical_number, "国家知识产权局公告 2019年第320号", "2019年第320号"),
        (geographical_number, "公告（2005）第 7 号", "2005年第7号"),
        (geographical_number, "2019-320", "2019年第320号"),
        (geographical_number, "AGI2010-03-00123", "AGI2010-03-00123"),
        (contract_number, " JS－2026 / 07 号 ", "JS－2026 / 07 号"),
    ],
)
def test_a_registration_is_taken_however_it_is_written(check: Check, typed: str, number: str) -> None:
    assert check(typed, "") == (number, None)


@pytest.mark.parametrize(
    ("check", "typed", "key", "values"),
    [
        (work_number, "渝2023F00012345", "work_number", {}),
        (work_number, "伦作登字-2023-F-00012345", "work_number_place", {"place": "伦"}),
        (work_number, "重庆作登字-2023-F-00012345", "work_number_place", {"place": "重庆"}),
        (work_number, "渝作登字-2023-Z-00012345", "work_number_letter", {"letter": "Z"}),
        (software_number, "软著登字第1234567号", "software_certificate", {}),
        (software_number, "2021SR012", "software_number", {}),
        (copyright_number, "软著登字第1234567号", "software_certificate", {}),
        (geographical_number, "涪陵榨菜", "geographical_number", {}),
        (contract_number, "甲" * 61, "too_long", {"most": "60", "count": "61"}),
    ],
)
def test_a_wrong_registration_is_told_why(
    check: Check, typed: str, key: str, values: dict[str, str]
) -> None:
    assert check(typed, "right")[1] == Problem("right", key, values)
