"""Where a mediation goes on that no button of its own moves: the page on which that is done."""

from __future__ import annotations

from stationkiosk.casework.desk.views import CaseFile, MatterShown
from stationkiosk.casework.mediating.shown import MediationShown
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.drafting_shown import papers
from stationkiosk.ui.desk.shown import Row

AGREEMENT = "agreement"


def leads_to(
    words: Words, file: CaseFile | None, matter: MatterShown | None, shown: MediationShown | None, tab: str
) -> Row:
    """Return the tab on which the matter goes on and what its button says, nothing where an act leads."""
    if file is None or matter is None or shown is None or tab == AGREEMENT:
        return {}
    if matter.n != shown.matter_n or any(action.primary and not action.closed for action in matter.actions):
        return {}
    way = _way(words, file, matter, shown)
    return {"tab": AGREEMENT, "label": words.say(f"case.to_{way}", "")} if way else {}


def _way(words: Words, file: CaseFile, matter: MatterShown, shown: MediationShown) -> str:
    if matter.stage == "signing":
        return "sign" if shown.mine else ""
    if matter.stage == "agreed":
        return "hand_out" if any(not paper["printed"] for paper in papers(words, file)) else ""
    over = shown.sessions and all(session.closed_at for session in shown.sessions)
    return "write" if matter.stage == "mediating" and shown.mine and over else ""
