"""Made-up mediations, one for each stage; the two sides and the case are those of ``case_samples``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from stationkiosk.casework.desk.views import PaperShown
from stationkiosk.casework.mediating.shown import (
    Attendant,
    Booked,
    DraftShown,
    DutyShown,
    DutyState,
    MediationShown,
    Reader,
    Screening,
    ScreenShown,
    SessionShown,
    SignerShown,
    TalkShown,
    TermShown,
    TermsWritten,
    Way,
)
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.agreement import Capacity
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.clauses import Account, Clause, Values, draft
from stationkiosk.domain.confirmability import Finding, Severity
from stationkiosk.domain.instalments import Instalment
from stationkiosk.domain.text import Text
from stationkiosk.reference.clauses import load_agreements
from tests.ui.conftest import RESOURCES
from tests.ui.desk.case_samples import CASE

TODAY = date(2026, 11, 22)
FILER, OTHER = "甲食品样本公司", "乙商行样本店"
AGENT = "张三样本"
ROOMS = ("第一调解室", "第二调解室", "线上")
DEVICE = "LJ07A"
SHA256 = "5e1fa9c0" * 8


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    """Return a moment of the samples' day in the station's time."""
    return datetime(2026, 11, 22, hour, minute, tzinfo=STATION_TIME) + timedelta(days=days)


@cache
def library() -> dict[str, Clause]:
    """Return the clauses that hold on the samples' day."""
    book = load_agreements(RESOURCES / "clauses", None).clauses
    return {clause.id: clause for clause in book.all_on(TODAY)}


WAY = Way(
    "administrative",
    Text("行政调解", "Administrative mediation"),
    Text("双方都自愿才能调解。", "Only where both sides are willing."),
    Text("双方签字、盖章后生效。", "Takes effect once both sides have signed."),
    Text("双方当事人、调解员、本站盖章", "Both sides, the mediator, the station's seal"),
)
ATTENDANTS = (
    Attendant(1, 1, FILER, FILER, Text("申请人", "Applicant"), Capacity.SELF, True, True),
    Attendant(2, 1, AGENT, FILER, Text("代理人", "Agent"), Capacity.AGENT, True, True),
    Attendant(3, 3, OTHER, OTHER, Text("被申请人", "Respondent"), Capacity.SELF, True, False),
)
SESSIONS = (
    SessionShown(
        1,
        private=False,
        with_n=None,
        room=ROOMS[0],
        starts_at=at(10),
        minutes=60,
        opened_at=at(10, 4),
        closed_at=at(10, 52),
        outcome=Text("有进展，接着谈", "Some headway, to go on"),
        present=(AGENT, OTHER),
    ),
    SessionShown(2, True, 3, ROOMS[1], at(11), 20, at(11, 2), at(11, 20), None, (OTHER,)),
    SessionShown(3, False, None, ROOMS[0], at(14), 60, at(14, 1), None, None, (AGENT, OTHER)),
    SessionShown(4, False, None, ROOMS[0], at(9, 30, days=1), 60, None, None, None, ()),
)


def said(n: int, text: str, reader: Reader, minute: int, session: int | None = 3) -> TalkShown:
    """Return a note of the mediator's."""
    return TalkShown(n, session, 0, None, text, None, reader, "", "li.min", at(14, minute))


def offered(
    n: int, offer: int, side: int, yuan: str, text: str, reader: Reader, answer: str, minute: int
) -> TalkShown:
    """Return an offer of a side."""
    sum_ = Decimal(yuan) if yuan else None
    return TalkShown(n, 3, offer, side, text, sum_, reader, answer, "li.min", at(14, minute))


