"""What a clerk need not type again."""

from __future__ import annotations

from pathlib import Path

import pytest

from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from tests.casework.desk.members import desk
from tests.casework.world import World, application


def test_an_earlier_case_tells_right_and_owner_and_nothing_of_the_other_side(world: World) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    told = desk(world.station, Role.CLERK).answers_of(case_id)
    form = world.station.reference.forms["trademark"]
    fills = {form.question(key).fills.partition(".")[0] for key in told}
    assert {"applicant", "right"} <= fills
    assert "respondent" not in fills
    assert not {"acts", "story", "since"} & set(told)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR])
def test_who_takes_nothing_down_copies_nothing(world: World, role: Role) -> None:
    case_id = world.counter().file(application(world.station), "press-1").case_id
    with pytest.raises(Closed):
        desk(world.station, role).answers_of(case_id)


def test_a_draft_comes_back_to_whoever_typed_it_and_to_nobody_else(world: World) -> None:
    first = desk(world.station, Role.CLERK)
    opened = first.open_draft("filing")
    first.save_draft(opened.id, {"form": "trademark", "typed": {"mark_name": "山城样本"}})
    again = desk(world.station, Role.CLERK)
    assert again.own_draft() == (opened.id, {"form": "trademark", "typed": {"mark_name": "山城样本"}})
    assert desk(world.station, Role.SUPERVISOR).own_draft() is None
    again.discard_draft(opened.id)
    assert again.own_draft() is None


def test_lists_on_a_stick_are_found_and_read(world: World) -> None:
    (stick,) = world.station.sticks
    stick.root.mkdir(parents=True, exist_ok=True)
    (stick.root / "名单.csv").write_text("甲店,样本路 1 号\n", "utf-8")
    (stick.root / "照片.jpg").write_bytes(b"no list")
    (stick.root / "大.txt").write_bytes(b"x" * 300_000)
    clerk = desk(world.station, Role.CLERK)
    found = {file.name: file.path for file in clerk.lists_on_stick()}
    assert set(found) == {"名单.csv", "大.txt"}
    assert clerk.read_list(found["名单.csv"]).decode() == "甲店,样本路 1 号\n"
    with pytest.raises(KnownError, match="list_too_large"):
        clerk.read_list(found["大.txt"])
    with pytest.raises(KnownError):
        clerk.read_list(Path("/etc/hostname"))
