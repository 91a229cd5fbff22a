"""What an agreement says of the record: whoever filed is called by name in both languages."""

from __future__ import annotations

import pytest

from stationkiosk.casework.mediating.known import third_person


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (
            "Put my mark on a sign, packaging or advert",
            "Put 张三样本's mark on a sign, packaging or advert",
        ),
        ("Spread lies about me", "Spread lies about 张三样本"),
        ("Made it public before I did", "Made it public before 张三样本 did"),
        ("Used the very same mark on the same goods", "Used the very same mark on the same goods"),
    ],
)
def test_an_agreement_calls_the_applicant_by_name_in_english_too(told: str, named: str) -> None:
    assert third_person(told, "张三样本") == named
