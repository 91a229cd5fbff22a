"""Filing: one case however often it is pressed, everything kept, nothing half done."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from sqlalchemy import func, select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.papers import read_paper
from stationkiosk.casework.station import Station
from stationkiosk.domain.application import Application, Fact, Party, PartyKind, PartyRole, Right
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.store import tables
from stationkiosk.store.evidence import keep
from tests.casework.world import PARTIES, HeldClock, World, application


def count(station: Station, table: type) -> int:
    with station.store.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_filing_opens_a_matter_for_each_route_and_issues_the_receipt(world: World) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    assert filed.number.startswith("LJ07A-20261123-00001-")
    assert count(world.station, tables.Matter) == 3
    assert count(world.station, tables.Paper) == 1
    assert count(world.station, tables.PaperFile) == 1
    assert count(world.station, tables.Outbox) == 1


def test_a_double_tap_files_once(world: World) -> None:
    counter, once = world.counter(), application(world.station)
    first = counter.file(once, "press-1")
    assert counter.file(once, "press-1") == first
    assert count(world.station, tables.Case) == 1
    assert count(world.station, tables.PaperFile) == 1


def test_a_retry_after_a_crash_files_once(world: World) -> None:
    once = application(world.station)
    first = world.counter().file(once, "press-1")
    world.close()
    again = World.reopen(world.folder)
    assert again.counter().file(once, "press-1") == first
    assert count(again.station, tables.Case) == 1
    again.close()


def test_a_draft_is_filed_once_whatever_key_it_comes_with(world: World) -> None:
    once = application(world.station)
    first = world.counter().file(once, "press-1")
    assert world.counter().file(once, "press-2") == first
    assert count(world.station, tables.Case) == 1


@dataclass
class RunningClock(HeldClock):
    """A clock that goes on a minute each time it is read."""

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


def test_a_filing_at_midnight_has_one_day(world: World) -> None:
    late = RunningClock(datetime(2026, 11, 23, 15, 58, 30, tzinfo=UTC))
    station = replace(world.station, clock=late)
    once = replace(application(world.station), exhibits=(), proof_later=True)
    filed = Counter(station).file(once, "press-1")
    assert filed.number[6:14] == "20261123"
    with world.station.store.read() as connection:
        of_case = tables.Deadline.case_id == filed.case_id
        starts = set(connection.execute(select(tables.Deadline.start).where(of_case)).scalars())
        moments = set(
            connection.execute(
                select(tables.Matter.opened_at).where(tables.Matter.case_id == filed.case_id)
            ).scalars()
        )
    assert {day.isoformat() for day in starts} == {"2026-11-23"}
    assert moments == {filed.filed_at}


def test_a_file_that_was_taken_back_is_not_kept_with_the_case(world: World) -> None:
    once = application(world.station)
    keep(world.station.store, once.id, BytesIO(b"a made-up file, taken back"))
    world.counter().file(once, "press-1")
    with world.station.store.read() as connection:
        kept = set(connection.execute(select(tables.EvidenceChunk.sha256)).scalars())
    assert kept == {once.exhibits[0].sha256}


def test_a_receipt_made_by_another_program_meanwhile_is_taken_as_it_is(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    with monkeypatch.context() as patch:
        patch.setattr("stationkiosk.casework.papers._stored", lambda *_: None)
        assert counter.paper_page(filed.receipt, 0, 110).startswith(b"\x89PNG")
    assert count(world.station, tables.PaperFile) == 1


def test_numbers_follow_each_other_within_a_day_and_begin_again_the_next(
    world: World, clock: HeldClock
) -> None:
    counter = world.counter()
    serials = [counter.file(application(world.station), f"a{n}").number[6:20] for n in range(3)]
    clock.move(days=1)
    serials.append(counter.file(application(world.station), "b").number[6:20])
    assert serials == ["20261123-00001", "20261123-00002", "20261123-00003", "20261124-00001"]


def test_what_comes_next_is_dated_and_says_why(world: World) -> None:
    steps = world.counter().file(application(world.station), "press-1").steps
    assert [step.due.isoformat() for step in steps if step.due] == ["2026-11-30", "2026-12-14"]
    assert all(step.when.zh and step.title.en and step.detail.zh for step in steps)
    assert "{" not in repr(steps)


def test_proof_brought_later_has_its_day(world: World) -> None:
    later = replace(application(world.station), exhibits=(), proof_later=True)
    steps = world.counter().file(later, "press-1").steps
    assert "2026-12-07" in [step.due.isoformat() for step in steps if step.due]


@pytest.mark.parametrize("change", [{"sha256": "0" * 64}, {"size": 1}])
def test_evidence_that_is_not_in_the_store_stops_the_filing(
    world: World, change: dict[str, object]
) -> None:
    sound = application(world.station)
    broken = replace(sound, exhibits=(replace(sound.exhibits[0], **change),))  # type: ignore[arg-type]
    with pytest.raises(KnownError, match="proof_not_kept"):
        world.counter().file(broken, "press-1")
    assert count(world.station, tables.Case) == 0
    assert world.counter().file(sound, "press-1").number


def test_a_name_no_font_can_print_stops_the_filing_and_names_the_sign(world: World) -> None:
    sound = application(world.station)
    strange = replace(sound, parties=(replace(sound.parties[0], name="样品\U0001f9cb"), *sound.parties[1:]))
    with pytest.raises(KnownError) as fault:
        world.counter().file(strange, "press-1")
    assert fault.value.key == "glyph_missing"
    assert fault.value.values["chars"] == "\U0001f9cb"
    assert count(world.station, tables.Case) == 0


def test_a_picture_in_a_file_name_does_not_stop_the_filing(world: World) -> None:
    counter = world.counter()
    sound = application(world.station)
    named = replace(sound, exhibits=(replace(sound.exhibits[0], name="\U0001f4f7 样品.jpg"),))
    filed = counter.file(named, "press-1")
    assert counter.paper_page(filed.receipt, 0, 110).startswith(b"\x89PNG")


def test_the_receipt_bytes_are_stored_once_with_their_hash(world: World) -> None:
    world.counter().file(application(world.station), "press-1")
    with world.station.store.read() as connection:
        kept = connection.execute(select(tables.PaperFile.bytes, tables.PaperFile.sha256)).one()
    assert hashlib.sha256(kept.bytes).hexdigest() == kept.sha256
    assert kept.bytes.startswith(b"%PDF-")


def test_a_paper_owed_by_a_crash_is_made_at_the_next_start(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = world.counter()

    def crash(*_: object) -> bytes:
        raise RuntimeError("made-up crash between the two transactions")

    with monkeypatch.context() as patch:
        patch.setattr("stationkiosk.casework.papers._render", crash)
        filed = counter.file(application(world.station), "press-1")
    assert count(world.station, tables.PaperFile) == 0
    world.counter().start_up()
    assert count(world.station, tables.PaperFile) == 1
    assert counter.paper_page(filed.receipt, 0, 110).startswith(b"\x89PNG")


def test_sealed_values_are_kept_as_ciphertext_with_their_reader(world: World) -> None:
    counter = world.counter()
    box = counter.seal("mediator_note", "底线是八千元")
    world.counter().file(replace(application(world.station), sealed={"mediator_note": box}), "press-1")
    with world.station.store.read() as connection:
        row = connection.execute(select(tables.Sealed.__table__)).one()
    assert (row.box, row.reader, row.field) == (box, "mediator", "mediator_note")
    assert "底线".encode() not in box


def test_the_draft_is_gone_once_it_is_filed_and_its_code_tells_the_number(world: World) -> None:
    counter = world.counter()
    draft = counter.open_draft("filing.trademark")
    filed = counter.file(application(world.station, id=draft.id), "press-1")
    assert count(world.station, tables.Draft) == 0
    with pytest.raises(Closed, match=f"draft_filed, number={filed.number}"):
        counter.resume_by_code(draft.code)


def every_text(case: Application) -> set[str]:
    told = {text for party in case.parties for text in (party.name, party.id_number, party.phone) if text}
    return told | {case.signature.text_sha256}


def test_the_journal_holds_no_personal_value(world: World) -> None:
    case = application(world.station)
    world.counter().file(case, "press-1")
    with world.station.store.read() as connection:
        bodies = "".join(connection.execute(select(tables.Journal.body)).scalars())
        code = connection.execute(select(tables.Paper.verification_code)).scalar_one()
    assert not [text for text in every_text(case) if text in bodies]
    assert code not in bodies


def test_the_receipt_tells_what_was_told_and_what_an_agent_still_brings(world: World) -> None:
    told = replace(
        application(world.station),
        facts=(
            Fact("acts", ("same_mark",)),
            Fact("since", "2026-10"),
            Fact("ongoing", "yes"),
            Fact("story", "样品\U0001f9cb"),
        ),
    )
    filed = world.counter().file(told, "press-1")
    data = read_paper(world.station, filed.receipt).data
    assert [fact["value"]["zh"] for fact in data["told"]] == ["2026年10月", "还在继续", "样品\U0001f9cb"]
    assert data["parties"][0]["id_masked"] == told.parties[0].id_number
    assert "带授权委托书原件来核对" in [step.title.zh for step in filed.steps]
    assert [step.due for step in filed.steps if step.due] == sorted(s.due for s in filed.steps if s.due)


ALONE = Party(PartyRole.APPLICANT, PartyKind.PERSON, "样品人", phone="+8613800001234")


@pytest.mark.parametrize(
    ("changes", "brought"),
    [
        ({"parties": (ALONE, PARTIES[2])}, ["带身份证来核对"]),
        ({"parties": (replace(ALONE, id_number="X1234567"), PARTIES[2])}, []),
        (
            {"right": Right("trademark", "3333018", "样品老茶", "ordinary")},
            ["带授权委托书原件来核对", "带权利人的书面授权"],
        ),
        ({"facts": (Fact("abroad", "foreign"),)}, ["带授权委托书原件来核对", "外文材料附中文译本"]),
    ],
)
def test_whoever_files_is_told_what_to_bring_next_time(
    world: World, changes: dict[str, object], brought: list[str]
) -> None:
    filed = world.counter().file(application(world.station, **changes), "press-1")
    assert [step.title.zh for step in filed.steps if step.when.zh == "下次来时"] == brought


def test_short_numbers_of_passports_are_masked_as_their_kind_calls_for(world: World) -> None:
    traveller = replace(ALONE, id_number="X1234567")
    filed = world.counter().file(application(world.station, parties=(traveller, PARTIES[2])), "press-1")
    assert read_paper(world.station, filed.receipt).data["parties"][0]["id_masked"] == "X*****67"


@pytest.mark.parametrize(
    ("number", "standing", "said"),
    [
        ("", "owner", ("未提供", "商标注册人")),
        ("", "unregistered", ("没有注册", "使用人（自称）")),
        ("3333018", "ordinary", ("", "普通许可的被许可人")),
    ],
)
def test_the_receipt_claims_no_registration_that_nobody_told_of(
    world: World, number: str, standing: str, said: tuple[str, str]
) -> None:
    right = Right("trademark", number, "样品老茶", standing)
    filed = world.counter().file(application(world.station, right=right), "press-1")
    told = read_paper(world.station, filed.receipt).data["right"]
    assert (told["number_none"]["zh"], told["standing"]["zh"]) == said


def test_a_draft_filed_elsewhere_with_another_text_says_its_number(world: World) -> None:
    counter, one = world.counter(), application(world.station)
    filed = counter.file(one, "press-1")
    other = replace(one, signature=replace(one.signature, text_sha256="1" * 64))
    with pytest.raises(Closed, match=f"draft_filed, number={filed.number}"):
        counter.file(other, "press-2")
