"""A made-up dispute brought as far as the answer of the other side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.door import Act, Performed, perform
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import Filed
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.application import (
    Exhibit,
    Fact,
    Party,
    PartyKind,
    PartyRole,
    Signature,
    SignatureKind,
)
from stationkiosk.domain.response import Mediate, Position, Response
from stationkiosk.domain.text import Language
from stationkiosk.store import tables
from stationkiosk.store.evidence import keep
from tests.casework.world import World, application

CLERK = Actor(Role.CLERK, "clerk-1", "desk-1")
SHOP = Party(PartyRole.RESPONDENT, PartyKind.ORGANISATION, "样品茶店自述（虚构）", phone="+8613700007777")
SIGNED = Signature(SignatureKind.STROKES, "王样品", "f" * 64, (((1, 2, 0), (300, 200, 40)),))


def act(station: Station, case_id: UUID, action: str, key: str = "", **inputs: str) -> Performed:
    """Do something to the mediation as a clerk."""
    with station.store.read() as connection:
        matter = select(tables.Matter.version).where(tables.Matter.case_id == case_id, tables.Matter.n == 1)
        case = select(tables.Case.version).where(tables.Case.id == case_id)
        versions = connection.execute(case).scalar_one(), connection.execute(matter).scalar_one()
    return perform(station, Act(action, case_id, 1, *versions, CLERK, key or f"{action}-{case_id}", inputs))


def asked(world: World, **changes: object) -> tuple[Filed, str]:
    """File a dispute, accept it, ask the other side; return the filing and the code on the notice."""
    filed = world.counter().file(application(world.station, **changes), f"press-{changes.get('id', 1)}")
    act(world.station, filed.case_id, "accept")
    act(world.station, filed.case_id, "inquire")
    return filed, notice_of(world.station, filed.case_id)["notice_code"]


def notice_of(station: Station, case_id: UUID) -> dict[str, Any]:
    """Return the data of the notice."""
    return next(p.data for p in papers_of(station, case_id) if p.kind == "inquiry_notice")


def response(world: World, content: bytes = b"a made-up invoice", **changes: object) -> Response:
    """An answer with one exhibit, kept under a draft of its own."""
    draft_id = world.counter().open_draft("answer").id
    exhibits = (exhibit(world.station, draft_id, content),) if content else ()
    said = Response(
        id=draft_id,
        language=Language.ZH,
        parties=(SHOP,),
        positions=(Position.AGREE_IN_PART, Position.LAWFUL_SOURCE),
        mediate=Mediate.YES,
        signature=SIGNED,
        agreed=("stop", "talk"),
        supplier="样品批发部（虚构）",
        supplied_on="2026-03",
        facts=(Fact("fair_price", "usual"), Fact("source_papers", ("invoice",))),
        exhibits=exhibits,
        sealed={"statement": world.counter().seal("statement", "样品：家里困难")},
    )
    return replace(said, **changes)  # type: ignore[arg-type]


def exhibit(station: Station, draft_id: UUID, content: bytes) -> Exhibit:
    """Keep a made-up file under a draft."""
    kept = keep(station.store, draft_id, BytesIO(content))
    return Exhibit(
        "样品进货单.pdf",
        "application/pdf",
        kept.size,
        kept.sha256,
        kept.sm3,
        "usb",
        station.device,
        station.clock.now(),
        pages=2,
    )


def more_time(world: World, until: date) -> Response:
    """An answer that asks for time and wants to know more."""
    return response(
        world,
        b"",
        positions=(Position.NEED_TIME,),
        mediate=Mediate.TELL_MORE,
        agreed=(),
        sealed={},
        until=until,
    )


def rows(station: Station, table: type) -> list[Any]:
    """Return every row of a table."""
    with station.store.read() as connection:
        return list(connection.execute(select(table.__table__)))  # type: ignore[attr-defined]
