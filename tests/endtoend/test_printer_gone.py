"""The printer is gone just before filing: the filing stands, the page says so, the paper comes later."""

from __future__ import annotations

import shutil

from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute
from tests.endtoend.conftest import Open


def test_a_printer_that_is_gone_is_told_and_the_paper_comes_when_it_is_back(
    open_kiosk: Open, settings: Settings
) -> None:
    drive = open_kiosk()
    file_a_dispute(drive)
    shutil.rmtree(settings.printer.folder)
    drive.tap("next")
    drive.on("done")
    done = drive.window.pages.done
    wait_for(lambda: done.stage == "trouble", "the trouble told")
    assert drive.await_("caseNumber").property("text")
    assert drive.await_("back").isEnabled()
    drive.tap("back")
    wait_for(lambda: done.stage == "trouble", "the trouble of another copy")
    settings.printer.folder.mkdir()
    wait_for(lambda: done.stage == "ask", "the paper")
    (_paper,) = settings.printer.folder.glob("*.pdf")
    drive.tap("next")
    wait_for(lambda: done.stage == "taken", "the paper in hand")


def test_the_paper_can_be_left_for_later_and_no_copy_comes_out_behind_the_person(
    open_kiosk: Open, settings: Settings
) -> None:
    drive = open_kiosk()
    file_a_dispute(drive)
    shutil.rmtree(settings.printer.folder)
    drive.tap("next")
    drive.on("done")
    wait_for(lambda: drive.window.pages.done.stage == "trouble", "the trouble told")
    drive.tap("next")
    wait_for(lambda: drive.window.pages.done.stage == "later", "told that it is not printed now")
    drive.tap("next")
    drive.on("home")
    wait_for(lambda: drive.window.executor.idle, "the session closed")
    settings.printer.folder.mkdir()
    assert not list(settings.printer.folder.glob("*.pdf"))
