"""A made-up dispute brought to a mediation with its mediator, and acts on it in any post."""

from __future__ import annotations

from itertools import count
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.door import Act, Performed, perform
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.store import tables
from tests.casework.answers import asked
from tests.casework.world import World

CLERK = Actor(Role.CLERK, "clerk-1", "desk-1")
MEDIATOR = Actor(Role.MEDIATOR, "mediator-1", "desk-1")
OTHER_MEDIATOR = Actor(Role.MEDIATOR, "staff-1", "desk-1")
SUPERVISOR = Actor(Role.SUPERVISOR, "supervisor-1", "desk-1")
ROOM = "调解室"
AT_TEN = "2026-11-24T10:00+08:00"
_KEYS = count()


def do(station: Station, case_id: UUID, action: str, actor: Actor = MEDIATOR, **inputs: str) -> Performed:
    """Do something to the mediation of a case, as it stands now."""
    with station.store.read() as connection:
        case = connection.execute(select(tables.Case.version).where(tables.Case.id == case_id)).scalar_one()
        row = tables.Matter.__table__
        mine = select(row).where(row.c.case_id == case_id, row.c.track == "mediation")
        matter = connection.execute(mine).one()
    key = f"{action}-{next(_KEYS)}"
    return perform(station, Act(action, case_id, matter.n, case, matter.version, actor, key, inputs))


def consented(world: World, **changes: object) -> UUID:
    """File a dispute whose other side then agrees to mediate."""
    case_id = asked(world, **changes)[0].case_id
    do(world.station, case_id, "other_agrees", CLERK, way="phone", said_on="2026-11-23")
    return case_id


def appoint(world: World, case_id: UUID, way: str = "people") -> None:
    """Name the mediator of a dispute in which both sides agreed."""
    entrusted = "（2026）渝0192委派1号" if way == "court" else ""
    do(
        world.station,
        case_id,
        "appoint",
        CLERK,
        way=way,
        mediator="mediator-1",
        disclosed="没有",
        entrusted=entrusted,
    )


def mediating(world: World, way: str = "people", **changes: object) -> UUID:
    """Bring a dispute to its mediator."""
    case_id = consented(world, **changes)
    appoint(world, case_id, way)
    return case_id


def planned(world: World, case_id: UUID, starts: str = AT_TEN, **inputs: str) -> None:
    """Plan a session of an hour and a half."""
    given = {"room": ROOM, "starts": starts, "minutes": "90"} | inputs
    do(world.station, case_id, "plan_session", CLERK, **given)


def told(world: World, case_id: UUID, *parties: int) -> None:
    """Tell parties of rights and duties."""
    for party in parties:
        do(world.station, case_id, "inform", CLERK, party=str(party), told_way="hand")
