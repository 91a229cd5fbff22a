"""A clerk takes filings down at the real desk over the real store: mediation, many sides, report, draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.app import load_reference, open_desk, open_station
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.desk.views import Shelf, Wanted
from stationkiosk.casework.staff import hashed
from stationkiosk.devices.clock import SystemClock
from stationkiosk.domain.actors import Role
from stationkiosk.reference.paths import resources
from stationkiosk.settings import Settings
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.intake import Intake
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.casework.members import enrol
from tests.ui.desk.drive import CTRL, DeskDrive

PASSWORD = "made-up words of a clerk 7"
OWNER = {
    "applicant_kind": "person",
    "acting": "self",
    "applicant_name": "陈样本",
    "applicant_paper": "none",
    "applicant_phone": "13800138000",
    "trademark_number": "3333018",
    "mark_name": "山城样本",
    "goods": "火锅底料",
    "standing": "owner",
}
STORY = {
    "respondent_name": "乙商行（样本）",
    "respondent_place": "样本路 2 号",
    "acts": "same_mark",
    "ongoing": "yes",
    "claims": "stop",
}
REPORT = {
    "seen_what": "底料",
    "breach": "trademark",
    "respondent_name": "乙（样本）",
    "respondent_place": "样本路",
    "bought": "no",
    "named": "named",
    "reporter_name": "秘密样本",
    "reporter_phone": "13900139000",
}
COMPLAINT = {
    "bought_for": "daily_life",
    "bought_what": "火锅底料",
    "applicant_name": "受骗样本",
    "respondent_name": "乙商行（样本）",
    "respondent_place": "样本路 2 号",
    "what_happened": "吃了不舒服",
    "remedies": "refund",
}


@pytest.fixture
def desk(settings: Settings, tmp_path: Path) -> Iterator[DeskDrive]:
    reference = load_reference(settings)
    station = open_station(settings, reference)
    enrol(station, {"clerk-1": (Role.CLERK, Role.SUPERVISOR)}, hashed(PASSWORD))
    station.close()
    options = DeskOptions(resources(), windowed=True, size=(1600, 900), memory=tmp_path / "desk.json")

    def front() -> Front:
        return open_desk(settings, reference)

    window = DeskWindow(front, reference, SystemClock(), options)
    window.show()
    drive = DeskDrive(window)
    wait_for(lambda: window.ready and window.asking.idle, "the pages")
    window.shell.signIn("clerk-1", PASSWORD)
    drive.on("cases")
    window.shell.show("intake")
    drive.on("intake")
    yield drive
    window.close()


def intake(desk: DeskDrive) -> Intake:
    bridge = desk.window.bridges["intake"]
    assert isinstance(bridge, Intake)
    return bridge


def tell(desk: DeskDrive, said: dict[str, str]) -> None:
    for form in intake(desk).taking.sections.forms:
        for row in form.property("rows"):
            answer = said.get(row.question.id)
            if answer and row.question.options:
                row.tick(answer)
            elif answer:
                row.type(answer)
            elif row.question.unknown and row.question.id not in OWNER:
                row.dontKnow(True)


def file(desk: DeskDrive) -> str:
    """Agree to everything that is asked, hear the declaration, press once; return the number."""
    taking = intake(desk).taking
    taking.proofLater(True)
    for consent in taking.routes.consents_asked:
        taking.routes.consent(consent, True)
    taking.signing.hear(True)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.rest()
    assert taking.property("problems") == []
    desk.await_("filedNumber")
    desk.rest()
    return str(intake(desk).finished.property("number"))


def found(desk: DeskDrive, text: str) -> list[str]:
    numbers: list[str] = []
    wanted = Wanted(Shelf.ALL, text)

    def saw(page: object) -> None:
        numbers.extend(row.number for row in page.rows)  # type: ignore[attr-defined]

    desk.window.asking.ask(lambda place: place.page(wanted), saw)
    desk.rest()
    return numbers


def begin(desk: DeskDrive, why: str, kind: str = "") -> None:
    intake(desk).begin(why)
    if kind:
        intake(desk).choose(kind)
    desk.rest()


def test_a_day_of_filings_at_the_desk(desk: DeskDrive, settings: Settings) -> None:
    begin(desk, "holder", "trademark")
    tell(desk, OWNER | STORY)
    first = file(desk)
    assert found(desk, "陈样本") == [first]
    assert list(settings.printer.folder.iterdir())

    intake(desk).again()
    begin(desk, "holder", "trademark")
    taking = intake(desk).taking
    taking.copying.search("陈样本")
    desk.rest()
    taking.copying.copy(0)
    desk.rest()
    tell(desk, STORY)
    taking.several()
    taking.batch.add("甲店（样本）\t样本路 1 号\t\n丙店（样本）\t样本路 3 号\t")
    second = file(desk)
    assert len(found(desk, "陈样本")) == 4
    others = intake(desk).finished.property("others")
    assert [other["name"] for other in others] == ["甲店（样本）", "丙店（样本）"]
    assert second != first

    intake(desk).again()
    begin(desk, "saw")
    tell(desk, REPORT)
    intake(desk).taking.save()
    desk.rest()
    intake(desk).again()
    desk.rest()
    assert intake(desk).property("unfinished")
    intake(desk).discard()
    begin(desk, "saw")
    tell(desk, REPORT)
    third = file(desk)
    assert found(desk, third) == [third]
    assert found(desk, "秘密样本") == []

    intake(desk).again()
    begin(desk, "daily_life")
    tell(desk, OWNER | COMPLAINT)
    fourth = file(desk)
    assert found(desk, "受骗样本") == [fourth]

    desk.key(Qt.Key.Key_Return, CTRL)
    desk.on("cases")
    assert desk.window.shell.case_id is not None

    station = open_station(settings, load_reference(settings))
    assert verify(station.store, station.keys).ok
    station.close()
