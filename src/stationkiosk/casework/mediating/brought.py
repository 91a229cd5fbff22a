"""What an act enters beside moving its matter: each action's own rows, within the same transaction."""

from __future__ import annotations

from collections.abc import Mapping

from stationkiosk.casework.matters import Entering
from stationkiosk.casework.mediating import (
    appointing,
    drafting,
    extending,
    informing,
    performing,
    sessions,
    signing,
    succeeding,
    talks,
)
from stationkiosk.casework.mediating.due import then_next
from stationkiosk.casework.mediating.effect import then_effect

BROUGHT_BY: Mapping[str, Entering] = {
    "mediation.talk": talks.enter,
    "mediation.appoint": appointing.appoint,
    "mediation.ask_recusal": appointing.ask_recusal,
    "mediation.grant_recusal": appointing.replace_mediator,
    "mediation.refuse_recusal": appointing.keep_mediator,
    "mediation.replace_mediator": succeeding.succeed,
    "mediation.inform": informing.inform,
    "mediation.plan_session": sessions.plan,
    "mediation.move_session": sessions.move,
    "mediation.open_session": sessions.begin,
    "mediation.close_session": sessions.close,
    "mediation.undisputed": informing.write_undisputed,
    "mediation.extend": extending.extend,
    "mediation.draft": drafting.write,
    "mediation.fix": drafting.fix,
    "mediation.reopen": drafting.reopen,
    "mediation.sign": then_effect(signing.sign),
    "mediation.sign_mediator": then_effect(signing.sign_mediator),
    "mediation.seal_agreement": then_effect(signing.put_seal),
    "mediation.duty_done": then_next(performing.done),
    "mediation.duty_broken": then_next(performing.broken),
}
"""Who enters the rows of an action, by track and action with a dot between."""
