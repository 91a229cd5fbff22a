"""What one look shows, and whose a pause is; made-up replies."""

from __future__ import annotations

from typing import Any

import pytest

from stationkiosk.devices.printing import PrinterState, Trouble
from stationkiosk.devices.printing.ipp.pause import Pause
from stationkiosk.devices.printing.ipp.sight import Sight

WELL = {"printer-state": 3, "printer-state-reasons": "none"}
PAPER_OUT = {"printer-state": 4, "printer-state-reasons": ["media-empty-warning"]}
STOPPED = {"printer-state": 5, "printer-state-reasons": "paused", "printer-state-message": "Backend failed"}
BY_A_PERSON = {**STOPPED, "printer-state-message": "Paused"}


def named(reply: dict[str, Any], uuid: str) -> dict[str, Any]:
    return {**reply, "printer-uuid": uuid}


@pytest.mark.parametrize(
    ("device_uri", "confirms"),
    [
        ("", True),
        ("ipp://printer/ipp/print", True),
        ("ipps://printer/ipp/print?waitjob=false", False),
        ("dnssd://Office._ipp._tcp.local/", True),
        ("socket://printer:9100", False),
        ("usb://Example/Printer", False),
        ("lpd://printer/queue", False),
        ("file:///dev/null", False),
    ],
)
def test_a_jobs_end_is_the_devices_word_only_where_the_way_to_it_tells(
    device_uri: str, confirms: bool
) -> None:
    assert Sight({**WELL, "device-uri": device_uri}).confirms is confirms


def test_a_queue_keeps_saying_what_its_device_was_so_the_device_is_believed() -> None:
    sight = Sight({**PAPER_OUT, "queued-job-count": 2, "printer-make-and-model": "Raw"}, WELL)
    assert sight.state("") == PrinterState(True, model="Raw", jobs=2)
    assert Sight(WELL, PAPER_OUT).state("").trouble is Trouble.PAPER_OUT
    assert Sight(STOPPED, WELL).state("").trouble is Trouble.PAUSED
    assert Sight(STOPPED, PAPER_OUT).state("").trouble is Trouble.PAPER_OUT
    assert Sight(WELL, behind=Trouble.OFFLINE).state("").trouble is Trouble.OFFLINE


def test_another_device_is_one_whose_name_nobody_wrote_down() -> None:
    sight = Sight(named(WELL, "queue"), named(WELL, "device"))
    assert [sight.swapped(uuid) for uuid in ("", "queue", "device", "another")] == [
        False,
        False,
        False,
        True,
    ]
    assert sight.state("another").trouble is Trouble.SWAPPED
    assert sight.uuid == "device"


@pytest.mark.parametrize(("way", "swapped"), [("ipp://printer/", False), ("usb://Example/Printer", True)])
def test_a_device_that_does_not_tell_its_name_may_be_the_one_meant(way: str, swapped: bool) -> None:
    assert Sight(named({**WELL, "device-uri": way}, "queue")).swapped("device") is swapped
    assert not Sight(WELL).swapped("another")
    silent = Sight(named(WELL, "queue"), behind=Trouble.OFFLINE)
    assert not silent.swapped("device")
    assert silent.state("device").trouble is Trouble.OFFLINE


def watched(*sights: Sight, jobs: bool = True) -> Pause:
    pause = Pause()
    for sight in sights:
        pause = pause.seen(sight, jobs)
    return pause


def test_a_pause_that_follows_a_fault_ends_with_the_fault() -> None:
    fault, stopped, well = Sight(WELL, PAPER_OUT), Sight(STOPPED, PAPER_OUT), Sight(STOPPED, WELL)
    assert not watched(fault, stopped).over(stopped)
    assert watched(fault, stopped, well).over(well)
    assert watched(stopped, well).over(well)
    assert watched(fault, well).over(well)


def test_a_persons_pause_is_theirs() -> None:
    fault, well = Sight(WELL, PAPER_OUT), Sight(STOPPED, WELL)
    by_a_person = Sight(BY_A_PERSON, WELL)
    assert not watched(well).over(well)
    assert not watched(fault, by_a_person).over(by_a_person)
    assert not watched(fault, Sight(STOPPED, PAPER_OUT), by_a_person, well).over(well)
    assert not watched(fault, well, jobs=False).over(well)


def test_a_queue_whose_device_cannot_be_asked_stays_paused() -> None:
    told_by_queue = Sight(PAPER_OUT)
    stopped = Sight(STOPPED)
    assert not watched(told_by_queue, stopped).over(stopped)
