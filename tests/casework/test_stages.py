"""The public screen between a desk and a kiosk: what is shown, what lies in the store, who gives way."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.mediating import lending, screen
from stationkiosk.casework.mediating.scene import Scene, Signer
from stationkiosk.casework.mediating.shown import Screening, ScreenShown
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from stationkiosk.store.local_feed import LocalFeed
from tests.casework.answers import asked
from tests.casework.desk.members import desk
from tests.casework.world import World

DEVICE = "LJ07A"
LINES = (Line(Text("一共付多少", "In all"), Text("30,000.00 元", "30,000.00 yuan")),)
STROKES = (((1, 2, 3), (4, 5, 6)),)


@dataclass
class Place:
    """A station whose windows hear of each other, with one case, a kiosk and a mediator's desk."""

    world: World
    base: Path
    case: UUID
    kiosk: Counter
    desk: Desk

    def window(self) -> Station:
        """The station as another program has it open."""
        return replace(self.world.station, feed=LocalFeed(self.world.folder, (self.base,)))

    def shown(self) -> ScreenShown:
        (found,) = self.desk.screens()
        return found

    def at_rest(self) -> bytes:
        """Everything that lies in the row."""
        with self.world.station.store.read() as connection:
            row = connection.execute(select(tables.Stage.__table__)).one()
        return b"|".join(value if isinstance(value, bytes) else str(value).encode() for value in row)

    def ask(self, pdf: bytes, party_n: int = 3) -> None:
        """Hand the screen to somebody who signs, with a text that is fixed."""
        fix(self.world.station, self.case, Scene(pdf).text_sha256)
        signer = Signer(1, party_n, "赵样本", Role.RESPONDENT, "样品 mediator-1")
        lending.show(self.desk._station, self.desk.who, DEVICE, self.case, Scene(pdf, (), signer))


def fix(station: Station, case_id: UUID, sha256: str, state: str = "fixed", n: int = 1) -> None:
    """Enter a version of an agreement."""
    with station.store.write() as unit:
        unit.insert(
            tables.Agreement,
            case_id=case_id,
            n=n,
            matter_n=1,
            version=n,
            state=state,
            by="mediator-1",
            at=station.clock.now(),
            fixed_at=station.clock.now(),
            effective_at=None,
            text_sha256=sha256,
            algorithm="",
            key_id="",
            terms_box=b"",
            text_box=b"",
        )
        unit.journal(case_id, station.itself(), "mediation.fix", station.clock.now())


def reopen(station: Station, case_id: UUID) -> None:
    """Open the text again: nobody may sign it any more."""
    with station.store.write() as unit:
        unit.update(tables.Agreement, {"case_id": case_id, "n": 1}, state="void")
        unit.journal(case_id, station.itself(), "mediation.reopen", station.clock.now())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    world = World.make(tmp_path)
    filed, _code = asked(world)
    with tempfile.TemporaryDirectory(prefix="sk") as base:
        made = Place(world, Path(base), filed.case_id, world.counter(), desk(world.station, Role.MEDIATOR))
        made.kiosk = Counter(made.window())
        made.desk = desk(made.window(), Role.MEDIATOR)
        assert made.kiosk.stage(busy=False) is None
        yield made
        made.kiosk._station.feed.close()
        made.desk._station.feed.close()
    world.close()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    out = BytesIO()
    page = Canvas(out, invariant=True)
    for n in (1, 2):
        page.drawString(72, 700, f"Sample agreement, page {n}: 30,000.00 yuan")
        page.showPage()
    page.save()
    return out.getvalue()


def show(place: Place, pdf: bytes, lines: tuple[Line, ...] = LINES) -> None:
    place.desk.show(DEVICE, place.case, pdf, lines)


