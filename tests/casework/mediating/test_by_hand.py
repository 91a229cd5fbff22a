"""The fixed text printed to be signed by hand: the very bytes, sealed where they lie."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from stationkiosk.casework.views import CopyState, CopyView
from stationkiosk.documents.pictures import images
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.backup import backup
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.mediating.settled import FILER_N, OTHER_N, TERMS, Table, at_table, to_be_signed
from tests.casework.mediating.walled import member, open_bytes, words_of
from tests.casework.world import World

KIND = "agreement_to_sign"
MARK = "捌仟甲乙丙丁戊己庚"
WHY = "样品：打印出来签"


@pytest.fixture
def table(world: World) -> Table:
    """A text with a mark in it, fixed."""
    found = at_table(world)
    (name, stop), *rest = TERMS
    found.save(((name, {**stop, "scope": MARK}), *rest))
    found.fix()
    return found


def printed(table: Table, why: str = WHY) -> CopyView:
    return table.desk.print_to_sign(table.case_id, 1, why)


def sheets(world: World) -> list[Path]:
    """What came out of the printer, the newest last."""
    return sorted((world.folder / "printed").glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)


def test_the_very_bytes_that_are_signed_are_printed_and_the_copy_is_accounted_for(
    world: World, table: Table
) -> None:
    copy = printed(table)
    assert copy.state in (CopyState.SPOOLED, CopyState.PRINTING, CopyState.SETTLED)
    kept = table.desk.paper(copy.paper)
    assert hashlib.sha256(kept).hexdigest() == table.draft().text_sha256
    assert kept == table.desk.text_to_sign(table.case_id, 1)
    out = sheets(world)[-1].read_bytes()
    for before, after in zip(images(kept, 100), images(out, 100), strict=True):
        pairs = zip(before.convert("L").tobytes(), after.convert("L").tobytes(), strict=True)
        assert {was for was, now in pairs if was != now} == {255}, "the strip covers nothing"
    on_paper = words_of(out)
    assert MARK in on_paper
    assert "第 1 次打印" in on_paper
    (row,) = (one for one in rows(world.station, tables.Copy) if one.paper_n == copy.paper.n)
    assert (row.asked_by, row.format, row.reason) == ("mediator", "a4", "desk")
    said = [one.inputs for one in rows(world.station, tables.Acted) if one.action == "print_copy"]
    assert said == [{"reason": WHY}]
    (listed,) = (one for one in table.desk.open(table.case_id).papers if one.kind == KIND)
    assert listed.copies == 1
    assert verify(world.station.store, world.station.keys).ok


def test_it_bears_no_official_number_and_is_one_paper_however_often_it_is_printed(
    world: World, table: Table
) -> None:
    counted = len(rows(world.station, tables.OfficialCounter))
    first, pressed_twice = printed(table), printed(table)
    world.clock.move(hours=1)
    again = printed(table, "样品：第一张弄脏了")
    assert first.paper == pressed_twice.paper == again.paper
    assert (first.n, first.copy_no) == (pressed_twice.n, pressed_twice.copy_no)
    assert again.copy_no == 2
    (paper,) = (row for row in rows(world.station, tables.Paper) if row.kind == KIND)
    assert paper.verification_code == ""
    assert counted == len(rows(world.station, tables.OfficialCounter))
    assert table.draft().state == "fixed"


def test_a_reason_is_asked_for(table: Table) -> None:
    with pytest.raises(Closed, match="reason_missing"):
        printed(table, "  ")


def test_it_lies_enciphered_and_nobody_but_the_mediator_has_it(
    world: World, table: Table, tmp_path: Path
) -> None:
    ref = printed(table).paper
    (kept,) = (row for row in rows(world.station, tables.PaperFile) if row.paper_n == ref.n)
    assert b"%PDF" not in kept.bytes
    assert kept.sha256 == hashlib.sha256(kept.bytes).hexdigest()
    assert MARK.encode() not in open_bytes(world)
    moved = backup(world.station.store, world.station.keys, tmp_path / "样品.skb", world.clock.now())
    assert MARK.encode() not in moved.path.read_bytes()
    for file in world.folder.rglob("*"):
        if file.is_file() and file.parent.name != "printed":
            assert MARK.encode() not in file.read_bytes(), file.name
    others = [(role, "") for role in (Role.CLERK, Role.SUPERVISOR, Role.COURT_LIAISON, Role.OFFICER)]
    for role, login in (*others, (Role.MEDIATOR, "staff-1")):
        other = member(world, role, login)
        for ask in (
            lambda other=other: other.paper(ref),
            lambda other=other: other.print_paper(ref, WHY),
            lambda other=other: other.print_to_sign(table.case_id, 1, WHY),
        ):
            with pytest.raises(Closed, match=r"not_the_mediator|part_not_yours|case_not_yours"):
                ask()
        if role is not Role.OFFICER:
            seen = other.open(table.case_id)
            assert KIND not in {paper.kind for paper in seen.papers}
            assert MARK not in repr(seen) + repr(other.mediation(table.case_id, 1))
    (receipt,) = (row for row in rows(world.station, tables.Paper) if row.kind == "receipt")
    kiosk = world.counter().progress(receipt.data["receipt_code"])
    assert kiosk.papers
    assert ref not in {paper.ref for paper in kiosk.papers}


def test_a_text_that_was_opened_again_is_not_printed_any_more(world: World, table: Table) -> None:
    old = printed(table).paper
    table.do("reopen", reason="样品：金额写错")
    world.clock.move(hours=1)
    before = len(sheets(world))
    with pytest.raises(Closed, match="text_reopened"):
        table.desk.print_paper(old, WHY)
    with pytest.raises(Closed, match="no_such_version"):
        printed(table)
    table.save()
    table.fix(3)
    new = printed(table)
    assert new.paper != old
    assert len(sheets(world)) == before + 1
    with pytest.raises(Closed, match="text_reopened"):
        table.desk.print_paper(old, WHY)


def test_an_agreement_in_effect_is_printed_as_the_agreement(world: World) -> None:
    table = to_be_signed(world)
    ref = printed(table).paper
    table.sign_all()
    world.clock.move(hours=1)
    with pytest.raises(Closed, match="signing_over"):
        table.desk.print_paper(ref, WHY)


def test_a_mediation_that_ended_before_all_signed_prints_no_text(world: World) -> None:
    table = to_be_signed(world)
    ref = printed(table).paper
    table.do("end", ground="no_deal", reason="样品：没有谈成", told_way="phone")
    world.clock.move(hours=1)
    for ask in (lambda: table.desk.print_paper(ref, WHY), lambda: printed(table)):
        with pytest.raises(Closed, match="signing_over"):
            ask()


def test_what_was_printed_is_signed_scanned_back_and_in_effect(world: World, table: Table) -> None:
    printed(table)
    before = table.draft().text_sha256
    (world.folder / "usb" / "signed.pdf").write_bytes(sheets(world)[-1].read_bytes())
    scan = table.desk.take_scan(table.case_id, OTHER_N, table.versions()[0]).exhibits[-1]
    for n in (FILER_N, OTHER_N):
        table.sign(n, "paper", exhibit=str(scan.n))
    table.do("sign_mediator", text_sha256=before, strokes="[[[100,200,0],[300,400,40]]]")
    table.do("seal_agreement", text_sha256=before)
    assert table.state() == "agreed"
    assert table.draft().text_sha256 == before
