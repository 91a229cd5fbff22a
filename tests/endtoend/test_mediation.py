"""A dispute from the kiosk to the printed summary: the mediator's desk and the kiosk on one store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest

from stationkiosk.app import load_reference, open_desk
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.views import CaseFile, Shelf, Wanted
from stationkiosk.casework.mediating.shown import (
    DraftShown,
    MediationShown,
    Reader,
    Said,
    Screening,
    TermsWritten,
)
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.clauses import Account
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Language
from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from tests.endtoend.conftest import PASSWORD, Open

MEDIATOR = "zhou"
OFFER = "私下说最多给一万八（样本）"
PAID = Decimal("18000.00")


@dataclass
class Table:
    """The desk of somebody who mediates, with one case on it."""

    desk: Desk
    case_id: UUID
    keyed: int = 0

    def file(self) -> CaseFile:
        return self.desk.open(self.case_id)

    def now(self) -> MediationShown:
        return self.desk.mediation(self.case_id, 1)

    def draft(self) -> DraftShown:
        found = self.now().draft
        assert found is not None
        return found

    def looked(self) -> tuple[int, int, str]:
        self.keyed += 1
        file = self.file()
        return file.version, file.matters[0].version, f"press-{self.keyed}"

    def do(self, action: str, **inputs: str) -> CaseFile:
        return self.desk.act(self.case_id, 1, action, inputs, *self.looked())

    def person(self, side: int) -> int:
        """Return who signs for a side: 0 the filer's, 1 the other."""
        sides = sorted({one.side_n for one in self.now().attendants})
        return next(one.n for one in self.now().attendants if one.side_n == sides[side] and one.may_settle)

    def terms(self, paid: Decimal = PAID) -> TermsWritten:
        file, soon = self.file(), today() + timedelta(days=20)
        account = Account(file.claimant, "样本银行", "6200 0000 0000")
        pay = {
            "payer": file.respondent,
            "payee": file.claimant,
            "amount": paid,
            "account": account,
            "day": soon,
        }
        stop = {
            "party": file.respondent,
            "acts": ("使用“礼嘉样本”招牌",),
            "scope": "样本路 1 号",
            "day": soon,
        }
        return (("stop", stop), ("pay_by_day", pay), ("liability_stays", {}))

    def save(self, paid: Decimal = PAID) -> DraftShown:
        return self.desk.save_draft_agreement(self.case_id, 1, self.terms(paid), True, *self.looked())

    def fix(self) -> None:
        self.desk.fix_agreement(self.case_id, 1, self.draft().version, *self.looked())

    def begin(self) -> None:
        """From the arrived case to a mediator with both sides told."""
        self.do("accept")
        self.do("inquire")
        self.do("other_agrees", way="phone", said_on=today().isoformat())
        self.do("appoint", way="administrative", mediator=MEDIATOR, disclosed="没有")
        for side in (0, 1):
            self.do("inform", party=str(self.person(side)), told_way="hand")


def today() -> date:
    return station_day(datetime.now(UTC))


def table_of(desk: Desk) -> Table:
    (row,) = desk.page(Wanted(Shelf.ALL)).rows
    return Table(desk, row.case_id)


@pytest.fixture
def mediator(settings: Settings) -> Iterator[Desk]:
    yield from sits(settings, MEDIATOR)


@pytest.fixture
def colleague(settings: Settings) -> Iterator[Desk]:
    yield from sits(settings, "li.min")


def sits(settings: Settings, login: str) -> Iterator[Desk]:
    front = open_desk(settings, load_reference(settings))
    _who, desk = front.sign_in(login, PASSWORD)
    yield desk
    front.close()


def filed(drive: Drive) -> None:
    file_a_dispute(drive)
    to_the_receipt(drive)
    drive.window.wipe()
    drive.on("home")


def device(table: Table) -> str:
    (screen,) = table.desk.screens()
    return screen.device


def read_to_the_pad(drive: Drive) -> None:
    drive.on("agreement")
    for _ in range(10):
        if drive.page == "signature":
            return
        wait_for(lambda: drive.window.session.stage.property("drawn"), "the page")
        drive.tap("next")
    raise AssertionError("no last page")


def sign_at(drive: Drive, table: Table, side: int) -> None:
    table.desk.ask_signature(device(table), table.case_id, 1, table.person(side))
    read_to_the_pad(drive)
    drive.sign()
    drive.tap("next")
    drive.on("quiet")


def words(paper: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(paper))


def text_of(table: Table, kind: str) -> str:
    found = next(one for one in table.file().papers if one.kind == kind)
    return words(table.desk.paper(found.ref))


