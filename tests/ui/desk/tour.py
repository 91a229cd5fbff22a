"""Every screen of the desk, one after another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.desk.case import TABS, CasePage
from stationkiosk.ui.desk.printing import TABS as PRINTING_TABS
from stationkiosk.ui.desk.printing import Printing
from tests.ui.desk.drive import CTRL, DeskDrive
from tests.ui.desk.fake_desk import ADMIN, AUDITOR, CLERK, PASSWORD

Visit = Callable[[str], None]


def every_screen(drive: DeskDrive, visit: Visit) -> None:
    """Go from the way in through every page; ``drive`` is a window nobody has signed in to."""
    drive.on("signin")
    visit("signin")
    drive.type("password", "wrong")
    drive.key(Qt.Key.Key_Return)
    drive.rest()
    visit("signin-wrong")
    _work_as(drive, CLERK.login, "cases")
    visit("cases")
    _queue(drive, visit)
    _case(drive, visit)
    _sheets(drive, visit)
    for page in ("intake", "calls", "messages"):
        drive.window.shell.go(page)
        drive.on(page)
        visit(page)
    _printing(drive, visit)
    drive.key(Qt.Key.Key_L, CTRL)
    drive.on("signin")
    visit("locked")
    _work_as(drive, ADMIN.login, "staff")
    visit("staff")
    drive.key(Qt.Key.Key_U, CTRL)
    drive.on("signin")
    visit("change-user")
    _work_as(drive, AUDITOR.login, "audit")
    visit("audit")


def _work_as(drive: DeskDrive, login: str, page: str) -> None:
    drive.window.shell.signIn(login, PASSWORD)
    wait_for(lambda: drive.page == page, f"{page} of {login}, on {drive.page}")
    drive.rest()


def _queue(drive: DeskDrive, visit: Visit) -> None:
    drive.window.shell.tell(Text("李样本改了这个案件", "Somebody changed this case"), "amber", "desk.close")
    drive.tap("shelf_all")
    drive.rest()
    visit("all-and-told")
    drive.window.shell.hush()
    drive.tap("narrow")
    drive.rest()
    visit("filter")
    drive.type("filterName", "逾期的调解")
    drive.key(Qt.Key.Key_Return, CTRL)
    drive.rest()
    drive.type("search", "没有这个人")
    drive.rest()
    wait_for(lambda: drive.find("queueEmpty"), "nothing found")
    visit("nothing-found")
    drive.tap("search_empty")
    wait_for(lambda: drive.await_("queueRows").property("count"), "the whole list")
    drive.rest()


def _case(drive: DeskDrive, visit: Visit) -> None:
    drive.await_("queueRows").forceActiveFocus()
    drive.key(Qt.Key.Key_Down)
    wait_for(lambda: drive.window.shell.case_id is not None, "a case")
    drive.rest()
    page = drive.window.bridges["case_"]
    assert isinstance(page, CasePage)
    for tab in TABS:
        page.turn(tab)
        drive.rest()
        visit(f"case-{tab}")


def _printing(drive: DeskDrive, visit: Visit) -> None:
    drive.window.shell.go("printing")
    drive.on("printing")
    page = drive.window.bridges["printing"]
    assert isinstance(page, Printing)
    for tab in PRINTING_TABS:
        page.turn(tab)
        drive.rest()
        visit(f"printing-{tab}")
    _printing_sheets(drive, page, visit)


def _printing_sheets(drive: DeskDrive, page: Printing, visit: Visit) -> None:
    copies = page.property("copies")
    opened: tuple[tuple[str, str, Callable[[], None]], ...] = (
        ("printers", "keeping", page.property("keeping").add),
        ("papers", "rules", lambda: page.property("rules").open("agreement")),
        ("copies", "copies", lambda: copies.open(copies.property("rows")[0]["key"])),
    )
    for tab, name, open_sheet in opened:
        page.turn(tab)
        drive.rest()
        open_sheet()
        drive.rest()
        visit(f"printing-{name}")
        page.property(name).leave()
        drive.rest()


def _sheets(drive: DeskDrive, visit: Visit) -> None:
    for sheet in ("palette", "keys"):
        drive.window.shell.open(sheet)
        drive.rest()
        visit(sheet)
        drive.window.shell.close_sheet()
    drive.window.shell.raise_fault(KnownError("disk_full"))
    settle()
    visit("fault")
    drive.window.shell.close_sheet()
    settle()
