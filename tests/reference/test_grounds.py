"""The lists that inputs are chosen from, and the breaches that another authority punishes."""

from __future__ import annotations

from datetime import date

from stationkiosk.domain.text import Text
from tests.journeys.samples import REFERENCE

BEFORE, NOW = date(2026, 4, 14), date(2026, 4, 15)


def numbers(name: str, day: date) -> list[int]:
    return [row.number for row in REFERENCE.choices(name, day)]


def test_the_grounds_of_a_complaint_are_those_of_its_day_in_the_laws_order() -> None:
    assert numbers("complaint.refusal", BEFORE) == [1, 2, 3, 4, 5, 6]
    assert numbers("complaint.refusal", NOW) == [1, 2, 3, 4, 5, 6, 7]
    assert numbers("complaint.termination", BEFORE) == [1, 2, 3, 4, 5, 6, 7]
    assert numbers("complaint.termination", NOW) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert {row.option for row in REFERENCE.choices("complaint.termination", NOW)} >= {"ceased"}


def test_a_choice_is_said_as_on_its_day_and_a_strange_one_as_it_is() -> None:
    assert "60" in REFERENCE.choice("complaint.termination", "time", NOW).en
    assert "45" in REFERENCE.choice("complaint.termination", "time", BEFORE).en
    assert REFERENCE.choice("told_way", "pigeon", NOW) == Text("pigeon", "pigeon")


def test_every_row_belongs_to_a_list_with_two_choices_or_more() -> None:
    for rows in REFERENCE.grounds.rows.values():
        for row in rows:
            assert row.list
            assert row.option
            assert len(REFERENCE.choices(row.list, row.valid_from)) > 1 or row.list == "contact_way"


def test_a_breach_that_another_authority_punishes_is_a_row() -> None:
    found = REFERENCE.elsewhere("copyright", NOW)
    assert found is not None
    assert found.article == "report.referral"
    assert REFERENCE.elsewhere("trademark", NOW) is None
    assert REFERENCE.elsewhere(None, NOW) is None
    assert set(REFERENCE.breaches.rows) <= {
        option.id for option in REFERENCE.forms["report"].question("breach").options
    }