def test_two_people_settle_at_one_desk_and_leave_with_the_papers(
    open_kiosk: Open, mediator: Desk, settings: Settings, pictures: Path
) -> None:
    drive = open_kiosk()
    filed(drive)
    table = table_of(mediator)
    table.begin()
    other = table.now().attendants[-1].side_n
    said = Said(OFFER, Reader.MEDIATOR, side_n=other, amount=PAID, offer=True)
    table.desk.talk(table.case_id, 1, said, *table.looked())
    table.save(Decimal("20000.00"))
    shown = table.save()
    assert [term.change for term in shown.terms].count("changed") == 1
    table.desk.show(
        device(table),
        table.case_id,
        table.desk.agreement_pages(table.case_id, 1, table.terms(), True),
        (),
    )
    drive.on("shown")
    wait_for(lambda: drive.window.session.stage.picture, "the page")
    drive.picture(pictures / "kiosk-shown.png")
    table.desk.blank(device(table))
    drive.on("quiet")
    table.fix()
    for side in (0, 1):
        sign_at(drive, table, side)
        drive.picture(pictures / f"kiosk-signed-{side}.png")
    table.desk.take_back(device(table))
    drive.on("home")
    fixed = table.draft().text_sha256
    strokes = "[[[100, 200, 0], [300, 400, 40]]]"
    table.do("sign_mediator", text_sha256=fixed, strokes=strokes)
    if table.now().stage == "signing":
        table.do("seal_agreement", text_sha256=fixed)
    assert table.now().stage == "agreed"
    agreement, summary = text_of(table, "agreement"), text_of(table, "mediation_summary")
    assert "壹万捌仟元整" in agreement
    assert fixed[:16] in agreement.replace("\n", "").replace(" ", "")
    assert "18,000" in summary
    assert OFFER not in agreement + summary
    paper = next(one for one in table.file().papers if one.kind == "mediation_summary")
    before = len(list(settings.printer.folder.iterdir()))
    table.desk.print_paper(paper.ref, "样本：交给双方")
    wait_for(lambda: len(list(settings.printer.folder.iterdir())) > before, "the summary on paper")
    for duty in table.now().duties:
        table.do("duty_done", duty=str(duty.n), day=today().isoformat(), note="样本")
    table.do("finish")
    assert table.now().stage == "performed"


def test_a_text_is_printed_signed_by_hand_scanned_back_and_in_effect(
    open_kiosk: Open, mediator: Desk, colleague: Desk, settings: Settings
) -> None:
    drive = open_kiosk()
    filed(drive)
    table = table_of(mediator)
    table.begin()
    table.save()
    table.fix()
    before = set(settings.printer.folder.iterdir())
    with pytest.raises(Closed, match="not_the_mediator"):
        colleague.print_to_sign(table.case_id, 1, "样本：打印出来签")
    copy = table.desk.print_to_sign(table.case_id, 1, "样本：打印出来签")
    (sheet,) = (one for one in set(settings.printer.folder.iterdir()) - before if one.suffix == ".pdf")
    assert "壹万捌仟元整" in words(sheet.read_bytes())
    fixed = table.draft().text_sha256
    assert sha256(table.desk.paper(copy.paper)).hexdigest() == fixed
    (settings.evidence.folders[0] / "signed.pdf").write_bytes(sheet.read_bytes())
    scan = table.desk.take_scan(table.case_id, table.person(0), table.file().version).exhibits[-1]
    for side in (0, 1):
        signer = str(table.person(side))
        table.do("sign", party=signer, way="paper", exhibit=str(scan.n), text_sha256=fixed)
    table.do("sign_mediator", text_sha256=fixed, strokes="[[[100, 200, 0], [300, 400, 40]]]")
    if table.now().stage == "signing":
        table.do("seal_agreement", text_sha256=fixed)
    assert table.now().stage == "agreed"
    with pytest.raises(Closed, match="signing_over"):
        table.desk.print_paper(copy.paper, "样本：再打一张")


def test_a_text_changed_after_the_first_signature_is_signed_anew(open_kiosk: Open, mediator: Desk) -> None:
    drive = open_kiosk()
    filed(drive)
    table = table_of(mediator)
    table.begin()
    table.save()
    table.fix()
    sign_at(drive, table, 0)
    old = table.draft().text_sha256
    table.desk.ask_signature(device(table), table.case_id, 1, table.person(1))
    read_to_the_pad(drive)
    table.do("reopen", reason="样本：金额写错")
    drive.on("quiet")
    table.save(Decimal("17000.00"))
    table.fix()
    assert table.draft().text_sha256 != old
    assert not any(one.signed_at for one in table.draft().signers)


def test_a_signer_who_hands_back_and_a_kiosk_that_dies_leave_the_text_unsigned(
    open_kiosk: Open, mediator: Desk
) -> None:
    drive = open_kiosk(language=Language.EN)
    filed(drive)
    table = table_of(mediator)
    table.begin()
    table.save()
    table.fix()
    table.desk.ask_signature(device(table), table.case_id, 1, table.person(0))
    drive.on("agreement")
    drive.tap("decline")
    drive.on("quiet")
    table.desk.ask_signature(device(table), table.case_id, 1, table.person(0))
    read_to_the_pad(drive)
    drive.sign()
    drive.window.close()
    wait_for(lambda: table.desk.screens()[0].state is Screening.AWAY, "the screen to be gone")
    assert not any(one.signed_at for one in table.draft().signers)
    again = open_kiosk()
    again.on("home")
    sign_at(again, table, 0)
    assert [bool(one.signed_at) for one in table.draft().signers][:1] == [True]


def test_no_way_that_fails_leaves_the_parties_without_the_other_ways(
    open_kiosk: Open, mediator: Desk, colleague: Desk
) -> None:
    filed(open_kiosk())
    table = table_of(mediator)
    table.begin()
    table.do("ask_recusal", party=str(table.person(1)), reason="样本：认识对方")
    with pytest.raises(Closed):
        table.save()
    with pytest.raises(Closed, match="own_recusal"):
        table.do("refuse_recusal", reason="样本：没有利害关系")
    Table(colleague, table.case_id, 100).do("refuse_recusal", reason="样本：没有利害关系")
    table.do("suspend", reason="样本：等鉴定")
    table.do("resume")
    table.do("end", ground="absent", reason="样本：对方没有来", told_way="hand")
    notice, summary = text_of(table, "termination_notice"), text_of(table, "mediation_summary")
    assert "诉" in notice
    assert "诉" in summary
