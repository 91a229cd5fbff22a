"""A report of a breach (举报) to the enforcement officers: from receipt to the word on opening a case.

PPR 18-20. The penalty case itself is a track of its own, added with the officer's desk. A
report cannot be taken back: once received it is checked.
"""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, Action, State, Track

_OFFICER = frozenset({Role.OFFICER})

REPORT = Track(
    id="report",
    label=Text("举报查处", "Report for a penalty"),
    states=(
        State("received", Text("已收到，等执法人员核查", "Received; the officers will check it")),
        State("case_opened", Text("已立案", "A case was opened"), end=True),
        State("no_case", Text("不予立案", "No case was opened"), end=True),
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
            from_states=frozenset({"received"}),
            to_state="case_opened",
            article="report.open_case",
            starts=("report.tell",),
            stops=("report.check",),
        ),
        Action(
            id="open_no_case",
            label=Text("不予立案", "Open no case"),
            roles=_OFFICER,
            from_states=frozenset({"received"}),
            to_state="no_case",
            article="report.no_case",
            needs=("reason",),
            starts=("report.tell",),
            stops=("report.check",),
        ),
    ),
)
