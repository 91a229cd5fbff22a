"""A report of a breach (举报) to the enforcement officers: from receipt to the word on opening a case.

PPR 18-20; 令20 31. The penalty case itself is a track of its own, added with the officer's desk.
A report cannot be taken back: once received it is checked.
"""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.domain.actors import Role
from stationkiosk.domain.events import PauseReason
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.common import (
    APPROVED_BY,
    APPROVED_ON,
    SECOND,
    TOLD_WAY,
    owning,
    passed_on,
    tested,
)
from stationkiosk.domain.tracks.needs import REASON, Need, NeedKind
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, STAYS, Action, Side, State, Track

_OFFICER = frozenset({Role.OFFICER})
_CHECKED = frozenset({"received", "registered"})
_UNDECIDED = _CHECKED | {"testing", "identification"}
_DECIDED = frozenset({"case_opened_untold", "no_case_untold"})
_LAB = Need("lab", NeedKind.TEXT, Text("检测机构", "The testing body"))
_APPROVED = (SECOND, APPROVED_BY, APPROVED_ON)

REPORT = Track(
    id="report",
    label=Text("举报查处", "Report for a penalty"),
    states=(
        State("received", Text("已收到，等执法人员核查", "Received; the officers will check it")),
        State("registered", Text("已登记，执法人员核查中", "Registered; the officers are checking it")),
        State("testing", Text("正在检测，期限停着", "Being tested; the clock stands still")),
        State(
            "identification",
            Text("等权利人辨认，期限停着", "With the right holder; the clock stands still"),
        ),
        State("case_opened_untold", Text("已立案，等告知举报人", "A case was opened; reporter to be told")),
        State("no_case_untold", Text("不予立案，等告知举报人", "No case was opened; reporter to be told")),
        State("case_opened", Text("已立案", "A case was opened"), end=True),
        State("no_case", Text("不予立案", "No case was opened"), end=True),
        State(
            "distributed", Text("已转给有权处理的机关", "Passed on to the authority in charge"), end=True
        ),
    ),
    actions=(
        Action(
            id="file",
            label=Text("登记举报", "Register the report"),
            roles=frozenset({Role.APPLICANT}),
            from_states=frozenset({OPENED_BY_FILING}),
            to_state="received",
            article="report.check",
            starts=("report.check",),
            papers=("receipt",),
        ),
        Action(
            id="open_case",
            label=Text("立案", "Open a case"),
            roles=_OFFICER,
            from_states=_CHECKED,
            to_state="case_opened_untold",
            to_state_if=(("reporter_anonymous", "case_opened"),),
            article="report.open_case",
            needs=_APPROVED,
            starts_if=(("reporter_named", "report.tell"),),
            stops=("report.check",),
        ),
        Action(
            id="open_no_case",
            label=Text("不予立案", "Open no case"),
            roles=_OFFICER,
            from_states=_CHECKED,
            to_state="no_case_untold",
            to_state_if=(("reporter_anonymous", "no_case"),),
            article="report.no_case",
            needs=(REASON, *_APPROVED),
            starts_if=(("reporter_named", "report.tell"),),
            stops=("report.check",),
        ),
        Action(
            id="register",
            label=Text("做登记表", "Fill in the registration"),
            roles=_OFFICER | {Role.CLERK},
            from_states=frozenset({"received"}),
            to_state="registered",
            article="report.check",
            papers=("report_registration",),
        ),
        Action(
            id="tell_opened",
            label=Text("告知举报人：已立案", "Tell the reporter: a case was opened"),
            roles=_OFFICER,
            from_states=frozenset({"case_opened_untold"}),
            to_state="case_opened",
            article="report.tell",
            needs=(TOLD_WAY,),
            stops=("report.tell",),
            papers=("report_result",),
            tells=(Side.FILER,),
        ),
        Action(
            id="tell_no_case",
            label=Text("告知举报人：不予立案", "Tell the reporter: no case was opened"),
            roles=_OFFICER,
            from_states=frozenset({"no_case_untold"}),
            to_state="no_case",
            article="report.tell",
            needs=(TOLD_WAY,),
            stops=("report.tell",),
            papers=("report_result",),
            tells=(Side.FILER,),
        ),
        Action(
            id="lengthen",
            label=Text("延长核查期限", "Lengthen the time to check"),
            roles=_OFFICER | {Role.SUPERVISOR},
            from_states=_UNDECIDED,
            to_state=STAYS,
            article="report.check",
            needs=(APPROVED_BY, APPROVED_ON, REASON),
            lengthens="report.check",
        ),
        *tested(_OFFICER, _CHECKED, "registered", "report.check", (_LAB,)),
        Action(
            id="ask_identification",
            label=Text("请权利人辨认", "Ask the right holder to identify it"),
            roles=_OFFICER,
            from_states=_CHECKED,
            to_state="identification",
            article="report.check",
            needs=(Need("holder", NeedKind.TEXT, Text("权利人", "The right holder")),),
            pauses=PauseReason.IDENTIFICATION,
        ),
        Action(
            id="identified",
            label=Text("权利人已答复", "The right holder answered"),
            roles=_OFFICER,
            from_states=frozenset({"identification"}),
            to_state="registered",
            article="report.check",
            needs=(Need("result", NeedKind.TEXT, Text("辨认意见", "What they found")),),
            resumes=PauseReason.IDENTIFICATION,
        ),
        passed_on(_OFFICER | {Role.CLERK}, _CHECKED, ("report.check",), replace(TOLD_WAY, required=False)),
        *owning(_OFFICER, _UNDECIDED | _DECIDED),
    ),
)
