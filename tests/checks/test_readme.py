"""The README stays true: its commands, pictures, map and numbers are those of the product."""

from __future__ import annotations

import re
from pathlib import Path

import stationkiosk.cli.commands as commands

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def table_of_commands() -> set[str]:
    """The names in the README's table of commands."""
    table = README.split("| command | |")[1].split("\n\n")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))


def test_every_command_is_listed_and_no_other() -> None:
    for family in commands.FAMILIES:
        __import__(f"stationkiosk.cli.{family}")
    known = {
        (info.name or info.callback.__name__) for info in commands.app.registered_commands if info.callback
    }
    known |= {str(group.name) for group in commands.app.registered_groups}
    assert table_of_commands() == known


def test_every_picture_and_folder_it_names_is_there() -> None:
    named = re.findall(r"\]\((packaging/[^)]+)\)", README) + re.findall(
        r"`((?:packaging|resources)/[\w/]+)`", README
    )
    assert named
    assert not [path for path in named if not (ROOT / path).exists()]


def test_the_map_names_every_room_and_no_other() -> None:
    drawn = README.split("src/stationkiosk/\n")[1].split("resources/")[0]
    rooms = set(re.findall(r"^  (\w+)/", drawn, re.MULTILINE))
    source = ROOT / "src" / "stationkiosk"
    there = {path.parent.name for path in source.glob("*/__init__.py")}
    assert rooms == there
    files = set(re.findall(r"(\w+\.py)", drawn))
    assert not [name for name in files if not (source / name).exists()]


def test_the_settings_it_shows_exist() -> None:
    from stationkiosk.look import ENVIRONMENT
    from stationkiosk.settings import keys

    known = {key.path.upper().replace(".", "__") for key in keys()}
    shown = re.findall(rf"`{ENVIRONMENT}(\w+)=", README)
    assert shown
    assert set(shown) <= known
