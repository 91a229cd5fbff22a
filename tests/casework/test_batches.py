"""A filing against several: a case for each, all or none, once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.papers import papers_of
from stationkiosk.domain.application import Application, Party, PartyKind, PartyRole
from stationkiosk.domain.errors import KnownError
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.world import PHOTO, World, application


def shops(count: int) -> tuple[Party, ...]:
    return tuple(
        Party(PartyRole.RESPONDENT, PartyKind.UNKNOWN, f"样品第{n}分店（虚构）", address=f"样品路 {n} 号")
        for n in range(1, count + 1)
    )


def batch(world: World, count: int) -> Application:
    one = application(world.station)
    return replace(one, parties=(*one.parties[:2], *shops(count)))


def test_each_shop_gets_a_case_and_one_paper_lists_them(world: World) -> None:
    counter = world.counter()
    filed = counter.file(batch(world, 5), "press-1")
    assert [other.respondent for other in filed.others] == [shop.name for shop in shops(5)[1:]]
    numbers = [filed.number, *(other.number for other in filed.others)]
    assert [number.split("-")[2] for number in numbers] == ["00001", "00002", "00003", "00004", "00005"]
    assert sorted(row.number for row in rows(world.station, tables.Case)) == numbers
    assert [paper.kind for paper in papers_of(world.station, filed.case_id)] == ["receipt", "batch_receipt"]
    assert filed.receipt.n == 2
    assert counter.paper_page(filed.receipt, 0, 110).startswith(b"\x89PNG")


def test_the_paper_says_that_the_sum_is_asked_of_each(world: World) -> None:
    filed = world.counter().file(batch(world, 2), "press-1")
    own, shared = (paper.data["claims"] for paper in papers_of(world.station, filed.case_id))
    assert [claim["label"]["zh"] for claim in own] == ["停止侵害", "赔偿损失"]
    assert [claim["label"]["zh"] for claim in shared] == ["停止侵害", "赔偿损失（每家）"]


def test_a_shop_without_a_name_is_listed_by_its_place(world: World) -> None:
    one = batch(world, 2)
    nameless = replace(one, parties=(*one.parties[:-1], replace(one.parties[-1], name="")))
    assert world.counter().file(nameless, "press-1").others[0].respondent == "样品路 2 号"


def test_each_case_names_its_own_shop_alone_and_holds_its_own_evidence(world: World) -> None:
    one = batch(world, 3)
    world.counter().file(one, "press-1")
    parties = rows(world.station, tables.Party)
    sides = [(row.case_id, row.name) for row in parties if row.role == "respondent"]
    assert sorted(name for _, name in sides) == sorted(shop.name for shop in shops(3))
    assert len({case for case, _ in sides}) == 3
    chunks = rows(world.station, tables.EvidenceChunk)
    assert {row.case_id for row in chunks} == {case for case, _ in sides}
    assert {row.bytes for row in chunks} == {PHOTO}
    assert len(rows(world.station, tables.Matter)) == 9
    assert len(rows(world.station, tables.Outbox)) == 3
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings


def test_each_code_opens_its_case_and_the_first_one_all(world: World) -> None:
    counter = world.counter()
    filed = counter.file(batch(world, 3), "press-1")
    last = filed.others[-1]
    assert counter.progress(last.receipt_code).number == last.number
    assert counter.progress(last.receipt_code).others == ()
    assert [one.number for one in counter.progress(filed.receipt_code).others] == [
        other.number for other in filed.others
    ]


def test_a_batch_is_filed_once(world: World) -> None:
    once = batch(world, 4)
    first = world.counter().file(once, "press-1")
    assert world.counter().file(once, "press-1") == first
    world.close()
    again = World.reopen(world.folder)
    assert again.counter().file(once, "press-2") == first
    assert len(rows(again.station, tables.Case)) == 4
    again.close()


def test_too_much_evidence_for_so_many_cases_is_told_before_anything_is_filed(world: World) -> None:
    small = replace(world.station, terms=replace(world.station.terms, max_batch_bytes=3 * len(PHOTO)))
    with pytest.raises(KnownError, match="batch_too_large"):
        Counter(small).file(batch(world, 4), "press-1")
    assert rows(world.station, tables.Case) == []
    assert len(Counter(small).file(batch(world, 3), "press-1").others) == 2


def test_what_a_filing_takes_at_most_holds_behind_the_screens_too(world: World) -> None:
    few = replace(world.station, terms=replace(world.station.terms, max_respondents=3))
    with pytest.raises(KnownError, match="sides_too_many"):
        Counter(few).file(batch(world, 4), "press-1")
    none = replace(world.station, terms=replace(world.station.terms, max_exhibits=0))
    with pytest.raises(KnownError, match="file_one_too_many"):
        Counter(none).file(batch(world, 2), "press-2")
    assert rows(world.station, tables.Case) == []


def test_a_fault_in_the_last_case_leaves_none(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    insert, seen = Unit.insert, []

    def breaks(self: Unit, table: type, /, **values: object) -> None:
        if table is tables.Case:
            seen.append(values)
            if len(seen) == 3:
                raise OSError("made up")
        insert(self, table, **values)

    once = batch(world, 3)
    with monkeypatch.context() as patch:
        patch.setattr(Unit, "insert", breaks)
        with pytest.raises(OSError, match="made up"):
            world.counter().file(once, "press-1")
    for table in (tables.Case, tables.Paper, tables.Code, tables.Outbox):
        assert rows(world.station, table) == []
    with world.station.store.read() as connection:
        assert connection.execute(select(func.count(tables.EvidenceChunk.n))).scalar() == 1
    assert len(world.counter().file(once, "press-1").others) == 2


def test_papers_owed_by_the_further_cases_are_made_at_the_next_start(world: World) -> None:
    world.counter().file(batch(world, 3), "press-1")
    assert len(rows(world.station, tables.PaperFile)) == 1
    world.counter().start_up()
    assert len(rows(world.station, tables.PaperFile)) == 4
