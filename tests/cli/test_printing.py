"""Printers and copies at the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stationkiosk.app import open_station
from stationkiosk.casework.counter import Counter
from stationkiosk.cli.commands import run
from stationkiosk.cli.making import DEMO_PASSWORD, demo_station
from stationkiosk.domain.text import Language
from stationkiosk.settings import load
from tests.casework.world import application

Say = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("printers") / "站"
    demo_station(place, Language.EN)
    return place


@pytest.fixture
def say(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command with a password typed into it; return its exit code and what it said."""

    def said(*words: str, language: str = "en") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{DEMO_PASSWORD}\n"))
        code = run(["--language", language, *words, "--data", str(folder)])
        out = capsys.readouterr()
        return code, out.out + out.err

    return said


def test_a_printer_is_written_down_ruled_and_taken_out(say: Say) -> None:
    code, told = say("printers", "list", language="zh")
    assert (code, "folder" in told, "存成文件" in told, "可以打印" in told) == (0, True, True, True)
    code, told = say("printers", "add", "socket://127.0.0.1:9", "--name", "窗口", "--as", "head")
    assert code == 0
    given = told.split()[-1].rstrip(".")
    assert say("printers", "rule", "receipt", "--printer", given, "--copies", "2", "--as", "system")[0] == 0
    code, told = say("printers", "list")
    assert "窗口" in told
    assert f"(receipt) → {given}, One side, copies: 2" in told
    assert say("printers", "drop", given, "--as", "head")[0] == 0
    assert say("printers", "drop", "folder", "--as", "head") == (
        3,
        "The folder stays\nEvery station can save papers as files.\n"
        "Keep it for the desk alone where the public is not to use it.\n",
    )


def test_the_lists_of_commands_say_each_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for words, wanted in (((), "打印件台账"), (("printers",), "打印安排")):
        assert run([*words, "--help"]) == 0
        assert wanted in capsys.readouterr().out


def test_what_will_not_do_is_said(say: Say) -> None:
    assert say("printers", "add", "socket://x", "--name", "窗", "--format", "a5", "--as", "head")[0] == 2
    assert say("printers", "add", "elsewhere", "--name", "窗", "--as", "head")[0] == 3
    for act in (("accept", "nothing"), ("drop", "nothing"), ("rule", "receipt", "--printer", "nothing")):
        code, told = say("printers", *act, "--as", "head")
        assert (code, told.splitlines()[0]) == (3, "There is no such printer")
    assert say("printers", "find") == (2, "Who does it? Add --as and your sign-in name.\n")
    assert say("copies", "--day", "yesterday", "--as", "clerk")[0] == 2


def test_the_copies_of_a_day_are_listed(say: Say, folder: Path) -> None:
    assert say("copies", "--day", "2020-01-01", "--as", "clerk") == (
        0,
        "Nothing was printed on that day.\n",
    )
    station = open_station(load(folder))
    counter = Counter(station)
    receipt = counter.file(application(station), "press-1").receipt
    counter.in_hand(receipt, counter.print_receipt(receipt).n, True)
    station.close()
    code, told = say("copies", "--as", "clerk")
    assert code == 0
    assert "copy 1  Saved as a file  Somebody at the kiosk" in told
    assert "printed 1, in hand 1, not printed 0" in told
    code, told = say("copies", "--json", "--as", "clerk")
    (copy,) = json.loads(told)["copies"]
    assert (copy["state"], copy["needs"]) == ("in_hand", "")
    assert [turn["state"] for turn in copy["turns"]] == ["spooled", "settled", "in_hand"]
