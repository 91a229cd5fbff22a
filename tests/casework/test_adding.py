"""Proof brought later: by the receipt's code, once, to the right case, for the right side's eyes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.casework.door import Act, perform, read_matter
from stationkiosk.casework.papers import papers_of, read_paper
from stationkiosk.casework.views import Filed, PaperRef, Viewer
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.adding import Addition
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.response import Mediate
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from stationkiosk.store.evidence import read
from stationkiosk.store.verification import verify
from tests.casework.answers import CLERK, asked, exhibit, response, rows
from tests.casework.test_batches import batch
from tests.casework.test_reports import report
from tests.casework.world import PHOTO, World, application

DECLARED = Signature(SignatureKind.DECLARED, "", "d" * 64)
NEW = b"a made-up picture that came later"


def addition(world: World, filed: Filed, *contents: bytes, number: str = "") -> Addition:
    """Proof kept under a draft of its own, for the case of this receipt."""
    draft = world.counter().open_draft("adding").id
    exhibits = tuple(exhibit(world.station, draft, content) for content in contents or (NEW,))
    code = filed.receipt_code.lower().replace("-", "")
    return Addition(draft, code, number or filed.number, Language.ZH, exhibits, DECLARED)


def close_all(world: World, filed: Filed, track: str, action: str) -> None:
    """Have staff end a matter."""
    with world.station.store.read() as connection:
        n = next(m.n for m in rows(world.station, tables.Matter) if m.track == track)
        matter, case_version = read_matter(connection, filed.case_id, n)
    said = {"reason": "样品"}
    perform(
        world.station,
        Act(action, filed.case_id, n, case_version, matter.version, CLERK, f"{action}-{track}", said),
    )


@pytest.fixture
def filed(world: World) -> Filed:
    return world.counter().file(application(world.station, exhibits=(), proof_later=True), "press-1")


@pytest.fixture
def replied(world: World) -> tuple[Filed, Filed]:
    """Two receipts of one case: the filer's and that of who answered."""
    filed, code = asked(world)
    return filed, world.counter().respond(code, response(world), "answer-1")


def test_the_filers_proof_ends_the_wait_and_leaves_the_matter_where_it_was(
    world: World, filed: Filed
) -> None:
    before = world.counter().progress(filed.receipt_code)
    world.clock.move(hours=3)
    added = world.counter().add_proof(addition(world, filed))
    after = world.counter().progress(filed.receipt_code)
    kept, later = (next(m for m in seen.matters if "Proof" in m.track.en) for seen in (before, after))
    assert (kept.yours, later.yours, later.next) == (True, False, None)
    assert (later.state, later.since, later.holder) == (kept.state, kept.since, kept.holder)
    assert after.takes_proof
    (brought,) = rows(world.station, tables.Exhibit)
    assert (brought.case_id, brought.party_n) == (filed.case_id, None)
    assert b"".join(read(world.station.store, filed.case_id, brought.sha256)) == NEW
    assert (added.number, added.receipt_code) == (filed.number, filed.receipt_code)
    assert added.steps[0].title.en == "Pieces of proof that came in: 1"
    acts = [row.action for row in rows(world.station, tables.Journal) if "add_proof" in row.action]
    assert acts == ["preservation.add_proof"]
    assert verify(world.station.store, world.station.keys).ok


def test_its_receipt_lists_what_came_in_and_names_nobody(world: World, filed: Filed) -> None:
    added = world.counter().add_proof(addition(world, filed, NEW, b"another"))
    data = read_paper(world.station, added.receipt).data
    assert data["form_code"] == "SK-104"
    assert [row["n"] for row in data["exhibits"]] == [1, 2]
    assert data["qr"] == data["receipt_code"] == filed.receipt_code
    assert not [text for text in ("样品老茶坊（虚构）", "𠮷样品") if text in repr(data)]
    titles = [paper.title.en for paper in world.counter().progress(filed.receipt_code).papers]
    assert titles[1:] == ["Receipt of further proof"]


def test_handed_in_again_it_is_entered_once_and_its_draft_says_so(world: World, filed: Filed) -> None:
    counter = world.counter()
    brought = addition(world, filed)
    first = counter.add_proof(brought)
    assert counter.add_proof(brought) == first
    assert len(rows(world.station, tables.Exhibit)) == 1
    assert len(papers_of(world.station, filed.case_id)) == 2
    other = replace(brought, signature=replace(DECLARED, text_sha256="e" * 64))
    with pytest.raises(Closed, match="draft_filed"):
        counter.add_proof(other)


def test_the_draft_of_what_came_in_tells_its_case(world: World, filed: Filed) -> None:
    draft = world.counter().open_draft("adding")
    brought = replace(
        addition(world, filed), id=draft.id, exhibits=(exhibit(world.station, draft.id, NEW),)
    )
    world.counter().add_proof(brought)
    with pytest.raises(Closed, match="draft_filed") as told:
        world.counter().resume_by_code(draft.code)
    assert told.value.values["number"] == filed.number


