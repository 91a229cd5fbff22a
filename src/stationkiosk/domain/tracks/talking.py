"""Rows of a mediation from the naming of the mediator to the text that is signed.

ML 19, 23, 24 and 27 for the mediator, what is told and written down; OMR 13 and 22 for ties and
undisputed facts; the rest are the station's own rules.
"""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.domain.actors import Role
from stationkiosk.domain.events import PauseReason
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.common import SAID_ON, TOLD_WAY
from stationkiosk.domain.tracks.needs import REASON, Must, Need, NeedKind
from stationkiosk.domain.tracks.track import STAYS, Action, Owning

_STAFF = frozenset({Role.CLERK, Role.MEDIATOR})
_MEDIATOR = frozenset({Role.MEDIATOR})
_HEADS = frozenset({Role.CLERK, Role.SUPERVISOR})
_TALKS = frozenset({"mediating"})
_KNOWN = frozenset({"mediating", "recusal", "suspended", "signing"})
"""From the naming of the mediator to the signatures."""

SESSION_PLANNED = "session_planned"
"""Circumstance: a session was planned and has not begun."""

SESSION_UNFINISHED = "session_unfinished"
"""Circumstance: a session was planned or has begun, and is not over."""

SESSION_HELD = "session_held"
"""Circumstance: a session has begun, or is over."""

MEDIATOR_GONE = "mediator_gone"
"""Circumstance: the mediator is no member of the station any more, or no mediator."""

_NEW_MEDIATOR = Need("mediator", NeedKind.STAFF, Text("调解员", "The mediator"), post=Role.MEDIATOR)
_DISCLOSED = Need(
    "disclosed",
    NeedKind.TEXT,
    Text("与双方或者争议有没有利害关系", "Ties to a side or to the dispute"),
    hint=Text("没有就写“没有”。", "Where there are none, write “none”."),
)
_PARTY = Need("party", NeedKind.PARTY, Text("哪一方", "Which side"))
_SESSION = Need("session", NeedKind.NUMBER, Text("哪一次调解", "Which session"))
_ROOM = Need("room", NeedKind.TEXT, Text("调解室", "Room"))
_STARTS = Need("starts", NeedKind.MOMENT, Text("什么时候", "When"), must=Must.TODAY)
_PRESENT = Need("present", NeedKind.PARTIES, Text("到场的人", "Who came"))

