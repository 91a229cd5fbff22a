"""Adding proof to a case that was tracked: the way there and back, read back, handed in, resumed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stationkiosk.domain.application import SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, wait_for
from tests.ui.fakes import CASE, CODE, NUMBER, RECEIPT_CODE, TAIL, FakeCounter
from tests.ui.tour_adding import FILES, add_files, adding, to_the_case


@pytest.fixture
def stick(counter: FakeCounter, tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_bytes(b"x" * 2048)
    counter.stick = tmp_path
    return tmp_path


def test_from_the_case_to_the_paper_in_hand(drive: Drive, counter: FakeCounter) -> None:
    adding(drive, counter)
    (added,) = counter.added
    assert (added.id, added.code, added.number) == (CASE, RECEIPT_CODE, NUMBER)
    assert [exhibit.name for exhibit in added.exhibits] == list(FILES)
    assert added.signature.kind is SignatureKind.DECLARED
    assert drive.window.pages.done.property("journey") == "adding"
    assert "收到 2 份证据" in drive.window.pages.done.property("steps")[0]["title"]


def test_it_is_offered_only_where_the_case_takes_proof(drive: Drive) -> None:
    drive.tap("track")
    drive.window.track.scanned(RECEIPT_CODE)
    drive.on("progress")
    assert drive.find("addProof") is None
    drive.window.track.add()
    assert not drive.window.filing.under_way
    drive.window.wipe()
    drive.tap("track")
    drive.tap("byNumber")
    drive.type("number", NUMBER)
    drive.type("tail", TAIL)
    drive.tap("next")
    drive.on("progress")
    assert drive.find("addProof") is None


@pytest.mark.usefixtures("stick")
def test_back_leads_to_the_case_and_nothing_added_is_lost(drive: Drive, counter: FakeCounter) -> None:
    to_the_case(drive, counter)
    add_files(drive)
    drive.tap("back")
    drive.on("progress")
    drive.tap("addProof")
    drive.on("proof")
    assert len(drive.window.pages.proof.exhibits_kept) == len(FILES)
    assert len(counter.named("open_draft")) == 1


@pytest.mark.usefixtures("stick")
def test_another_case_begins_anew(drive: Drive, counter: FakeCounter) -> None:
    to_the_case(drive, counter)
    add_files(drive)
    drive.tap("back")
    drive.on("progress")
    drive.window.filing.add(RECEIPT_CODE, "LJ07A-20261122-00043-9")
    drive.on("proof")
    assert drive.window.pages.proof.exhibits_kept == ()
    wait_for(lambda: len(counter.named("open_draft")) == 2, "a draft of its own")


@pytest.mark.usefixtures("stick")
def test_it_is_gone_on_with_by_its_code(drive: Drive, counter: FakeCounter) -> None:
    to_the_case(drive, counter)
    add_files(drive)
    wait_for(lambda: CASE in counter.drafts, "the draft saved")
    drive.window.wipe()
    drive.tap("resume")
    drive.on("resume")
    drive.window.resume.type(CODE)
    drive.window.resume.next()
    drive.on("proof")
    drive.tap("next")
    drive.on("confirm")
    drive.tap("back")
    drive.on("proof")
    drive.tap("back")
    drive.on("home")
    assert CASE in counter.drafts


@pytest.mark.usefixtures("stick")
def test_a_case_that_takes_no_more_says_so_and_loses_nothing(drive: Drive, counter: FakeCounter) -> None:
    to_the_case(drive, counter)
    counter.trouble["add_proof"] = Closed("proof_over")
    add_files(drive)
    drive.tap("next")
    drive.on("confirm")
    drive.tap("declare")
    drive.tap("next")
    drive.await_("faultGoOn")
    assert drive.window.filing.under_way


@pytest.mark.usefixtures("stick")
def test_what_is_read_back_and_declared_is_in_the_chosen_language(
    open_kiosk: Callable[..., Drive], counter: FakeCounter
) -> None:
    drive = open_kiosk((1080, 1920), Language.EN)
    to_the_case(drive, counter)
    add_files(drive)
    drive.tap("next")
    drive.on("confirm")
    (section,) = drive.window.pages.check.property("sections")
    assert [row["label"] for row in section["rows"]] == [*FILES, "For which case"]
    assert section["rows"][1]["value"] == "Sound · 2 KB · 1:15"
    assert drive.window.pages.confirm.property("tickWords") == "This proof is real and was not altered."
