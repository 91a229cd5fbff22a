"""The bureau's papers: what each says, whom it is for, and numbers that never come twice."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from stationkiosk.casework.clocks import start_clocks
from stationkiosk.casework.issuing.issuers import ISSUED_BY
from stationkiosk.casework.issuing.making import make_paper
from stationkiosk.casework.papers import FORM_CODES, read_paper
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Language
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store import tables
from stationkiosk.store.completeness import completeness_findings
from stationkiosk.store.findings import Finding
from stationkiosk.store.verification import verify
from tests.casework.official import OFFICIAL_CLERK, issued
from tests.casework.world import World, application

RECEIPTS = {"receipt"}
"""Papers of a track that filing itself issues."""


def test_every_paper_a_track_names_is_issued_by_somebody() -> None:
    named = {kind for track in TRACKS.values() for row in track.actions for kind in row.papers}
    assert named - set(ISSUED_BY) - RECEIPTS == set()
    assert set(ISSUED_BY) <= set(FORM_CODES)


def test_numbers_count_by_kind_and_year_with_no_gap(world: World) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    numbers = [issued(world.station, case_id, "complaint_acceptance")[0].number for _ in range(3)]
    assert numbers == [f"渝两江市监投受LJ07A〔2026〕第{n}号" for n in (1, 2, 3)]
    with pytest.raises(Closed):
        issued(world.station, case_id, "complaint_refusal", ground="none")
    (refused,) = issued(world.station, case_id, "complaint_refusal", ground="too_old")
    assert refused.number == "渝两江市监投不受LJ07A〔2026〕第1号"
    world.clock.move(days=60)
    (next_year,) = issued(world.station, case_id, "complaint_acceptance")
    assert next_year.number == "渝两江市监投受LJ07A〔2027〕第1号"
    assert verify(world.station.store, world.station.keys).findings == ()


def test_after_a_restore_numbers_name_their_block(world: World) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    with world.station.store.write() as unit:
        code = unit.connection.execute(select(tables.StationRow.code)).scalar_one()
        unit.update(tables.StationRow, {"code": code}, block=2)
        unit.journal(None, world.station.itself(), "restore", world.station.clock.now())
    (paper,) = issued(world.station, case_id, "complaint_acceptance")
    assert paper.number == "渝两江市监投受LJ07A2〔2026〕第1号"


@pytest.mark.parametrize(
    ("statement", "what", "told"),
    [
        ("UPDATE official_counters SET last = 5", "official_missing", "4-5"),
        ("UPDATE official_counters SET last = 2", "official_unsound", "2"),
        ("UPDATE papers SET number = replace(number, '第2号', '第3号')", "official_missing", "2-2"),
        ("DELETE FROM official_counters", "official_unsound", "0"),
    ],
)
def test_a_number_with_no_paper_or_that_no_counter_gave_is_found(
    world: World, statement: str, what: str, told: str
) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    for _ in range(3):
        issued(world.station, case_id, "complaint_acceptance")
    with world.station.store.write() as unit:
        unit.connection.execute(text(statement))
    with world.station.store.read() as connection:
        found = list(completeness_findings(connection))
    series = "渝两江市监投受LJ07A 2026"
    assert Finding("", 0, what, f"{series} {told}") in found
    assert all(finding.where.startswith(series) for finding in found)


def test_two_stations_of_one_bureau_never_give_the_same(world: World) -> None:
    reference, day = world.station.reference, world.station.today()
    ours, theirs = (reference.official_number("identity_request", day, 1, at) for at in ("LJ07A", "LJ08A"))
    assert str(ours) != str(theirs)


def test_what_is_not_issued_takes_no_number(world: World) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    with pytest.raises(Closed):
        issued(world.station, case_id, "complaint_refusal", ground="")
    (first,) = issued(world.station, case_id, "complaint_refusal", ground="too_old")
    assert first.number.endswith("第1号")


def test_a_case_with_nothing_to_refer_makes_no_referral_letter(world: World) -> None:
    station = world.station
    case_id = world.counter().file(application(station, routes=("mediation",)), "press-1").case_id
    with pytest.raises(Closed, match="no_such_matter"):
        make_paper(station, case_id, "referral_letter", OFFICIAL_CLERK, {"body": "样品机关"})
    with pytest.raises(Closed, match="not_made_by_hand"):
        make_paper(station, case_id, "complaint_acceptance", OFFICIAL_CLERK, {})
    with pytest.raises(Closed, match="not_your_role"):
        make_paper(station, case_id, "evidence_list", station.public(), {})
    with pytest.raises(Closed, match="party_unknown"):
        make_paper(station, case_id, "evidence_list", OFFICIAL_CLERK, {"party": "9"})
    with pytest.raises(Closed, match="no_exhibits"):
        make_paper(station, case_id, "evidence_list", OFFICIAL_CLERK, {"party": "3"})
    (ref,) = make_paper(station, case_id, "service_address", OFFICIAL_CLERK, {"party": "3"})
    assert "样品街对面茶店" in str(read_paper(station, ref).data["blocks"])


def test_a_paper_says_what_the_record_says_now(world: World) -> None:
    station = world.station
    case_id = world.counter().file(application(station), "press-1").case_id
    key = {"case_id": case_id, "n": 1}
    with station.store.write() as unit:
        unit.update(tables.Right, key, name="改正后的样品")
        unit.update(tables.Claim, {"case_id": case_id, "n": 2}, amount_fen=1_900_050)
        unit.update(tables.Fact, {"case_id": case_id, "n": 2}, value="2026-09-30")
        unit.update(tables.Party, key, name="改名样品老茶坊")
        unit.journal(case_id, station.itself(), "correct", station.clock.now())
    (paper,) = issued(station, case_id, "complaint_registration")
    said = str(paper.data["blocks"])
    for now in ("改正后的样品", "19,000.50 元", "2026年9月30日", "改名样品老茶坊"):
        assert now in said


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        ("complaint_acceptance", "en"),
        ("complaint_termination", "en"),
        ("report_result", "en"),
        ("complaint_registration", "zh"),
        ("distribution_notice", "zh"),
    ],
)
def test_who_filed_in_english_gets_both_texts_and_offices_get_chinese(
    world: World, kind: str, language: str
) -> None:
    filed = world.counter().file(application(world.station, language=Language.EN), "press-1")
    (paper,) = issued(world.station, filed.case_id, kind, ground="time")
    assert paper.language == language


def test_each_side_is_called_in_its_own_language(world: World) -> None:
    filed = world.counter().file(application(world.station, language=Language.EN), "press-1")
    called = issued(world.station, filed.case_id, "complaint_mediation_notice")
    assert [paper.language for paper in called] == ["en", "zh"]


def test_a_last_day_in_a_year_without_holidays_yet_is_said_to_be_provisional(world: World) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    with world.station.store.write() as unit:
        start_clocks(world.station, unit, filed.case_id, 1, ("mediation.mediate",))
        unit.journal(filed.case_id, world.station.itself(), "start", world.station.clock.now())
    (sure,) = issued(world.station, filed.case_id, "acceptance_notice")
    assert "暂定" not in str(sure.data["blocks"])
    world.clock.move(days=45)
    other = world.counter().file(application(world.station), "press-2")
    with world.station.store.write() as unit:
        start_clocks(world.station, unit, other.case_id, 1, ("mediation.mediate",))
        unit.journal(other.case_id, world.station.itself(), "start", world.station.clock.now())
    (paper,) = issued(world.station, other.case_id, "acceptance_notice")
    assert "暂定" in str(paper.data["blocks"])
