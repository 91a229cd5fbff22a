"""A tour of every screen there is, stopping at each for whoever wants to look."""

from __future__ import annotations

from collections.abc import Callable

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute, form_page, to_the_receipt
from tests.ui.fakes import RECEIPT_CODE, FakeCounter, StandingClock
from tests.ui.tour_adding import adding
from tests.ui.tour_others import OTHER_PAGES, a_report, an_answer, not_sure, the_codes_troubles
from tests.ui.tour_proof import PROOF_PAGES, all_of_proof
from tests.ui.tour_public import PUBLIC, PUBLIC_PAGES
from tests.ui.tour_stage import STAGE_PAGES, staged

Seen = Callable[[str], None]

PAGES = frozenset(
    {"home", "tiles", "elsewhere", "form", "proof", "routes", "check", "filing", "done"}
    | {"resume", "maintenance"}
    | OTHER_PAGES
    | PUBLIC_PAGES
    | PROOF_PAGES
    | STAGE_PAGES
)
COVERS = frozenset({"idle", "hidden", "fault", "admin", "staff", "end"})


def every_screen(
    drive: Drive, counter: FakeCounter, clock: StandingClock, seen: Seen, *, large: bool = False
) -> None:
    """Show every page and every cover once."""

    def start_over() -> None:
        drive.window.wipe()
        drive.window.display.enlarge(large)
        drive.on("home")

    start_over()
    file_a_dispute(drive, seen)
    to_the_receipt(drive, seen)
    start_over()
    for page in ("track", "resume"):
        drive.tap(page)
        drive.on(page)
        seen(page)
        start_over()
    drive.tap("track")
    drive.type("code", "WRONG")
    drive.tap("next")
    drive.await_("errorSummary")
    seen("track_problem")
    drive.type("code", "")
    drive.window.track.type(RECEIPT_CODE)
    drive.window.track.next()
    drive.on("progress")
    seen("progress")
    start_over()
    _maintenance(drive, counter, seen)
    start_over()
    for others in (not_sure, a_report, an_answer):
        others(drive, seen)
        start_over()
    the_codes_troubles(drive, counter, seen)
    start_over()
    for public in PUBLIC:
        public(drive, counter, seen)
        start_over()
    all_of_proof(drive, counter, seen)
    start_over()
    adding(drive, counter, seen)
    start_over()
    staged(drive, counter, seen, large=large)
    start_over()
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("next")
    drive.await_("errorSummary")
    drive.await_rest(drive.await_("draftBanner"))
    seen("who_problem")
    drive.tap("q_applicant_kind_organisation")
    drive.tap("q_acting_agent")
    seen("organisation")
    _covers(drive, clock, seen)
    drive.window.kiosk.show("filing")
    drive.on("filing")
    seen("filing")
    start_over()


def _maintenance(drive: Drive, counter: FakeCounter, seen: Seen) -> None:
    counter.clock_behind = True
    drive.window.admin.passed.emit()
    drive.on("maintenance")
    drive.await_("part_7")
    drive.window.session.maintenance.testPrint()
    drive.await_("trial")
    seen("maintenance")
    drive.window.session.maintenance.showNotice()
    drive.await_("errorSummary")
    seen("maintenance_problem")
    counter.clock_behind = False


def _covers(drive: Drive, clock: StandingClock, seen: Seen) -> None:
    kiosk, fault = drive.window.kiosk, drive.window.fault
    for name in ("hidden", "staff", "end", "admin"):
        kiosk.cover(name)
        wait_for(lambda: drive.find("coverTitle"), name)
        seen(f"cover_{name}")
        kiosk.cover(name, False)
        settle()
    clock.seconds += 100
    drive.window.tick()
    drive.await_("moreTime")
    seen("cover_idle")
    drive.window.idle.more()
    for key in ("disk_full", "wrong_key", "store_newer"):
        fault.raise_known(KnownError(key), session=True)
        drive.await_("faultGoOn")
        seen(f"cover_{key}")
        fault.goOn()
    fault.raise_own(session=True)
    drive.await_("faultGoOn")
    seen("cover_ours")
    fault.goOn()
    settle()
