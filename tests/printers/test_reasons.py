"""What a printer's own words mean; made-up replies, each as some device gives it."""

from __future__ import annotations

import pytest

from stationkiosk.devices.printing import JobState, Stage, Supply, Trouble
from stationkiosk.devices.printing.ipp.jobs import read_job
from stationkiosk.devices.printing.ipp.reasons import read_reasons
from stationkiosk.devices.printing.ipp.supplies import read_supplies, read_trays

IDLE, PROCESSING, STOPPED = 3, 4, 5
FULL_TRAY = "type=sheetFeedAutoRemovableTray;mediafeed=29700;mediaxfeed=21000;level=120;status=0;name=main;"
EMPTY_TRAY = FULL_TRAY.replace("level=120", "level=0")


@pytest.mark.parametrize(
    ("state", "reasons", "trouble", "warnings"),
    [
        (IDLE, "none", Trouble.NONE, ()),
        (IDLE, "media-empty-report", Trouble.PAPER_OUT, ()),
        (PROCESSING, ["media-empty-warning", "media-needed-warning"], Trouble.PAPER_OUT, ()),
        (PROCESSING, "media-jam-warning", Trouble.PAPER_JAM, ()),
        (STOPPED, ["media-jam", "cover-open-error"], Trouble.PAPER_JAM, ()),
        (STOPPED, "door-open", Trouble.DOOR_OPEN, ()),
        (IDLE, "output-area-full-report", Trouble.TRAY_FULL, ()),
        (IDLE, "toner-low-report", Trouble.NONE, (Trouble.INK_LOW,)),
        (IDLE, "marker-supply-empty-warning", Trouble.NONE, (Trouble.INK_OUT,)),
        (STOPPED, "marker-supply-empty-warning", Trouble.INK_OUT, ()),
        (PROCESSING, "toner-empty-warning", Trouble.INK_OUT, ()),
        (IDLE, "marker-supply-empty-error", Trouble.INK_OUT, ()),
        (IDLE, ["media-low", "toner-low"], Trouble.NONE, (Trouble.PAPER_LOW, Trouble.INK_LOW)),
        (STOPPED, "paused", Trouble.PAUSED, ()),
        (STOPPED, ["paused", "media-empty-error"], Trouble.PAPER_OUT, ()),
        (IDLE, "hold-new-jobs", Trouble.HELD, ()),
        (IDLE, "offline-report", Trouble.OFFLINE, ()),
        (IDLE, "spool-area-full-report", Trouble.SPOOL_FULL, ()),
        (STOPPED, "none", Trouble.OTHER, ()),
        (PROCESSING, ["cups-waiting-for-job-completed", "connecting-to-device"], Trouble.NONE, ()),
    ],
)
def test_the_stem_of_a_reason_counts_whatever_its_severity(
    state: int, reasons: object, trouble: Trouble, warnings: tuple[Trouble, ...]
) -> None:
    found = read_reasons({"printer-state": state, "printer-state-reasons": reasons})
    assert (found.trouble, found.warnings) == (trouble, warnings)


def test_an_empty_tray_is_a_warning_where_another_holds_paper() -> None:
    reply = {"printer-state": IDLE, "printer-state-reasons": "media-empty-warning"}
    found = read_reasons({**reply, "printer-input-tray": [EMPTY_TRAY, FULL_TRAY]})
    assert (found.trouble, found.warnings) == (Trouble.NONE, (Trouble.PAPER_OUT,))
    for level in ("-3", "1"):
        tray = EMPTY_TRAY.replace("level=0", f"level={level}")
        assert read_reasons({**reply, "printer-input-tray": tray}).trouble is Trouble.NONE
    for level in ("-2", "0", ""):
        tray = EMPTY_TRAY.replace("level=0", f"level={level}")
        assert read_reasons({**reply, "printer-input-tray": tray}).trouble is Trouble.PAPER_OUT
    stopped = {**reply, "printer-state": STOPPED, "printer-input-tray": FULL_TRAY}
    assert read_reasons(stopped).trouble is Trouble.PAPER_OUT


