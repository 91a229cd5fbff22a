"""The members of staff on the real desk over the real store: from the first admin to the auditor's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.app import load_reference, open_desk, open_station
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.members import NewMember, put_first
from stationkiosk.devices.clock import SystemClock
from stationkiosk.domain.actors import Role
from stationkiosk.reference.paths import resources
from stationkiosk.settings import Settings
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.ui.desk.drive import CTRL, DeskDrive

FIRST = NewMember("security", "安样品", frozenset({Role.SECURITY_ADMIN}))
AUDITOR = NewMember("auditor", "审样品", frozenset({Role.AUDITOR}), "Kettle-9 lids up")
OWN = "Teapot-7 cups"


@pytest.fixture
def given(settings: Settings) -> str:
    """The one-time password of the first security admin."""
    station = open_station(settings)
    with station.store.write() as unit:
        passwords = put_first(unit, station, (FIRST, AUDITOR))
        unit.journal(None, station.itself(), "add_member", station.clock.now())
    station.close()
    return passwords[FIRST.login]


@pytest.fixture
def desk(settings: Settings, tmp_path: Path, given: str) -> Iterator[DeskDrive]:
    reference = load_reference(settings)

    def front() -> Front:
        return open_desk(settings, reference)

    options = DeskOptions(resources(), windowed=True, size=(1600, 900), memory=tmp_path / "desk.json")
    window = DeskWindow(front, reference, SystemClock(), options)
    window.show()
    drive = DeskDrive(window)
    wait_for(lambda: window.ready and window.asking.idle, "the pages")
    yield drive
    window.close()


def typed(desk: DeskDrive, *words: str) -> None:
    """Type into one field after another, each ended with Enter."""
    for word in words:
        desk.write(word)
        desk.key(Qt.Key.Key_Return)
    desk.rest()


def test_the_first_admin_makes_a_clerk_and_the_auditor_reads_of_it(
    desk: DeskDrive, given: str, settings: Settings
) -> None:
    desk.on("signin")
    typed(desk, FIRST.login, given)
    desk.on("password")
    typed(desk, given, OWN, OWN)
    desk.on("staff")
    desk.tap("addMember")
    desk.type("memberName", "孙样品")
    desk.type("memberLogin", "sun")
    desk.tap("post_clerk")
    desk.tap("sheetGo")
    desk.rest()
    password = str(desk.await_("givenPassword").property("text"))
    desk.tap("sheetGo")
    desk.key(Qt.Key.Key_U, CTRL)
    desk.on("signin")
    typed(desk, "sun", password)
    desk.on("password")
    typed(desk, password, "Kettle-3 mugs", "Kettle-3 mugs")
    desk.on("cases")
    desk.key(Qt.Key.Key_U, CTRL)
    desk.on("signin")
    desk.key(Qt.Key.Key_1)
    assert desk.window.shell.property("wished") == FIRST.login
    desk.tap("otherName")
    typed(desk, AUDITOR.login, AUDITOR.password)
    desk.on("audit")
    rows = desk.window.bridges["trail"].property("rows")
    told = [(row["who"], row["what"], row["about"]) for row in reversed(rows)]
    assert told == [
        ("安样品", "登录", ""),
        ("安样品", "改了自己的密码", ""),
        ("安样品", "添加人员：受理员", "sun"),
        ("孙样品", "登录", ""),
        ("安样品", "退出登录", ""),
        ("孙样品", "改了自己的密码", ""),
        ("审样品", "登录", ""),
        ("孙样品", "退出登录", ""),
    ]
    station = open_station(settings)
    found = verify(station.store, station.keys)
    station.close()
    assert found.ok, found.findings
    for file in [settings.store_file, *settings.log_folder.glob("*")]:
        content = file.read_bytes()
        for secret in (given, OWN, password):
            assert secret.encode() not in content
