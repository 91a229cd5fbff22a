"""Made-up cases, rich enough to show every part of the case page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from stationkiosk.casework.desk.views import (
    CaseFile,
    Choice,
    Clock,
    ContactShown,
    EntryShown,
    ExhibitShown,
    InputAsked,
    Line,
    MatterShown,
    NextAction,
    PaperShown,
    PartyShown,
    Undoable,
    Urgency,
    Withheld,
)
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.text import Text

CASE = UUID("01935b1e-7e00-7000-8000-000000000042")
FILED = datetime(2026, 11, 22, 5, 45, tzinfo=UTC)
NOW = FILED + timedelta(minutes=47)

ACCEPT = NextAction(
    1,
    "accept",
    Text("受理调解申请", "Accept for mediation"),
    None,
    (),
    Text("《调解办法》第十二条", "Mediation Measures, article 12"),
    papers=(Text("受理通知书", "Notice of acceptance"),),
    starts=(Text("终止调解，45 个工作日", "End of mediation, 45 working days"),),
    key="A",
    primary=True,
)
REFUSE = NextAction(
    1,
    "refuse",
    Text("不予受理", "Refuse"),
    None,
    (
        InputAsked(
            "ground",
            "choice",
            Text("不予受理的情形", "Ground for refusing"),
            True,
            choices=(
                Choice(
                    "1", Text("已经起诉", "Already before a court"), Text("第八条第一项", "Article 8 (1)")
                ),
                Choice(
                    "2",
                    Text("没有明确的对方", "No respondent"),
                    Text("第八条第二项", "Article 8 (2)"),
                ),
                Choice(
                    "3",
                    Text("仲裁已经受理", "Before an arbitrator"),
                    Text("第八条第三项", "Article 8 (3)"),
                    closed=Text("没有仲裁协议", "There is no arbitration agreement"),
                ),
            ),
        ),
        InputAsked("told_on", "day", Text("告知的日期", "Told on"), True),
        InputAsked(
            "reason", "text", Text("理由", "Reason"), True, Text("写给申请人看", "The claimant reads it")
        ),
    ),
    Text("《调解办法》第八条", "Mediation Measures, article 8"),
    papers=(Text("不予受理通知书", "Notice of refusal"),),
    key="R",
)
ASSIGN = NextAction(
    1,
    "assign",
    Text("交给同事", "Hand to a colleague"),
    None,
    (InputAsked("staff", "staff", Text("交给谁", "To whom"), True),),
    None,
    key="G",
)
INVITE = NextAction(1, "invite", Text("通知对方", "Tell the other side"), None, (), None)
CONFIRM = NextAction(
    1,
    "confirm",
    Text("一起申请司法确认", "Ask the court to confirm"),
    Text("双方签字后才能做。", "Both sides have to sign first."),
    (),
    Text("《民事诉讼法》第二百零五条", "Civil Procedure Law, article 205"),
)


def party(n: int, role: Text, name: str, phone: str, answers_for: int | None = None) -> PartyShown:
    return PartyShown(
        n,
        role,
        name,
        (
            Line(Text("名称", "Name"), Text(name, name), f"party.{n}.name"),
            Line(Text("证件号码", "ID number"), Text("110***********002X", "110***********002X")),
            Line(Text("电话", "Phone"), Text(phone, phone), f"party.{n}.phone"),
            Line(
                Text("送达地址", "Address for service"),
                Text("样本区虚构路 1 号", "1 Made-up Road, Sample District"),
                f"party.{n}.address",
                corrected=n == 1,
            ),
        ),
        answers_for,
    )


def exhibit(n: int, name: str, media: str, size: int, pages: int = 0) -> ExhibitShown:
    return ExhibitShown(
        n,
        name,
        media,
        size,
        pages,
        f"{n:x}9f3a61c0" * 7 + "7be20000",
        Text("申请人", "The claimant"),
        "shop" if n == 1 else "",
        Text("U 盘", "USB stick"),
        FILED + timedelta(minutes=n),
    )


def entry(seq: int, minutes: int, what: Text, actor: str = "clerk1", reason: str = "") -> EntryShown:
    return EntryShown(
        seq,
        FILED + timedelta(minutes=minutes),
        Text("受理员", "Clerk"),
        actor,
        what,
        reason,
        f"9f3a 61c{seq % 10} … 7be2",
    )


MEDIATION = MatterShown(
    1,
    "TJ07-2026-00042",
    3,
    Text("调解", "Mediation"),
    Text("待受理", "To be accepted"),
    Text("受理员", "The clerks"),
    "",
    FILED,
    False,
    (ACCEPT, CONFIRM, REFUSE, ASSIGN),
    track_id="mediation",
    stage="applied",
)
REPORT = MatterShown(
    2,
    "JB07-2026-00017",
    1,
    Text("举报查处", "Report for a penalty"),
    Text("已收到，等执法人员核查", "Received; to be checked"),
    Text("执法人员", "The officers"),
    "wu",
    FILED,
    False,
    (),
    track_id="report",
    stage="registered",
)

LIVE = CaseFile(
    case_id=CASE,
    number="LJ07-20261122-00042",
    version=7,
    form="trademark",
    kind=Text("商标侵权", "Trade mark infringement"),
    language="zh",
    claimant="甲食品样本公司",
    respondent="乙商行样本店",
    filed_at=FILED,
    target=150,
    parties=(
        party(1, Text("申请人", "Claimant"), "甲食品样本公司", "130 0000 0042"),
        party(2, Text("代理人", "Agent"), "张三样本", "130 0000 0043", answers_for=1),
        party(3, Text("被申请人", "Respondent"), "乙商行样本店", "130 0000 0044"),
    ),
    right=(
        Line(Text("商标注册号", "Registration number"), Text("12345678", "12345678"), "right.number"),
        Line(Text("类别", "Classes"), Text("第 30 类", "Class 30")),
    ),
    facts=(
        Line(
            Text("做了什么", "What they did"),
            Text(
                "在店里卖用了“甲”字标识的糕点，包装和招牌的颜色、字体都跟申请人的一样，顾客分不清是谁家的。",
                "Cakes with the claimant's sign. Wrapping and sign are the same.",
            ),
            "facts.acts",
        ),
        Line(Text("从什么时候起", "Since"), Text("2026 年 9 月", "September 2026"), "facts.since"),
    ),
    claims=(
        Line(Text("停止侵权", "Stop"), Text("是", "Yes")),
        Line(Text("赔偿", "Damages"), Text("18,000.00 元", "18,000.00 yuan"), "claims.sum"),
    ),
    consents=(Line(Text("同意调解", "Agrees to mediation"), Text("是", "Yes")),),
    answers=(Line(Text("对方的说法", "What they say"), Text("有合法来源", "Lawful source")),),
    exhibits=(
        exhibit(1, "店面样本.jpg", "image/jpeg", 2_400_000),
        exhibit(2, "进货单样本.pdf", "application/pdf", 800_000, 3),
        exhibit(3, "现场样本.mp4", "video/mp4", 48_000_000),
        exhibit(4, "电话样本.mp3", "audio/mpeg", 3_100_000),
    ),
    matters=(MEDIATION, REPORT),
    clocks=(
        Clock(
            1,
            Text("受理决定", "Decision on acceptance"),
            date(2026, 12, 1),
            False,
            Urgency.SOON,
            None,
            (
                Text(
                    "从 2026年11月22日 起算，当天不算。",
                    "From 22 November 2026, that day left out.",
                ),
                Text("7 个工作日。", "7 working days."),
                Text("11月28日、29日是周末。", "28 and 29 November are a weekend."),
            ),
        ),
        Clock(
            1,
            Text("终止调解", "End of mediation"),
            date(2027, 1, 27),
            True,
            Urgency.LATER,
            None,
            (Text("45 个工作日。", "45 working days."),),
        ),
        Clock(
            1,
            Text("登记", "Registration"),
            date(2026, 11, 22),
            False,
            Urgency.NONE,
            FILED,
            (Text("当天登记。", "Registered the same day."),),
        ),
    ),
    papers=(
        PaperShown(
            PaperRef(CASE, 1), "receipt", Text("收件回执", "Receipt"), "LJ07-20261122-00042", FILED, "zh", 1
        ),
        PaperShown(
            PaperRef(CASE, 2),
            "evidence_list",
            Text("证据清单", "Evidence list"),
            "ZJ-00042",
            FILED,
            "zh",
            0,
        ),
    ),
    contacts=(
        ContactShown(
            1,
            "乙商行样本店",
            Text("电话", "Telephone"),
            Text("没有人接", "Nobody answered"),
            None,
            "clerk1",
            FILED + timedelta(minutes=20),
        ),
    ),
    journal=(
        entry(1, 0, Text("一键申请", "Filed"), "kiosk"),
        entry(2, 1, Text("出具收件回执", "Receipt issued"), "station"),
        entry(3, 20, Text("联系被申请人", "Respondent contacted"), "clerk1", "核对店名"),
    ),
    withheld=(
        Withheld(
            Text("只给调解员看的话", "Words for the mediator alone"),
            Text("调解内容只有调解员能看。", "Only the mediator may read them."),
        ),
    ),
    station=Text("礼嘉样本站", "Sample Station"),
    how=Text("一键申请", "At the kiosk"),
    verified=True,
    contact_ways=(
        Choice("phone", Text("电话", "Telephone")),
        Choice("visit", Text("上门", "Visit")),
        Choice("post", Text("邮寄", "Post")),
    ),
    contact_results=(
        Choice("reached", Text("找到了", "Reached")),
        Choice("no_answer", Text("没有人接", "Nobody answered")),
        Choice("refused", Text("拒绝", "Refused")),
    ),
    makes=(
        NextAction(0, "evidence_list", Text("证据清单", "Evidence list"), None, (), None),
        NextAction(0, "service_address", Text("送达地址确认书", "Service address"), None, (), None),
        NextAction(0, "power_of_attorney", Text("授权委托书", "Power of attorney"), None, (), None),
    ),
)

ENDED = replace(
    LIVE,
    matters=(
        replace(
            MEDIATION,
            state=Text("申请人撤回", "Withdrawn by the claimant"),
            ended=True,
            actions=(),
            since=FILED + timedelta(minutes=90),
        ),
    ),
    withheld=(),
)
OLD = replace(
    LIVE, filed_at=FILED - timedelta(days=3), undoable=Undoable(1, Text("受理", "Acceptance"), FILED)
)
BARE = replace(
    LIVE,
    answers=(),
    exhibits=(),
    papers=(),
    contacts=(),
    contact_ways=(),
    makes=(),
    clocks=(),
    withheld=(),
    matters=(replace(MEDIATION, actions=()),),
    verified=None,
)