TALKS = (
    offered(1, 1, 1, "30000", "赔三万元，马上拆招牌。", Reader.BOTH, "countered", 6),
    offered(2, 2, 3, "8000", "赔八千元，月底前拆。", Reader.BOTH, "refused", 11),
    said(3, "申请人私下说，两万元可以接受，不要告诉对方。", Reader.FILER, 18),
    said(4, "对方说货是从批发市场进的，愿意交出进货单。", Reader.OTHER, 22),
    said(5, "双方都怕打官司拖得久。下次先谈拆招牌的日子。", Reader.MEDIATOR, 25),
    offered(6, 3, 3, "18000", "赔一万八千元，分两期。", Reader.BOTH, "", 31),
)
UNDISPUTED = ("对方从 2026 年 9 月起在店里卖过争议商品。", "对方店里还剩 37 件。")
DUTIES = (
    DutyShown(
        1,
        1,
        OTHER,
        Text("停止销售", "Stop selling"),
        TODAY,
        None,
        DutyState.DONE,
        TODAY,
        "现场照片样本.jpg",
        "当场下架",
    ),
    DutyShown(
        2,
        2,
        OTHER,
        Text("第 1 期付款", "Pay the first part"),
        TODAY - timedelta(days=2),
        Decimal(8000),
        DutyState.OPEN,
        None,
        "",
        "",
    ),
    DutyShown(
        3,
        2,
        OTHER,
        Text("第 2 期付款", "Pay the second part"),
        date(2026, 12, 22),
        Decimal(10000),
        DutyState.OPEN,
        None,
        "",
        "",
    ),
    DutyShown(
        4,
        3,
        OTHER,
        Text("拆下招牌", "Take the sign down"),
        date(2026, 11, 10),
        None,
        DutyState.BROKEN,
        None,
        "",
        "两次去看，招牌还在",
    ),
)

STOP: Values = {"party": OTHER, "acts": ("出售带“甲”字标识的糕点",), "scope": "店内和网店", "day": TODAY}
PAY: Values = {
    "payer": OTHER,
    "payee": FILER,
    "amount": Decimal(18000),
    "account": Account(FILER, "样本银行礼嘉支行", "6222000000000000000"),
    "parts": (
        Instalment(1, Decimal(8000), date(2026, 11, 30), date(2026, 11, 30)),
        Instalment(2, Decimal(10000), date(2026, 12, 22), date(2026, 12, 22)),
    ),
}
GRACE: Values = {"payer": OTHER, "payee": FILER}
WRITTEN: TermsWritten = (
    ("stop", STOP),
    ("pay_instalments", PAY),
    ("acceleration", GRACE),
)


def terms_of(
    written: Iterable[tuple[str, Values]], before: tuple[TermShown, ...] = ()
) -> tuple[TermShown, ...]:
    """Return terms as they read, each with what became of it since ``before``."""
    old = {term.clause.id: term for term in before}
    made = []
    for clause_id, values in written:
        clause = library()[clause_id]
        reads = draft(clause, values)
        was = old.get(clause_id)
        change = "new" if was is None else "same" if was.reads == reads else "changed"
        made.append(TermShown(clause, values, reads, change, was.reads if was else None))
    return tuple(made)


def found_in(terms: tuple[TermShown, ...]) -> tuple[Finding, ...]:
    """Return a made-up finding for each term with an empty blank."""
    return tuple(
        Finding(
            rule="how_much_missing",
            severity=Severity.BLOCK,
            term=n,
            clause=term.clause.label,
            what=Text("没写多少。", "It does not say how much."),
            mend=Text("写上金额、数量或范围。", "Give the sum, the number or the extent."),
            article=Text("《民诉法解释》第三百五十八条", "CPL Interpretation, article 358"),
            quote="",
        )
        for n, term in enumerate(terms, 1)
        if set(term.values) != {slot.id for slot in term.clause.slots}
    )


SIGNERS = (
    SignerShown(2, AGENT, FILER, Text("申请人的代理人", "Agent of the applicant"), None),
    SignerShown(3, OTHER, OTHER, Text("被申请人", "Respondent"), None),
    SignerShown(0, "李样本", "", Text("调解员", "Mediator"), None),
)
NO_DRAFT = DraftShown(0, "open", (), (), (), False, "", (), ())
FIRST_TERMS = terms_of(WRITTEN[:1])
DRAFT = DraftShown(
    version=2,
    state="open",
    terms=terms_of(WRITTEN, FIRST_TERMS),
    gone=(Text("当面道歉。", "An apology in person."),),
    findings=found_in(terms_of(WRITTEN)),
    wishes_confirmation=True,
    text_sha256="",
    signers=SIGNERS,
    versions=(at(14, 10), at(14, 35)),
    numbers=(1, 2),
)
WHOLE: TermsWritten = (*WRITTEN[:2], ("acceleration", {**GRACE, "days": 5}))
FIXED = replace(
    DRAFT,
    version=3,
    state="fixed",
    terms=terms_of(WHOLE, DRAFT.terms),
    gone=(),
    findings=(),
    text_sha256=SHA256,
    signers=(replace(SIGNERS[0], signed_at=at(14, 50), way="pad"), *SIGNERS[1:]),
    versions=(*DRAFT.versions, at(14, 40)),
)
EFFECTIVE = replace(
    FIXED,
    state="effective",
    signers=tuple(replace(signer, signed_at=at(14, 55), way="pad") for signer in SIGNERS),
)

