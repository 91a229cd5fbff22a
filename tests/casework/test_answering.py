"""Asking the other side and their answer: one code, one transaction, one receipt, and the wall."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from stationkiosk.casework.papers import paper_bytes, papers_of, read_paper
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.application import Consent
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.response import Mediate, Position, Response
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import open_seal, open_text
from stationkiosk.store import tables
from stationkiosk.store.schema import HEAD, migrate
from stationkiosk.store.verification import verify
from tests.casework.answers import SHOP, act, asked, exhibit, more_time, notice_of, response, rows
from tests.casework.members import enrol
from tests.casework.world import PARTIES, PHOTO, HeldClock, World, application


def test_the_notice_tells_what_is_claimed_and_of_the_claimant_only_the_name(world: World) -> None:
    filed, code = asked(world)
    notice = world.counter().open_notice(code.lower().replace("-", " "))
    assert (notice.case_id, notice.number, notice.party_n) == (filed.case_id, filed.number, 3)
    assert notice.claimant == PARTIES[0].name
    assert notice.whom == PARTIES[2].name
    assert notice.acts[0].zh
    assert [claim.en for claim in notice.claims] == ["Stop the infringement", "Damages: 18,000 yuan"]
    assert notice.since
    assert notice.since.zh == "2026年10月1日"
    assert notice.answer_by == date(2026, 12, 2)
    assert not notice.answered
    told = json.dumps(notice_of(world.station, filed.case_id), ensure_ascii=False)
    for party in PARTIES[:2]:
        for secret in (party.id_number, party.phone, party.representative, party.phone[-4:]):
            assert not secret or secret not in told


def test_whoever_runs_a_place_can_be_asked_without_a_name(world: World) -> None:
    shop = replace(PARTIES[2], name="")
    filed, code = asked(world, parties=(*PARTIES[:2], shop))
    to = notice_of(world.station, filed.case_id)["to"]
    assert (to["name"]["zh"], to["address"]) == ("下列地址的经营者", shop.address)
    assert world.counter().open_notice(code).whom == ""


def test_nobody_is_asked_before_acceptance_or_without_the_claimants_leave(world: World) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    with pytest.raises(Closed, match="not_in_this_state"):
        act(world.station, filed.case_id, "inquire")
    silent = application(world.station, consents=(Consent("tell_other_side", False),))
    other = world.counter().file(silent, "press-2")
    act(world.station, other.case_id, "accept")
    with pytest.raises(Closed, match="no_consent_tell_other_side"):
        act(world.station, other.case_id, "inquire")
    kinds = {paper.kind for paper in papers_of(world.station, other.case_id)}
    assert kinds == {"receipt", "acceptance_notice"}


def test_asking_is_noted_as_a_contact_and_sets_the_day(world: World) -> None:
    asked(world)
    (contact,) = rows(world.station, tables.Contact)
    assert (contact.party_n, contact.way, contact.made_by) == (3, "notice", "clerk-1")
    clocks = {row.rule: row.due for row in rows(world.station, tables.Deadline) if not row.stopped_at}
    assert clocks["mediation.answer"] == date(2026, 12, 2)


def test_an_answer_is_entered_once_with_its_receipt(world: World) -> None:
    filed, code = asked(world)
    counter, said = world.counter(), response(world)
    first = counter.respond(code, said, "answer-1")
    assert counter.respond(code, said, "answer-1") == first
    assert counter.respond(code, said, "answer-2") == first
    assert first.number == filed.number
    assert first.receipt_code != filed.receipt_code
    assert len(rows(world.station, tables.Response)) == 1
    kinds = [paper.kind for paper in papers_of(world.station, filed.case_id)]
    assert kinds == ["receipt", "acceptance_notice", "inquiry_notice", "answer_receipt"]
    assert counter.paper_page(first.receipt, 0, 110).startswith(b"\x89PNG")
    assert counter.open_notice(code).answered
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings


def test_an_answer_survives_a_restart(world: World) -> None:
    _filed, code = asked(world)
    said = response(world)
    first = world.counter().respond(code, said, "answer-1")
    world.close()
    again = World.reopen(world.folder)
    assert again.counter().respond(code, said, "answer-1") == first
    again.close()


def test_what_was_brought_lies_under_the_case_with_whose_it_is(world: World) -> None:
    filed, code = asked(world)
    said = response(world)
    world.counter().respond(code, said, "answer-1")
    exhibits = [(row.party_n, row.sha256) for row in rows(world.station, tables.Exhibit)]
    assert exhibits[1] == (3, said.exhibits[0].sha256)
    assert exhibits[0][0] is None
    assert {row.case_id for row in rows(world.station, tables.EvidenceChunk)} == {filed.case_id}
    named = [(row.name, row.answers_for) for row in rows(world.station, tables.Party)]
    assert named[-1] == (SHOP.name, 3)
    assert {row.answers_for for row in rows(world.station, tables.Party)[:3]} == {None}


def test_whoever_answers_through_an_agent_stands_first_and_is_told_to_bring_the_letter(
    world: World,
) -> None:
    _filed, code = asked(world)
    said = response(world, parties=(PARTIES[1], SHOP))
    answered = world.counter().respond(code, said, "answer-1")
    data = read_paper(world.station, answered.receipt).data
    assert [party["role"] for party in data["parties"]] == ["respondent", "agent"]
    assert any("letter of authority" in step.title.en for step in answered.steps)


def test_a_case_filed_before_there_were_answers_still_verifies_and_may_be_answered(tmp_path: Path) -> None:
    world = World.make(tmp_path, members={})
    once = application(world.station)
    world.counter().file(once, f"press-{once.id}")
    for schema in ("0002", HEAD):
        with world.station.store.write() as unit:
            migrate(unit.connection, schema)
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
    enrol(world.station)
    act(world.station, once.id, "accept")
    act(world.station, once.id, "inquire")
    code = notice_of(world.station, once.id)["notice_code"]
    assert world.counter().respond(code, response(world), "answer-1")
    world.close()


def test_both_sides_may_bring_the_same_file(world: World) -> None:
    _filed, code = asked(world)
    world.counter().respond(code, response(world, PHOTO), "answer-1")
    assert len(rows(world.station, tables.EvidenceChunk)) == 1
    assert len(rows(world.station, tables.Exhibit)) == 2
    assert verify(world.station.store, world.station.keys).ok


@pytest.mark.parametrize(
    ("mediate", "state", "given"),
    [
        (Mediate.YES, "consented", True),
        (Mediate.NO, "declined", False),
        (Mediate.TELL_MORE, "undecided", None),
    ],
)
def test_the_word_on_mediating_moves_the_matter(
    world: World, mediate: Mediate, state: str, given: bool | None
) -> None:
    _filed, code = asked(world)
    world.counter().respond(code, response(world, mediate=mediate), "answer-1")
    matter = rows(world.station, tables.Matter)[0]
    assert matter.state == state
    said = [row.given for row in rows(world.station, tables.Consent) if row.consent == "mediate"]
    assert said == ([] if given is None else [given])
    running = {row.rule for row in rows(world.station, tables.Deadline) if not row.stopped_at}
    assert ("mediation.answer" in running) is (mediate is Mediate.TELL_MORE)
    assert ("mediation.mediate" in running) is (mediate is not Mediate.NO)


def test_asking_for_time_leaves_a_provisional_day_and_the_first_one(world: World) -> None:
    _filed, code = asked(world)
    first = world.counter().respond(code, more_time(world, date(2026, 12, 20)), "answer-1")
    clocks = [row for row in rows(world.station, tables.Deadline) if row.rule == "mediation.answer"]
    assert [(row.due, row.provisional) for row in clocks] == [
        (date(2026, 12, 2), False),
        (date(2026, 12, 20), True),
    ]
    assert [step.due for step in first.steps if step.provisional] == [date(2026, 12, 20)]
    notice = world.counter().open_notice(code)
    assert (notice.answered, notice.answer_by, notice.asked_until) == (
        False,
        date(2026, 12, 2),
        date(2026, 12, 20),
    )
    second = world.counter().respond(code, response(world), "answer-2")
    assert second.receipt != first.receipt
    assert all(row.stopped_at for row in rows(world.station, tables.Deadline) if row.rule == clocks[0].rule)


def test_wanting_to_know_more_first_is_an_answer_a_few_times_only(world: World) -> None:
    _filed, code = asked(world)
    most = world.station.terms.tell_more
    for n in range(most):
        assert world.counter().open_notice(code).may_ask
        world.counter().respond(code, response(world, b"", mediate=Mediate.TELL_MORE), f"answer-{n}")
    assert not world.counter().open_notice(code).may_ask
    with pytest.raises(Closed, match="asked_often"):
        world.counter().respond(code, response(world, b"", mediate=Mediate.TELL_MORE), "once-more")
    assert len(rows(world.station, tables.Response)) == most
    assert world.counter().respond(code, response(world), "a-yes")


def test_a_second_answer_begins_with_what_was_open_in_the_first(world: World) -> None:
    _filed, code = asked(world)
    assert world.counter().open_notice(code).said == {}
    first = response(world, mediate=Mediate.TELL_MORE, supplied_on="")
    world.counter().respond(code, first, "answer-1")
    assert world.counter().open_notice(code).said == {
        "positions": ("lawful_source",),
        "supplier": "样品批发部（虚构）",
        "supplied_on": None,
        "fair_price": "usual",
        "source_papers": ("invoice",),
    }
    silent = replace(more_time(world, date(2026, 12, 20)), supplier="", supplied_on="", facts=())
    world.counter().respond(code, silent, "answer-2")
    assert world.counter().open_notice(code).said == {}
    contested = replace(silent, id=response(world, b"").id, exhibits=(), grounds=("earlier",), until=None)
    world.counter().respond(code, contested, "answer-3")
    said = world.counter().open_notice(code).said
    assert said == {"positions": ("contest_right",), "grounds": ("earlier",)}


def test_who_answers_is_told_where_it_stands_as_the_one_who_was_asked(world: World) -> None:
    _filed, code = asked(world)
    answered = world.counter().respond(code, more_time(world, date(2026, 12, 20)), "answer-1")
    (matter,) = world.counter().progress(answered.receipt_code).matters
    assert "other side" not in matter.state.en
    assert matter.yours
    assert matter.next
    assert (matter.next.due, matter.next.provisional) == (date(2026, 12, 2), False)
    assert "有人投诉我" in matter.next.detail.zh
    assert "{" not in matter.next.detail.en
    world.counter().respond(code, response(world, mediate=Mediate.NO), "answer-2")
    (matter,) = world.counter().progress(answered.receipt_code).matters
    assert "other side" not in matter.state.en


@pytest.mark.parametrize("mediate", [Mediate.YES, Mediate.TELL_MORE])
def test_an_answer_that_is_in_is_not_answered_for_another_text(world: World, mediate: Mediate) -> None:
    filed, code = asked(world)
    until = {"until": date(2026, 12, 20)} if mediate is Mediate.TELL_MORE else {}
    said = response(world, mediate=mediate, **until)
    first = world.counter().respond(code, said, "answer-1")
    assert world.counter().respond(code, said, "answer-1") == first
    assert world.counter().respond(code, said, "another press of the same draft") == first
    changed = replace(said, signature=replace(said.signature, text_sha256="e" * 64))
    for other in (changed, replace(changed, id=response(world).id)):
        with pytest.raises(Closed) as told:
            world.counter().respond(code, other, "answer-1")
        assert (told.value.key, told.value.values["number"]) == ("draft_filed", filed.number)
    assert len(rows(world.station, tables.Response)) == 1


def test_once_a_yes_or_no_is_in_no_more_is_taken(world: World) -> None:
    filed, code = asked(world)
    world.counter().respond(code, response(world, mediate=Mediate.NO), "answer-1")
    with pytest.raises(Closed, match="answered_already"):
        world.counter().respond(code, response(world), "answer-2")
    assert len(rows(world.station, tables.Response)) == 1
    act(world.station, filed.case_id, "withdraw", reason="样品")
    with pytest.raises(Closed, match="code_ended"):
        world.counter().open_notice(code)
    with pytest.raises(Closed, match="code_ended"):
        world.counter().respond(code, response(world), "answer-3")


def test_the_code_ends_with_its_day_and_another_code_opens_nothing(world: World, clock: HeldClock) -> None:
    filed, code = asked(world)
    with pytest.raises(Closed, match="code_unknown"):
        world.counter().open_notice(filed.receipt_code)
    with pytest.raises(Closed, match="code_short"):
        world.counter().open_notice(code[:9])
    clock.move(days=61)
    with pytest.raises(Closed, match="code_ended"):
        world.counter().respond(code, response(world), "answer-1")


def test_evidence_that_is_not_there_or_a_name_that_cannot_be_printed_stops_the_answer(world: World) -> None:
    _filed, code = asked(world)
    said = response(world)
    missing = replace(said, exhibits=(replace(said.exhibits[0], sha256="0" * 64),))
    with pytest.raises(KnownError, match="proof_not_kept"):
        world.counter().respond(code, missing, "answer-1")
    with pytest.raises(KnownError, match="glyph_missing"):
        world.counter().respond(code, replace(said, supplier="样品\U0001f9cb"), "answer-1")
    assert rows(world.station, tables.Response) == []
    assert world.counter().respond(code, said, "answer-1")


def test_the_draft_is_gone_and_its_code_tells_the_number(world: World) -> None:
    filed, code = asked(world)
    counter = world.counter()
    draft = counter.open_draft("answer")
    counter.respond(code, replace(response(world, b""), id=draft.id), "answer-1")
    with pytest.raises(Closed) as told:
        counter.resume_by_code(draft.code)
    assert (told.value.key, told.value.values["number"]) == ("draft_filed", filed.number)


def test_the_answerer_follows_the_mediation_alone(world: World) -> None:
    filed, code = asked(world)
    answered = world.counter().respond(code, response(world), "answer-1")
    seen = world.counter().progress(answered.receipt_code)
    assert [matter.track.en for matter in seen.matters] == ["Mediation"]
    assert world.counter().progress_by_number(filed.number, "7777").matters == seen.matters


def test_what_is_sealed_is_in_no_open_byte_and_only_the_mediator_reads_it(world: World) -> None:
    _filed, code = asked(world)
    mark, offer, admitted = "样品底线捌千元", "offer_marked", "agree_in_part"
    boxes = {"statement": world.counter().seal("statement", mark)}
    said = response(world, agreed=(offer, "stop"), sealed=boxes)
    answered = world.counter().respond(code, said, "answer-1")
    every = [row for table in tables.Case.metadata.sorted_tables for row in _all(world, table)]
    told = repr(every)
    assert mark not in told
    assert offer not in told
    assert admitted not in told
    assert said.signature.text_sha256 not in told
    for paper in papers_of(world.station, answered.case_id):
        data = json.dumps(paper.data, ensure_ascii=False)
        assert mark not in data
        assert "愿意解决" not in data
    kept = {row.field: row for row in rows(world.station, tables.Sealed) if row.party_n == 3}
    assert {row.reader for row in kept.values()} == {"mediator"}
    desk = load_keys(world.folder / "keys", desk=True)
    assert desk.seal_private
    assert desk.officer_private
    opened = {field: open_text(desk.seal_private, row.box, field.encode()) for field, row in kept.items()}
    assert opened == {
        "agreed": json.dumps([offer, "stop"]),
        "positions": json.dumps(["agree_in_part", "lawful_source"]),
        "statement": mark,
        "signed_text": said.signature.text_sha256,
    }
    for field, row in kept.items():
        with pytest.raises(KnownError, match="seal_closed"):
            open_seal(desk.officer_private, row.box, field.encode())


def _all(world: World, table: object) -> list[tuple[object, ...]]:
    with world.station.store.read() as connection:
        return [tuple(row) for row in connection.execute(table.select())]  # type: ignore[attr-defined]


def test_what_is_sealed_does_not_tell_by_its_shape_what_was_said(world: World) -> None:
    shapes = []
    for said in (
        response(world, b"", positions=(Position.AGREE_IN_PART,), agreed=("stop", "talk"), supplier=""),
        response(world, b"", positions=(Position.CONTEST_RIGHT,), agreed=(), grounds=("different",)),
    ):
        _filed, code = asked(world, id=application(world.station).id)
        answered = world.counter().respond(code, said, str(said.id))
        boxes = [row for row in rows(world.station, tables.Sealed) if row.case_id == answered.case_id]
        shapes.append(sorted((row.field, len(row.box), row.algorithm) for row in boxes if row.party_n))
    assert shapes[0] == shapes[1]


def test_a_row_changed_in_an_answer_is_found(world: World) -> None:
    _filed, code = asked(world)
    world.counter().respond(code, response(world), "answer-1")
    with world.station.store.write() as unit:
        unit.connection.exec_driver_sql("UPDATE responses SET mediate = 'no'")
    found = verify(world.station.store, world.station.keys)
    assert [(one.what, one.where) for one in found.findings] == [("row_changed", "responses 1 mediate")]


def test_what_a_notice_says_stays_as_it_was_issued(world: World) -> None:
    filed, _code = asked(world)
    ref = PaperRef(filed.case_id, 3)
    pdf = paper_bytes(world.station, ref, "a4")
    assert pdf.startswith(b"%PDF-")
    assert read_paper(world.station, ref).number == f"{filed.number}/1"


def test_a_draft_keeps_only_what_the_answer_names(world: World) -> None:
    _filed, code = asked(world)
    said: Response = response(world)
    exhibit(world.station, said.id, b"taken back again")
    world.counter().respond(code, said, "answer-1")
    kept = {row.sha256 for row in rows(world.station, tables.EvidenceChunk)}
    assert len(kept) == 2
    assert verify(world.station.store, world.station.keys).ok
