"""A mediation on the real record, from the first session to an answered offer, worked at the desk's tab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.staff import SignedIn
from stationkiosk.domain.actors import Role
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.case import CasePage
from stationkiosk.ui.desk.mediation import Mediation
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.casework.mediating.mediated import mediating
from tests.casework.mediating.walled import desk_station
from tests.casework.world import World
from tests.ui.conftest import RESOURCES
from tests.ui.desk.case_alone import fields
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.test_case_page import case_of, press

LOGIN = "mediator-1"
CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


class Seat(Front):
    """The station's front, where the made-up mediator is let in at once."""

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Desk]:
        who = SignedIn(login, "样品", frozenset({Role.MEDIATOR}), self._station.clock.now())
        return who, Desk(self._station, who)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path)
    yield made
    made.close()


@pytest.fixture
def real(world: World, tmp_path: Path) -> Iterator[DeskDrive]:
    options = DeskOptions(RESOURCES, windowed=True, size=(1920, 1080), memory=tmp_path / "desk.json")
    window = DeskWindow(Seat(desk_station(world)), world.station.reference, world.clock, options)
    window.show()
    wait_for(lambda: window.ready and window.asking.idle, "the pages")
    drive = DeskDrive(window)
    window.shell.signIn(LOGIN, "-")
    wait_for(lambda: window.shell.signed_in is not None, "somebody signed in")
    drive.rest()
    yield drive
    window.close()


def done(drive: DeskDrive, page: CasePage) -> None:
    """Do what the dialog is for; it has gone afterwards."""
    page.acting.submit()
    drive.rest()
    assert page.acting.stage == "", page.acting.problems


def test_a_session_is_held_and_an_offer_answered_on_the_real_record(world: World, real: DeskDrive) -> None:
    case_id = mediating(world)
    real.window.shell.open_case(case_id)
    real.rest()
    page = case_of(real)
    page.turn("mediation")
    real.rest()
    med: Mediation = page.mediation
    assert (med.stage, med.mine, med.appointed) == ("open", True, True)
    for row in med.people:
        if row["acts"]:
            med.begin("inform", row["acts"][0]["given"])
            real.rest()
            fields(page)["told_way"].pick("hand")
            done(real, page)
    assert all(row["informed"] for row in med.people)
    press(real, Qt.Key.Key_F5)
    assert real.focus_name() == "roomDay"
    press(real, ENTER)
    assert not [field.asked.id for field in page.acting.fields if field.asked.required and not field.value]
    done(real, page)
    press(real, Qt.Key.Key_F5)
    assert page.acting.action == "open_session"
    for name in ("present", "checked"):
        fields(page)[name].all()
    done(real, page)
    assert med.inSession
    press(real, Qt.Key.Key_F2)
    real.write("hold on")
    press(real, ENTER, Qt.Key.Key_F3)
    real.write("18000")
    press(real, ENTER)
    assert (med.talks[0]["offer"], med.talks[0]["amount"]) == ("方案 1", "18,000 元")
    assert "hold on" not in str(med.talks), "covered while both sides are in the room"
    med.talk.answer(med.talks[0]["n"], "taken")
    real.rest()
    assert med.talks[0]["answer"] == "接受了"
    press(real, Qt.Key.Key_F5)
    fields(page)["outcome"].pick("agreed")
    done(real, page)
    assert [one["state"] for one in med.sessions] == ["已结束"]
    med.begin("record", {"session": "1"})
    done(real, page)
    assert "调解笔录" in str([paper["title"] for paper in page.papers.rows])
