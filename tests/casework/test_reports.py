"""A report: no reporter in any open byte, its clocks, and where it goes when it is not for this agency."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from stationkiosk.casework.papers import papers_of
from stationkiosk.domain.application import Application, Fact, Right, Signature, SignatureKind
from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import open_seal, open_text
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.world import PARTIES, World, application

NAME, PHONE = "举报人样品甲", "+8613611112222"


def report(world: World, **changes: object) -> Application:
    counter = world.counter()
    said: dict[str, object] = {
        "form": "report",
        "parties": (PARTIES[2],),
        "right": Right("report", "", "", "", goods="样品牌茶叶"),
        "facts": (
            Fact("breach", "trademark"),
            Fact("story", "每天早上摆出来卖。"),
            Fact("seen_on", "2026-11-20"),
            Fact("bought", "no"),
            Fact("named", "named"),
        ),
        "claims": (),
        "routes": ("report",),
        "consents": (),
        "signature": Signature(SignatureKind.DECLARED, "", "0" * 64),
        "sealed": {
            "reporter_name": counter.seal("reporter_name", NAME, "officer"),
            "reporter_phone": counter.seal("reporter_phone", PHONE, "officer"),
        },
    }
    return replace(application(world.station), **(said | changes))  # type: ignore[arg-type]


def test_a_report_opens_its_check_with_its_clock(world: World) -> None:
    counter = world.counter()
    filed = counter.file(report(world), "press-1")
    assert {row.track for row in rows(world.station, tables.Matter)} == {"report", "preservation"}
    assert {row.rule for row in rows(world.station, tables.Deadline)} == {"report.check"}
    (paper,) = papers_of(world.station, filed.case_id)
    assert (paper.kind, paper.form_code) == ("report_receipt", "SK-103")
    assert counter.paper_page(filed.receipt, 0, 110).startswith(b"\x89PNG")
    seen = world.counter().progress(filed.receipt_code)
    assert [matter.track.en for matter in seen.matters] == ["Report for a penalty", "Proof kept safe"]


def test_pirated_copies_are_handed_on_by_a_day_and_open_no_penalty_track(world: World) -> None:
    copied = report(world, routes=(), facts=(Fact("breach", "copyright"),))
    filed = world.counter().file(copied, "press-1")
    assert {row.track for row in rows(world.station, tables.Matter)} == {"referral", "preservation"}
    assert {row.rule for row in rows(world.station, tables.Deadline)} == {"report.hand_on"}
    assert "copyright authority" in filed.steps[0].title.en
    assert filed.steps[0].due
    assert any("转给了谁" in step.title.zh for step in filed.steps)
    data = papers_of(world.station, filed.case_id)[0].data
    assert data["routes"][0]["label"]["zh"] == "转交版权部门"
    seen = world.counter().progress(filed.receipt_code)
    assert seen.title.en == "Report of a breach of the law"
    assert seen.matters[0].holder.en == "the clerk at the counter"
    assert seen.matters[0].next
    assert seen.matters[0].next.due == filed.steps[0].due


def test_a_reporter_is_told_of_the_result_the_way_they_chose(world: World) -> None:
    named = world.counter().file(report(world), "press-1")
    told = [step.title.zh for step in named.steps]
    assert any("打您留的电话" in title for title in told)
    unnamed = report(world, sealed={}, facts=(Fact("breach", "trademark"), Fact("named", "anonymous")))
    told = [step.title.zh for step in world.counter().file(unnamed, "press-2").steps]
    assert any("查询码" in title for title in told)
    assert not any("电话" in title for title in told)


def test_a_report_opens_no_mediation_whatever_was_asked(world: World) -> None:
    world.counter().file(report(world, routes=("mediation", "report")), "press-1")
    assert {row.track for row in rows(world.station, tables.Matter)} == {"report", "preservation"}


def test_who_reported_is_in_no_open_byte_and_only_the_officers_read_it(world: World) -> None:
    filed = world.counter().file(report(world), "press-1")
    with world.station.store.read() as connection:
        for table in tables.Case.metadata.sorted_tables:
            for row in connection.execute(table.select()):
                kept = repr(tuple(row)).encode() + b"".join(v for v in row if isinstance(v, bytes))
                assert NAME.encode() not in kept
                assert PHONE[3:].encode() not in kept
    (paper,) = papers_of(world.station, filed.case_id)
    assert NAME not in json.dumps(paper.data, ensure_ascii=False)
    boxes = {row.field: row for row in rows(world.station, tables.Sealed)}
    assert {row.reader for row in boxes.values()} == {"officer"}
    desk = load_keys(world.folder / "keys", desk=True)
    assert desk.officer_private
    assert desk.seal_private
    name = boxes["reporter_name"]
    assert open_text(desk.officer_private, name.box, b"reporter_name") == NAME
    with pytest.raises(KnownError, match="seal_closed"):
        open_seal(desk.seal_private, name.box, b"reporter_name")
    assert verify(world.station.store, world.station.keys).ok


def test_a_station_without_a_key_for_its_officers_says_so(world: World) -> None:
    old = replace(world.station, keys=replace(world.station.keys, officer_public=b""))
    from stationkiosk.casework.counter import Counter

    with pytest.raises(KnownError, match="officer_key_missing"):
        Counter(old).seal("reporter_name", NAME, "officer")
    anonymous = report(world, sealed={})
    assert Counter(old).file(anonymous, "press-1").number
