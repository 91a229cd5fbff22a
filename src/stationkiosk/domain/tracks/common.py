"""Rows and inputs that several tracks share."""

from __future__ import annotations

from stationkiosk.domain.actors import Role
from stationkiosk.domain.events import PauseReason
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.needs import REASON, Must, Need, NeedKind
from stationkiosk.domain.tracks.track import STAYS, Action, Owning, Side

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


def tested(
    roles: frozenset[Role], states: frozenset[str], back: str, article: str, needs: tuple[Need, ...]
) -> tuple[Action, Action]:
    """Return the rows by which a thing is sent for testing and comes ``back``; the clock stands between."""
    return (
        Action(
            id="send_testing",
            label=Text("送去检测", "Send for testing"),
            roles=roles,
            from_states=states,
            to_state="testing",
            article=article,
            needs=needs,
            pauses=PauseReason.TESTING,
        ),
        Action(
            id="testing_done",
            label=Text("检测结果已出", "The result is in"),
            roles=roles,
            from_states=frozenset({"testing"}),
            to_state=back,
            article=article,
            needs=(Need("result", NeedKind.TEXT, Text("结果", "Result")),),
            resumes=PauseReason.TESTING,
        ),
    )


def passed_on(
    roles: frozenset[Role], states: frozenset[str], stops: tuple[str, ...], told: Need = TOLD_WAY
) -> Action:
    """Return the row by which a matter goes to the authority in charge of it."""
    return Action(
        id="distribute",
        label=Text("转给有权处理的机关", "Pass on to the authority in charge"),
        roles=roles,
        from_states=states,
        to_state="distributed",
        article="complaint.register",
        needs=(BODY, REASON, ANSWER_BY, told),
        stops=stops,
        papers=("distribution_notice",),
        tells=(Side.FILER,),
    )


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