def test_a_printer_that_takes_no_jobs_is_paused() -> None:
    refusing = {"printer-state": IDLE, "printer-is-accepting-jobs": False}
    assert read_reasons(refusing).trouble is Trouble.PAUSED


@pytest.mark.parametrize(
    ("state", "reasons", "said"),
    [
        (3, "none", JobState(Stage.PENDING, Trouble.PAPER_OUT)),
        (4, "job-incoming", JobState(Stage.PENDING)),
        (4, "job-hold-until-specified", JobState(Stage.PENDING, Trouble.HELD)),
        (4, "resources-are-not-ready", JobState(Stage.PENDING, Trouble.PAPER_OUT)),
        (5, "job-printing", JobState(Stage.PRINTING, Trouble.PAPER_OUT)),
        (6, "printer-stopped", JobState(Stage.PRINTING, Trouble.PAPER_OUT)),
        (7, "job-canceled-by-user", JobState(Stage.CANCELLED)),
        (8, "aborted-by-system", JobState(Stage.FAILED, Trouble.PAPER_OUT)),
        (8, ["aborted-by-system", "document-format-error"], JobState(Stage.FAILED, Trouble.REFUSED)),
        (9, "job-completed-successfully", JobState(Stage.SETTLED)),
        (9, "job-completed-with-warnings", JobState(Stage.SETTLED)),
        (9, "job-completed-with-errors", JobState(Stage.UNKNOWN, Trouble.OTHER)),
        (0, "none", JobState(Stage.UNKNOWN, Trouble.OTHER)),
    ],
)
def test_each_state_of_a_job_has_its_stage(state: int, reasons: object, said: JobState) -> None:
    job = {"job-state": state, "job-state-reasons": reasons}
    assert read_job(job, Trouble.PAPER_OUT) == said


@pytest.mark.parametrize("counted", ["job-impressions-completed", "job-media-sheets-completed"])
def test_a_job_taken_back_or_given_up_after_paper_came_out_is_unknown(counted: str) -> None:
    for state in (7, 8):
        assert read_job({"job-state": state, counted: 1}, Trouble.NONE).stage is Stage.UNKNOWN
        assert read_job({"job-state": state, counted: 0}, Trouble.NONE).stage is not Stage.UNKNOWN


def test_a_job_that_was_given_up_without_a_reason_is_an_error() -> None:
    assert read_job({"job-state": 8}, Trouble.NONE) == JobState(Stage.FAILED, Trouble.OTHER)
    assert read_job({"job-state": 6}, Trouble.NONE) == JobState(Stage.PRINTING, Trouble.OTHER)
    held = {"job-state": 4, "job-state-reasons": "resources-are-not-ready"}
    assert read_job(held, Trouble.NONE) == JobState(Stage.PENDING, Trouble.HELD)


def test_supplies_are_read_as_cups_tells_them() -> None:
    reply = {
        "marker-names": ["Black", "Waste", "Drum"],
        "marker-types": ["toner", "wasteToner", "opc"],
        "marker-levels": [9, 5, -1],
        "marker-low-levels": [10, 10, 10],
    }
    assert read_supplies(reply) == (Supply("Black", 9, True), Supply("Waste", 5), Supply("Drum", None))
    assert read_supplies({"marker-names": "Ink", "marker-levels": 11}) == (Supply("Ink", 11),)


def test_supplies_are_read_as_a_device_tells_them() -> None:
    black = "index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=50;level=4;"
    assert read_supplies({"printer-supply": black}) == (Supply("toner", 8, True),)
    assert read_supplies({"printer-supply": black.replace("=50", "=-2")}) == (Supply("toner", None),)
    assert read_supplies({}) == ()


def test_the_printers_own_choice_is_no_tray() -> None:
    assert read_trays({"media-source-supported": ["auto", "tray-1"]}) == ("tray-1",)
    assert read_trays({}) == ()
