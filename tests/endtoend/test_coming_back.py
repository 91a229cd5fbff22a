"""A person comes back to the real kiosk: tracks by number, then by code, reads, prints, rates, writes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.casework import helping, messages, ratings
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import ID_NUMBER, file_a_dispute, to_the_receipt
from tests.endtoend.conftest import Open
from tests.ui.tour_public import stage


def shown(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


def idle(drive: Drive) -> None:
    wait_for(lambda: drive.window.executor.idle, "the counter")


def test_a_case_is_followed_read_printed_again_rated_and_asked_about(
    open_kiosk: Open, settings: Settings, pictures: Path
) -> None:
    drive = open_kiosk()
    file_a_dispute(drive)
    to_the_receipt(drive)
    number = shown(drive, "caseNumber")
    code = shown(drive, "receiptCode")
    for mark in (1, 1, 2):
        drive.tap(f"mark_{mark}")
    drive.tap("next")
    drive.on("home")

    drive.tap("track")
    drive.tap("byNumber")
    drive.type("number", number)
    drive.type("tail", "9999")
    drive.tap("next")
    drive.await_("errorSummary")
    drive.window.track.type(ID_NUMBER[-4:], "tail")
    drive.tap("next")
    drive.on("progress")
    assert shown(drive, "title") == number
    assert drive.find("read_0") is None, "papers need the code"
    drive.picture(pictures / "coming-back" / "0-by-number.png")
    drive.tap("askCode")
    drive.on("track")
    drive.type("code", code)
    drive.tap("next")
    drive.on("progress")
    drive.tap("why_0")
    drive.picture(pictures / "coming-back" / "1-progress.png")

    drive.tap("read_0")
    drive.on("reader")
    wait_for(lambda: drive.window.session.reader.pages, "the pages")
    drive.picture(pictures / "coming-back" / "2-reader.png")
    drive.tap("larger")
    drive.picture(pictures / "coming-back" / "3-reader-larger.png")
    drive.window.session.reader.leave()
    drive.on("progress")

    drive.tap("print_0")
    stage(drive, "ask")
    assert shown(drive, "copyNo") == "这是第 2 份，纸上也写着。"
    drive.tap("next")
    stage(drive, "taken")
    drive.picture(pictures / "coming-back" / "4-reprint.png")
    drive.tap("next")
    drive.on("progress")

    drive.tap("writeAboutCase")
    drive.type("message", "样本：调解在几号？")
    drive.tap("next")
    drive.await_("answered")
    drive.tap("next")
    drive.on("progress")
    with closing(open_station(settings)) as desk:
        heard: list[object] = []
        desk.feed.subscribe(heard.append)
        drive.tap("callStaff")
        wait_for(lambda: drive.window.staff.called and heard, "the call at the desk")
        assert [call.page for call in helping.open_calls(desk)] == ["progress"]
    drive.tap("staffCame")
    drive.tap("next")
    drive.on("home")
    idle(drive)

    with closing(open_station(settings)) as station:
        assert helping.open_calls(station) == ()
        [message] = messages.unanswered(station)
        assert (message.text, message.case_number) == ("样本：调解在几号？", number)
        today = station.today()
        assert [total.well for total in ratings.totals(station, today, today)] == [1, 1, 0]
        with station.store.read() as connection:
            copies = connection.execute(select(tables.Copy.reason, tables.Copy.state)).all()
        assert [tuple(copy) for copy in copies] == [("first", "in_hand"), ("reprint", "in_hand")]
        assert verify(station.store, station.keys).ok
    assert len(list(settings.printer.folder.glob("*.pdf"))) == 2
