"""A mark in every private field of a case: each shows to the posts whose part it is, and to nobody else."""

from __future__ import annotations

from dataclasses import asdict, replace
from uuid import UUID

import pytest

from stationkiosk.casework.desk.seeing import Sees
from stationkiosk.casework.views import Filed
from stationkiosk.domain.access import PARTS, Part, tracks_seen
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Fact, Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import STAFF_ROLES
from tests.casework.answers import act, notice_of, response
from tests.casework.desk.members import desk
from tests.casework.world import PARTIES, World, application

MARKED = (
    replace(
        PARTIES[0],
        name="标甲（虚构）",
        phone="+8613811110001",
        address="标甲路 1 号",
        representative="标法人",
    ),
    replace(PARTIES[1], name="标代理", phone="+8613811110002"),
    replace(PARTIES[2], name="标乙（虚构）", phone="+8613811110003", address="标乙路 2 号"),
)
SHOWN = {
    "标甲（虚构）": Part.PARTIES,
    "标代理": Part.PARTIES,
    "标乙（虚构）": Part.PARTIES,
    "标法人": Part.PARTIES,
    "138 1111 0001": Part.REACH,
    "138 1111 0002": Part.REACH,
    "138 1111 0003": Part.REACH,
    "标甲路 1 号": Part.REACH,
    "标乙路 2 号": Part.REACH,
    "标经过": Part.FACTS,
    "18,000": Part.CLAIMS,
    "样品老茶": Part.RIGHT,
    "标证据.jpg": Part.EVIDENCE,
    "标供货人": Part.ANSWERS,
    "标理由": Part.JOURNAL,
}
OF_MEDIATION = "标理由"
"""Said for an act of the mediation, and so told to those who see that track."""

NEVER = ("11010519491231002X", "标签名", "标证人", "标陈述", "标对方签名")


@pytest.fixture
def filed(world: World) -> Filed:
    made = application(world.station, parties=MARKED)
    marked = replace(
        made,
        facts=(*made.facts, Fact("story", "标经过")),
        exhibits=tuple(replace(exhibit, name="标证据.jpg") for exhibit in made.exhibits),
        signature=Signature(SignatureKind.WITNESSED, "标签名", "0" * 64, witness="标证人"),
    )
    filed = world.counter().file(marked, "press-1")
    act(world.station, filed.case_id, "accept", reason="标理由")
    act(world.station, filed.case_id, "inquire")
    said = response(
        world,
        supplier="标供货人",
        signature=Signature(SignatureKind.STROKES, "标对方签名", "f" * 64, (((1, 2, 0), (3, 2, 4)),)),
        sealed={"statement": world.counter().seal("statement", "标陈述")},
    )
    world.counter().respond(notice_of(world.station, filed.case_id)["notice_code"], said, "answer-1")
    return filed


@pytest.mark.parametrize("role", STAFF_ROLES)
def test_each_mark_shows_only_to_the_posts_that_see_its_part(
    world: World, filed: Filed, role: Role
) -> None:
    member, parts = desk(world.station, role), PARTS[role]
    if Part.CASES not in parts:
        with pytest.raises(Closed, match="case_not_yours"):
            member.open(filed.case_id)
        return
    said = repr(asdict(member.open(filed.case_id)))
    for mark, part in SHOWN.items():
        told = part in parts and (mark != OF_MEDIATION or "mediation" in tracks_seen({role}))
        assert (mark in said) is told, (mark, part)
    for mark in NEVER:
        assert mark not in said


def test_a_place_stands_for_a_name_only_where_places_are_seen(world: World) -> None:
    from stationkiosk.casework.desk.casefile import shown
    from stationkiosk.casework.desk.reading import read_case

    nameless = (*MARKED[:2], replace(MARKED[2], name=""))
    case_id: UUID = world.counter().file(application(world.station, parties=nameless), "press-1").case_id
    with world.station.store.read() as connection:
        rows = read_case(connection, case_id, frozenset({"mediation"}))
    far = Sees(frozenset({Role.CLERK}), frozenset({Part.CASES, Part.PARTIES}), frozenset({"mediation"}))
    assert "标乙路" not in repr(asdict(shown(world.station, rows, far)))
    near = replace(far, parts=far.parts | {Part.REACH})
    assert shown(world.station, rows, near).respondent == "标乙路 2 号"
    blind = replace(far, parts=frozenset({Part.CASES}))
    assert "标甲" not in repr(asdict(shown(world.station, rows, blind)))
