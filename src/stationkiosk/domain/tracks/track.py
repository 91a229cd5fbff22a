"""What a track's table is made of, and what it lets whom do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from stationkiosk.domain.actors import Role
from stationkiosk.domain.events import PauseReason
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.needs import NOT_TYPED, REASON, Need

OPENED_BY_FILING = ""
"""The state before a matter is there: the action that leaves it opens the matter."""

STAYS = "="
"""What an action leads to that leaves the matter where it is, with who has it, since when."""


class Side(StrEnum):
    """A side of a case."""

    FILER = "filer"
    OTHER = "other"


class Owning(StrEnum):
    """Whose the matter is after the act: as before, the actor's own, or the one's who is named."""

    AS_BEFORE = ""
    ACTOR = "actor"
    NAMED = "named"
    MEDIATOR = "mediator"
    """Whoever is named as the mediator."""


@dataclass(frozen=True, slots=True)
class Given:
    """A word on a consent that an act enters: which, whose, and what it is."""

    consent: str
    side: Side
    given: bool = True


@dataclass(frozen=True, slots=True)
class Action:
    """One row: who may do what from where, under which article, and what it sets going.

    ``article`` names a dated article, called as the law in force on the day of the act calls it;
    ``to_state`` is a state or ``STAYS``; ``starts`` and ``stops`` name deadline rules; ``papers``
    the kinds of paper it issues, ``opens`` the tracks it opens in the same case;
    ``needs`` the inputs it takes.

    ``consents`` are those of the filer, ``other_consents`` those of the other side, and ``only``
    the circumstance, without which it stays closed. In a circumstance ``to_state_if`` leads
    elsewhere, ``starts_if`` starts and ``stops_if`` stops a clock, ``papers_if`` issues a paper and
    ``tells_if`` tells a side: pairs of the circumstance and the state, rule, kind or side.
    ``sets`` are clocks whose last day an input names (pairs of rule and input), ``drops`` those
    asked for and not granted that end. ``pauses`` and ``resumes`` stop and restart the clocks whose
    rule knows the reason, ``lengthens`` is the rule whose running clock it makes longer.
    ``gives`` is the word on a consent it enters; ``tells`` the sides it tells, by the way the input
    ``told_way`` names; ``owning`` whose the matter then is. What ``enters`` rows of its own beside
    moving the matter stands, and is not taken back.
    """

    id: str
    label: Text
    roles: frozenset[Role]
    from_states: frozenset[str]
    to_state: str
    article: str = ""
    needs: tuple[Need, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    other_consents: tuple[str, ...] = ()
    only: str = ""
    to_state_if: tuple[tuple[str, str], ...] = ()
    starts_if: tuple[tuple[str, str], ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    drops: tuple[str, ...] = ()
    pauses: PauseReason | None = None
    resumes: PauseReason | None = None
    lengthens: str = ""
    gives: Given | None = None
    tells: tuple[Side, ...] = ()
    stops_if: tuple[tuple[str, str], ...] = ()
    papers_if: tuple[tuple[str, str], ...] = ()
    tells_if: tuple[tuple[str, Side], ...] = ()
    enters: bool = False
    owning: Owning = Owning.AS_BEFORE

    @property
    def inputs(self) -> tuple[Need, ...]:
        """Return what it takes: what it needs, and a reason where it needs none."""
        asked = any(need.id == REASON.id for need in self.needs)
        return self.needs if asked else (*self.needs, replace(REASON, required=False))

    def posts(self, need: Need) -> frozenset[Role]:
        """Return the posts that a colleague may hold whom an input names."""
        return frozenset({need.post}) if need.post else self.roles

    def leads_to(self, known: frozenset[str]) -> str:
        """Return the state it leads to, or ``STAYS``, in the circumstances that hold."""
        return next((state for when, state in self.to_state_if if when in known), self.to_state)

    def clocks(self, known: frozenset[str]) -> tuple[str, ...]:
        """Return the rules of the clocks it starts in the circumstances that hold."""
        return self.starts + tuple(rule for when, rule in self.starts_if if when in known)

    def ends(self, known: frozenset[str]) -> tuple[str, ...]:
        """Return the rules of the clocks it stops in the circumstances that hold."""
        return self.stops + tuple(rule for when, rule in self.stops_if if when in known)

    def issues(self, known: frozenset[str]) -> tuple[str, ...]:
        """Return the kinds of paper it issues in the circumstances that hold."""
        return self.papers + tuple(kind for when, kind in self.papers_if if when in known)

    def informs(self, known: frozenset[str]) -> tuple[Side, ...]:
        """Return the sides it tells in the circumstances that hold."""
        return self.tells + tuple(side for when, side in self.tells_if if when in known)

    @property
    def typed(self) -> bool:
        """Tell whether a dialog can ask for all it takes."""
        return not any(need.kind in NOT_TYPED for need in self.needs)

    @property
    def undoable(self) -> bool:
        """Tell whether nothing left the station by it, so that it can be taken back."""
        left = self.papers, self.papers_if, self.opens, self.gives, self.tells, self.tells_if, self.enters
        return not any(left)


@dataclass(frozen=True, slots=True)
class State:
    """A state a matter can be in; an ``end`` state has no way out.

    ``asked`` is the label as it is said to the side that was complained about, where it differs.
    ``holder`` has the next word, None: whoever its first row lets act.
    """

    id: str
    label: Text
    end: bool = False
    asked: Text | None = None
    holder: Role | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A track: its name, states and rows."""

    id: str
    label: Text
    states: tuple[State, ...]
    actions: tuple[Action, ...]

    def action(self, action_id: str) -> Action:
        """Return the row with this id."""
        return next(row for row in self.actions if row.id == action_id)

    def state(self, state_id: str) -> State:
        """Return the state with this id."""
        return next(state for state in self.states if state.id == state_id)

    def opening(self) -> Action:
        """Return the row that opens a matter."""
        return next(row for row in self.actions if OPENED_BY_FILING in row.from_states)


@dataclass(frozen=True, slots=True)
class Standing:
    """What hangs on the case and not on the matter's state.

    ``consents`` are those the filer has given, ``other_consents`` those the other side has;
    ``known`` the circumstances that hold; ``tracks`` what runs in the case already.
    """

    consents: frozenset[str] = frozenset()
    other_consents: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()


NOTHING_KNOWN = Standing()


@dataclass(frozen=True, slots=True)
class Offer:
    """An action and whether it is open; ``closed`` is the key of the reason when it is not."""

    action: Action
    closed: str = ""

    @property
    def open(self) -> bool:
        """Tell whether the action may be done now."""
        return not self.closed


def offers(track: Track, state: str, role: Role, standing: Standing = NOTHING_KNOWN) -> tuple[Offer, ...]:
    """Return every action of the track with the reason it is closed to ``role`` in ``state``."""
    return tuple(
        Offer(row, _why_closed(row, state, role, standing))
        for row in track.actions
        if OPENED_BY_FILING not in row.from_states
    )


def _why_closed(row: Action, state: str, role: Role, standing: Standing) -> str:
    if role not in row.roles:
        return "not_your_role"
    if state not in row.from_states:
        return "not_in_this_state"
    if row.only and row.only not in standing.known:
        return f"only_{row.only}"
    if standing.tracks.intersection(row.opens):
        return "opened_already"
    given = ((row.consents, standing.consents, ""), (row.other_consents, standing.other_consents, "other_"))
    return next(
        (f"no_consent_{who}{need}" for needed, known, who in given for need in needed if need not in known),
        "",
    )