def test_what_the_desk_shows_stands_on_the_screen_and_is_readable_nowhere_else(
    place: Place, pdf: bytes
) -> None:
    show(place, pdf)
    staged = place.kiosk.stage(busy=False)
    assert staged is not None
    assert (staged.does, staged.lines, staged.pages) == (Screening.SHOWS, LINES, 2)
    assert staged.text_sha256 == Scene(pdf).text_sha256
    assert place.kiosk.stage_picture(1, 40).startswith(b"\x89PNG")
    assert "page 2: 30,000.00" in place.kiosk.stage_words(1)
    assert "30,000.00" not in place.at_rest().decode(errors="replace")
    assert pdf[:200] not in place.at_rest()
    assert place.shown() == replace(
        place.shown(), state=Screening.SHOWS, case_id=place.case, by="mediator-1"
    )


def test_a_change_at_the_desk_is_another_turn(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    first = place.kiosk.stage(busy=False)
    assert place.kiosk.stage(busy=False) is first
    show(place, pdf, ())
    second = place.kiosk.stage(busy=False)
    assert first is not None
    assert second is not None
    assert second.turn > first.turn
    assert second.lines == ()


def test_caucus_and_taking_back_leave_nothing(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    place.desk.blank(DEVICE)
    staged = place.kiosk.stage(busy=False)
    assert staged is not None
    assert (staged.does, staged.pages, staged.lines) == (Screening.BLANK, 0, ())
    with pytest.raises(Closed, match="text_changed"):
        place.kiosk.stage_picture(0, 40)
    place.desk.take_back(DEVICE)
    assert place.kiosk.stage(busy=False) is None
    assert place.shown() == ScreenShown(DEVICE, Screening.FREE, since=place.shown().since)


def test_the_public_is_never_thrown_out_and_the_desk_may_wait_for_the_screen(
    place: Place, pdf: bytes
) -> None:
    assert place.kiosk.stage(busy=True) is None
    assert place.shown().state is Screening.BUSY
    with pytest.raises(Closed, match="screen_busy"):
        show(place, pdf)
    place.desk.blank(DEVICE)
    assert (place.shown().state, place.shown().by) == (Screening.BUSY, "mediator-1")
    assert place.kiosk.stage(busy=True) is None
    staged = place.kiosk.stage(busy=False)
    assert staged is not None
    assert staged.does is Screening.BLANK
    show(place, pdf)


def test_a_desk_that_no_longer_waits_gets_no_screen(place: Place) -> None:
    place.kiosk.stage(busy=True)
    place.desk.blank(DEVICE)
    place.desk.take_back(DEVICE)
    assert place.shown().state is Screening.BUSY
    assert place.kiosk.stage(busy=False) is None
    assert place.shown().state is Screening.FREE


def test_who_taps_first_keeps_the_screen_and_the_desk_is_told(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    assert place.kiosk.stage(busy=True) is None
    assert (place.shown().state, place.shown().ending) == (Screening.BUSY, Ending.BUSY)
    assert place.kiosk.stage(busy=False) is None


def test_a_colleague_s_screen_is_theirs_while_their_desk_is_open(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    other = desk(place.window(), Role.CLERK)
    with pytest.raises(Closed, match="screen_taken"):
        other.show(DEVICE, place.case, pdf, ())
    for act in (other.blank, other.take_back):
        with pytest.raises(Closed, match="screen_taken"):
            act(DEVICE)
    place.desk._station.feed.close()
    other.show(DEVICE, place.case, pdf, ())
    assert other.screens()[0].by == "clerk-1"
    other._station.feed.close()


def test_a_desk_that_died_leaves_no_case_on_the_screen(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    place.desk._station.feed.close()
    assert place.kiosk.stage(busy=False) is None
    (seen,) = desk(place.kiosk._station, Role.MEDIATOR).screens()
    assert (seen.state, seen.ending) == (Screening.FREE, Ending.LEFT)


def test_a_locked_desk_shows_nothing_and_leaving_it_gives_the_screen_back(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    lending.hide(place.desk._station, place.desk.who)
    assert place.shown().state is Screening.BLANK
    place.ask(pdf)
    lending.hide(place.desk._station, place.desk.who)
    assert place.shown().state is Screening.SIGNS
    place.desk.leave()
    assert place.shown().state is Screening.FREE
    assert place.kiosk.stage(busy=False) is None


def test_a_signature_is_for_the_bytes_that_were_shown(
    place: Place, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed: list[Signature] = []
    monkeypatch.setattr(screen, "enter_signature", lambda *given: signed.append(given[-1]))
    place.ask(pdf)
    staged = place.kiosk.stage(busy=False)
    assert staged is not None
    assert staged.signer is not None
    assert (place.shown().state, place.shown().signer) == (Screening.SIGNS, "样品街对面茶店（虚构）")
    another = Signature(SignatureKind.STROKES, "赵样本", "0" * 64, STROKES)
    with pytest.raises(Closed, match="text_changed"):
        place.kiosk.sign_text(another)
    given = replace(another, text_sha256=staged.text_sha256)
    after = place.kiosk.sign_text(given)
    assert signed == [given]
    assert after is not None
    assert (after.does, after.ending) == (Screening.BLANK, Ending.SIGNED)
    assert (place.shown().ending, place.shown().signer) == (Ending.SIGNED, "样品街对面茶店（虚构）")
    with pytest.raises(Closed, match="text_changed"):
        place.kiosk.sign_text(given)


def test_a_text_that_is_opened_again_leaves_the_screen_unsigned(place: Place, pdf: bytes) -> None:
    place.ask(pdf)
    assert place.kiosk.stage(busy=False) is not None
    reopen(place.world.station, place.case)
    staged = place.kiosk.stage(busy=False)
    assert staged is not None
    assert (staged.does, staged.ending) == (Screening.BLANK, Ending.CHANGED)
    assert place.shown().ending == Ending.CHANGED


@pytest.mark.parametrize("ending", [Ending.DECLINED, Ending.ON_PAPER, Ending.UNTOUCHED])
def test_the_desk_is_told_why_the_screen_came_back(place: Place, pdf: bytes, ending: Ending) -> None:
    place.ask(pdf)
    place.kiosk.stage(busy=False)
    staged = place.kiosk.give_back(ending)
    assert staged is not None
    assert (staged.does, staged.ending, place.shown().ending) == (Screening.BLANK, ending, ending)


def test_a_kiosk_that_died_while_signing_leaves_the_text_unsigned_and_unreadable(
    place: Place, pdf: bytes
) -> None:
    place.ask(pdf)
    place.kiosk.stage(busy=False)
    place.kiosk._station.feed.close()
    assert (place.shown().state, place.shown().ending) == (Screening.AWAY, Ending.RESTARTED)
    with pytest.raises(Closed, match="screen_away"):
        show(place, pdf)
    place.kiosk = Counter(place.window())
    assert place.kiosk.stage(busy=False) is None
    assert (place.shown().state, place.shown().ending) == (Screening.FREE, Ending.RESTARTED)
    assert place.shown().case_id == place.case
    show(place, pdf)
    assert place.kiosk.stage(busy=False) is not None
    assert place.shown().ending == ""


def test_a_screen_that_is_closed_holds_nothing(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    place.kiosk._screen.close()
    with place.world.station.store.read() as connection:
        row = connection.execute(select(tables.Stage.__table__)).one()
    assert (row.state, row.box) == (Screening.AWAY, None)
    assert place.kiosk._screen.look(busy=False) is None


def test_screens_are_for_those_who_show_pages(place: Place, pdf: bytes) -> None:
    show(place, pdf)
    officer = desk(place.desk._station, Role.OFFICER)
    for act in (officer.screens, lambda: officer.blank(DEVICE), lambda: officer.take_back(DEVICE)):
        with pytest.raises(Closed, match="not_your_role"):
            act()
