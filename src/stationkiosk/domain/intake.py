"""Which way a filing goes: a complaint is a consumer dispute and nothing else.

令20 3: a complaint is about what was bought for daily life. A right holder reports, or asks for
mediation; whoever bought for a business or to look for fakes may report.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stationkiosk.domain.forms import Answers
from stationkiosk.domain.text import Text


class Way(StrEnum):
    """What a filing is taken down as."""

    COMPLAINT = "complaint"
    REPORT = "report"
    MEDIATION = "mediation"


BOUGHT_FOR = "bought_for"
DAILY_LIFE = "daily_life"


@dataclass(frozen=True, slots=True)
class Told:
    """The way a filing goes, and why."""

    way: Way
    why: Text


def way_of(*, bought_for: str, holds_right: bool, wants_deal: bool = False) -> Told:
    """Return the way and why; ``bought_for`` is "" where nothing was bought.

    A right holder is no consumer in the same dispute, whatever was bought as proof.
    """
    if holds_right:
        return _DEAL if wants_deal else _HOLDER
    return _CONSUMER if bought_for == DAILY_LIFE else _NO_CONSUMER


def refused_as_complaint(answers: Answers) -> Told | None:
    """Return where the answers of a complaint's form lead instead; None where they are a complaint."""
    told = way_of(bought_for=str(answers.get(BOUGHT_FOR) or ""), holds_right=False)
    return None if told.way is Way.COMPLAINT else told


_CONSUMER = Told(
    Way.COMPLAINT,
    Text(
        "买来自己用的，是消费纠纷，按投诉办。",
        "Bought to be used: a consumer dispute, so it is a complaint.",
    ),
)
_NO_CONSUMER = Told(
    Way.REPORT,
    Text(
        "不是为生活消费买的，不能投诉，可以举报。",
        "It was not bought for daily life: it cannot be a complaint. It can be reported.",
    ),
)
_HOLDER = Told(
    Way.REPORT,
    Text(
        "权利人反映侵权，按举报办，不是投诉。",
        "A right holder who tells of a breach reports it; that is no complaint.",
    ),
)
_DEAL = Told(
    Way.MEDIATION,
    Text(
        "权利人想谈赔偿，按调解办，不是投诉。",
        "A right holder who wants to settle asks for mediation; that is no complaint.",
    ),
)