def test_what_was_there_before_is_told_and_not_entered_again(world: World) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    added = world.counter().add_proof(addition(world, filed, PHOTO, NEW))
    assert len(rows(world.station, tables.Exhibit)) == 2
    assert [step.title.en for step in added.steps][1] == "There already and not entered again: 1"
    with pytest.raises(KnownError, match="proof_there_already"):
        world.counter().add_proof(addition(world, filed, PHOTO))


def test_one_side_brings_no_more_than_one_application_takes(world: World, filed: Filed) -> None:
    many = addition(world, filed, *(bytes([n]) * 9 for n in range(1, 12)))
    with pytest.raises(KnownError, match="file_one_too_many"):
        world.counter().add_proof(many)
    heavy = replace(many.exhibits[0], size=world.station.terms.max_evidence + 1)
    with pytest.raises(KnownError, match="file_over_total"):
        world.counter().add_proof(replace(many, exhibits=(heavy,)))
    with pytest.raises(KnownError, match="proof_not_kept"):
        world.counter().add_proof(replace(many, exhibits=(replace(heavy, size=3),)))
    assert not rows(world.station, tables.Exhibit)


def test_the_other_side_adds_under_its_own_name_without_moving_anything(
    world: World, replied: tuple[Filed, Filed]
) -> None:
    filed, reply = replied
    before = world.counter().progress(reply.receipt_code)
    world.clock.move(hours=3)
    world.counter().add_proof(addition(world, reply, NEW, PHOTO))
    after = world.counter().progress(reply.receipt_code)
    assert after.matters == before.matters
    assert [row.party_n for row in rows(world.station, tables.Exhibit)] == [None, 3, 3, 3]
    titles = {
        receipt.receipt_code: {p.title.en for p in world.counter().progress(receipt.receipt_code).papers}
        for receipt in replied
    }
    assert "Receipt of further proof" in titles[reply.receipt_code]
    assert "Receipt of further proof" not in titles[filed.receipt_code]


def test_no_code_of_the_other_side_opens_what_was_added(world: World, replied: tuple[Filed, Filed]) -> None:
    filed, reply = replied
    mine = world.counter().add_proof(addition(world, filed))
    theirs = world.counter()
    assert theirs.progress(reply.receipt_code).viewer is Viewer.RESPONDENT
    with pytest.raises(Closed, match="paper_not_open"):
        theirs.paper_pages(mine.receipt, 50)
    with pytest.raises(Closed, match="paper_not_open"):
        theirs.reprint(PaperRef(mine.case_id, mine.receipt.n))


def test_a_code_adds_to_no_case_that_it_does_not_open(world: World, filed: Filed) -> None:
    other = world.counter().file(application(world.station), "press-2")
    with pytest.raises(Closed, match="code_unknown"):
        world.counter().add_proof(addition(world, filed, number=other.number))


def test_the_code_of_a_batch_adds_to_each_of_its_cases(world: World) -> None:
    filed = world.counter().file(batch(world, 2), "press-1")
    other = filed.others[0].number
    assert world.counter().add_proof(addition(world, filed, number=other)).number == other
    assert world.counter().add_proof(addition(world, filed)).number == filed.number


def test_a_report_takes_more_proof_without_a_name(world: World) -> None:
    filed = world.counter().file(report(world), "press-1")
    assert world.counter().progress(filed.receipt_code).takes_proof
    assert world.counter().add_proof(addition(world, filed)).number == filed.number


def test_nothing_is_taken_once_it_is_over(world: World, replied: tuple[Filed, Filed]) -> None:
    filed, reply = replied
    close_all(world, filed, "preservation", "close")
    assert not world.counter().progress(filed.receipt_code).takes_proof
    with pytest.raises(Closed, match="proof_over"):
        world.counter().add_proof(addition(world, filed))
    assert world.counter().progress(reply.receipt_code).takes_proof
    world.counter().add_proof(addition(world, reply))
    close_all(world, filed, "mediation", "withdraw")
    assert not world.counter().progress(reply.receipt_code).takes_proof
    with pytest.raises(Closed, match="proof_over"):
        world.counter().add_proof(addition(world, reply, b"too late"))


def test_whoever_knows_only_the_number_is_shown_no_way_to_add(world: World, filed: Filed) -> None:
    seen = world.counter().progress_by_number(filed.number, "1234")
    assert not seen.takes_proof


def test_who_declined_may_still_show_what_they_have(world: World) -> None:
    _filed, code = asked(world)
    reply = world.counter().respond(code, response(world, mediate=Mediate.NO), "answer-1")
    assert world.counter().progress(reply.receipt_code).takes_proof
    world.counter().add_proof(addition(world, reply))


def test_staff_do_not_add_for_others(world: World, filed: Filed) -> None:
    with world.station.store.read() as connection:
        n = next(m.n for m in rows(world.station, tables.Matter) if m.track == "preservation")
        matter, case_version = read_matter(connection, filed.case_id, n)
    officer = Actor(Role.OFFICER, "officer-1", "desk-1")
    with pytest.raises(Closed, match="not_your_role"):
        perform(
            world.station,
            Act("add_proof", filed.case_id, n, case_version, matter.version, officer, "key-1"),
        )
