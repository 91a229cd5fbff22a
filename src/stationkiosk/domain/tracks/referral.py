"""A report that another authority alone may punish (案件移送): registered here and handed on to it.

Pirated copies are for the copyright authority and the culture officers (CL 53). Who reported
stays here, sealed to this station's officers.
"""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.common import ANSWER_BY, BODY, owning
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, Action, State, Track

_STAFF = frozenset({Role.CLERK, Role.OFFICER})

REFERRAL = Track(
    id="referral",
    label=Text("转交版权部门", "Handed on to the copyright authority"),
    states=(
        State("to_hand_on", Text("已登记，等转交版权部门", "Registered; to be handed on")),
        State(
            "handed_on", Text("已转交版权部门，由他们查处", "Handed on; they deal with it now"), end=True
        ),
    ),
    actions=(
        Action(
            id="file",
            label=Text("登记举报", "Register the report"),
            roles=frozenset({Role.APPLICANT}),
            from_states=frozenset({OPENED_BY_FILING}),
            to_state="to_hand_on",
            article="report.referral",
            starts=("report.hand_on",),
            papers=("receipt",),
        ),
        Action(
            id="hand_on",
            label=Text("转交版权部门", "Hand on to the copyright authority"),
            roles=_STAFF,
            from_states=frozenset({"to_hand_on"}),
            to_state="handed_on",
            article="report.referral",
            needs=(BODY, ANSWER_BY),
            stops=("report.hand_on",),
            papers=("referral_letter",),
        ),
        *owning(_STAFF, frozenset({"to_hand_on"})),
    ),
)
