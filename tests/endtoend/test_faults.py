"""The world's faults on the real kiosk: each is a page that says what to do, and mended it goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stationkiosk.app import load_reference, open_counter
from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from tests.endtoend.conftest import Open

Harm = Callable[[Settings], Callable[[], object]]


def wrong_key(settings: Settings) -> Callable[[], object]:
    file = settings.keys_folder / "store.key"
    right = file.read_text()
    file.write_text("ab" * 32)
    return lambda: file.write_text(right)


def no_key(settings: Settings) -> Callable[[], object]:
    file = settings.keys_folder / "store.key"
    return _away(file)


def no_store(settings: Settings) -> Callable[[], object]:
    return _away(settings.store_file)


def exposed_key(settings: Settings) -> Callable[[], object]:
    file = settings.keys_folder / "sign.key"
    file.chmod(0o644)
    return lambda: file.chmod(0o600)


def _away(file: Path) -> Callable[[], object]:
    aside = file.rename(file.with_name("aside"))
    return lambda: aside.rename(file)


def said(drive: Drive) -> str:
    return str(drive.window.fault.property("title"))


@pytest.mark.parametrize(
    ("harm", "key"),
    [
        (wrong_key, "wrong_key"),
        (no_key, "key_missing"),
        (exposed_key, "key_exposed"),
        (no_store, "store_missing"),
    ],
)
def test_a_station_that_cannot_open_says_why_and_opens_once_it_is_mended(
    open_kiosk: Open, settings: Settings, harm: Harm, key: str
) -> None:
    mend = harm(settings)
    drive = open_kiosk()
    drive.await_("faultDo")
    words = load_reference(settings).words
    assert said(drive) == words.text(f"fault.{key}.title").zh
    mend()
    drive.tap("faultGoOn")
    wait_for(lambda: drive.window.kiosk.started and not drive.window.kiosk.is_covered, "the home page", 30)


def test_a_damaged_store_is_told_and_nothing_is_filed_into_it(open_kiosk: Open, settings: Settings) -> None:
    sound = settings.store_file.read_bytes()
    settings.store_file.write_bytes(sound[:5000] + bytes(200_000) + sound[205_000:])
    drive = open_kiosk()
    drive.await_("faultDo")
    assert said(drive) == load_reference(settings).words.text("fault.store_corrupt.title").zh
    assert not drive.window.kiosk.started


def test_a_disk_that_fills_up_while_filing_keeps_the_answers_and_files_once_there_is_room(
    open_kiosk: Open, settings: Settings
) -> None:
    counter = open_counter(settings, load_reference(settings))
    drive = open_kiosk(counter=counter)
    file_a_dispute(drive)
    store = counter._station.store

    def room_for(pages: int) -> None:
        with store.write() as unit:
            unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    room_for(1)
    drive.tap("next")
    drive.await_("faultDo")
    assert said(drive) == load_reference(settings).words.text("fault.disk_full.title").zh
    drive.tap("faultGoOn")
    room_for(1_000_000)
    drive.on("check")
    drive.sign()
    to_the_receipt(drive)
