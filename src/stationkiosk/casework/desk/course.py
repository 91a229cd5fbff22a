"""The matters of a case: where each stands, which clocks run and why, and what may come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from stationkiosk.casework.desk.colleagues import Colleague
from stationkiosk.casework.desk.reading import CaseRows
from stationkiosk.casework.desk.urgency import urgency_of
from stationkiosk.casework.desk.views import Choice, Clock, InputAsked, MatterShown, NextAction, Urgency
from stationkiosk.casework.door import choices
from stationkiosk.casework.mediating.turn import STAGES, next_act
from stationkiosk.casework.record import Record
from stationkiosk.casework.standing import standing_of
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text, listed
from stationkiosk.domain.tracks.common import SAID_ON
from stationkiosk.domain.tracks.needs import REASON, Need, NeedKind
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, Action, Offer, Standing, Track, offers
from stationkiosk.reference.load import Reference

PUBLIC = frozenset({Role.APPLICANT, Role.RESPONDENT, Role.STATION})
"""Who acts at no desk."""

LATER = frozenset(
    {
        "refuse",
        "withdraw",
        "terminate",
        "end",
        "take",
        "assign",
        "ask_recusal",
        "reopen",
        "refuse_time",
        "other_declines",
        "grant_recusal",
        "refuse_recusal",
        "move_session",
        "extend",
        "suspend",
        "duty_broken",
        "follow_up",
    }
)
"""Actions that end or delay a matter, decide on a person, or say whose it is: none is proposed first."""

MEDIATION = "mediation"
SEALS_REPORTER = frozenset({"report", "referral"})
"""Tracks on whose cases the name of whoever told of it may lie sealed."""

MOST_KEYS = 9
_SHUT = ("", "not_in_this_state", "not_your_role")


def matters(
    station: Station, rows: CaseRows, roles: frozenset[Role], colleagues: tuple[Colleague, ...]
) -> tuple[MatterShown, ...]:
    """Return each matter with what may come next in it, the reasons beside what may not."""
    shown = tuple(_matter(station, row, roles, colleagues) for row in rows.matters)
    return _keyed(_led(tuple(map(_in_turn, shown)), roles, rows, _awaited(station, rows)))


def clocks(reference: Reference, rows: CaseRows, today: date) -> tuple[Clock, ...]:
    """Return the deadlines of every matter, those that run first, each with its reckoning."""
    shown = (_clock(reference, rows, row, today) for row in rows.deadlines)
    return tuple(sorted(shown, key=lambda clock: (clock.stopped_at is not None, clock.due)))


def _clock(reference: Reference, rows: CaseRows, row: Record, today: date) -> Clock:
    over = any(m.n == row.matter_n and TRACKS[m.track].state(m.state).end for m in rows.matters)
    runs = row.stopped_at is None
    return Clock(
        matter_n=row.matter_n,
        label=_period(reference, row.rule, row.start),
        due=row.due,
        provisional=row.provisional,
        urgency=urgency_of(row.due, today) if runs and not over else Urgency.NONE,
        stopped_at=row.stopped_at,
        why=tuple(Text(**line) for line in row.trace),
        still=runs and not over and row.still_since is not None,
    )


def _period(reference: Reference, rule: str, day: date) -> Text:
    found = reference.periods.on(rule, day)
    return found.label if found else Text(rule, rule)


def _matter(
    station: Station, row: Record, roles: frozenset[Role], colleagues: tuple[Colleague, ...]
) -> MatterShown:
    track, words = TRACKS[row.track], station.reference.words
    state = track.state(row.state)
    return MatterShown(
        n=row.n,
        number=row.number,
        version=row.version,
        track=track.label,
        state=state.label,
        holder=words.text(f"roles.{row.owner_role or 'station'}"),
        owner=row.owner or "",
        since=row.since,
        ended=state.end,
        actions=() if state.end else tuple(_actions(station, row, roles, colleagues)),
        track_id=row.track,
        stage=row.state,
    )


def _actions(
    station: Station, matter: Record, roles: frozenset[Role], colleagues: tuple[Colleague, ...]
) -> Iterator[NextAction]:
    track = TRACKS[matter.track]
    with station.store.read() as connection:
        standing = standing_of(station, connection, matter)
    for action in track.actions:
        if action.roles <= PUBLIC or OPENED_BY_FILING in action.from_states or not action.typed:
            continue
        offer = _offer(track, matter, roles, action, standing)
        yield NextAction(
            matter_n=matter.n,
            id=action.id,
            label=action.label,
            closed=_why(station.reference, track, offer) if offer.closed else None,
            inputs=_inputs(station, matter, action, colleagues),
            article=station.reference.article(action.article, station.today()) if action.article else None,
            papers=tuple(_titles(station.reference, action.issues(standing.known))),
            starts=tuple(_period(station.reference, rule, station.today()) for rule in action.starts),
        )


def _offer(
    track: Track, matter: Record, roles: frozenset[Role], action: Action, standing: Standing
) -> Offer:
    """Return the offer of an action to whichever of the roles is nearest to being let."""
    found = [
        offer
        for role in sorted(roles) or [Role.STATION]
        for offer in offers(track, matter.state, role, standing)
        if offer.action.id == action.id
    ]
    return min(found, key=lambda offer: _SHUT.index(offer.closed) if offer.closed in _SHUT else 0.5)


def _why(reference: Reference, track: Track, offer: Offer) -> Text:
    words, action = reference.words, offer.action
    if offer.closed == "not_in_this_state":
        first = sorted(action.from_states, key=[state.id for state in track.states].index)
        return words.text("casefile.closed.not_in_this_state").put(
            states=listed(track.state(s).label for s in first)
        )
    if offer.closed == "not_your_role":
        who = sorted(role for role in action.roles if role not in PUBLIC)
        return words.text("casefile.closed.not_your_role").put(
            roles=listed(words.text(f"roles.{r}") for r in who)
        )
    return words.text(f"fault.{offer.closed}.what")


def _titles(reference: Reference, kinds: Iterable[str]) -> Iterator[Text]:
    for kind in (kind for kind in kinds if reference.words.has(f"paper.{kind}.title")):
        yield reference.words.text(f"paper.{kind}.title")


def _inputs(
    station: Station, matter: Record, action: Action, colleagues: tuple[Colleague, ...]
) -> tuple[InputAsked, ...]:
    return tuple(
        InputAsked(
            id=need.id,
            kind=need.kind.value,
            label=need.label,
            required=need.required,
            hint=_hint(station.reference, matter, need),
            choices=tuple(_choices(station, matter, action, need, colleagues)),
            value=_begun(station, need, colleagues),
        )
        for need in action.inputs
    )


def _hint(reference: Reference, matter: Record, need: Need) -> Text | None:
    """Return what helps to write it; where a reporter is sealed, that colleagues read what is written."""
    if need.id == REASON.id and matter.track in SEALS_REPORTER:
        return reference.words.text("acting.no_reporter")
    return need.hint


def _begun(station: Station, need: Need, colleagues: tuple[Colleague, ...]) -> str:
    """Return what stands in a field at first: today for a word just given, whoever looks for a post."""
    if need.id == SAID_ON.id:
        return station.today().isoformat()
    own = (one.login for one in colleagues if one.own and need.post in one.roles)
    return next(own, "") if need.kind is NeedKind.STAFF else ""


def _choices(
    station: Station, matter: Record, action: Action, need: Need, colleagues: tuple[Colleague, ...]
) -> Iterator[Choice]:
    if need.kind is NeedKind.STAFF:
        for one in colleagues:
            if one.roles & action.posts(need) and (need.post or not one.own):
                yield Choice(one.login, Text(one.name, one.name))
        return
    for ground in choices(station, matter, need):
        yield Choice(ground.option, ground.label)


def _awaited(station: Station, rows: CaseRows) -> dict[int, str]:
    """Return of each mediation under way the act that comes next in it, "" where none does."""
    with station.store.read() as connection:
        return {
            row.n: next_act(station, connection, row)
            for row in rows.matters
            if row.track == MEDIATION and row.state in STAGES
        }


def _in_turn(matter: MatterShown) -> MatterShown:
    """Put what ends, delays or passes on a matter behind what moves it."""
    return replace(matter, actions=tuple(sorted(matter.actions, key=lambda action: action.id in LATER)))


def _led(
    shown: tuple[MatterShown, ...], roles: frozenset[Role], rows: CaseRows, awaited: Mapping[int, str]
) -> tuple[MatterShown, ...]:
    """Mark the one action that should be done first, where there is one.

    A mediation that waits for its day, or for a page of its own, leads to nothing else meanwhile.
    """
    waits = {row.n for row in rows.matters if row.owner_role in roles}
    order = sorted(shown, key=lambda matter: matter.n not in waits)
    for matter in order:
        if awaited.get(matter.n) == "" and any(action.closed is None for action in matter.actions):
            return shown
        for action in matter.actions:
            leads = awaited.get(matter.n, action.id) == action.id and action.id not in LATER
            if action.closed is None and leads:
                first = replace(action, primary=True)
                led = tuple(first if one is action else one for one in matter.actions)
                return tuple(replace(m, actions=led) if m is matter else m for m in shown)
    return shown


def _keyed(shown: tuple[MatterShown, ...]) -> tuple[MatterShown, ...]:
    """Give each open action of a matter a digit; what should be done first has 1."""
    return tuple(replace(matter, actions=tuple(_with_keys(matter.actions))) for matter in shown)


def _with_keys(actions: tuple[NextAction, ...]) -> Iterator[NextAction]:
    open_ = sorted((a for a in actions if a.closed is None), key=lambda action: not action.primary)
    digits = {action.id: str(digit) for digit, action in enumerate(open_[:MOST_KEYS], 1)}
    for action in actions:
        yield replace(action, key=digits.get(action.id, ""))
