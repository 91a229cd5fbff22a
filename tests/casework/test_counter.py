"""The counter's other windows: face, notice, PIN, evidence, clock."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import func, select

from stationkiosk.casework import startup
from stationkiosk.casework.notices import show_notice
from stationkiosk.casework.pin import set_pin
from stationkiosk.casework.printing import tending
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from stationkiosk.store.evidence import read
from stationkiosk.store.uuid7 import uuid7
from tests.casework.world import PIN, HeldClock, World, application


def test_the_face_shows_the_notice_that_is_up(world: World) -> None:
    counter = world.counter()
    assert counter.face().notice is None
    for notice in (Text("今天下午停电", "No power this afternoon"), Text("已恢复", "Back again"), None):
        show_notice(world.station, world.station.itself(), notice)
        assert counter.face().notice == notice


def test_guessing_at_the_witness_does_not_keep_staff_out(world: World) -> None:
    counter = world.counter()
    for _ in range(3):
        assert not counter.check_admin_pin("000000")
    with pytest.raises(Closed, match="slow_down"):
        counter.check_admin_pin(PIN)
    assert counter.open_maintenance(PIN)


def test_the_pin_lets_out_and_guessing_it_is_slowed(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    assert counter.check_admin_pin(PIN)
    for _ in range(3):
        assert not counter.check_admin_pin("000000")
    with pytest.raises(Closed, match="slow_down"):
        counter.check_admin_pin(PIN)
    clock.move(seconds=2)
    assert counter.check_admin_pin(PIN)
    assert counter.check_admin_pin(PIN)


@pytest.mark.parametrize(("pin", "why"), [("12345", "pin_too_short"), ("12345a", "pin_not_digits")])
def test_a_weak_pin_is_refused(world: World, pin: str, why: str) -> None:
    with world.station.store.write() as unit, pytest.raises(KnownError, match=why):
        set_pin(unit, pin)


def test_a_card_laid_on_is_read_once(world: World) -> None:
    card = {"name": "样品人", "id_number": "11010519491231002X", "kind": "resident"}
    (world.folder / "reader" / "card.json").write_text(json.dumps(card))
    counter = world.counter()
    laid = counter.read_card()
    assert laid
    assert laid.name == "样品人"
    assert counter.read_card() is None


def photo(world: World, name: str = "样品.jpg") -> Path:
    path = world.folder / "usb" / name
    Image.new("RGB", (400, 300), "teal").save(path, "JPEG")
    return path


def test_a_file_on_a_stick_is_kept_with_both_hashes_and_its_picture(world: World) -> None:
    counter = world.counter()
    draft, path = counter.open_draft("filing.trademark").id, photo(world)
    [found] = counter.found_files().files
    exhibit = counter.keep_evidence(draft, found.path, "usb")
    assert (exhibit.media_type, exhibit.size, exhibit.source) == ("image/jpeg", path.stat().st_size, "usb")
    assert b"".join(read(world.station.store, draft, exhibit.sha256)) == path.read_bytes()
    picture = counter.thumbnail(draft, exhibit.sha256)
    assert picture
    assert picture.startswith(b"\x89PNG")
    counter.close_session()
    assert counter.thumbnail(draft, exhibit.sha256) is None


def test_a_file_named_in_another_encoding_is_kept_under_a_readable_name(world: World) -> None:
    stick = world.folder / "usb"
    odd = os.fsdecode(os.fsencode(stick) + b"/" + "样品".encode("gb18030") + b".jpg")
    photo(world).rename(odd)
    counter, draft = world.counter(), uuid7(world.station.clock, world.station.random)
    [found] = counter.found_files().files
    assert counter.keep_evidence(draft, found.path, "usb").name == "样品.jpg"


def test_a_file_taken_out_again_leaves_nothing(world: World) -> None:
    counter = world.counter()
    draft = counter.open_draft("filing.trademark")
    exhibit = counter.keep_evidence(draft.id, photo(world), "usb")
    counter.drop_evidence(draft.id, exhibit.sha256)
    assert counter.thumbnail(draft.id, exhibit.sha256) is None
    with pytest.raises(KnownError, match="evidence_missing"):
        list(read(world.station.store, draft.id, exhibit.sha256))


def test_what_is_not_part_of_the_application_is_not_kept_with_the_case(world: World) -> None:
    counter = world.counter()
    draft = counter.open_draft("filing.trademark")
    extra = counter.keep_evidence(draft.id, photo(world), "usb")
    counter.file(application(world.station, id=draft.id), "press-1")
    with pytest.raises(KnownError, match="evidence_missing"):
        list(read(world.station.store, draft.id, extra.sha256))


def test_there_is_an_end_to_the_files_of_one_application(world: World) -> None:
    counter, draft = world.counter(), uuid7(world.station.clock, world.station.random)
    path = photo(world)
    for n in range(world.station.terms.max_exhibits):
        Image.new("RGB", (20, 20 + n), "teal").save(path, "JPEG")
        counter.keep_evidence(draft, path, "usb")
    Image.new("RGB", (40, 20), "teal").save(path, "JPEG")
    with pytest.raises(KnownError, match="file_one_too_many"):
        counter.keep_evidence(draft, path, "usb")


def test_a_stick_that_is_out_is_said_to_be_missing(world: World) -> None:
    (world.folder / "usb").rmdir()
    with pytest.raises(KnownError, match="stick_missing"):
        world.counter().found_files()


def test_a_file_from_elsewhere_is_not_touched(world: World) -> None:
    draft = uuid7(world.station.clock, world.station.random)
    with pytest.raises(KnownError, match="file_no_access"):
        world.counter().keep_evidence(draft, world.folder / "keys" / "store.key", "usb")


def test_a_clock_set_back_does_not_shut_the_pin_s_door(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    for _ in range(3):
        assert not counter.check_admin_pin("000000")
    clock.move(days=-400)
    assert not counter.check_admin_pin("000000")
    with pytest.raises(Closed, match="slow_down"):
        counter.check_admin_pin(PIN)


def test_the_last_filing_is_known_though_another_draft_was_begun_later(
    world: World, clock: HeldClock
) -> None:
    counter, early = world.counter(), application(world.station)
    clock.move(minutes=1)
    late = application(world.station)
    counter.file(late, "press-late")
    clock.move(hours=5)
    counter.file(early, "press-early")
    clock.move(hours=-2)
    with pytest.raises(KnownError, match="clock_back"):
        counter.file(application(world.station), "press-3")


def test_a_task_that_breaks_does_not_keep_the_station_from_opening(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("made up")

    monkeypatch.setitem(startup.TASKS, "papers_owed", broken)
    outcomes = {outcome.task: outcome for outcome in world.counter().start_up()}
    assert outcomes["papers_owed"].broke
    assert not outcomes["checkpoint"].broke


def test_a_session_ends_though_a_copy_cannot_be_called_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    counter.print_receipt(filed.receipt)

    def busy(*_: object) -> None:
        raise KnownError("store_busy")

    monkeypatch.setattr(tending, "call_back", busy)
    monkeypatch.setattr(startup.checkpoints, "take", busy)
    counter.close_session()


def checkpoints_taken(world: World) -> int:
    with world.station.store.read() as connection:
        return connection.execute(select(func.count()).select_from(tables.Checkpoint)).scalar_one()


def test_a_kiosk_that_is_never_shut_down_signs_its_heads_between_two_sessions(
    world: World, clock: HeldClock
) -> None:
    counter = world.counter()
    counter.close_session()
    assert checkpoints_taken(world) == 1
    counter.file(application(world.station), "press-1")
    clock.move(hours=3)
    counter.close_session()
    assert checkpoints_taken(world) == 1
    clock.move(hours=1)
    counter.close_session()
    assert checkpoints_taken(world) == 2


def test_a_clock_set_back_stops_filing_and_is_told_at_start(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    counter.file(application(world.station), "press-1")
    clock.move(hours=-3)
    with pytest.raises(KnownError, match="clock_back"):
        counter.file(application(world.station), "press-2")
    faults = {outcome.task: outcome.fault for outcome in counter.start_up()}
    assert faults["clock"]
    assert faults["clock"].key == "clock_back"
    clock.move(hours=3)
    assert counter.file(application(world.station), "press-2").number
