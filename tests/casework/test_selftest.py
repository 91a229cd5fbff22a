"""The self-test of a real station: each check in good order, and with a real fault."""

from __future__ import annotations

import json
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from stationkiosk.casework.notices import show_notice
from stationkiosk.casework.printing.changing import keep_printer
from stationkiosk.casework.printing.plan import PRINTING
from stationkiosk.casework.selftest import fitted, printing, records, testing
from stationkiosk.casework.selftest.fittings import Fittings
from stationkiosk.casework.selftest.look import Check, Look
from stationkiosk.casework.selftest.printing import Standing
from stationkiosk.casework.selftest.shown import CheckShown, Readiness
from stationkiosk.casework.selftest.testing import last_self_test, self_test
from stationkiosk.devices.evidence.scanner import ScannerFolder
from stationkiosk.devices.printing import PrinterSpec, PrinterState, Supply, Trouble
from stationkiosk.devices.readers import NoReader
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.press import Press
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.ledger.keys import load_keys
from stationkiosk.reference.paths import resources
from stationkiosk.store import brief, checkpoints, tables
from tests.casework.world import HeldClock, World, application

UNDRAWABLE = "\U00031350"
MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


def whole(world: World, **changes: object) -> Readiness:
    """The self-test of the world's station with some parts changed."""
    station = replace(world.station, **changes)  # type: ignore[arg-type]
    return self_test(station, station.itself())


def one(world: World, part: str, **changes: object) -> CheckShown:
    """What one check finds."""
    station = replace(world.station, **changes)  # type: ignore[arg-type]
    check = next(check for check in testing.checks(station) if check.part == part)
    return next(iter(check.look(Look(station, testing._kept(station)))))


def told(world: World, part: str, **changes: object) -> tuple[str, str]:
    check = one(world, part, **changes)
    assert (check.do is not None) == (check.tone in ("warn", "bad")), check
    return check.tone, check.said.en


@pytest.fixture
def fittings(world: World) -> Fittings:
    """Where things lie in the world's folder."""
    backups = world.folder / "backups"
    backups.mkdir()
    return Fittings(world.folder / "keys", backups)


class Standin:
    """A printer that says what it is told to, or never answers."""

    name = "样品打印机"
    formats = ("roll80",)

    def __init__(self, state: PrinterState, held: threading.Event | None = None) -> None:
        self._state = state
        self._held = held

    def state(self) -> PrinterState:
        if self._held is not None:
            self._held.wait(20)
        return self._state


def standing(monkeypatch: pytest.MonkeyPatch, *printers: Standin) -> None:
    racked = tuple(
        Standing(f"p{n}", Text(f"第{n}台", f"No. {n}"), one)  # type: ignore[arg-type]
        for n, one in enumerate(printers, 1)
    )
    monkeypatch.setattr(printing, "standing", lambda _station: racked)


def test_a_station_in_order_tells_so_keeps_it_and_journals_the_tones_alone(world: World) -> None:
    world.counter().file(application(world.station), "press-1")
    checkpoints.take(world.station.store, world.station.keys, world.clock.now())
    result = whole(world)
    assert not [check for check in result.checks if check.tone == "bad"]
    assert all(text.zh and text.en for check in result.checks for text in (check.title, check.said))
    parts = [check.part for check in result.checks]
    assert len(set(parts)) == len(parts) > 20
    assert last_self_test(world.station) == result
    entry = tables.Journal.__table__
    with world.station.store.read() as connection:
        row = connection.execute(select(entry).where(entry.c.action == "self_test")).one()
    assert json.loads(row.body)["detail"]["tones"] == {check.part: check.tone for check in result.checks}


def test_before_the_first_one_there_is_none_and_an_old_one_is_told(world: World, clock: HeldClock) -> None:
    assert last_self_test(world.station) is None
    assert told(world, "tested") == ("good", "This is the first one")
    whole(world)
    assert told(world, "tested") == ("good", "2026-11-23 09:30")
    clock.move(days=8)
    assert told(world, "tested")[0] == "warn"


def test_a_check_that_breaks_is_told_as_broken_and_stops_no_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_look: Look) -> Iterator[CheckShown]:
        raise ZeroDivisionError

    def known(_look: Look) -> Iterator[CheckShown]:
        raise KnownError("disk_failed", file="x")

    checks = (Check("clock", broken), Check("disk", known), *testing.OTHERS[-1:])
    monkeypatch.setattr(testing, "OTHERS", checks)
    broke, failed, fine = whole(world).checks[-3:]
    assert (broke.part, broke.tone, broke.said.en) == ("clock", "bad", "This could not be checked")
    assert (failed.part, failed.tone) == ("disk", "bad")
    assert fine.tone == "good"


