"""Preservation of evidence (存证): every filing opens it; each exhibit has its hashes and its time.

OLR 16-18: data is presumed unaltered after its fingerprint was taken, so origin, device and
time are kept with it.
"""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, STAYS, Action, State, Track

PRESERVATION = Track(
    id="preservation",
    label=Text("固定证据", "Proof kept safe"),
    states=(
        State("open", Text("已登记，可以继续补交证据", "Registered; more proof may be brought")),
        State("closed", Text("证据已交齐", "All proof is in"), end=True),
    ),
    actions=(
        Action(
            id="file",
            label=Text("登记证据", "Register the proof"),
            roles=frozenset({Role.APPLICANT}),
            from_states=frozenset({OPENED_BY_FILING}),
            to_state="open",
            article="preservation.kept",
            papers=("receipt",),
        ),
        Action(
            id="close",
            label=Text("证据已交齐", "All proof is in"),
            roles=frozenset({Role.APPLICANT, Role.CLERK}),
            from_states=frozenset({"open"}),
            to_state="closed",
            article="preservation.kept",
            stops=("proof.later",),
        ),
        Action(
            id="add_proof",
            label=Text("补交证据", "Add proof"),
            roles=frozenset({Role.APPLICANT}),
            from_states=frozenset({"open"}),
            to_state=STAYS,
            article="preservation.kept",
            stops=("proof.later",),
        ),
    ),
)
