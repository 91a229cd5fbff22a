"""A consumer's complaint (投诉): from receipt to the agreement or the end of the mediation.

令20 3: only a dispute about what was bought for daily life. 令20 14-22 until 2026-04-14, 令121
since then. The station acts in the name of the county's market supervision (令20 26).
"""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.events import PauseReason
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.common import (
    SAID_ON,
    TOLD_WAY,
    WAY,
    ground,
    owning,
    passed_on,
    tested,
)
from stationkiosk.domain.tracks.needs import REASON, Must, Need, NeedKind
from stationkiosk.domain.tracks.track import (
    OPENED_BY_FILING,
    STAYS,
    Action,
    Given,
    Side,
    State,
    Track,
)

_CLERK = frozenset({Role.CLERK})
_STAFF = frozenset({Role.CLERK, Role.MEDIATOR})
_BEFORE = frozenset({"received", "registered", "identity_asked"})
_TALKS = frozenset({"accepted", "scheduled"})
_AFTER = _TALKS | {"recusal", "testing"}
_OPEN = _BEFORE | _AFTER | {"terminated"}
_BOTH = (Side.FILER, Side.OTHER)

_TERMS = Need("terms", NeedKind.TEXT, Text("双方商定的内容", "What both agreed"))
_ROUTES = Need(
    "routes", NeedKind.TEXT, Text("告知的其他途径", "Other ways they are told of"), required=False
)

_TESTED = (
    Need("lab", NeedKind.TEXT, Text("双方选的机构", "The body both chose")),
    Need("payer", NeedKind.TEXT, Text("谁付费用", "Who pays")),
)

