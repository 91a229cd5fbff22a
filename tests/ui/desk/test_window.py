"""The desk's window: it opens, knows who works there, and shows their pages."""

from __future__ import annotations

from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.drive import DeskDrive


def test_the_window_opens_with_the_queue_of_whoever_signed_in(desk: DeskDrive) -> None:
    desk.on("cases")
    assert desk.await_("queueRows").property("count") > 10


def test_nobody_signed_in_sees_nothing_but_the_way_in(open_desk: OpenDesk) -> None:
    drive = open_desk(login="")
    drive.on("signin")
    assert drive.find("queueRows") is None
