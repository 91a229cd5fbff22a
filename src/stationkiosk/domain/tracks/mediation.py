"""Mediation by the station (行政调解): from the application to the other side's word on it.

No national law of procedure governs it; TML 60(3) gives the power, the rest are the
station's settings. The other side is asked only after acceptance and only where the filer
agreed to be named (PIPL 23); mediation needs the free will of both (令20 16-19). What follows
that consent stands in ``talking`` and ``settling``.
"""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.common import LANGUAGE, SAID_ON, TOLD_WAY, WAY, ground, owning
from stationkiosk.domain.tracks.needs import REASON, Must, Need, NeedKind
from stationkiosk.domain.tracks.settling import SETTLING
from stationkiosk.domain.tracks.talking import TALKING
from stationkiosk.domain.tracks.track import (
    OPENED_BY_FILING,
    STAYS,
    Action,
    Given,
    Side,
    State,
    Track,
)

OTHER_ASKED = "other_asked"
"""Circumstance: the other side knows of the mediation, since it was asked."""

_STAFF = frozenset({Role.CLERK, Role.MEDIATOR})
_ASKED = frozenset({Role.RESPONDENT})
_OPEN = frozenset({"inquired", "undecided"})
_WITH_MEDIATOR = frozenset({"mediating", "recusal", "suspended", "signing"})
_LIVE = frozenset({"applied", "accepted", "consented", "declined"}) | _OPEN | _WITH_MEDIATOR
_TOLD_WAY = replace(TOLD_WAY, required=False)

