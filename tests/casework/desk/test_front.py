"""Two desks and a kiosk on one store: calls, messages, conflict, one effect, and a crash between."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.staff import hashed
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from stationkiosk.store.changes import Change
from stationkiosk.store.engine import Store
from stationkiosk.store.local_feed import LocalFeed
from stationkiosk.store.verification import verify
from tests.casework.desk.members import desk
from tests.casework.world import World, application

CLERK = Role.CLERK
PASSWORD = "Sample-password-7"


def test_a_call_is_answered_once_and_its_kiosk_can_tell(world: World) -> None:
    counter, clerk = world.counter(), desk(world.station, CLERK)
    called = counter.call_staff("sign")
    (call,) = clerk.calls()
    assert (call.n, call.device, call.page.zh) == (called.n, "LJ07A", "签名页")
    assert counter.call_waits(call.n)
    clerk.answer_call(call.n)
    assert not counter.call_waits(call.n)
    assert not clerk.calls()
    with pytest.raises(Closed, match="call_gone"):
        desk(world.station, Role.SUPERVISOR).answer_call(call.n)
    counter.end_call(True)
    again = counter.call_staff("a_page_of_a_form")
    assert clerk.calls()[0].page.zh == "填写页"
    assert again.n == 2
    with pytest.raises(Closed):
        desk(world.station, Role.OFFICER).calls()
    assert verify(world.station.store, world.station.keys).ok


def test_a_message_is_answered_in_words_that_are_kept(world: World) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    world.counter().leave_message("几号调解？", filed.receipt_code, "13800001234", Language.ZH)
    clerk = desk(world.station, CLERK)
    (message,) = clerk.messages()
    assert (message.case_id, message.case_number, message.phone) == (
        filed.case_id,
        filed.number,
        "+8613800001234",
    )
    for answer, why in ((" ", "answer_empty"), ("长" * 501, "message_long")):
        with pytest.raises(Closed, match=why):
            clerk.answer_message(1, answer)
    clerk.answer_message(1, " 星期三上午。 ")
    assert not clerk.messages()
    with pytest.raises(Closed, match="message_gone"):
        clerk.answer_message(1, "再答一次")
    with world.station.store.read() as connection:
        row = connection.execute(select(tables.Message.__table__)).one()
        bodies = "".join(connection.execute(select(tables.Journal.body)).scalars())
    assert (row.answer, row.answered_by) == ("星期三上午。", "clerk-1")
    assert "星期三" not in bodies
    assert verify(world.station.store, world.station.keys).ok


def test_of_two_desks_on_one_case_the_later_is_told_and_sees_both(world: World) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    one, two = desk(world.station, CLERK), desk(world.station, Role.MEDIATOR)
    seen = one.open(case_id)
    assert two.open(case_id).version == seen.version
    two.act(case_id, 1, "accept", {}, seen.version, seen.matters[0].version, "two-1")
    with pytest.raises(Changed):
        one.act(case_id, 1, "refuse", {"reason": "样"}, seen.version, seen.matters[0].version, "one-1")
    now = one.open(case_id)
    assert (seen.matters[0].state.zh, now.matters[0].state.zh) == ("已登记，等答复是否受理", "已受理")
    assert next(one.actor for one in now.journal if one.actor != "station") == "mediator-1"


def test_what_one_process_commits_the_others_hear_of(world: World, tmp_path: Path) -> None:
    feed = LocalFeed(tmp_path)
    other = Store.open(world.station.store.path, world.station.keys.store, feed)
    heard, came = [], threading.Event()

    def hear(change: Change) -> None:
        heard.append(change)
        came.set()

    stop = desk(replace(world.station, feed=feed), CLERK).subscribe(hear)
    kiosk = replace(world.station, store=other)
    case_id = World(world.folder, world.clock, kiosk).counter().file(application(kiosk), "press-1").case_id
    assert came.wait(10)
    stop()
    other.close()
    feed.close()
    assert Change("case", case_id) in heard
    assert desk(world.station, CLERK).open(case_id).number


@pytest.mark.parametrize("broken", ["keep_said", "check_printable"])
def test_a_correction_that_breaks_half_way_leaves_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id

    def breaks(*_: object, **__: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(f"stationkiosk.casework.desk.correcting.{broken}", breaks)
        with pytest.raises((OSError, KnownError)):
            desk(world.station, CLERK).correct(case_id, "party.1.name", "样品新名", "样品理由", 1)
    seen = desk(world.station, CLERK).open(case_id)
    assert (seen.version, seen.claimant) == (1, "样品老茶坊（虚构）")
    assert verify(world.station.store, world.station.keys).ok


def test_a_member_signs_in_works_and_leaves(world: World) -> None:
    with world.station.store.write() as unit:
        unit.update(tables.Staff, {"login": "clerk-1"}, password=hashed(PASSWORD))
        unit.journal(None, world.station.itself(), "reset_password", world.clock.now())
    front = Front(world.station)
    world.counter().call_staff("home")
    face = front.face()
    assert (face.device, face.calls, face.messages, face.printer_ready) == ("LJ07A", 1, 0, True)
    with pytest.raises(Closed, match="sign_in_wrong"):
        front.sign_in("clerk-1", "wrong")
    who, clerk = front.sign_in("clerk-1", PASSWORD)
    draft = clerk.open_draft("filing.trademark")
    clerk.save_draft(draft.id, {"a": "b"})
    front.lock(who, idle=True)
    front.unlock(who, PASSWORD)
    assert {member.login for member in clerk.members()} >= {"clerk-1", "officer-1"}
    assert all(member.last_sign_in is None for member in clerk.members())
    with pytest.raises(Closed):
        clerk.reset_password("officer-1")
    front.sign_out(who, idle=False)
    assert not clerk._drafts.is_open(draft.id)


def test_who_is_no_member_any_more_neither_reads_nor_acts(world: World) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    clerk = desk(world.station, CLERK)
    seen = clerk.open(case_id)
    with world.station.store.write() as unit:
        unit.connection.execute(
            update(tables.Staff.__table__).where(tables.Staff.login == "clerk-1").values(active=False)
        )
    closed = (
        lambda: clerk.open(case_id),
        lambda: clerk.act(case_id, 1, "accept", {}, seen.version, 1, "act-1"),
        lambda: clerk.correct(case_id, "party.1.name", "样", "样", seen.version),
        lambda: clerk.exhibit_bytes(case_id, 1),
        lambda: clerk.file(application(world.station, id=UUID(int=9)), "press-2"),
        lambda: clerk.calls(),
        lambda: clerk.answer_message(1, "样"),
    )
    for refused in closed:
        with pytest.raises(Closed, match="not_a_member"):
            refused()
