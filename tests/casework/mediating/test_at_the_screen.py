"""The fixed text of a real agreement, read and signed at a public screen without the station's keys."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.mediating import lending
from stationkiosk.casework.mediating.screen import Staged
from stationkiosk.casework.mediating.shown import Screening
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from stationkiosk.store.local_feed import LocalFeed
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.desk.members import desk
from tests.casework.mediating.settled import AGENT_N, FILER_N, OTHER, OTHER_N, TERMS, Table, to_be_signed
from tests.casework.world import PARTIES, World

DEVICE = "LJ07A"
STROKES = (((100, 200, 0), (300, 400, 40)),)


@dataclass
class Room:
    """A mediator's desk with a text to be signed, and the public screen beside it."""

    table: Table
    kiosk: Counter

    def ask(self, party_n: int) -> Staged:
        """Hand the screen to a signer."""
        self.table.desk.ask_signature(DEVICE, self.table.case_id, 1, party_n)
        staged = self.kiosk.stage(busy=False)
        assert staged is not None
        assert staged.does is Screening.SIGNS
        return staged

    def signed(self) -> set[int]:
        return {one.n for one in self.table.draft().signers if one.signed_at}


def with_feed(station: Station, base: str, folder: Path, *, at_desk: bool) -> Station:
    """The station as one program has it open."""
    return replace(
        station, feed=LocalFeed(folder, (Path(base),)), keys=load_keys(folder / "keys", desk=at_desk)
    )


@pytest.fixture
def room(world: World) -> Iterator[Room]:
    yield from opened(world, to_be_signed(world))


def opened(world: World, table: Table) -> Iterator[Room]:
    with tempfile.TemporaryDirectory(prefix="sk") as base:
        kiosk = with_feed(world.station, base, world.folder, at_desk=False)
        table.desk = desk(with_feed(world.station, base, world.folder, at_desk=True), Role.MEDIATOR)
        made = Room(table, Counter(kiosk))
        made.kiosk.stage(busy=False)
        yield made
        kiosk.feed.close()
        table.desk._station.feed.close()


def on_the_pad(staged: Staged) -> Signature:
    assert staged.signer is not None
    return Signature(SignatureKind.STROKES, staged.signer.name, staged.text_sha256, STROKES)


def test_each_side_reads_and_signs_the_same_bytes_and_the_rest_is_the_desk_s(room: Room) -> None:
    first = room.ask(FILER_N)
    assert first.text_sha256 == room.table.draft().text_sha256
    assert first.signer is not None
    assert first.signer.name == "欧阳样品"
    assert "18,000" in "".join(map(room.kiosk.stage_words, range(first.pages)))
    after = room.kiosk.sign_text(on_the_pad(first))
    assert after is not None
    assert after.ending == Ending.SIGNED
    second = room.ask(OTHER_N)
    assert second.text_sha256 == first.text_sha256
    room.kiosk.sign_text(
        Signature(SignatureKind.WITNESSED, "样品", second.text_sha256, witness="somebody else")
    )
    made = {row.party_n: row.witness for row in rows(room.table.station, tables.Signature)}
    assert (made[FILER_N], made[OTHER_N]) == ("", "样品 mediator-1")
    assert room.signed() == {FILER_N, OTHER_N}
    ways = {one.n: one.way for one in room.table.draft().signers}
    assert (ways[FILER_N], ways[OTHER_N]) == ("pad", "typed")
    fixed = room.table.draft().text_sha256
    room.table.do("sign_mediator", text_sha256=fixed)
    room.table.do("seal_agreement", text_sha256=fixed)
    assert room.table.state() == "agreed"


def test_a_text_changed_while_somebody_signs_is_not_signed(room: Room) -> None:
    staged = room.ask(OTHER_N)
    room.table.do("reopen", reason="样品：日期写错")
    with pytest.raises(Closed, match="not_in_this_state"):
        room.kiosk.sign_text(on_the_pad(staged))
    after = room.kiosk.stage(busy=False)
    assert after is not None
    assert (after.does, after.ending) == (Screening.BLANK, Ending.CHANGED)
    room.table.save(TERMS[:3])
    room.table.fix(3)
    assert room.ask(OTHER_N).text_sha256 != staged.text_sha256
    assert room.signed() == set()


def test_who_signed_already_and_who_may_not_are_refused(room: Room) -> None:
    room.kiosk.sign_text(on_the_pad(room.ask(AGENT_N)))
    again = room.ask(FILER_N)
    with pytest.raises(Closed, match="signed_already"):
        room.kiosk.sign_text(on_the_pad(again))
    for party_n, closed in ((9, "no_such_party"),):
        with pytest.raises(Closed, match=closed):
            room.table.desk.ask_signature(DEVICE, room.table.case_id, 1, party_n)


