"""A complaint is a consumer dispute and nothing else."""

from __future__ import annotations

import pytest

from stationkiosk.domain.intake import Way, refused_as_complaint, way_of


@pytest.mark.parametrize(
    ("bought_for", "holds_right", "wants_deal", "way"),
    [
        ("daily_life", False, False, Way.COMPLAINT),
        ("business", False, False, Way.REPORT),
        ("", False, False, Way.REPORT),
        ("daily_life", True, False, Way.REPORT),
        ("", True, True, Way.MEDIATION),
    ],
)
def test_who_comes_decides_the_way(bought_for: str, holds_right: bool, wants_deal: bool, way: Way) -> None:
    told = way_of(bought_for=bought_for, holds_right=holds_right, wants_deal=wants_deal)
    assert told.way is way
    assert told.why.zh
    assert told.why.en


def test_only_what_was_bought_for_daily_life_is_taken_as_a_complaint() -> None:
    assert refused_as_complaint({"bought_for": "daily_life"}) is None
    for answers in ({"bought_for": "business"}, {"bought_for": None}, {}):
        refused = refused_as_complaint(answers)
        assert refused is not None
        assert refused.way is Way.REPORT