def test_a_printer_that_never_answers_holds_up_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    standing(monkeypatch, Standin(PrinterState(ready=True), held), Standin(PrinterState(ready=True)))
    result = self_test(world.station, world.station.itself(), seconds=0.5)
    held.set()
    silent, answered = result.checks[:2]
    assert (silent.tone, silent.said.en) == ("bad", "No answer within seconds")
    assert (answered.part, answered.tone, answered.title.zh) == ("printer.p2", "good", "打印机：第2台")


def test_each_printer_tells_its_trouble_its_warning_and_its_supplies(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = (
        PrinterState(ready=False, trouble=Trouble.PAPER_OUT),
        PrinterState(ready=True, warnings=(Trouble.INK_LOW,)),
        PrinterState(
            ready=True, supplies=(Supply("黑", 6), Supply("黄", 80), Supply("红", None, low=True))
        ),
        PrinterState(ready=True, jobs=3),
        PrinterState(ready=False),
    )
    standing(monkeypatch, *map(Standin, states))
    found = [(check.tone, check.said.en) for check in whole(world).checks[:5]]
    assert found == [
        ("bad", "The printer is out of paper"),
        ("warn", "The printer is low on ink"),
        ("warn", "Nearly used up: 黑 6 %, 红"),
        ("good", "Ready; 3 in its queue"),
        ("bad", "The printer has a problem"),
    ]
    assert told(world, "sizes") == ("bad", "No printer takes: A4")


def test_an_office_printer_nobody_answers_for_is_told_while_the_others_work(world: World) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    away = PrinterSpec("", "ipp", f"ipp://127.0.0.1:{port}/ipp/print", Text("大厅", "Hall"), "a4")
    keep_printer(world.station, world.station.itself(), away)
    try:
        found = {check.title.en: check.tone for check in whole(world).checks}
    finally:
        world.station.printers.equip(world.station.printers.specs[-1:])
    assert found["Printer: Hall"] == "bad"
    assert [tone for title, tone in found.items() if title.startswith("Printer: ")] == ["bad", "good"]


def test_a_plan_that_cannot_be_read_is_told_in_the_printers_place(world: World) -> None:
    with world.station.store.write() as unit:
        unit.insert(tables.Setting, name=PRINTING, value={"printers": "样品"})
        unit.journal(None, world.station.itself(), "settings", world.clock.now())
    assert whole(world).checks[0].tone == "bad"


def test_a_printer_whose_folder_is_gone_is_told(world: World) -> None:
    (world.folder / "printed").rmdir()
    gone = whole(world).checks[0]
    assert gone.tone == "bad"
    assert gone.do is not None
    assert gone.do.en == "Connect the printer or its folder, or change its address."


def test_copies_that_need_a_hand_are_counted(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    copy = counter.print_receipt(filed.receipt)
    counter.in_hand(copy.paper, copy.n, yes=False)
    assert told(world, "copies") == ("good", "None needs a hand")
    clock.move(hours=1)
    assert told(world, "copies") == ("warn", "Need a hand: 1")


def test_a_name_that_no_font_draws_is_told_by_code_point_and_case(world: World, tmp_path: Path) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    assert told(world, "names")[0] == "good"
    tone, said = told(world, "names", press=Press(Fonts(without_rare(tmp_path))))
    assert (tone, said) == ("bad", f"Cannot be printed: U+20BB7 (case {filed.number})")


def without_rare(folder: Path) -> Path:
    """The shipped fonts, with a lesser one in the place of that of the rare characters."""
    for file in (resources() / "fonts").glob("*.ttf"):
        plain = "Rare" in file.name and file.with_name("StationPaperSans-Regular.ttf")
        (folder / file.name).symlink_to(plain or file)
    return folder


def test_the_station_s_own_name_has_to_be_drawable_too(world: World) -> None:
    site = replace(world.station.site, name=Text(f"样品{UNDRAWABLE}", "Sample"))
    assert (
        told(world, "names", site=site)[1]
        == "Cannot be printed: U+31350 (name of the station or its staff)"
    )


def test_many_characters_are_told_by_the_first_few(world: World) -> None:
    site = replace(world.station.site, rooms=("".join(chr(0x31350 + n) for n in range(8)),))
    assert told(world, "names", site=site)[1].endswith("; 3 more")


def test_a_font_that_is_harmed_or_gone_is_named(world: World, tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    assert told(world, "fonts", fittings=Fittings(fonts=fonts))[0] == "bad"
    for file in (resources() / "fonts").iterdir():
        os.link(file, fonts / file.name) if file.suffix == ".ttf" else shutil.copy(file, fonts)
    assert told(world, "fonts", fittings=Fittings(fonts=fonts))[0] == "good"
    harmed = fonts / "StationRareSerifB-Regular.ttf"
    harmed.unlink()
    harmed.write_bytes(b"\0\1\0\0")
    (fonts / "NotoSansSC-Medium.ttf").unlink()
    said = told(world, "fonts", fittings=Fittings(fonts=fonts))[1]
    assert said == "Not as they were shipped: NotoSansSC-Medium.ttf, StationRareSerifB-Regular.ttf"


def test_what_ships_lists_every_font(world: World) -> None:
    listed = {
        line.split("  ")[1] for line in (resources() / "fonts" / "SHA256SUMS").read_text().splitlines()
    }
    assert listed == {file.name for file in (resources() / "fonts").glob("*.ttf")}


def test_an_entry_of_the_journal_that_was_edited_is_found(world: World) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    assert told(world, "journal")[0] == "good"
    with world.station.store.write() as unit:
        _unguarded(
            unit.connection,
            "UPDATE journal SET body = '{}' WHERE chain = ? AND seq = 1",
            str(filed.case_id),
        )
    tone, said = told(world, "journal")
    assert tone == "bad"
    assert "1" in said


def test_an_end_that_was_cut_off_is_found(world: World) -> None:
    world.counter().print_receipt(world.counter().file(application(world.station), "press-1").receipt)
    checkpoints.take(world.station.store, world.station.keys, world.clock.now())
    of_case = "FROM journal WHERE chain <> 'station'"
    cut = f"DELETE {of_case} AND seq = (SELECT max(seq) {of_case})"
    with world.station.store.write() as unit:
        _unguarded(unit.connection, cut)
    assert told(world, "journal")[0] == "bad"


def _unguarded(connection: Connection, statement: str, *values: str) -> None:
    triggers = (
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    )
    for name in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql(statement, tuple(values))


def test_a_long_chain_is_followed_at_its_end(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brief, "_LAST", 2)
    for n in range(4):
        show_notice(world.station, world.station.itself(), Text(str(n), str(n)))
    assert told(world, "journal")[0] == "good"


def test_the_last_checkpoint_has_to_hold_and_to_be_of_today(world: World, clock: HeldClock) -> None:
    assert told(world, "checkpoint")[0] == "warn"
    checkpoints.take(world.station.store, world.station.keys, clock.now())
    assert told(world, "checkpoint")[0] == "good"
    other = replace(world.station.keys, sign=bytes(32))
    assert told(world, "checkpoint", keys=other)[0] == "bad"
    clock.move(days=2)
    assert told(world, "checkpoint")[0] == "warn"


def test_the_store_is_read_for_a_moment_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(world, "store")[1].startswith("Whole. Cases: 0")
    monkeypatch.setattr(brief, "_STEPS", 1)
    monkeypatch.setattr(records, "PAGES_SECONDS", -1)
    assert told(world, "store")[1].startswith("Whole as far as read.")
    monkeypatch.setattr(brief, "whole", lambda *_: False)
    assert told(world, "store") == ("bad", "The database is damaged")


def test_a_disk_that_is_full_failing_or_closed_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_folder: Path) -> int:
        raise OSError

    for free, tone in ((1 << 20, "bad"), (1 << 30, "warn"), (1 << 40, "good")):
        monkeypatch.setattr(records, "free_bytes", lambda _folder, free=free: free)
        assert told(world, "disk")[0] == tone
    monkeypatch.setattr(records, "free_bytes", gone)
    assert told(world, "disk")[0] == "bad"
    monkeypatch.setattr(brief.os, "write", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    assert told(world, "disk") == ("bad", "The disk is full")
    assert not list(world.folder.glob("*.trial"))


def test_the_age_of_the_last_backup_is_told(world: World, fittings: Fittings) -> None:
    assert told(world, "backup", fittings=fittings)[0] == "warn"
    assert fittings.backups is not None
    file = fittings.backups / "LJ07A-1.backup"
    file.touch()
    for days, tone in ((1, "good"), (4, "warn")):
        at = MORNING.timestamp() - days * 86_400
        os.utime(file, (at, at))
        assert told(world, "backup", fittings=fittings)[0] == tone


def test_keys_that_others_may_read_or_that_are_not_ours_are_told(world: World, fittings: Fittings) -> None:
    folder = world.folder / "keys"
    assert told(world, "key", fittings=fittings) == ("good", "There, private, and they open the records")
    folder.chmod(0o755)
    assert told(world, "key", fittings=fittings)[0] == "bad"
    folder.chmod(0o700)
    (folder / "store.key").chmod(0o644)
    assert told(world, "key", fittings=fittings)[0] == "bad"
    (folder / "store.key").chmod(0o600)
    (folder / "store.key").write_text("00" * 32)
    assert (
        told(world, "key", fittings=fittings)[1] == "The keys in the folder are not those of these records"
    )


def test_only_a_desk_looks_for_the_keys_of_sealed_values(world: World, fittings: Fittings) -> None:
    at_desk = load_keys(world.folder / "keys", desk=True)
    assert "sealed values" in told(world, "key", fittings=fittings, keys=at_desk)[1]
    (world.folder / "keys" / "seal.key").unlink()
    assert told(world, "key", fittings=fittings, keys=at_desk)[0] == "bad"
    assert told(world, "key", fittings=fittings)[0] == "good"


def test_a_clock_set_back_or_ahead_is_told(world: World, clock: HeldClock) -> None:
    world.counter().file(application(world.station), "press-1")
    whole(world)
    clock.moment = clock.moment.replace(hour=5)
    assert told(world, "clock")[1].endswith("leapt 240 minutes ahead since the last self-test")
    whole(world)
    clock.moment = clock.moment.replace(hour=4)
    assert told(world, "clock")[1].endswith("fell 60 minutes back since the last self-test")
    whole(world)
    clock.move(hours=3)
    assert told(world, "clock")[0] == "good"
    clock.moment = clock.moment.replace(day=20)
    assert told(world, "clock")[0] == "bad"


def test_holidays_and_rules_have_to_be_known_for_the_days_to_come(world: World, clock: HeldClock) -> None:
    assert told(world, "rules") == ("warn", "The holidays of 2027 are not here yet")
    clock.move(days=-60)
    assert told(world, "rules")[0] == "good"
    reference = world.station.reference
    row_id, rows = next(iter(reference.periods.rows.items()))
    ending = replace(rows[-1], valid_to=clock.now().date())
    periods = replace(reference.periods, rows={row_id: (ending,)})
    assert "ends on" in told(world, "rules", reference=replace(reference, periods=periods))[1]
    clock.move(days=1)
    assert "ended on" in told(world, "rules", reference=replace(reference, periods=periods))[1]


def test_what_is_fitted_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    camera = replace(world.station.terms, camera="auto")
    monkeypatch.setattr(fitted, "cameras", lambda: 0)
    assert told(world, "camera", terms=camera)[0] == "warn"
    monkeypatch.setattr(fitted, "cameras", lambda: 2)
    assert told(world, "camera", terms=camera) == ("good", "2 connected")
    assert told(world, "camera", terms=replace(camera, camera="sample"))[0] == "good"
    assert told(world, "camera")[0] == "off"
    assert told(world, "reader")[0] == "good"
    assert told(world, "reader", reader=NoReader())[0] == "off"
    (world.folder / "reader").rmdir()
    assert told(world, "reader")[0] == "bad"
    assert told(world, "sticks") == ("good", "Ready; 1 put in now")
    assert told(world, "sticks", sticks=())[0] == "off"
    nowhere = replace(
        world.station, sticks=tuple(type(s)(Path("/nowhere/x")) for s in world.station.sticks)
    )
    assert told(world, "sticks", sticks=nowhere.sticks)[0] == "warn"
    scanner = ScannerFolder(world.folder / "scans", world.clock)
    assert told(world, "scans", scanner=scanner)[0] == "bad"
    (world.folder / "scans").mkdir()
    assert told(world, "scans", scanner=scanner)[0] == "good"


def test_keys_sound_and_voice_are_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitted, "qt_folder", lambda: world.folder)
    assert told(world, "keyboard") == ("bad", "Missing: the keyboard, its layouts, pinyin")
    for names, said in (
        (("Sample Barcode Scanner",), "Connected: Sample Barcode Scanner"),
        (("AT keyboard", "USB keyboard"), "2 devices that type"),
        ((), "None connected"),
    ):
        monkeypatch.setattr(fitted, "typing_devices", lambda names=names: names)
        assert told(world, "scanner")[1] == said
    for count, tone in ((0, "warn"), (1, "good")):
        monkeypatch.setattr(fitted, "loudspeakers", lambda count=count: count)
        assert told(world, "sound")[0] == tone
    assert told(world, "sound", fittings=Fittings(sound=False))[0] == "off"
    for spoken, tone in ((tuple(Language), "good"), ((Language.ZH,), "warn"), ((), "warn")):
        assert told(world, "voice", fittings=Fittings(voices=lambda spoken=spoken: spoken))[0] == tone
    assert told(world, "voice", fittings=Fittings(sound=False))[0] == "off"