def test_an_agent_who_may_not_settle_is_not_asked(world: World) -> None:
    general = tuple(replace(one, authority="general") if one.authority else one for one in PARTIES)
    for room in opened(world, to_be_signed(world, parties=general)):
        with pytest.raises(Closed, match="signer_no_authority"):
            room.table.desk.ask_signature(DEVICE, room.table.case_id, 1, AGENT_N)


def test_another_mediator_does_not_hand_the_text_out(room: Room) -> None:
    other = desk(room.table.desk._station, Role.MEDIATOR, login="staff-1")
    with pytest.raises(Closed, match="not_the_mediator"):
        other.ask_signature(DEVICE, room.table.case_id, 1, OTHER_N)


def test_without_a_fixed_text_nobody_is_asked(room: Room) -> None:
    room.table.do("reopen", reason="样品")
    with pytest.raises(Closed, match="no_such_version"):
        room.table.desk.ask_signature(DEVICE, room.table.case_id, 1, OTHER_N)


def test_a_signature_and_the_screen_given_back_are_one(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    staged = room.ask(OTHER_N)

    def stop(*_given: object, **_more: object) -> None:
        raise OSError("the machine stopped")

    monkeypatch.setattr(room.kiosk._screen, "_put", stop)
    with pytest.raises(OSError, match="stopped"):
        room.kiosk.sign_text(on_the_pad(staged))
    assert room.signed() == set()
    assert not any(row.agreement_n for row in rows(room.table.station, tables.Signature))


def test_the_text_at_rest_opens_to_nobody_but_the_running_kiosk(room: Room) -> None:
    room.ask(OTHER_N)
    (row,) = rows(room.table.station, tables.Stage)
    assert "样品街".encode() not in row.box
    assert OTHER.encode() not in row.box
    assert b"%PDF" not in row.box
    another = Counter(room.kiosk._station)
    assert another.stage(busy=False) is None
    assert room.kiosk.stage(busy=False) is None
    (row,) = rows(room.table.station, tables.Stage)
    assert row.box is None


@pytest.mark.parametrize("kind", [SignatureKind.PAPER, SignatureKind.SEAL])
def test_a_screen_takes_no_signature_but_those_it_can_see_made(room: Room, kind: SignatureKind) -> None:
    staged = room.ask(OTHER_N)
    with pytest.raises(Closed, match="signature_missing"):
        room.kiosk.sign_text(replace(on_the_pad(staged), kind=kind))
    assert room.signed() == set()


def told_of_signing(room: Room) -> list[str]:
    journal = tables.Journal.__table__
    with room.table.station.store.read() as connection:
        found = connection.execute(select(journal.c.action).order_by(journal.c.seq)).scalars()
        return [one.removeprefix("mediation.signature_") for one in found if ".signature_" in one]


def test_being_asked_and_not_signing_stand_in_the_case_s_record(room: Room) -> None:
    words = room.table.station.reference.words
    for ending in (Ending.DECLINED, Ending.ON_PAPER, Ending.UNTOUCHED):
        room.ask(OTHER_N)
        room.kiosk.give_back(ending)
    kept = told_of_signing(room)
    assert kept == ["asked", "declined", "asked", "on_paper", "asked", "left"]
    assert all(words.has(f"casefile.journal.mediation.signature_{one}") for one in kept)
    file = room.table.desk.open(room.table.case_id)
    assert file.journal[0].what.zh == "调解：公众屏很久没有人动，没有签名"
    assert verify(room.table.station.store, room.table.station.keys).ok


def test_a_signer_is_told_while_the_desk_is_locked_and_goes_on(room: Room) -> None:
    front = Front(room.table.desk._station)
    staged = room.ask(OTHER_N)
    assert not staged.alone
    front.lock(room.table.desk.who, idle=False)
    locked = room.kiosk.stage(busy=False)
    assert locked is not None
    assert (locked.turn, locked.alone, locked.signer) == (staged.turn, True, staged.signer)
    lending.come_back(room.table.desk._station, room.table.desk.who)
    lending.come_back(room.table.desk._station, room.table.desk.who)
    again = room.kiosk.stage(busy=False)
    assert again is not None
    assert not again.alone
    after = room.kiosk.sign_text(on_the_pad(again))
    assert after is not None
    assert after.ending == Ending.SIGNED
