"""Rows and inputs that several tracks share."""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.needs import Must, Need, NeedKind
from stationkiosk.domain.tracks.track import STAYS, Action, Owning

TOLD_WAY = Need("told_way", NeedKind.CHOICE, Text("怎样告知", "How they are told"), options="told_way")
WAY = Need("way", NeedKind.CHOICE, Text("怎样联系到的", "How they were reached"), options="told_way")
SAID_ON = Need("said_on", NeedKind.DAY, Text("哪天说的", "Said on"), must=Must.PAST)
BODY = Need("body", NeedKind.TEXT, Text("转给哪个机关", "To which authority"))
ANSWER_BY = Need(
    "until", NeedKind.DAY, Text("请对方办结的日期", "To be dealt with by"), required=False, must=Must.AHEAD
)
SECOND = Need("second", NeedKind.STAFF, Text("另一名执法人员", "The second officer"), must=Must.ANOTHER)
APPROVED_BY = Need("approved_by", NeedKind.TEXT, Text("批准的负责人", "The head who approved"))
APPROVED_ON = Need("approved_on", NeedKind.DAY, Text("批准日期", "Approved on"), must=Must.PAST)
LANGUAGE = Need(
    "language",
    NeedKind.CHOICE,
    Text("文书语言", "Language of the paper"),
    required=False,
    options="language",
)

_MEMBER = Need("member", NeedKind.STAFF, Text("交给谁", "To whom"))


def ground(options: str) -> Need:
    """Return the input that chooses one of a dated list of grounds."""
    return Need("ground", NeedKind.CHOICE, Text("是哪种情形", "On which ground"), options=options)


def owning(roles: frozenset[Role], states: frozenset[str]) -> tuple[Action, ...]:
    """Return the rows by which staff take a matter, or give it to a member."""
    return (
        Action(
            id="take",
            label=Text("我来办", "Take it on"),
            roles=roles,
            from_states=states,
            to_state=STAYS,
            article="station.rules",
            owning=Owning.ACTOR,
        ),
        Action(
            id="assign",
            label=Text("交给同事办", "Give it to a colleague"),
            roles=roles | {Role.SUPERVISOR},
            from_states=states,
            to_state=STAYS,
            article="station.rules",
            needs=(_MEMBER,),
            owning=Owning.NAMED,
        ),
    )
