"""A complaint answered with everything real: filed, asked, answered by the code, and kept apart."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.casework.door import Act, perform
from stationkiosk.casework.papers import papers_of
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.ledger.keys import load_keys
from stationkiosk.ledger.seal import open_text
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import ID_NUMBER, file_a_dispute, to_the_receipt
from tests.casework.members import enrol
from tests.endtoend.conftest import Open
from tests.endtoend.reading import files, holds, papers, picture_papers, rows
from tests.ui.tour_others import STATEMENT, an_answer, open_the_notice

CLAIMANT, CLAIMANTS_PHONE = "张三样本", "13800138000"
CLAIMANTS_ADDRESS = "申请人住址样品巷 9 号"
OFFER = "马上停下来"
"""What the answerer is ready to do: for the mediator alone, like the statement."""


def ask_the_other_side(settings: Settings) -> str:
    """Accept the mediation as a clerk and ask the other side; return the code on the notice."""
    station = open_station(settings)
    enrol(station)
    with station.store.read() as connection:
        case_id: UUID = connection.execute(select(tables.Case.id)).scalar_one()
    for action in ("accept", "inquire"):
        with station.store.read() as connection:
            matter = select(tables.Matter.version).where(
                tables.Matter.case_id == case_id, tables.Matter.n == 1
            )
            case = select(tables.Case.version).where(tables.Case.id == case_id)
            versions = connection.execute(case).scalar_one(), connection.execute(matter).scalar_one()
        clerk = Actor(Role.CLERK, "clerk-1", "desk-1")
        perform(station, Act(action, case_id, 1, *versions, clerk, f"{action}-{case_id}"))
    notice = next(paper.data for paper in papers_of(station, case_id) if paper.kind == "inquiry_notice")
    station.close()
    return str(notice["notice_code"])


@pytest.fixture
def asked(open_kiosk: Open, settings: Settings) -> tuple[Drive, str]:
    """The kiosk after somebody filed and the station asked the other side, with the notice's code."""
    drive = open_kiosk()

    def seen(page: str) -> None:
        if page == "who_filled":
            drive.type("q_applicant_address", CLAIMANTS_ADDRESS)

    file_a_dispute(drive, seen)
    to_the_receipt(drive)
    drive.tap("next")
    drive.on("home")
    return drive, ask_the_other_side(settings)


def said(drive: Drive) -> str:
    return "\n".join(str(item.property("text") or "") for item in drive.shown())


def test_an_answer_by_the_code_leaves_with_its_own_receipt_and_is_kept_apart(
    asked: tuple[Drive, str], settings: Settings, pictures: Path, fresh_home: Path
) -> None:
    drive, code = asked
    seen: list[str] = []

    def look(name: str) -> None:
        seen.append(said(drive))
        drive.picture(pictures / "answer" / f"{len(seen):02d}-{name}.png")

    before = set(papers(settings))
    an_answer(drive, look, code=code)
    drive.tap("toSignature")
    drive.sign()
    to_the_receipt(drive, look)
    drive.tap("next")
    drive.on("home")
    picture_papers(settings, pictures / "answer" / "papers")
    shown = "\n".join(seen)
    (receipt,) = (words for name, words in papers(settings).items() if name not in before)
    assert CLAIMANT in shown
    for secret in (ID_NUMBER, CLAIMANTS_PHONE, CLAIMANTS_ADDRESS):
        assert secret not in shown
        assert secret not in receipt
    assert "王样本" in receipt
    for open_bytes in (rows(settings), files(settings.data, fresh_home)):
        for place, content in open_bytes:
            assert not holds(content, STATEMENT), place
            assert not holds(content, OFFER), place
    for name, words in papers(settings).items():
        assert STATEMENT not in words, name
        assert OFFER not in words, name
    the_mediator_reads_them(settings)


def the_mediator_reads_them(settings: Settings) -> None:
    station = open_station(settings)
    with station.store.read() as connection:
        found = connection.execute(
            select(tables.Sealed.field, tables.Sealed.reader, tables.Sealed.box)
        ).all()
    assert verify(station.store, station.keys).ok
    station.close()
    key = load_keys(settings.keys_folder, desk=True).seal_private
    assert key
    opened = {
        row.field: open_text(key, row.box, row.field.encode()) for row in found if row.reader == "mediator"
    }
    assert opened["statement"] == STATEMENT
    assert "stop" in opened["agreed"]


def test_a_wrong_code_shows_nothing_and_an_answered_one_says_so(
    asked: tuple[Drive, str], open_kiosk: Open
) -> None:
    drive, code = asked
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    drive.tap("complained")
    drive.on("notice")
    drive.type("code", wrong)
    drive.tap("next")
    drive.await_("errorSummary")
    assert CLAIMANT not in said(drive)
    drive.window.wipe()
    drive.on("home")
    an_answer(drive, code=code)
    drive.tap("toSignature")
    drive.sign()
    to_the_receipt(drive)
    drive.tap("next")
    drive.on("home")
    open_the_notice(drive, code=code)
    drive.await_("answered")


def test_an_answer_begun_goes_on_at_another_time_with_its_notice(asked: tuple[Drive, str]) -> None:
    drive, code = asked
    open_the_notice(drive, code=code)
    drive.tap("next")
    drive.tap("q_positions_need_time")
    drive.tap("next")
    drive.await_("q_until_year")
    wait_for(lambda: drive.window.filing.kept, "the draft kept")
    again = drive.window.filing.code
    drive.window.kiosk.end(True)
    drive.on("home")
    drive.tap("resume")
    drive.type("code", again)
    drive.tap("next")
    drive.await_("q_until_year")
    drive.tap("back")
    drive.tap("back")
    drive.on("claim")
    wait_for(lambda: drive.window.pages.claim.there, "the notice opened again")
    assert CLAIMANT in said(drive)
