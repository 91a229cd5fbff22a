"""A made-up mediation as its papers are told of it: people, sessions, offers, promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import cast
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.issuing.brief import Brief, brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.issue import issue
from stationkiosk.casework.issuing.mediating import follow_up, notice, record, summary, telling, undisputed
from stationkiosk.casework.issuing.mediating.facts import (
    Course,
    Mediated,
    Meeting,
    Promise,
    Saying,
    Settled,
    Signed,
)
from stationkiosk.casework.mediating.sealed_papers import open_data
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from tests.casework.official import OFFICIAL_CLERK

BODY = Text("两江新区样品站（虚构）", "Liangjiang sample station (made up)")
MEDIATED = Mediated(
    way=Text("行政调解", "administrative mediation"),
    body=BODY,
    mediator="欧阳𠮷样品",
    disclosed="曾在样品老茶坊买过茶叶，与双方没有其他往来。",
)
MEETING = Meeting(
    room="二楼调解室",
    starts_at=datetime(2026, 12, 1, 1, 30, tzinfo=UTC),
    minutes=90,
    opened_at=datetime(2026, 12, 1, 1, 35, tzinfo=UTC),
    closed_at=datetime(2026, 12, 1, 3, 5, tzinfo=UTC),
    outcome=Text("双方同意再谈一次", "Both sides agree to meet once more"),
    present=("样品老茶坊（虚构）：𠮷样品（代理人，特别授权）", "样品街对面茶店（虚构）：样品丁（店主）"),
    checked=True,
)
TOLD = (Text("样品老茶坊（虚构）：权利义务", "样品老茶坊（虚构）: rights and duties"),)
OTHER = Text("被申请人", "Respondent")
FILER = Text("申请人", "Applicant")
SAID = (
    Saying(FILER, "对方的招牌和我们的商标几乎一样，客人走错店。"),
    Saying(OTHER, "招牌是前一家店留下的，不是故意的。"),
    Saying(FILER, "赔偿并马上换招牌。", 1, Decimal("18000.00"), "countered"),
    Saying(OTHER, "先换招牌，赔一半，分三期付。", 2, Decimal("9000.50"), ""),
)
FACTS = (
    "被申请人的店铺自 2026 年 10 月 1 日起使用“样品老茶”字样的招牌。",
    "申请人是第 3333018 号商标的注册人，商标在有效期内。",
)
STANDS = (("done", date(2026, 11, 9), "转账回单.pdf"), ("open", None, ""), ("broken", None, ""))
DAYS = (date(2026, 11, 10), date(2026, 12, 10), date(2027, 1, 10))
PROMISES = (
    *(
        Promise(
            "样品街对面茶店（虚构）",
            Text(f"付第 {n} 期赔偿款，汇入约定账户", f"Pay instalment {n} into the account agreed"),
            day,
            Decimal("4000.50"),
            *stands,
        )
        for n, (day, stands) in enumerate(zip(DAYS, STANDS, strict=True), 1)
    ),
    Promise(
        "样品街对面茶店（虚构）",
        Text("拆除“样品老茶”招牌", "Take down the sign 样品老茶"),
        date(2026, 11, 20),
    ),
)
SETTLED = Settled(
    number="渝两江市监知调协LJ07A〔2026〕第1号",
    effective_at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
    promises=PROMISES,
    wishes_confirmation=True,
    apply_by=Text("2026年12月23日", "23 December 2026"),
)
COURSE = Course(accepted_on=date(2026, 11, 20), sessions=2)
HAND = Signed(
    Text("2026年11月23日09:30", "09:30 on 23 November 2026"),
    (((100, 200), (300, 400), (520, 120)), ((500, 100), (900, 500))),
)


def promises(count: int) -> tuple[Promise, ...]:
    """Many promises, each with a long saying."""
    long = "在样品路 1 号店铺和网上店铺下架全部带有“样品老茶”字样的商品、包装和宣传页面，并提交照片"
    return tuple(
        Promise(
            "䶮样品" * 5, Text(f"{n}：{long}", f"{n}: take it all down, with photographs"), date(2027, 1, n)
        )
        for n in range(1, count + 1)
    )


def of_kind(known: Brief, kind: str, made: Signed | None = None) -> list[Content]:
    """What a kind of paper says of this mediation, a content for each copy."""
    both = (*known.filers, *known.others)
    hands = {both[0].n: made, 0: made} if made else None
    return {
        "mediation_notice": lambda: [notice.called(known, one, MEDIATED, MEETING) for one in both],
        "rights_duties": lambda: [telling.rights_duties(known, one, MEDIATED, made) for one in both],
        "mediation_record": lambda: [
            record.record(known, MEDIATED, MEETING, told=TOLD, said=SAID, facts=FACTS)
        ],
        "undisputed_facts": lambda: [undisputed.undisputed(known, FACTS, MEDIATED, hands)],
        "mediation_summary": lambda: [
            summary.agreed(known, one, MEDIATED, COURSE, SETTLED) for one in both
        ],
        "termination_notice": lambda: [telling.ended(known, one, BODY) for one in both],
        "follow_up_record": lambda: [
            follow_up.follow_up(known, MEDIATED, SETTLED, "被申请人说第三期下周付，已提醒。")
        ],
    }[kind]()


def issue_each(
    station: Station,
    case_id: UUID,
    kind: str,
    make: Callable[[Brief], list[Content]] | None = None,
    **inputs: str,
) -> list[Record]:
    """Issue a paper of this mediation and return what came of it."""
    known = len(papers_of(station, case_id))
    table = tables.Matter.__table__
    with station.store.write() as unit:
        row = unit.connection.execute(select(table).where(table.c.case_id == case_id, table.c.n == 1)).one()
        asked = brief(station.at_one_moment(), unit, row, OFFICIAL_CLERK, inputs)
        for content in make(asked) if make else of_kind(asked, kind):
            issue(asked, kind, content)
    return [opened(station, paper) for paper in papers_of(station, case_id)[known:]]


def opened(station: Station, paper: Record) -> Record:
    """Return a paper as its pages need it: a sealed one opens to the mediator's desk."""
    return cast(Record, SimpleNamespace(**{**paper._mapping, "data": open_data(station, paper)}))
