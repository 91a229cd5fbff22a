"""The bureau's answers at the kiosk: who holds the receipt reads and prints them, nobody else's."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.casework.door import Act, perform, read_matter
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.views import Filed, PaperRef
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.application import Claim, Consent, Fact, Right
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.members import actor
from tests.casework.test_reports import NAME, PHONE, report
from tests.casework.world import World, application
from tests.documents.reading import text_of

CLERK, OFFICER = actor(Role.CLERK), actor(Role.OFFICER)
TOLD = {"told_way": "phone"}
SAID = {"way": "phone", "said_on": "2026-11-23"}
WHEN = {"moment": "2026-12-01T10:00+08:00", "place": "样品室", "mediator": "mediator-1", **TOLD}
APPROVED = {"second": "staff-2", "approved_by": "样品局长", "approved_on": "2026-11-23"}


def complaint(world: World) -> Filed:
    told = application(
        world.station,
        form="complaint",
        right=Right("complaint", "", "", "", (), "样品茶叶"),
        facts=(Fact("bought_for", "daily_life"), Fact("bought_on", "2026-10-01")),
        claims=(Claim("refund"),),
        routes=(),
        consents=(Consent("publish", False),),
        sealed={},
    )
    return world.counter().file(told, "press-1")


def act(world: World, case_id: UUID, action: str, who: Actor = CLERK, **inputs: str) -> None:
    with world.station.store.read() as connection:
        matter, version = read_matter(connection, case_id, 1)
    key = f"{case_id}/{matter.version}/{action}"
    perform(world.station, Act(action, case_id, 1, version, matter.version, who, key, inputs))


def shown(world: World, code: str) -> list[str]:
    """Return the kinds of paper that the holder of a code may read, in their order."""
    refs = [paper.ref for paper in world.counter().progress(code).papers]
    return [
        paper.kind for ref in refs for paper in papers_of(world.station, ref.case_id) if paper.n == ref.n
    ]


def issued(world: World, case_id: UUID, kind: str) -> list[PaperRef]:
    return [PaperRef(case_id, p.n) for p in papers_of(world.station, case_id) if p.kind == kind]


def test_who_complained_reads_and_prints_every_answer_and_no_copy_of_the_other_side(world: World) -> None:
    filed = complaint(world)
    act(world, filed.case_id, "register")
    act(world, filed.case_id, "ask_identity", until="2026-11-30", what="身份证复印件", **TOLD)
    act(world, filed.case_id, "identity_shown")
    act(world, filed.case_id, "accept", **TOLD)
    act(world, filed.case_id, "filer_agrees", **SAID)
    act(world, filed.case_id, "other_agrees", **SAID)
    act(world, filed.case_id, "schedule", **WHEN)
    act(world, filed.case_id, "terminate", ground="no_deal", reason="样品：差得远")
    assert shown(world, filed.receipt_code) == [
        "receipt",
        "identity_request",
        "complaint_acceptance",
        "complaint_mediation_notice",
        "complaint_termination",
    ]
    mine, theirs = issued(world, filed.case_id, "complaint_mediation_notice")
    counter = world.counter()
    counter.progress(filed.receipt_code)
    assert counter.paper_pages(mine, 40)
    assert counter.reprint(issued(world, filed.case_id, "complaint_acceptance")[0])
    for kept in (theirs, *issued(world, filed.case_id, "complaint_registration")):
        with pytest.raises(Closed, match="paper_not_open"):
            counter.paper_pages(kept, 40)
        with pytest.raises(Closed, match="paper_not_open"):
            counter.reprint(kept)
    assert verify(world.station.store, world.station.keys).ok


def test_what_is_passed_on_or_still_to_be_signed_stays_with_the_counter(world: World) -> None:
    filed = complaint(world)
    act(world, filed.case_id, "distribute", body="样品机关", reason="样品", **TOLD)
    assert shown(world, filed.receipt_code) == ["receipt"]


def test_a_reporter_reads_the_result_by_the_receipt_and_it_names_nobody(world: World) -> None:
    filed = world.counter().file(report(world), "press-1")
    act(world, filed.case_id, "open_no_case", OFFICER, reason="样品：没有违法", **APPROVED)
    act(world, filed.case_id, "tell_no_case", OFFICER, **TOLD)
    assert shown(world, filed.receipt_code) == ["report_receipt", "report_result"]
    assert world.counter().progress(filed.receipt_code).takes_proof, "the letter says so"
    (result,) = (p for p in papers_of(world.station, filed.case_id) if p.kind == "report_result")
    assert NAME not in str(result.data)
    assert PHONE not in str(result.data)
    with pytest.raises(Closed, match="number_unknown"):
        world.counter().progress_by_number(filed.number, PHONE[-4:])


@pytest.mark.parametrize(
    ("action", "kind", "inputs"),
    [
        ("accept", "acceptance_notice", {}),
        ("refuse", "refusal_notice", {"ground": "power", "reason": "样品"}),
    ],
)
def test_who_asked_for_mediation_reads_the_answer(
    world: World, action: str, kind: str, inputs: dict[str, str]
) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    act(world, filed.case_id, action, **inputs)
    assert shown(world, filed.receipt_code) == ["receipt", kind]


def test_where_the_kiosk_prints_on_a_roll_a_sheet_is_read_there_and_printed_at_the_counter(
    world: World,
) -> None:
    filed = complaint(world)
    act(world, filed.case_id, "register")
    act(world, filed.case_id, "accept", **TOLD)
    station = world.station
    world.station = replace(station, terms=replace(station.terms, receipt_format="roll80"))
    counter = world.counter()
    counter.progress(filed.receipt_code)
    (acceptance,) = issued(world, filed.case_id, "complaint_acceptance")
    assert counter.paper_pages(acceptance, 40)
    with pytest.raises(Closed, match="reprints_off"):
        counter.reprint(acceptance)
    with world.station.store.read() as connection:
        assert connection.execute(select(tables.Copy.n)).first() is None


@pytest.mark.parametrize("language", list(Language))
def test_what_a_kiosk_prints_says_that_the_sealed_paper_counts(world: World, language: Language) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station, language=language), "press-1")
    act(world, filed.case_id, "accept")
    counter.progress(filed.receipt_code)
    counter.reprint(issued(world, filed.case_id, "acceptance_notice")[0])
    counter.reprint(filed.receipt)
    printed = [text_of(path.read_bytes()) for path in world.folder.rglob("*.pdf")]
    receipt, notice = sorted(printed, key=lambda text: "SK-121" in text)
    assert "未盖章，以盖章的为准" in notice
    assert ("the sealed paper counts" in notice) == (language is Language.EN)
    assert "sealed paper counts" not in receipt
    assert "未盖章" not in receipt
