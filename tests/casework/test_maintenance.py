"""What staff do behind the admin PIN, with a real store: every act is in the journal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from stationkiosk.casework.selftest.testing import last_self_test
from stationkiosk.devices.machine import cameras
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.world import PIN, HeldClock, World, application
from tests.documents.reading import text_of


def acts(world: World) -> list[tuple[str, str]]:
    """Who did what in the station's chain, staff's part of it."""
    entry = tables.Journal.__table__
    with world.station.store.read() as connection:
        rows = connection.execute(select(entry).where(entry.c.role == "system_admin")).all()
    return [(row.action, row.body) for row in rows]


def test_without_the_pin_nothing_is_open_and_with_it_until_the_session_ends(world: World) -> None:
    counter = world.counter()
    with pytest.raises(Closed, match="not_admin"):
        _ = counter.maintenance
    assert not counter.open_maintenance("000000")
    with pytest.raises(Closed, match="not_admin"):
        _ = counter.maintenance
    assert counter.open_maintenance(PIN)
    counter.maintenance.note("left")
    counter.close_session()
    with pytest.raises(Closed, match="not_admin"):
        _ = counter.maintenance
    assert [action for action, _ in acts(world)] == ["maintenance", "maintenance"]
    assert "left" in acts(world)[1][1]


def test_a_witness_who_types_the_pin_opens_nothing(world: World) -> None:
    counter = world.counter()
    assert counter.check_admin_pin(PIN)
    with pytest.raises(Closed, match="not_admin"):
        _ = counter.maintenance


def test_the_page_tests_everything_and_so_keeps_the_result(world: World) -> None:
    counter = world.counter()
    assert counter.open_maintenance(PIN)
    health = counter.maintenance.health()
    assert last_self_test(world.station) == health.readiness
    assert not health.clock_behind
    assert acts(world)[-1][0] == "self_test"


def test_the_report_is_printed_and_written_down(world: World) -> None:
    counter = world.counter()
    assert counter.open_maintenance(PIN)
    assert counter.maintenance.trial(counter.maintenance.print_readiness()).stage.ended
    (printed,) = (world.folder / "printed").glob("*.pdf")
    assert "自检报告" in text_of(printed.read_bytes())
    assert "report_print" in acts(world)[-1][1]


def test_a_test_page_is_printed_and_written_down(world: World) -> None:
    counter = world.counter()
    assert counter.open_maintenance(PIN)
    job = counter.maintenance.print_trial()
    assert counter.maintenance.trial(job).stage.ended
    (printed,) = (world.folder / "printed").glob("*.pdf")
    assert "存成文件" in text_of(printed.read_bytes()), "its printer by name"
    assert "test_print" in acts(world)[-1][1]


def test_a_notice_goes_up_and_comes_down_under_the_name_of_staff(world: World) -> None:
    counter = world.counter()
    assert counter.open_maintenance(PIN)
    counter.maintenance.show_notice(Text("四点关门", "We close at four"))
    assert counter.face().notice == Text("四点关门", "We close at four")
    counter.maintenance.show_notice(None)
    assert counter.maintenance.health().notice is None
    assert [action for action, _ in acts(world)].count("show_notice") == 2


def test_a_clock_once_far_ahead_stops_filing_until_staff_accept_the_time(
    world: World, clock: HeldClock
) -> None:
    counter = world.counter()
    counter.file(application(world.station), "press-1")
    clock.move(days=900)
    counter.file(application(world.station), "press-ahead")
    clock.move(days=-899)
    with pytest.raises(KnownError, match="clock_back"):
        counter.file(application(world.station), "press-2")
    assert counter.open_maintenance(PIN)
    assert counter.maintenance.health().clock_behind
    counter.maintenance.accept_clock()
    assert not counter.maintenance.health().clock_behind
    assert counter.file(application(world.station), "press-2").number
    done = [action for action, _ in acts(world)]
    assert done == ["maintenance", "self_test", "accept_clock", "self_test"]
    assert verify(world.station.store, world.station.keys).ok


def test_the_accepted_time_is_held_against_the_clock_from_then_on(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    clock.move(days=900)
    counter.file(application(world.station), "press-ahead")
    clock.move(days=-900)
    assert counter.open_maintenance(PIN)
    counter.maintenance.accept_clock()
    clock.move(hours=-5)
    with pytest.raises(KnownError, match="clock_back"):
        counter.file(application(world.station), "press-1")
    clock.moment += timedelta(hours=6)
    counter.file(application(world.station), "press-1")
    clock.move(minutes=-30)
    with pytest.raises(KnownError, match="clock_back"):
        counter.file(application(world.station), "press-2")
    counter.maintenance.accept_clock()
    assert counter.file(application(world.station), "press-2").number


def test_cameras_are_counted(world: World) -> None:
    assert cameras(world.folder) == 0
    (world.folder / "video0").touch()
    assert cameras(world.folder) == 1
