"""Mediation by the station (行政调解): from the application to the decision to accept it.

No national law of procedure governs it; TML 60(3) gives the power, the rest are the
station's settings. What follows the acceptance is added with the mediator's desk.
"""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, Action, State, Track

_STAFF = frozenset({Role.CLERK, Role.MEDIATOR})

MEDIATION = Track(
    id="mediation",
    label=Text("调解", "Mediation"),
    states=(
        State("applied", Text("已登记，等答复是否受理", "Registered; acceptance to be decided")),
        State("accepted", Text("已受理", "Accepted")),
        State("refused", Text("不予受理", "Not accepted"), end=True),
        State("withdrawn", Text("申请人已撤回", "Withdrawn by the applicant"), end=True),
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
            stops=("mediation.decide",),
        ),
        Action(
            id="refuse",
            label=Text("不予受理", "Do not accept"),
            roles=_STAFF,
            from_states=frozenset({"applied"}),
            to_state="refused",
            article="mediation.power",
            needs=("reason",),
            stops=("mediation.decide",),
        ),
        Action(
            id="withdraw",
            label=Text("撤回申请", "Withdraw"),
            roles=frozenset({Role.APPLICANT, Role.CLERK}),
            from_states=frozenset({"applied", "accepted"}),
            to_state="withdrawn",
            article="mediation.free_will",
            needs=("reason",),
            stops=("mediation.decide",),
        ),
    ),
)
