"""An agreement at the real desk over the real record: from its first term to its last signature."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.staff import SignedIn
from stationkiosk.domain.actors import Role
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.drafting import Drafting
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.casework.mediating.settled import Table, at_table
from tests.casework.world import World
from tests.ui.conftest import RESOURCES
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.test_case_page import case_of

MEDIATOR = "mediator-1"
CLAUSES = ("停止侵权", "分期付款", "一期不付", "行政责任")


class Seat(Front):
    """The station's front, where the made-up mediator is let in at once."""

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Desk]:
        who = SignedIn(login, "样品", frozenset({Role.MEDIATOR}), self._station.clock.now())
        return who, Desk(self._station, who)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    world = World.make(tmp_path)
    yield at_table(world)
    world.close()


@pytest.fixture
def real(table: Table, tmp_path: Path) -> Iterator[DeskDrive]:
    options = DeskOptions(RESOURCES, windowed=True, size=(1920, 1080), memory=tmp_path / "desk.json")
    window = DeskWindow(Seat(table.station), table.station.reference, table.station.clock, options)
    window.show()
    wait_for(lambda: window.ready and window.asking.idle, "the pages")
    drive = DeskDrive(window)
    window.shell.signIn(MEDIATOR, "-")
    wait_for(lambda: window.shell.signed_in is not None, "somebody signed in")
    window.shell.open_case(table.case_id)
    drive.rest()
    case_of(drive).turn("agreement")
    drive.rest()
    yield drive
    window.close()


def drafting_of(drive: DeskDrive) -> Drafting:
    bridge = drive.window.bridges["drafting"]
    assert isinstance(bridge, Drafting)
    return bridge


def rested(drive: DeskDrive) -> Drafting:
    drafting = drafting_of(drive)
    drive.rest()
    wait_for(lambda: not drafting.sheet.preview.behind and drive.window.asking.idle, "the pages")
    drive.rest()
    return drafting


def enter(drive: DeskDrive, text: str) -> None:
    """Type into whatever has the keys, and go on with Enter."""
    drive.type(drive.focus_name(), text)
    QTest.keyClick(drive.view, Qt.Key.Key_Return)
    drive.rest()


def test_terms_from_the_library_become_a_text_that_is_signed_and_in_effect(
    real: DeskDrive, tmp_path: Path
) -> None:
    drafting = drafting_of(real)
    assert drafting.mayWrite, drafting.stage
    drafting.write()
    real.rest()
    for words in CLAUSES:
        real.await_("clauseSearch").forceActiveFocus()
        enter(real, words)
        _fill(real, drafting)
    drafting = rested(real)
    assert drafting.sheet.preview.count >= 1
    assert drafting.sheet.counts["blocks"] == 0, drafting.sheet.findings
    drafting.askFix()
    real.rest()
    drafting.fix()
    real.rest()
    assert drafting.stage == "fixed", drafting.trouble
    assert len(drafting.hash) == 64
    read = str(drafting.property("hashRead"))
    assert read.replace(" ", "") == drafting.hash
    assert max(map(len, read.split())) <= 8, "it breaks between groups alone"
    drafting.readText()
    assert rested(real).sheet.preview.count >= 1, drafting.sheet.preview.told
    drafting.closeText()
    typed, by_hand = _to_sign(drafting)
    drafting.signers.open(typed, "typed")
    drafting.signers.hear(True)
    drafting.signers.sign()
    real.rest()
    assert not drafting.signers.trouble
    _sign_by_hand(real, drafting, by_hand, tmp_path)
    real.tap("signHere_0")
    real.rest()
    real.sign()
    real.tap("sheetGo")
    real.rest()
    real.tap("putSeal")
    real.rest()
    real.tap("sheetGo")
    real.rest()
    assert drafting.stage == "effective", drafting.signers.trouble
    titles = [paper["title"] for paper in drafting.papers]
    assert titles == ["调解协议书", "调解结案小结（给申请人）", "调解结案小结（给被申请人）"]


def _sign_by_hand(drive: DeskDrive, drafting: Drafting, n: int, folder: Path) -> None:
    """Print the text, bring back on a stick what came out of the printer, and sign by it."""
    drafting.signers.open(n, "paper")
    drive.rest()
    drive.tap("printForSigner")
    drive.rest()
    assert drafting.byHand.sent == drafting.signers.signer, drafting.signers.trouble
    copy = case_of(drive).papers.copy
    assert copy.property("tone") == "jade", copy.property("text")
    (sheet,) = (folder / "printed").glob("*.pdf")
    shutil.copy(sheet, folder / "usb" / "signed.pdf")
    drive.tap("takeScan")
    drive.rest()
    drafting.signers.hear(True)
    drafting.signers.sign()
    drive.rest()
    assert not drafting.signers.trouble
    (signer,) = (one for one in drafting.signers.rows if one["n"] == n)
    assert signer["signed"]


def _fill(drive: DeskDrive, drafting: Drafting) -> None:
    """Fill what the record does not hold; say how much that was."""
    at = drafting.sheet.at
    if at < 0:
        return
    for slot in drafting.sheet.terms[at].slots:
        if slot.filled:
            continue
        kind = slot.blank.kind.value
        if kind == "instalments":
            for n, text in enumerate(("2", "2026-12-21", "1")):
                slot.plan(n, text)
            slot.divide()
        elif kind == "account":
            slot.typeAt(1, "样品银行")
            slot.typeAt(2, "6200 0000 0000")
        else:
            slot.type({"day": "2026-12-21", "count": "5", "sum": "18000"}.get(kind, "样品路 1 号"))
    drive.rest()


def _to_sign(drafting: Drafting) -> list[int]:
    """Return one signer of each side."""
    assert drafting.record.shown is not None
    assert drafting.record.shown.draft is not None
    by_side = {one.side: one.n for one in reversed(drafting.record.shown.draft.signers) if one.side}
    return list(by_side.values())