COMPLAINT = Track(
    id="complaint",
    label=Text("消费投诉", "Consumer complaint"),
    states=(
        State("received", Text("已收到，等登记", "Received; to be registered")),
        State("registered", Text("已登记，等决定是否受理", "Registered; acceptance to be decided")),
        State("identity_asked", Text("等投诉人补身份证明", "Waiting for proof of identity")),
        State("accepted", Text("已受理，等双方同意调解", "Accepted; both have to agree to mediate")),
        State(
            "scheduled",
            Text("已约好调解时间", "A day for the mediation is set"),
            asked=Text("已通知您来调解", "You were told when to come"),
        ),
        State("recusal", Text("有人申请回避，期限停着", "Recusal asked for; the clock stands still")),
        State("testing", Text("正在检测，期限停着", "Being tested; the clock stands still")),
        State("terminated", Text("调解终止，等告知双方", "Mediation ended; both to be told")),
        State("ended", Text("调解终止，已告知双方", "Mediation ended; both were told"), end=True),
        State("settled", Text("达成协议，有调解书", "Settled, with a mediation document"), end=True),
        State("performed", Text("达成协议，没有做调解书", "Settled without a document"), end=True),
        State("refused", Text("不予受理", "Not accepted"), end=True),
        State("withdrawn", Text("投诉人已撤回", "Withdrawn"), end=True),
        State(
            "distributed", Text("已转给有权处理的机关", "Passed on to the authority in charge"), end=True
        ),
    ),
    actions=(
        Action(
            id="file",
            label=Text("收到投诉", "Receive the complaint"),
            roles=frozenset({Role.APPLICANT, Role.CLERK}),
            from_states=frozenset({OPENED_BY_FILING}),
            to_state="received",
            article="complaint.register",
            starts=("complaint.accept",),
            papers=("receipt",),
        ),
        Action(
            id="register",
            label=Text("登记", "Register"),
            roles=_CLERK,
            from_states=frozenset({"received"}),
            to_state="registered",
            article="complaint.register",
            papers=("complaint_registration",),
        ),
        Action(
            id="accept",
            label=Text("受理", "Accept"),
            roles=_CLERK,
            from_states=frozenset({"registered"}),
            to_state="accepted",
            article="complaint.accept",
            needs=(TOLD_WAY,),
            starts=("complaint.mediate",),
            stops=("complaint.accept",),
            papers=("complaint_acceptance",),
            tells=(Side.FILER,),
        ),
        Action(
            id="ask_identity",
            label=Text("要求补身份证明", "Ask for proof of identity"),
            roles=_CLERK,
            from_states=frozenset({"registered"}),
            to_state="identity_asked",
            article="complaint.identity",
            needs=(
                Need("until", NeedKind.DAY, Text("最迟哪天提供", "To be shown by"), must=Must.AHEAD),
                Need("what", NeedKind.TEXT, Text("要什么材料", "What is needed")),
                TOLD_WAY,
            ),
            sets=(("complaint.identity", "until"),),
            pauses=PauseReason.IDENTITY,
            papers=("identity_request",),
            tells=(Side.FILER,),
        ),
        Action(
            id="identity_shown",
            label=Text("身份证明已核对", "Identity was shown"),
            roles=_CLERK,
            from_states=frozenset({"identity_asked"}),
            to_state="registered",
            article="complaint.identity",
            stops=("complaint.identity",),
            resumes=PauseReason.IDENTITY,
        ),
        Action(
            id="refuse",
            label=Text("不予受理", "Do not accept"),
            roles=_CLERK,
            from_states=frozenset({"registered", "identity_asked"}),
            to_state="refused",
            article="complaint.refusal",
            needs=(
                ground("complaint.refusal"),
                REASON,
                _ROUTES,
                TOLD_WAY,
            ),
            stops=("complaint.accept", "complaint.identity"),
            papers=("complaint_refusal",),
            tells=(Side.FILER,),
        ),
        passed_on(_CLERK, _BEFORE, ("complaint.accept", "complaint.identity")),
        Action(
            id="withdraw",
            label=Text("撤回（受理前）", "Withdraw (before acceptance)"),
            roles=frozenset({Role.APPLICANT, Role.CLERK}),
            from_states=_BEFORE,
            to_state="withdrawn",
            article="complaint.register",
            needs=(REASON,),
            stops=("complaint.accept", "complaint.identity"),
        ),
        Action(
            id="filer_agrees",
            label=Text("记下：投诉人同意调解", "Note: the complainant agrees to mediate"),
            roles=_STAFF,
            from_states=frozenset({"accepted"}),
            to_state=STAYS,
            article="complaint.mediate",
            needs=(WAY, SAID_ON),
            gives=Given("mediate", Side.FILER),
        ),
        Action(
            id="other_agrees",
            label=Text("记下：对方同意调解", "Note: the other side agrees to mediate"),
            roles=_STAFF,
            from_states=frozenset({"accepted"}),
            to_state=STAYS,
            article="complaint.mediate",
            needs=(WAY, SAID_ON),
            gives=Given("mediate", Side.OTHER),
        ),
        Action(
            id="schedule",
            label=Text("通知双方调解时间", "Tell both when to mediate"),
            roles=_STAFF,
            from_states=_TALKS,
            to_state="scheduled",
            article="complaint.mediate",
            needs=(
                Need("moment", NeedKind.MOMENT, Text("调解时间", "When")),
                Need("place", NeedKind.TEXT, Text("调解地点", "Where")),
                Need("mediator", NeedKind.STAFF, Text("调解员", "The mediator")),
                Need("bring", NeedKind.TEXT, Text("要带什么", "What to bring"), required=False),
                TOLD_WAY,
            ),
            papers=("complaint_mediation_notice",),
            consents=("mediate",),
            other_consents=("mediate",),
            tells=_BOTH,
        ),
        Action(
            id="ask_recusal",
            label=Text("有人申请回避", "Recusal is asked for"),
            roles=_STAFF,
            from_states=_TALKS,
            to_state="recusal",
            article="complaint.recusal",
            needs=(REASON,),
            pauses=PauseReason.RECUSAL,
        ),
        Action(
            id="decide_recusal",
            label=Text("决定是否回避", "Decide on the recusal"),
            roles=frozenset({Role.CLERK, Role.SUPERVISOR}),
            from_states=frozenset({"recusal"}),
            to_state="accepted",
            article="complaint.recusal",
            needs=(Need("decision", NeedKind.CHOICE, Text("决定", "Decision"), options="recusal"), REASON),
            resumes=PauseReason.RECUSAL,
        ),
        *tested(_STAFF, _TALKS, "accepted", "complaint.testing", _TESTED),
        Action(
            id="conclude",
            label=Text("达成协议，做调解书", "Agreement, with a document"),
            roles=_STAFF,
            from_states=_TALKS,
            to_state="settled",
            article="complaint.agreement",
            needs=(_TERMS,),
            stops=("complaint.mediate",),
            papers=("complaint_mediation",),
            consents=("mediate",),
            other_consents=("mediate",),
        ),
        Action(
            id="conclude_bare",
            label=Text("达成协议，不做调解书", "Agreement, without a document"),
            roles=_STAFF,
            from_states=_TALKS,
            to_state="performed",
            article="complaint.agreement",
            needs=(
                Need(
                    "why", NeedKind.CHOICE, Text("为什么不做", "Why without"), options="complaint.no_paper"
                ),
                _TERMS,
            ),
            stops=("complaint.mediate",),
            consents=("mediate",),
            other_consents=("mediate",),
        ),
        Action(
            id="terminate",
            label=Text("终止调解（撤回也在这里）", "End the mediation (or withdrawn)"),
            roles=_STAFF,
            from_states=_AFTER,
            to_state="terminated",
            article="complaint.termination",
            needs=(
                ground("complaint.termination"),
                REASON,
                _ROUTES,
            ),
            starts=("complaint.tell_end",),
            stops=("complaint.mediate",),
            papers=("complaint_termination",),
        ),
        Action(
            id="tell_both",
            label=Text("已告知双方", "Both were told"),
            roles=_STAFF,
            from_states=frozenset({"terminated"}),
            to_state="ended",
            article="complaint.termination",
            needs=(TOLD_WAY,),
            stops=("complaint.tell_end",),
            tells=_BOTH,
        ),
        Action(
            id="split_report",
            label=Text("把举报内容分开处理", "Handle the report in it apart"),
            roles=_CLERK,
            from_states=_OPEN,
            to_state=STAYS,
            article="complaint.split",
            needs=(REASON,),
            opens=("report",),
        ),
        *owning(_STAFF, _OPEN),
    ),
)
