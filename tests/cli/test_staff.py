"""Members of staff at the command line: who does it is asked, and what is given is printed once."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from stationkiosk.app import open_station
from stationkiosk.casework.staff import sign_in
from stationkiosk.cli.commands import run
from stationkiosk.cli.making import DEMO_PASSWORD, DEMO_STAFF
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import check_password
from stationkiosk.settings import load
from stationkiosk.store.verification import verify
from tests.cli.test_making import init

GOOD = "Teapot-7 cups"
Say = Callable[..., tuple[int, str]]
SEC = ["--as", "sec"]
GIVEN = re.compile(r"[a-z2-9]{4}(?:-[a-z2-9]{4}){3}")


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command with what is typed into it; return its exit code and what it said."""

    def said(*words: str, typed: str = f"{GOOD}\n") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run(["--language", "en", *words])
        out = capsys.readouterr()
        return code, out.out + out.err

    return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "站"
    assert init(place, "--admin", "sec", "--admin-password", GOOD) == 0
    return place


def test_the_first_member_gets_a_one_time_password_and_changes_it(tmp_path: Path, say: Say) -> None:
    place = ["--data", str(tmp_path / "one")]
    _code, told = say(
        "init", *place, "--code", "LJ07", "--name-zh", "样", "--name-en", "S", "--pin", "135790"
    )
    (given,) = GIVEN.findall(told)
    assert say("staff", "list", "--as", "security", *place, typed=f"{given}\n")[0] == 3
    assert say("staff", "password", "security", *place, typed=f"{given}\n{GOOD}\n")[0] == 0
    code, told = say("staff", "list", "--as", "security", *place)
    assert (code, "security  security  Security admin  in use" in told) == (0, True)


def test_members_are_added_changed_closed_and_opened(folder: Path, say: Say) -> None:
    by = ["--as", "sec", "--data", str(folder)]
    code, told = say("staff", "add", "li.min", "--name", "李样品", "--role", "clerk", *by)
    assert code == 0
    (given,) = GIVEN.findall(told)
    assert say("staff", "roles", "li.min", "--role", "clerk", "--role", "officer", *by)[0] == 0
    assert "Clerk, Officer" in say("staff", "list", *by)[1]
    assert say("staff", "disable", "li.min", *by)[0] == 0
    assert "closed" in say("staff", "list", *by)[1]
    assert say("staff", "enable", "li.min", *by)[0] == 0
    assert say("staff", "unlock", "li.min", *by)[0] == 0
    (anew,) = GIVEN.findall(say("staff", "reset", "li.min", *by)[1])
    station = open_station(load(folder))
    with pytest.raises(Closed, match="sign_in_wrong"):
        sign_in(station, "li.min", given)
    assert sign_in(station, "li.min", anew).roles == {Role.CLERK, Role.OFFICER}
    assert verify(station.store, station.keys).ok
    station.close()


@pytest.mark.parametrize(
    ("words", "typed", "code", "told"),
    [
        (["add", "x1", "--role", "clerk", *SEC], "wrong\n", 3, "Wrong name or password"),
        (["add", "x1", "--role", "clerk"], "", 3, "Only a security admin"),
        (["add", "x1", "--role", "security_admin"], "", 3, "has members already"),
        (
            ["add", "x1", "--role", "auditor", "--role", "clerk", "--as", "sec"],
            f"{GOOD}\n",
            3,
            "no other post",
        ),
        (["disable", "sec", "--as", "sec"], f"{GOOD}\n", 3, "changed by another"),
        (["list"], "", 2, "Add --as"),
        (["reset", "sec", "--recovery"], "AAAAA\n", 1, "wrong length"),
    ],
)
def test_what_is_refused_says_why(
    folder: Path, say: Say, words: list[str], typed: str, code: int, told: str
) -> None:
    found, said = say("staff", *words, "--data", str(folder), typed=typed)
    assert (found, told in said) == (code, True), said


def test_the_recovery_key_brings_the_only_security_admin_back(tmp_path: Path, say: Say) -> None:
    place, sheet = tmp_path / "one", tmp_path / "sheet.pdf"
    assert init(place, "--sheet", str(sheet), "--admin", "sec") == 0
    document = pypdfium2.PdfDocument(sheet)
    text = document[0].get_textpage().get_text_range()
    document.close()
    groups = [word for word in re.findall(r"\b[0-9A-Z]{5}\b", text) if word != "LJ07B"]
    words = ("staff", "reset", "sec", "--recovery", "--data", str(place))
    code, told = say(*words, typed=" ".join(groups) + "\n")
    assert code == 0, (told, groups)
    station = open_station(load(place))
    assert sign_in(station, "sec", GIVEN.findall(told)[-1]).must_change
    station.close()


def test_a_weak_password_of_the_first_admin_makes_no_station(tmp_path: Path) -> None:
    assert init(tmp_path / "one", "--admin", "sec", "--admin-password", "short") == 3
    assert not (tmp_path / "one").exists()


def test_everybody_of_the_demonstration_signs_in_and_no_other_station_takes_the_password(
    tmp_path: Path, say: Say
) -> None:
    _code, told = say("init", "--demo", "--data", str(tmp_path / "demo"))
    assert DEMO_PASSWORD in told
    station = open_station(load(tmp_path / "demo"))
    for login, (name, roles) in DEMO_STAFF.items():
        who = sign_in(station, login, DEMO_PASSWORD)
        assert (who.name, who.roles, who.must_change) == (name, roles, False)
    station.close()
    with pytest.raises(Closed, match="password_common"):
        check_password(DEMO_PASSWORD, "li.min", "李敏")