READY: dict[str, Values] = {
    "pay_by_day": {"payer": OTHER, "payee": FILER, "amount": Decimal(18000)},
    "pay_instalments": {"payer": OTHER, "payee": FILER, "amount": Decimal(18000)},
    "stop": {"party": OTHER},
}

PAPERS = tuple(
    PaperShown(PaperRef(CASE, n), kind, title, f"样〔2026〕{n}号", at(14, n), "zh")
    for n, kind, title in (
        (11, "rights_duties", Text("权利义务告知书", "Rights and duties")),
        (12, "mediation_record", Text("调解笔录", "Mediation record")),
        (13, "undisputed_facts", Text("无争议事实记载", "Undisputed facts")),
    )
)
"""What a mediation issued so far; the record of a session is for no screen."""

BARE = MediationShown(
    case_id=CASE,
    matter_n=1,
    stage="applied",
    mine=False,
    way=None,
    body=Text("两江新区样品站（虚构）", "Sample station (made up)"),
    mediator="",
    mediator_name="",
    disclosed="",
    attendants=ATTENDANTS,
    sessions=(),
    undisputed=(),
    talks=None,
    draft=None,
    duties=(),
    rooms=ROOMS,
)
"""Before anybody was appointed."""

NEW = replace(
    BARE,
    stage="mediating",
    mine=True,
    way=WAY,
    mediator="li.min",
    mediator_name="李样本",
    disclosed="没有利害关系",
    talks=(),
    draft=NO_DRAFT,
    clauses=tuple(library().values()),
    ready=READY,
)
"""A mediator was appointed; nothing was done yet."""

LIVE = replace(
    NEW,
    sessions=SESSIONS,
    undisputed=UNDISPUTED,
    talks=TALKS,
    draft=DRAFT,
    papers=tuple(paper.ref for paper in PAPERS),
)
"""In the third session, both sides in the room."""

FOREIGN = replace(LIVE, mine=False, talks=None, draft=None, clauses=(), ready=None)
"""The same to somebody who is not its mediator."""

SIGNING = replace(
    LIVE, stage="signing", sessions=(*SESSIONS[:2], replace(SESSIONS[2], closed_at=at(14, 45))), draft=FIXED
)
AGREED = replace(SIGNING, stage="agreed", draft=EFFECTIVE, duties=DUTIES)
PERFORMED = replace(
    AGREED,
    stage="performed",
    duties=tuple(replace(d, state=DutyState.DONE, done_on=TODAY) for d in DUTIES),
)
RECUSAL = replace(LIVE, stage="recusal")
SUSPENDED = replace(LIVE, stage="suspended")
ENDED = replace(LIVE, stage="ended")

BOOKED = (
    Booked(ROOMS[0], "li.min", at(10), 60, "LJ07-20261122-00042", CASE),
    Booked(ROOMS[1], "wang", at(9, 30), 90, "", None),
    Booked(ROOMS[0], "li.min", at(14), 60, "LJ07-20261122-00042", CASE),
    Booked(ROOMS[0], "wang", at(14, 30), 60, "LJ07-20261122-00018", None),
    Booked(ROOMS[2], "li.min", at(16), 30, "LJ07-20261122-00019", None),
    Booked(ROOMS[1], "li.min", at(16, 15), 45, "LJ07-20261122-00020", None),
)
"""A day with a room given twice, and a mediator in two rooms at once."""

SCREEN = ScreenShown(DEVICE, Screening.FREE)