TALKING = (
    Action(
        id="appoint",
        label=Text("确定调解员", "Name the mediator"),
        roles=_STAFF | {Role.SUPERVISOR},
        from_states=frozenset({"consented"}),
        to_state="mediating",
        article="mediation.mediator",
        needs=(
            Need("way", NeedKind.CHOICE, Text("哪种调解", "Which kind"), options="mediation.way"),
            _NEW_MEDIATOR,
            _DISCLOSED,
            Need(
                "entrusted",
                NeedKind.TEXT,
                Text("法院委派函的文号", "The court's number, where a court entrusted it"),
                required=False,
            ),
        ),
        owning=Owning.MEDIATOR,
        enters=True,
    ),
    Action(
        id="ask_recusal",
        label=Text("有人申请调解员回避", "A side asks for another mediator"),
        roles=_STAFF,
        from_states=_TALKS,
        to_state="recusal",
        article="mediation.recusal",
        needs=(_PARTY, REASON),
        pauses=PauseReason.RECUSAL,
    ),
    Action(
        id="grant_recusal",
        label=Text("同意回避，换调解员", "Agree, and name another mediator"),
        roles=_HEADS,
        from_states=frozenset({"recusal"}),
        to_state="mediating",
        article="mediation.recusal",
        needs=(_NEW_MEDIATOR, _DISCLOSED, REASON),
        resumes=PauseReason.RECUSAL,
        owning=Owning.MEDIATOR,
        enters=True,
    ),
    Action(
        id="refuse_recusal",
        label=Text("不同意回避", "Do not agree to it"),
        roles=_HEADS,
        from_states=frozenset({"recusal"}),
        to_state="mediating",
        article="mediation.recusal",
        needs=(REASON,),
        resumes=PauseReason.RECUSAL,
    ),
    Action(
        id="replace_mediator",
        label=Text("原调解员不在岗，另定调解员", "The mediator has left: name another"),
        roles=frozenset({Role.SUPERVISOR}),
        from_states=_TALKS | {"signing"},
        to_state="mediating",
        article="mediation.mediator",
        needs=(_NEW_MEDIATOR, _DISCLOSED, REASON),
        owning=Owning.MEDIATOR,
        enters=True,
        only=MEDIATOR_GONE,
    ),
    Action(
        id="inform",
        label=Text("告知权利义务", "Tell of rights and duties"),
        roles=_STAFF,
        from_states=_TALKS,
        to_state=STAYS,
        article="mediation.rights",
        needs=(replace(_PARTY, label=Text("告知谁", "Whom")), TOLD_WAY),
        papers=("rights_duties",),
        enters=True,
    ),
    Action(
        id="plan_session",
        label=Text("安排调解时间", "Plan a session"),
        roles=_STAFF,
        from_states=_TALKS,
        to_state=STAYS,
        article="mediation.mediator",
        needs=(
            Need(
                "private",
                NeedKind.PARTY,
                Text("单独和谁谈（空着就是双方）", "With whom alone (empty: both sides)"),
                required=False,
            ),
            _ROOM,
            _STARTS,
            Need("minutes", NeedKind.NUMBER, Text("多少分钟", "How many minutes")),
        ),
        papers=("mediation_notice",),
        enters=True,
    ),
    Action(
        id="move_session",
        label=Text("改调解时间或者调解室", "Move a session"),
        roles=_STAFF,
        from_states=_TALKS,
        to_state=STAYS,
        article="mediation.mediator",
        needs=(_SESSION, _ROOM, _STARTS, REASON),
        papers=("mediation_notice",),
        enters=True,
        only=SESSION_PLANNED,
    ),
    Action(
        id="open_session",
        label=Text("开始调解", "Open a session"),
        roles=_MEDIATOR,
        from_states=_TALKS,
        to_state=STAYS,
        article="mediation.record",
        needs=(
            _SESSION,
            _PRESENT,
            Need("checked", NeedKind.PARTIES, Text("核对过身份的人", "Whose identity was checked")),
        ),
        enters=True,
        only=SESSION_PLANNED,
    ),
    Action(
        id="close_session",
        label=Text("结束这次调解", "Close a session"),
        roles=_MEDIATOR,
        from_states=_TALKS,
        to_state=STAYS,
        article="mediation.record",
        needs=(
            _SESSION,
            Need("outcome", NeedKind.CHOICE, Text("结果", "How it ended"), options="mediation.outcome"),
        ),
        enters=True,
        only=SESSION_UNFINISHED,
    ),
    Action(
        id="talk",
        label=Text("记下谈话、方案或者答复", "Note what was said, offered or answered"),
        roles=_MEDIATOR,
        from_states=_TALKS | {"suspended"},
        to_state=STAYS,
        article="mediation.record",
        needs=(Need("sealed", NeedKind.SEALED, Text("内容", "What was said")),),
        enters=True,
    ),
    Action(
        id="undisputed",
        label=Text("写下双方没有争议的事实", "Write down what nobody disputes"),
        roles=_MEDIATOR,
        from_states=_TALKS,
        to_state=STAYS,
        article="mediation.undisputed",
        needs=(
            Need(
                "facts",
                NeedKind.TEXT,
                Text("双方没有争议的事实", "What nobody disputes"),
                hint=Text("一行写一件。", "One on each line."),
            ),
        ),
        papers=("undisputed_facts",),
        enters=True,
    ),
    Action(
        id="record",
        label=Text("做调解笔录", "Make the record of a session"),
        roles=_MEDIATOR,
        from_states=_KNOWN - {"recusal"},
        to_state=STAYS,
        article="mediation.record",
        needs=(_SESSION,),
        papers=("mediation_record",),
        only=SESSION_HELD,
    ),
    Action(
        id="extend",
        label=Text("双方同意延长调解", "Both sides agree to go on longer"),
        roles=_STAFF,
        from_states=_TALKS | {"signing"},
        to_state=STAYS,
        article="mediation.longer",
        needs=(
            Need("until", NeedKind.DAY, Text("延长到哪一天", "Until"), must=Must.AHEAD),
            replace(SAID_ON, label=Text("双方哪天同意的", "Both agreed on")),
        ),
    ),
    Action(
        id="suspend",
        label=Text("中止调解", "Suspend the mediation"),
        roles=_STAFF,
        from_states=_TALKS,
        to_state="suspended",
        article="station.rules",
        needs=(REASON,),
        pauses=PauseReason.SUSPENSION,
    ),
    Action(
        id="resume",
        label=Text("恢复调解", "Go on with the mediation"),
        roles=_STAFF,
        from_states=frozenset({"suspended"}),
        to_state="mediating",
        article="station.rules",
        resumes=PauseReason.SUSPENSION,
    ),
)
"""What is done before a text is there to be signed."""
