"""Drafts: opened again by their code or the same card, by nobody else, and dropped in time."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import func, select, update

from stationkiosk.casework.counter import Counter
from stationkiosk.devices.readers import Card
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import ALPHABET
from stationkiosk.store import tables
from stationkiosk.store.evidence import keep
from stationkiosk.store.uuid7 import uuid7
from tests.casework.world import HeldClock, World

CARD = Card("样品人", "11010519491231002X")
OTHER = Card("另一人", "810000199001010019")
BODY = {"answers": {"applicant_name": "样品人", "acts": ["same_mark"]}, "page": "acts"}


@pytest.fixture
def counter(world: World) -> Counter:
    return world.counter()


def test_a_code_opens_its_draft_again_after_a_restart(world: World, counter: Counter) -> None:
    draft = counter.open_draft("filing.trademark")
    counter.save_draft(draft.id, BODY)
    world.close()
    again = World.reopen(world.folder)
    assert again.counter().resume_by_code(draft.code) == (draft.id, BODY)
    again.close()


def test_a_code_may_be_typed_as_people_type(counter: Counter) -> None:
    draft = counter.open_draft("filing.trademark")
    counter.save_draft(draft.id, BODY)
    assert counter.resume_by_code(" " + draft.code.lower().replace("-", " ")) == (draft.id, BODY)


def test_the_same_card_opens_the_newest_draft_it_was_laid_on_for(
    counter: Counter, clock: HeldClock
) -> None:
    for page in ("who", "acts"):
        draft = counter.open_draft("filing.trademark")
        counter.save_draft(draft.id, BODY | {"page": page}, CARD)
        clock.move(minutes=1)
    opened = counter.resume_by_card(CARD)
    assert opened is not None
    assert opened[1]["page"] == "acts"
    assert counter.resume_by_card(OTHER) is None


def test_a_draft_with_no_card_opens_by_no_card(counter: Counter) -> None:
    counter.save_draft(counter.open_draft("filing.trademark").id, BODY)
    assert counter.resume_by_card(CARD) is None


def test_nothing_of_a_draft_lies_open_in_the_store(world: World, counter: Counter) -> None:
    counter.save_draft(counter.open_draft("filing.trademark").id, BODY, CARD)
    with world.station.store.read() as connection:
        row = connection.execute(select(tables.Draft.__table__)).one()
    kept = repr(tuple(row)).encode() + b"".join(part for part in row if isinstance(part, bytes))
    assert "样品人".encode() not in kept
    assert CARD.id_number.encode() not in kept


def test_a_wrong_code_opens_nothing_and_each_one_makes_the_next_wait(
    counter: Counter, clock: HeldClock
) -> None:
    wrong = [counter.open_draft("x").code for _ in range(6)]
    for draft_code in wrong:
        counter.discard_draft(counter.resume_by_code(draft_code)[0])
    for code in wrong[:3]:
        with pytest.raises(Closed, match="code_unknown"):
            counter.resume_by_code(code)
    with pytest.raises(Closed, match="slow_down, seconds=2"):
        counter.resume_by_code(wrong[3])
    clock.move(seconds=2)
    with pytest.raises(Closed, match="code_unknown"):
        counter.resume_by_code(wrong[3])
    with pytest.raises(Closed, match="slow_down, seconds=4"):
        counter.resume_by_code(wrong[4])


def test_a_slip_of_the_finger_is_named_and_costs_no_try(counter: Counter) -> None:
    code = counter.open_draft("filing.trademark").code
    slip = ALPHABET[(ALPHABET.index(code[0]) + 1) % len(ALPHABET)] + code[1:]
    for _ in range(9):
        with pytest.raises(Closed, match="code_mistyped, group=1"):
            counter.resume_by_code(slip)
    with pytest.raises(Closed, match="code_short"):
        counter.resume_by_code(code[:-2])
    assert counter.resume_by_code(code)


def test_a_draft_whose_day_has_come_is_dropped_when_a_session_ends(
    world: World, counter: Counter, clock: HeldClock
) -> None:
    draft, other = counter.open_draft("filing"), uuid7(world.station.clock, world.station.random)
    kept, ahead = keep(world.station.store, draft.id, BytesIO(b"x")), BytesIO(b"y")
    keep(world.station.store, other, ahead)
    clock.move(days=60)
    young = counter.open_draft("filing")
    counter.close_session()
    with world.station.store.read() as connection:
        assert list(connection.execute(select(tables.Draft.id)).scalars()) == [young.id]
        owners = set(connection.execute(select(tables.EvidenceChunk.case_id)).scalars())
    assert kept.size == 1
    assert owners == {other}, "what another window copies ahead stays"


def test_a_draft_is_dropped_when_its_day_has_come(world: World, counter: Counter, clock: HeldClock) -> None:
    draft = counter.open_draft("filing.trademark")
    counter.save_draft(draft.id, BODY)
    keep(world.station.store, draft.id, BytesIO(b"made-up bytes"))
    clock.move(days=7)
    assert counter.resume_by_code(draft.code)
    clock.move(days=1)
    with pytest.raises(Closed, match="code_unknown"):
        counter.resume_by_code(draft.code)
    counter.start_up()
    with world.station.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.Draft)).scalar() == 0
        assert connection.execute(select(func.count()).select_from(tables.EvidenceChunk)).scalar() == 0


def test_a_draft_whose_day_came_while_the_kiosk_ran_goes_when_the_next_session_ends(
    world: World, counter: Counter, clock: HeldClock
) -> None:
    counter.save_draft(counter.open_draft("filing.trademark").id, BODY)
    clock.move(days=30)
    counter.close_session()
    with world.station.store.read() as connection:
        assert connection.execute(select(func.count(tables.Draft.id))).scalar() == 0


def test_a_draft_thrown_away_is_gone_with_its_evidence(world: World, counter: Counter) -> None:
    draft = counter.open_draft("filing.trademark")
    keep(world.station.store, draft.id, BytesIO(b"made-up bytes"))
    counter.discard_draft(draft.id)
    with world.station.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.EvidenceChunk)).scalar() == 0


def test_a_draft_dropped_meanwhile_is_not_said_to_be_kept(
    world: World, counter: Counter, clock: HeldClock
) -> None:
    draft = counter.open_draft("filing.trademark")
    clock.move(days=8)
    other = World.reopen(world.folder, clock)
    other.counter().start_up()
    other.close()
    with pytest.raises(Closed, match="draft_gone"):
        counter.save_draft(draft.id, BODY)


def test_a_damaged_draft_says_so(world: World, counter: Counter) -> None:
    draft = counter.open_draft("filing.trademark")
    with world.station.store.write() as unit:
        unit.connection.execute(update(tables.Draft).values(body=bytes(40)))
    with pytest.raises(Closed, match="draft_damaged"):
        counter.resume_by_code(draft.code)


def test_keys_are_forgotten_with_the_session(counter: Counter) -> None:
    draft = counter.open_draft("filing.trademark")
    counter.close_session()
    with pytest.raises(KeyError):
        counter.save_draft(draft.id, BODY)


def test_an_answer_begun_is_kept_until_the_day_it_is_due(world: World) -> None:
    reference, today = world.station.reference, world.station.today()
    for day in (today + timedelta(days=n) for n in range(0, 365, 3)):
        if (due := reference.deadline("mediation.answer", day)).provisional:
            break
        assert reference.deadline("draft.keep_answer", day).due > due.due
    counter = world.counter()
    draft = counter.open_draft("answer")
    assert draft.until == today + timedelta(days=30)
    assert counter.open_draft("filing").until == today + timedelta(days=7)
