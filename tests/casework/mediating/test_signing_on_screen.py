"""The fixed text goes to the public screen, is signed there byte for byte, and then takes effect."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.mediating.shown import Screening
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store.local_feed import LocalFeed
from tests.casework.desk.members import desk
from tests.casework.mediating.settled import FILER_N, OTHER_N, STROKES, TERMS, Table, to_be_signed
from tests.casework.world import World

DEVICE = "LJ07A"


@dataclass
class Two:
    """The mediator's desk and the public screen, each with its own keys and its own ear for changes."""

    table: Table
    kiosk: Counter

    def hand_over(self, party: int) -> str:
        """Hand the screen to a signer and return the hash of what it shows."""
        self.table.desk.ask_signature(DEVICE, self.table.case_id, 1, party)
        staged = self.kiosk.stage(busy=False)
        assert staged is not None
        assert staged.does is Screening.SIGNS
        return staged.text_sha256

    def drawn(self, party: int) -> None:
        sha256 = self.hand_over(party)
        line = ((100, 200, 0), (300, 400, 40))
        self.kiosk.sign_text(Signature(SignatureKind.STROKES, "样品", sha256, (line,)))


@pytest.fixture
def two(world: World) -> Iterator[Two]:
    table = to_be_signed(world)
    with tempfile.TemporaryDirectory(prefix="sk") as folder:
        base = (Path(folder),)
        public = load_keys(world.folder / "keys")
        kiosk = Counter(replace(world.station, keys=public, feed=LocalFeed(world.folder, base)))
        at_desk = replace(world.station, feed=LocalFeed(world.folder, base))
        table.desk = desk(at_desk, Role.MEDIATOR)
        assert kiosk.stage(busy=False) is None
        yield Two(table, kiosk)
        kiosk._station.feed.close()
        at_desk.feed.close()


def test_both_sides_sign_on_the_screen_and_the_desk_puts_it_into_effect(two: Two) -> None:
    table = two.table
    assert two.hand_over(FILER_N) == table.draft().text_sha256
    two.kiosk.give_back(Ending.DECLINED)
    assert not any(one.signed_at for one in table.draft().signers)
    two.drawn(FILER_N)
    two.drawn(OTHER_N)
    table.do("sign_mediator", text_sha256=table.draft().text_sha256, strokes=STROKES)
    table.do("seal_agreement", text_sha256=table.draft().text_sha256)
    assert table.state() == "agreed"


def test_a_text_changed_while_somebody_reads_it_is_not_signed(two: Two) -> None:
    table = two.table
    sha256 = two.hand_over(OTHER_N)
    table.do("reopen", reason="样品：金额写错")
    table.save(TERMS[:3])
    table.fix(3)
    with pytest.raises(Closed):
        two.kiosk.sign_text(Signature(SignatureKind.STROKES, "样品", sha256, (((1, 2, 0), (3, 4, 5)),)))
    assert not any(one.signed_at for one in table.draft().signers)
    two.drawn(OTHER_N)
    assert {one.n for one in table.draft().signers if one.signed_at} == {OTHER_N}


def test_a_text_whose_mediation_ended_is_taken_off_the_screen(two: Two) -> None:
    table = two.table
    two.hand_over(OTHER_N)
    table.do("end", ground="unsigned", reason="样品：不愿意签", told_way="hand")
    staged = two.kiosk.stage(busy=False)
    assert staged is not None
    assert (staged.does, staged.ending) == (Screening.BLANK, Ending.CHANGED)
