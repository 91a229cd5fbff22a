"""The periods of the law as rows: the vectors of the domain notes, law by law, and every rule's trace."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import chain

import pytest

from stationkiosk.domain.deadlines import run
from stationkiosk.domain.events import Approver, PauseReason
from stationkiosk.domain.lengthening import lengthen
from stationkiosk.domain.rules import Confidence, Counting, Period, Unit
from stationkiosk.domain.text import Text
from tests.journeys.samples import REFERENCE

ROWS = tuple(chain(*REFERENCE.periods.rows.values()))

VECTORS = [
    ("complaint.accept", date(2025, 9, 26), date(2025, 10, 13)),
    ("complaint.accept", date(2026, 2, 9), date(2026, 2, 25)),
    ("complaint.mediate", date(2025, 8, 20), date(2025, 10, 28)),
    ("complaint.mediate", date(2026, 8, 3), date(2026, 10, 8)),
    ("confirmation.apply", date(2026, 1, 20), date(2026, 2, 24)),
    ("confirmation.apply", date(2025, 9, 5), date(2025, 10, 9)),
    ("report.check", date(2026, 4, 20), date(2026, 5, 13)),
    ("penalty.hearing_ask", date(2026, 9, 24), date(2026, 10, 9)),
    ("penalty.serve", date(2026, 4, 29), date(2026, 5, 12)),
    ("penalty.pay", date(2026, 9, 18), date(2026, 10, 8)),
    ("penalty.decide", date(2026, 3, 2), date(2026, 5, 31)),
]
"""The vectors of the domain notes, section 6, each by its rule."""


@pytest.mark.parametrize(("rule", "start", "last"), VECTORS)
def test_each_rule_gives_the_day_of_the_notes(rule: str, start: date, last: date) -> None:
    assert REFERENCE.deadline(rule, start).due == last


@pytest.mark.parametrize(
    ("rule", "start", "granted", "last"),
    [
        ("report.check", date(2026, 4, 20), date(2026, 5, 13), date(2026, 6, 3)),
        ("penalty.decide", date(2026, 3, 2), date(2026, 5, 20), date(2026, 6, 30)),
    ],
)
def test_lengthened_rules_give_the_day_of_the_notes(
    rule: str, start: date, granted: date, last: date
) -> None:
    clock = REFERENCE.clock(rule, start)
    longer = lengthen(clock, REFERENCE.calendar, approver=Approver.HEAD, reason="案情复杂", granted=granted)
    assert run(longer, REFERENCE.calendar).due == last


def test_a_complaint_keeps_the_rule_of_the_day_it_was_accepted() -> None:
    old, new = (
        REFERENCE.period("complaint.mediate", day) for day in (date(2026, 4, 14), date(2026, 4, 15))
    )
    assert (old.value, old.unit, old.confidence) == (45, Unit.WORKING_DAYS, Confidence.ARTICLE_READ)
    assert (new.value, new.unit, new.confidence) == (60, Unit.CALENDAR_DAYS, Confidence.SECONDARY)


def days(rule: str) -> tuple[int, Unit]:
    row = REFERENCE.period(rule, date(2026, 11, 22))
    return row.value, row.unit


@pytest.mark.parametrize(
    ("rule", "value", "unit"),
    [
        ("confirmation.decide", 30, "cd"), ("confirmation.object", 15, "cd"),
        ("confirmation.object_outside", 6, "mo"), ("penalty.seize", 30, "cd"),
        ("penalty.preserve", 7, "wd"),
        ("penalty.too_old", 2, "yr"), ("penalty.too_old_grave", 5, "yr"), ("penalty.publish", 20, "wd"),
        ("review.apply", 60, "cd"), ("review.accept", 5, "wd"), ("review.decide", 60, "cd"),
        ("suit.apply", 6, "mo"), ("suit.after_review", 15, "cd"), ("enforce.after_demand", 10, "wd"),
        ("enforce.apply", 3, "mo"), ("adjudication.sue", 15, "cd"), ("lawsuit.docket", 7, "cd"),
        ("lawsuit.answer", 15, "cd"), ("lawsuit.answer_abroad", 30, "cd"), ("lawsuit.fee", 7, "cd"),
        ("lawsuit.small", 2, "mo"), ("lawsuit.simple", 3, "mo"), ("lawsuit.ordinary", 6, "mo"),
        ("lawsuit.appeal", 15, "cd"), ("lawsuit.appeal_ruling", 10, "cd"), ("lawsuit.missed", 10, "cd"),
        ("injunction.decide", 48, "h"), ("injunction.sue", 30, "cd"), ("limitation.sue", 3, "yr"),
        ("enforcement.apply", 2, "yr"), ("enforcement.notice", 10, "cd"), ("service.publication", 30, "cd"),
        ("service.publication_abroad", 60, "cd"), ("notary.issue", 15, "wd"), ("crime.hand_over", 24, "h"),
        ("mediation.choose", 2, "wd"), ("mediation.assign", 3, "wd"), ("mediation.before_suit", 30, "cd"),
    ],
)  # fmt: skip
def test_each_rule_has_the_length_of_its_article(rule: str, value: int, unit: str) -> None:
    assert days(rule) == (value, Unit(unit))


def test_the_agencys_periods_do_not_roll_and_the_citizens_do() -> None:
    rolls = {row.id: row.roll for row in ROWS}
    held = ("penalty.decide", "penalty.seize", "review.decide", "enforce.apply")
    assert not any(rolls[rule] for rule in held)
    assert all(rolls[rule] for rule in ("penalty.pay", "review.apply", "suit.apply", "confirmation.apply"))


def test_a_seizure_ends_though_the_day_is_at_rest() -> None:
    assert REFERENCE.deadline("penalty.seize", date(2026, 9, 1)).due == date(2026, 10, 1)


def test_what_stops_the_decision_is_what_the_law_names() -> None:
    decide = REFERENCE.period("penalty.decide", date(2026, 3, 2))
    assert PauseReason.HEARING in decide.pauses
    assert PauseReason.MEDIATION not in decide.pauses


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.valid_from}")
def test_every_rule_explains_its_day_in_both_languages(row: Period) -> None:
    noon = datetime(row.valid_from.year, row.valid_from.month, row.valid_from.day, 4, tzinfo=UTC)
    found = REFERENCE.deadline_from(row.id, noon)
    assert found.trace[2] == row.article
    assert len(found.trace) >= 4
    assert all(line.zh and line.en and "{" not in line.zh + line.en for line in found.trace)
    assert (found.due <= found.start) is row.before


def test_a_law_tells_working_days_by_their_count() -> None:
    words = Text("甲", "A")
    apl = Counting(
        id="x", valid_from=date(2021, 1, 1), valid_to=None, source="made up",
        confidence=Confidence.INFERRED, label=words, working=frozenset({2, 7}),
    )  # fmt: skip
    assert apl.agrees(7, Unit.WORKING_DAYS)
    assert apl.agrees(15, Unit.CALENDAR_DAYS)
    assert not apl.agrees(7, Unit.CALENDAR_DAYS)
    assert not apl.agrees(15, Unit.WORKING_DAYS)
    assert apl.agrees(7, Unit.MONTHS)
