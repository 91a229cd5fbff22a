"""The stops of the tour that no journey leads to: tracking, papers, marks, messages, calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from stationkiosk.casework.views import CopyState, FiledOther, Viewer
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.drive import Drive, wait_for
from tests.ui.fake_printing import HALL, OFFICE
from tests.ui.fakes import NUMBER, RECEIPT_CODE, TAIL, FakeCounter, filed, progress

Seen = Callable[[str], None]

PUBLIC_PAGES = frozenset({"track", "progress", "reader", "reprint", "message"})


def tracked(drive: Drive, way_in: str = "track") -> None:
    """Track the case by its code."""
    drive.tap(way_in)
    drive.on("track")
    drive.window.track.scanned(RECEIPT_CODE)
    drive.on("progress")


def stage(drive: Drive, name: str) -> None:
    """Wait until the paper stands there."""
    wait_for(lambda: drive.window.session.paper.stage == name, f"the paper to be {name}")


def the_number(drive: Drive, _counter: FakeCounter, seen: Seen) -> None:
    """Ask by number: nothing typed, what does not go together, the case without its papers."""
    drive.tap("track")
    drive.tap("byNumber")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("track_number_empty")
    drive.type("number", NUMBER)
    drive.type("tail", "9999")
    drive.tap("next")
    wait_for(lambda: drive.window.executor.idle, "the answer")
    drive.await_("errorSummary")
    seen("track_number_unknown")
    drive.window.track.type(TAIL, "tail")
    drive.tap("next")
    drive.on("progress")
    seen("progress_by_number")


def the_case(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    """A case that waits for its owner, with its reasons, and papers read and printed."""
    matter = progress().matters[0]
    why = (Text("最后一天是2026年11月27日。", "The last day is 27 November 2026."),)
    ended = replace(matter, ended=True, next=None)
    counter.seen = replace(progress(), matters=(replace(matter, yours=True, why=why), ended))
    tracked(drive)
    drive.tap("why_0")
    seen("progress_yours")
    drive.tap("read_0")
    drive.on("reader")
    wait_for(lambda: drive.window.session.reader.pages, "the pages")
    drive.tap("larger")
    seen("reader")
    drive.tap("closePaper")
    drive.on("progress")
    drive.tap("print_0")
    drive.on("reprint")
    stage(drive, "ask")
    seen("reprint")
    drive.tap("next")
    stage(drive, "taken")
    drive.tap("next")
    drive.on("progress")
    counter.copy_state, counter.copy_trouble = CopyState.FAILED, "printer_swapped"
    drive.tap("print_0")
    stage(drive, "trouble")
    seen("reprint_trouble")
    drive.tap("next")
    stage(drive, "later")
    drive.tap("next")
    drive.on("progress")
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    counter.trouble["reprint"] = Closed("reprints_used_up", most="3")
    drive.tap("print_0")
    stage(drive, "refused")
    seen("reprint_refused")
    counter.trouble.clear()


def other_cases(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    """Nothing to show to the other side; all ended; several cases of one filing."""
    counter.seen = replace(progress(), viewer=Viewer.RESPONDENT, matters=(), papers=())
    tracked(drive, "reprint")
    seen("progress_empty")
    drive.window.wipe()
    ended = replace(progress().matters[0], ended=True, next=None)
    other = replace(progress(), number="LJ07A-20261122-00043-9")
    counter.seen = replace(progress(), matters=(ended,), others=(other,))
    tracked(drive)
    seen("progress_several")
    counter.seen = None


def a_message(drive: Drive, _counter: FakeCounter, seen: Seen) -> None:
    """A message with nothing in it, and one that is kept."""
    drive.tap("message")
    drive.on("message")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("message_problem")
    drive.type("message", "样本")
    drive.tap("next")
    drive.await_("answered")
    seen("message_kept")


def several_filed(drive: Drive, _counter: FakeCounter, seen: Seen) -> None:
    """The last page of a filing against several, asked how it was."""
    others = (FiledOther("LJ07A-20261122-00043-9", "丙商行（样本）", RECEIPT_CODE),)
    drive.window.pages.done.open(replace(filed(), others=others), "filing")
    drive.window.kiosk.show("done")
    stage(drive, "ask")
    drive.tap("next")
    stage(drive, "taken")
    seen("done_several")
    drive.tap("mark_2")
    seen("done_rating")


def no_paper(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    """A paper that does not come, with printers to choose from; put off."""
    alone = counter.printers
    counter.printers = (*alone, HALL, OFFICE)
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "paper_jam"
    drive.window.pages.done.open(filed(), "filing")
    drive.window.kiosk.show("done")
    stage(drive, "trouble")
    drive.await_("on_office")
    seen("done_trouble")
    drive.tap("end")
    drive.await_("paperLeft")
    seen("cover_end_paper")
    drive.tap("stay")
    drive.tap("next")
    stage(drive, "later")
    seen("done_later")
    counter.printers, counter.copy_trouble = alone, ""
    counter.copy_state = CopyState.SETTLED


def a_call(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    """A call that went out with nobody there, and one that did not go out."""
    drive.tap("callStaff")
    drive.await_("writeInstead")
    seen("cover_staff_closed")
    drive.tap("takeBack")
    counter.trouble["call_staff"] = Closed("disk_full")
    drive.tap("callStaff")
    drive.await_("writeInstead")
    seen("cover_staff_failed")
    drive.tap("takeBack")
    counter.trouble.clear()


PUBLIC = (the_number, the_case, other_cases, a_message, several_filed, no_paper, a_call)
