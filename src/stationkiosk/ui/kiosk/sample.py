"""One made-up filing by touch: for the demonstration where there is no screen, and for the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.window import KioskWindow

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

Seen = Callable[[str], None]

NAME = "张三样本"
ID_NUMBER = "11010519491231002X"


def _nothing(_name: str) -> None:
    pass


def _stage(drive: Drive) -> str:
    return str(drive.window.pages.done.property("stage"))


def form_page(drive: Drive, page: str) -> None:
    """Wait until this page of questions stands."""
    wait_for(lambda: drive.window.filing.page_id == page, f"form page {page}")


def file_a_dispute(drive: Drive, seen: Seen = _nothing) -> None:
    """A person files for themselves, the fast way, as far as the signature."""
    begin_an_application(drive, seen)
    finish_an_application(drive, seen)


def tell_who(drive: Drive) -> None:
    """Type name and ID number, unless a card that lay on the reader told them."""
    for name, text in (("q_applicant_name", NAME), ("q_applicant_id", ID_NUMBER)):
        if not drive.await_(name).property("text"):
            drive.type(name, text)


def begin_an_application(drive: Drive, seen: Seen = _nothing) -> None:
    """From the first page to the question who the other side is."""
    drive.on("home")
    seen("home")
    drive.tap("file")
    drive.on("tiles")
    seen("tiles")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")
    seen("who")
    tell_who(drive)
    drive.type("q_applicant_phone", "13800138000")
    seen("who_filled")
    drive.tap("next")
    form_page(drive, "right")
    drive.type("q_trademark_number", "1234567")
    drive.type("q_mark_name", "礼嘉样本")
    drive.type("q_goods", "火锅底料")
    drive.tap("q_standing_owner")
    seen("right")
    drive.tap("next")
    form_page(drive, "respondent")


def finish_an_application(drive: Drive, seen: Seen = _nothing) -> None:
    """From the question who the other side is to the signature."""
    _tell_what_happened(drive, seen)
    _bring_proof_and_sign(drive, seen)


def _tell_what_happened(drive: Drive, seen: Seen) -> None:
    drive.type("q_respondent_name", "乙商行（样本）")
    drive.type("q_respondent_place", "样本路 1 号")
    seen("respondent")
    drive.tap("next")
    form_page(drive, "acts")
    drive.tap("q_acts_same_mark")
    drive.tap("q_acts_signboard")
    drive.tap("q_since_unknown")
    drive.tap("q_ongoing_yes")
    seen("acts")
    drive.tap("next")
    form_page(drive, "wishes")
    drive.tap("q_claims_stop")
    drive.tap("q_claims_damages")
    drive.type("q_amount", "50000")
    seen("wishes")
    drive.tap("next")


def _bring_proof_and_sign(drive: Drive, seen: Seen) -> None:
    drive.on("proof")
    wait_for(lambda: not drive.window.pages.proof.looking, "stick looked at")
    if drive.window.pages.proof.files:
        drive.tap("add_0")
        wait_for(lambda: drive.window.pages.proof.exhibits, "exhibit kept")
        seen("proof")
        drive.tap("next")
    else:
        seen("proof")
        drive.tap("proofLater")
    drive.on("routes")
    for consent in ("tell_other_side_yes", "delegate_mediation_yes", "e_service_yes", "publish_no"):
        drive.tap(f"consent_{consent}")
    seen("routes")
    drive.tap("next")
    drive.on("check")
    seen("check")
    drive.tap("toSignature")
    drive.sign()
    seen("sign")


def to_the_receipt(drive: Drive, seen: Seen = _nothing) -> None:
    """From the signature to the paper in hand."""
    drive.tap("next")
    drive.on("done")
    wait_for(lambda: _stage(drive) == "ask", "paper settled")
    seen("done_ask")
    drive.tap("next")
    wait_for(lambda: _stage(drive) == "taken", "paper taken")
    seen("done")


def film(
    counter: Callable[[], Counter],
    reference: Reference,
    clock: Clock,
    options: KioskOptions,
    out: Path,
    told: Callable[[str], None],
) -> None:
    """Open the real window, file the sample and keep a numbered picture of each page in ``out``.

    Raises the KnownError that the window shows in place of its pages.
    """
    count = 0
    faults: list[KnownError] = []
    window = KioskWindow(counter, reference, clock, options)
    drive = Drive(window)

    def seen(name: str) -> None:
        nonlocal count
        count += 1
        drive.picture(out / f"{count:02d}-{name}.png")
        told(name)

    window.executor.faulted.connect(faults.append)
    window.show()
    try:
        wait_for(lambda: window.kiosk.started or window.kiosk.is_covered, "the station to open", 30)
        if faults:
            raise faults[0]
        file_a_dispute(drive, seen)
        to_the_receipt(drive, seen)
    finally:
        window.close()
