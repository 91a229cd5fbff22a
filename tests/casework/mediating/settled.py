"""A made-up dispute at its mediator's desk, brought as far as terms, a fixed text, or an agreement."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.shown import DraftShown, TermsWritten
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.clauses import Account
from stationkiosk.domain.instalments import Instalment
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from tests.casework.answers import act
from tests.casework.desk.members import desk
from tests.casework.world import World, application

FILER, OTHER = "样品老茶坊（虚构）", "样品街对面茶店（虚构）"
FILER_N, AGENT_N, OTHER_N = 1, 2, 3
STROKES = json.dumps([[[100, 200, 0], [300, 400, 40]]])


def terms(today: date) -> TermsWritten:
    """Terms agreed on a day: to stop, and to pay 18,000 yuan in two parts."""
    days = (today + timedelta(days=28), today + timedelta(days=58))
    parts = tuple(Instalment(n, Decimal(9000), day, day) for n, day in enumerate(days, 1))
    stop = {
        "party": OTHER,
        "acts": ("使用“样品老茶”招牌",),
        "scope": "样品路 1 号",
        "day": today + timedelta(days=8),
    }
    pay = {
        "payer": OTHER,
        "payee": FILER,
        "amount": Decimal(18000),
        "account": Account(FILER, "样品银行", "6200 0000 0000"),
        "parts": parts,
    }
    rest = {"payer": OTHER, "payee": FILER, "days": 5}
    return (("stop", stop), ("pay_instalments", pay), ("acceleration", rest), ("liability_stays", {}))


TERMS = terms(date(2026, 11, 23))


@dataclass
class Table:
    """The mediator's desk with a case on it."""

    station: Station
    desk: Desk
    case_id: UUID
    keyed: int = 0

    def versions(self) -> tuple[int, int]:
        with self.station.store.read() as connection:
            matter = select(tables.Matter.version).where(
                tables.Matter.case_id == self.case_id, tables.Matter.n == 1
            )
            case = select(tables.Case.version).where(tables.Case.id == self.case_id)
            return connection.execute(case).scalar_one(), connection.execute(matter).scalar_one()

    def key(self) -> str:
        self.keyed += 1
        return f"table-{self.case_id}-{self.keyed}"

    def do(self, action: str, **inputs: str) -> CaseFile:
        return self.desk.act(self.case_id, 1, action, inputs, *self.versions(), self.key())

    def save(self, terms: TermsWritten = TERMS, wishes: bool = True) -> DraftShown:
        return self.desk.save_draft_agreement(self.case_id, 1, terms, wishes, *self.versions(), self.key())

    def fix(self, version: int = 1) -> CaseFile:
        return self.desk.fix_agreement(self.case_id, 1, version, *self.versions(), self.key())

    def draft(self) -> DraftShown:
        found = self.desk.mediation(self.case_id, 1).draft
        assert found is not None
        return found

    def state(self) -> str:
        return self.desk.mediation(self.case_id, 1).stage

    def sign(self, party: int, way: str = "pad", **inputs: str) -> CaseFile:
        given = {"party": str(party), "way": way, "text_sha256": self.draft().text_sha256, **inputs}
        return self.do("sign", **({"strokes": STROKES} if way == "pad" else {}), **given)

    def sign_all(self) -> CaseFile:
        self.sign(FILER_N)
        self.sign(OTHER_N)
        self.do("sign_mediator", text_sha256=self.draft().text_sha256, strokes=STROKES)
        return self.do("seal_agreement", text_sha256=self.draft().text_sha256)


def sit_down(station: Station, way: str = "administrative", **changes: object) -> Table:
    """A case with both sides' consent and its mediator appointed, at a desk that opens seals."""
    changes = {"sealed": {}} | changes
    one = application(station, **changes)
    filed = Counter(station).file(one, f"press-{one.id}")
    act(station, filed.case_id, "accept")
    act(station, filed.case_id, "inquire")
    today = station.today().isoformat()
    act(station, filed.case_id, "other_agrees", way="phone", said_on=today)
    table = Table(station, desk(station, Role.MEDIATOR), filed.case_id)
    entrusted = {"entrusted": "（2026）渝0192诉前调1号"} if way == "court" else {}
    table.do("appoint", way=way, mediator="mediator-1", disclosed="没有", **entrusted)
    return table


def at_table(world: World, way: str = "administrative", **changes: object) -> Table:
    """The same in a station of the tests."""
    world.station = replace(world.station, keys=load_keys(world.folder / "keys", desk=True))
    return sit_down(world.station, way, **changes)


def to_be_signed(world: World, way: str = "administrative", **changes: object) -> Table:
    """The same with its text fixed."""
    table = at_table(world, way, **changes)
    table.save()
    table.fix()
    return table


def in_effect(world: World, way: str = "administrative", **changes: object) -> Table:
    """The same with the agreement in effect."""
    table = to_be_signed(world, way, **changes)
    table.sign_all()
    return table