MEDIATION = Track(
    id="mediation",
    label=Text("调解", "Mediation"),
    states=(
        State("applied", Text("已登记，等答复是否受理", "Registered; acceptance to be decided")),
        State("accepted", Text("已受理", "Accepted")),
        State(
            "inquired",
            Text("已问对方愿不愿意调解，等答复", "The other side was asked; waiting for the answer"),
            asked=Text("问您愿不愿意调解，等您答复", "You were asked whether to mediate"),
        ),
        State(
            "undecided",
            Text("对方要时间考虑，还没决定", "The other side wants time and has not decided"),
            asked=Text("您还没答复愿不愿意调解", "You have not yet said whether to mediate"),
        ),
        State("consented", Text("双方都同意调解", "Both sides agree to mediate")),
        State(
            "declined",
            Text("对方不同意调解", "The other side does not agree to mediate"),
            asked=Text("您不同意调解", "You do not agree to mediate"),
        ),
        State("mediating", Text("正在调解", "Being mediated"), holder=Role.MEDIATOR),
        State(
            "recusal",
            Text("有人申请调解员回避，等决定", "Another mediator was asked for"),
            holder=Role.CLERK,
        ),
        State(
            "suspended",
            Text("调解中止，期限停着", "Suspended; the clock stands still"),
            holder=Role.MEDIATOR,
        ),
        State(
            "signing",
            Text("协议已定稿，等签名", "The text is fixed; signatures are awaited"),
            holder=Role.MEDIATOR,
        ),
        State(
            "agreed",
            Text("协议已生效，等履行", "The agreement is in effect; to be carried out"),
            holder=Role.CLERK,
        ),
        State("performed", Text("协议履行情况已核对，结案", "Agreement followed up; closed"), end=True),
        State("refused", Text("不予受理", "Not accepted"), end=True),
        State("withdrawn", Text("申请人已撤回", "Withdrawn by the applicant"), end=True),
        State("ended", Text("调解结束，没有达成协议", "Mediation ended without an agreement"), end=True),
    ),
    actions=(
        Action(
            id="file",
            label=Text("登记申请", "Register the application"),
            roles=frozenset({Role.APPLICANT}),
            from_states=frozenset({OPENED_BY_FILING}),
            to_state="applied",
            article="mediation.power",
            starts=("mediation.decide",),
            papers=("receipt",),
        ),
        Action(
            id="accept",
            label=Text("受理", "Accept"),
            roles=_STAFF,
            from_states=frozenset({"applied"}),
            to_state="accepted",
            article="mediation.power",
            needs=(_TOLD_WAY,),
            starts=("mediation.mediate",),
            stops=("mediation.decide",),
            papers=("acceptance_notice",),
            tells=(Side.FILER,),
        ),
        Action(
            id="inquire",
            label=Text("征询对方意见", "Ask the other side"),
            roles=_STAFF,
            from_states=frozenset({"accepted"}),
            to_state="inquired",
            article="mediation.free_will",
            needs=(LANGUAGE,),
            starts=("mediation.answer",),
            papers=("inquiry_notice",),
            consents=("tell_other_side",),
        ),
        Action(
            id="agree",
            label=Text("答复：同意调解", "Answer: agree to mediate"),
            roles=_ASKED,
            from_states=_OPEN,
            to_state="consented",
            article="mediation.free_will",
            stops=("mediation.answer",),
        ),
        Action(
            id="decline",
            label=Text("答复：不同意调解", "Answer: do not agree"),
            roles=_ASKED,
            from_states=_OPEN,
            to_state="declined",
            article="mediation.free_will",
            stops=("mediation.answer", "mediation.mediate"),
        ),
        Action(
            id="think",
            label=Text("答复：需要时间或先了解", "Answer: time or more to know first"),
            roles=_ASKED,
            from_states=_OPEN,
            to_state="undecided",
            article="mediation.free_will",
        ),
        Action(
            id="refuse",
            label=Text("不予受理", "Do not accept"),
            roles=_STAFF,
            from_states=frozenset({"applied"}),
            to_state="refused",
            article="mediation.power",
            needs=(
                ground("mediation.refusal"),
                REASON,
                _TOLD_WAY,
            ),
            stops=("mediation.decide",),
            papers=("refusal_notice",),
            tells=(Side.FILER,),
        ),
        Action(
            id="other_agrees",
            label=Text("记下：对方同意调解", "Note: the other side agrees to mediate"),
            roles=_STAFF,
            from_states=_OPEN,
            to_state="consented",
            article="mediation.free_will",
            needs=(WAY, SAID_ON),
            stops=("mediation.answer",),
            gives=Given("mediate", Side.OTHER),
        ),
        Action(
            id="other_declines",
            label=Text("记下：对方不同意调解", "Note: the other side does not agree"),
            roles=_STAFF,
            from_states=_OPEN,
            to_state="declined",
            article="mediation.free_will",
            needs=(WAY, SAID_ON),
            stops=("mediation.answer", "mediation.mediate"),
            gives=Given("mediate", Side.OTHER, given=False),
        ),
        Action(
            id="grant_time",
            label=Text("同意对方再考虑几天", "Grant the other side time"),
            roles=_STAFF,
            from_states=frozenset({"undecided"}),
            to_state=STAYS,
            article="station.rules",
            needs=(Need("until", NeedKind.DAY, Text("到哪一天", "Until"), must=Must.AHEAD),),
            stops=("mediation.answer",),
            sets=(("mediation.answer", "until"),),
            only="time_asked",
        ),
        Action(
            id="refuse_time",
            label=Text("不同意延后答复", "Refuse the time asked for"),
            roles=_STAFF,
            from_states=frozenset({"undecided"}),
            to_state=STAYS,
            article="station.rules",
            needs=(REASON,),
            drops=("mediation.answer",),
            only="time_asked",
        ),
        Action(
            id="silence",
            label=Text("到期没有答复，按不同意办", "No answer in time: taken as no"),
            roles=_STAFF,
            from_states=_OPEN,
            to_state="declined",
            article="mediation.free_will",
            stops=("mediation.answer", "mediation.mediate"),
            only="answer_overdue",
        ),
        Action(
            id="end",
            label=Text("结束调解，告知其他途径", "End it and tell of other ways"),
            roles=_STAFF,
            from_states=frozenset({"accepted", "consented", "declined"}) | _WITH_MEDIATOR,
            to_state="ended",
            article="mediation.other_ways",
            needs=(
                ground("mediation.end"),
                REASON,
                TOLD_WAY,
            ),
            stops=("mediation.mediate", "mediation.before_suit"),
            papers=("termination_notice", "mediation_summary"),
            tells=(Side.FILER,),
            tells_if=((OTHER_ASKED, Side.OTHER),),
        ),
        Action(
            id="withdraw",
            label=Text("撤回申请", "Withdraw"),
            roles=frozenset({Role.APPLICANT, Role.CLERK}),
            from_states=_LIVE,
            to_state="withdrawn",
            article="mediation.free_will",
            needs=(REASON,),
            stops=("mediation.decide", "mediation.mediate", "mediation.before_suit", "mediation.answer"),
        ),
        Action(
            id="add_proof",
            label=Text("补交证据", "Add proof"),
            roles=_ASKED,
            from_states=frozenset({"consented", "declined", "agreed"}) | _OPEN | _WITH_MEDIATOR,
            to_state=STAYS,
            article="preservation.kept",
        ),
        *TALKING,
        *SETTLING,
        *owning(_STAFF, _LIVE | {"agreed"}),
    ),
)
