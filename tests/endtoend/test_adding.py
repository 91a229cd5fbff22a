"""Somebody comes back to the real kiosk with more proof: by the receipt's code, to the paper in hand."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from stationkiosk.app import open_station
from stationkiosk.settings import Settings
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import ID_NUMBER, NAME, file_a_dispute, to_the_receipt
from tests.endtoend.conftest import Open
from tests.endtoend.reading import papers, picture_papers


def add_two(drive: Drive, code: str) -> None:
    """From home to what is read back: the file that came in before, and a new one."""
    drive.tap("track")
    drive.type("code", code)
    drive.tap("next")
    drive.on("progress")
    drive.tap("addProof")
    drive.on("proof")
    proof = drive.window.pages.proof
    wait_for(lambda: len(proof.files) > 1, "the files of the stick")
    for n in range(2):
        drive.tap(f"add_{n}")
        wait_for(lambda n=n: len(proof.exhibits_kept) == n + 1, "it to be kept")  # type: ignore[misc]
    drive.tap("next")
    drive.on("confirm")


def test_more_proof_comes_in_by_the_receipts_code(
    open_kiosk: Open, settings: Settings, pictures: Path
) -> None:
    drive = open_kiosk()
    file_a_dispute(drive)
    to_the_receipt(drive)
    code = str(drive.await_("receiptCode").property("text"))
    drive.tap("next")
    drive.on("home")
    before = set(papers(settings))
    add_two(drive, code)
    drive.tap("declare")
    to_the_receipt(drive, lambda name: drive.picture(pictures / "adding" / f"{name}.png"))
    drive.tap("next")
    drive.on("home")
    wait_for(lambda: drive.window.executor.idle, "the counter")
    picture_papers(settings, pictures / "adding" / "papers")

    (paper,) = (words for name, words in papers(settings).items() if name not in before)
    for said in ("补充证据回执", "原来就有", code):
        assert said in paper
    for name in (NAME, ID_NUMBER):
        assert name not in paper
    with closing(open_station(settings)) as station:
        with station.store.read() as connection:
            kept = connection.execute(select(tables.Exhibit.sha256, tables.Exhibit.party_n)).all()
            drafts = connection.execute(select(tables.Draft.id)).all()
        assert (len({row.sha256 for row in kept}), len(kept)) == (2, 2)
        assert all(row.sha256 in paper.replace("\n", "").replace("\r", "") for row in kept[1:])
        assert not drafts
        assert verify(station.store, station.keys).ok
