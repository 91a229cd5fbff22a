"""A kiosk killed in the middle: the answers come back to their owner, by code or by card."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from stationkiosk.settings import Settings
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import ID_NUMBER, begin_an_application, form_page
from tests.endtoend.conftest import Open

ROOT = Path(__file__).parents[2]
CARD = {"name": "张三样本", "id_number": ID_NUMBER, "kind": "resident"}


def begun_and_killed(settings: Settings) -> str:
    """Run the kiosk in a process of its own as far as the other side, then kill -9 it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.endtoend.begins", str(settings.data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    with process.stdout:
        code = next(line.split()[1] for line in process.stdout if line.startswith("code "))
        process.kill()
    process.wait()
    return code


def comes_back_whole(drive: Drive) -> None:
    form_page(drive, "respondent")
    drive.tap("back")
    form_page(drive, "right")
    assert drive.await_("q_mark_name").property("text") == "礼嘉样本"


def test_the_code_brings_the_answers_back(open_kiosk: Open, settings: Settings) -> None:
    code = begun_and_killed(settings)
    drive = open_kiosk()
    drive.tap("resume")
    drive.on("resume")
    drive.type("code", code.lower())
    drive.tap("next")
    comes_back_whole(drive)


def test_the_same_card_brings_the_answers_back(open_kiosk: Open, settings: Settings) -> None:
    card = settings.reader.folder / "card.json"
    card.write_text(json.dumps(CARD), "utf-8")
    begun_and_killed(settings)
    card.unlink()
    drive = open_kiosk()
    drive.tap("resume")
    drive.on("resume")
    time.sleep(0.05)
    card.write_text(json.dumps(CARD), "utf-8")
    drive.tap("readCard")
    comes_back_whole(drive)


def test_another_card_brings_nothing_back(open_kiosk: Open, settings: Settings) -> None:
    begun_and_killed(settings)
    drive = open_kiosk()
    drive.tap("resume")
    drive.on("resume")
    other = CARD | {"id_number": "810000199001010019"}
    (settings.reader.folder / "card.json").write_text(json.dumps(other), "utf-8")
    drive.tap("readCard")
    drive.await_("errorSummary")
    assert drive.page == "resume"


@pytest.mark.parametrize("by_time", [False, True], ids=["end pressed", "gone away"])
def test_what_stands_on_the_page_comes_back_after_either_end(open_kiosk: Open, by_time: bool) -> None:
    drive = open_kiosk()
    begin_an_application(drive)
    wait_for(lambda: drive.find("draftLine") and drive.window.executor.idle, "the draft to be kept")
    code = str(drive.window.filing.code)
    drive.type("q_respondent_name", "乙商行（样本）")
    if by_time:
        drive.window.idle.ended.emit()
    else:
        drive.tap("end")
        drive.tap("endKeep")
    drive.on("home")
    drive.tap("resume")
    drive.type("code", code)
    drive.tap("next")
    form_page(drive, "respondent")
    assert drive.await_("q_respondent_name").property("text") == "乙商行（样本）"
