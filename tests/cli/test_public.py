"""What the public said is read on the command line: totals of ratings, messages that wait."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from stationkiosk.app import create_station, open_station
from stationkiosk.casework import messages, ratings
from stationkiosk.cli.commands import run
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Language
from stationkiosk.settings import Settings, checked, write
from stationkiosk.store.verification import verify
from tests.casework.members import actor, enrol

STATION = {"station": {"code": "LJ07", "name": {"zh": "样品站（虚构）", "en": "Sample station (made up)"}}}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = checked(STATION, tmp_path)
    create_station(made, "246810")
    write(made)
    with closing(open_station(made)) as station:
        ratings.rate(station, {"easy": 1, "clear": 3})
        ratings.rate(station, {"easy": 1})
        note = messages.Note("样本：几点开门？", "", "13800001234", Language.ZH)
        messages.leave_message(station, note)
    return made


def told(capsys: pytest.CaptureFixture[str], settings: Settings, *words: str, code: int = 0) -> str:
    assert run(["--language", "en", *words, "--data", str(settings.data)]) == code
    said = capsys.readouterr()
    return said.out + said.err


def test_ratings_are_told_as_totals(capsys: pytest.CaptureFixture[str], settings: Settings) -> None:
    said = told(capsys, settings, "ratings")
    assert "Was it easy? yes 2, so-so 0, no 0" in said
    assert "Were the words clear? yes 0, so-so 0, no 1" in said
    assert "yes 0, so-so 0, no 0" in told(
        capsys, settings, "ratings", "--since", "2020-01-01", "--until", "2020-01-31"
    )
    assert "is no day" in told(capsys, settings, "ratings", "--since", "November", code=2)


def test_messages_wait_until_somebody_answered(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    said = told(capsys, settings, "messages")
    assert "样本：几点开门？" in said
    assert "+8613800001234" in said
    with closing(open_station(settings)) as station:
        enrol(station)
        messages.answer_message(station, actor(Role.CLERK), 1, "样本：九点")
    assert "Messages that wait: 0." in told(capsys, settings, "messages")
    with closing(open_station(settings)) as station:
        assert verify(station.store, station.keys).ok
