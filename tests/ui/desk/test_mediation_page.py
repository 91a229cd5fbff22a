"""A mediator with two people in the room: the whole of it worked by keys alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from stationkiosk.casework.mediating.shown import Reader, Said, Screening
from stationkiosk.ui.desk.mediation import Mediation
from tests.ui import looking
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import FakePlace
from tests.ui.desk.fake_mediation import MediatingDesk
from tests.ui.desk.test_case_page import case_of, open_case, press

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
KEYS_OF_AN_OFFER = 2
"""F2 and Enter, beside what is typed; F3 and F4 only where it is another side, or for other ears."""


@pytest.fixture
def room(open_desk: OpenDesk, place: FakePlace) -> DeskDrive:
    place.desk.sample = MediatingDesk()
    drive = open_desk((1366, 768))
    open_case(drive, place)
    case_of(drive).turn("mediation")
    drive.rest()
    return drive


def sample(place: FakePlace) -> MediatingDesk:
    found = place.desk.sample
    assert isinstance(found, MediatingDesk)
    return found


def mediation(drive: DeskDrive) -> Mediation:
    part: Mediation = case_of(drive).mediation
    return part


def test_what_is_said_is_typed_and_kept_without_the_mouse(room: DeskDrive, place: FakePlace) -> None:
    keys = press(room, KEY.Key_F2)
    assert room.focus_name() == "talkText"
    room.write("both want it over")
    keys += press(room, KEY.Key_Return)
    assert sample(place).named("talk")[0][2] == Said("both want it over", Reader.MEDIATOR, 3)
    assert keys == KEYS_OF_AN_OFFER
    assert room.focus_name() == "talkText", "and the keys stand ready for the next"
    press(room, KEY.Key_F3, KEY.Key_F3)
    assert room.focus_name() == "talkSum", "an offer begins with its sum"
    room.write("16000")
    press(room, KEY.Key_Return)
    assert sample(place).named("talk")[1][2] == Said("", Reader.BOTH, 3, 3, Decimal(16000), offer=True)
    room.write("15000")
    press(room, KEY.Key_F4, KEY.Key_Tab)
    room.write("cash")
    press(room, KEY.Key_Return)
    said = sample(place).named("talk")[2][2]
    assert said == Said("cash", Reader.MEDIATOR, 3, 3, Decimal(15000), offer=True)


def test_the_public_screen_obeys_three_keys(room: DeskDrive, place: FakePlace) -> None:
    press(room, KEY.Key_F2)
    room.write("half a sentence")
    press(room, KEY.Key_F7)
    assert sample(place).public[0].state is Screening.SHOWS
    press(room, KEY.Key_F8)
    assert sample(place).public[0].state is Screening.BLANK
    assert "已遮住" in str(room.await_("screenTold").property("text"))
    press(room, KEY.Key_F7)
    case_of(room).turn("facts")
    press(room, KEY.Key_F8)
    assert "已遮住" in str(room.await_("screenLine_said").property("text")), "on every tab of the case"
    press(room, KEY.Key_F9)
    case_of(room).turn("mediation")
    room.rest()
    assert sample(place).public[0].state is Screening.FREE
    assert mediation(room).talk.text == "half a sentence", "what is being typed stays"


def test_an_offer_is_answered_by_keys(room: DeskDrive, place: FakePlace) -> None:
    room.await_("answer_6_taken").forceActiveFocus()
    press(room, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    assert sample(place).named("answer_offer")[0][2:4] == (6, "countered")
    assert room.focus_name() == "talkText", "and the next is typed at once"


def test_a_session_is_placed_on_the_calendar_by_keys(room: DeskDrive, place: FakePlace) -> None:
    mediation(room).begin("plan_session")
    room.rest()
    assert room.focus_name() == "roomDay"
    press(room, KEY.Key_PageDown, KEY.Key_Right, KEY.Key_Down, KEY.Key_Minus)
    assert room.find("roomsClashes") is None, "nothing clashes on the next day"
    press(room, KEY.Key_PageUp)
    assert room.find("roomsClashes") is not None
    rooms = mediation(room).rooms
    rooms.put(0, 14 * 60)
    press(room, KEY.Key_Return)
    assert room.find("rooms") is not None, "a place that is taken is not to be had"
    rooms.put(1, 12 * 60)
    press(room, KEY.Key_Return)
    assert room.find("acting") is not None
    assert room.find("rooms") is None
    press(room, KEY.Key_Return, KEY.Key_Return)
    given = sample(place).named("act")[0]
    assert given[2] == "plan_session"
    assert given[3]["room"] == samples.ROOMS[1]
    assert given[3]["minutes"] == "45"


def test_the_calendar_goes_by_escape(room: DeskDrive) -> None:
    mediation(room).begin("plan_session")
    room.rest()
    press(room, KEY.Key_Escape)
    assert room.find("rooms") is None
    assert room.find("case") is not None


def test_everybody_who_came_is_ticked_with_one_press(room: DeskDrive, place: FakePlace) -> None:
    mediation(room).begin("open_session", {"session": "4"})
    room.rest()
    assert room.focus_name() == "all_present", "what is known is not asked again"
    for there in ("all_present", "all_checked"):
        assert room.focus_name() == there
        press(room, KEY.Key_Return)
        press(room, KEY.Key_Return, with_=CTRL)
    given = sample(place).named("act")[0][3]
    assert given == {"session": "4", "present": "1,2,3", "checked": "1,2,3"}


def test_the_tab_has_the_whole_window_and_nobody_elses_case_shows(room: DeskDrive) -> None:
    assert room.find("queueRows") is not None
    press(room, KEY.Key_F10)
    assert room.find("queue") is None
    names = [str(item.property("text")) for item in looking.own(room)]
    assert not any("Sample & Daughters" in name for name in names)
    press(room, KEY.Key_F5)
    press(room, KEY.Key_Escape)
    assert room.focus_name() == "talkText", "the keys come back to where what is said is typed"
    room.write("still here")
    press(room, KEY.Key_Escape)
    assert room.find("queue") is not None
    assert mediation(room).talk.text == "still here"


def test_private_words_are_covered_and_laid_open_by_a_key(room: DeskDrive) -> None:
    said = room.await_("said_5")
    assert "打官司" not in str(said.property("text"))
    press(room, KEY.Key_F12)
    assert "打官司" in str(room.await_("said_5").property("text"))
    assert str(room.await_("mark_5").property("text")) == "只有调解员知道"
