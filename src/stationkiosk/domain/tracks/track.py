"""What a track's table is made of, and what it lets whom do next."""

from __future__ import annotations

from dataclasses import dataclass

from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text

OPENED_BY_FILING = ""
"""The state before a matter is there: the action that leaves it opens the matter."""

STAYS = "="
"""What an action leads to that leaves the matter where it is, with who has it, since when."""


@dataclass(frozen=True, slots=True)
class Action:
    """One row: who may do what from where, under which article, and what it sets going.

    ``article`` names a dated article, called as the law in force on the day of the act calls it;
    ``to_state`` is a state or ``STAYS``; ``starts`` and ``stops`` name deadline rules; ``papers``
    the kinds of paper it issues;
    ``needs`` the inputs that must be given (``reason`` and the like); ``consents`` those of the
    filer without which it stays closed.
    """

    id: str
    label: Text
    roles: frozenset[Role]
    from_states: frozenset[str]
    to_state: str
    article: str = ""
    needs: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state a matter can be in; an ``end`` state has no way out.

    ``asked`` is the label as it is said to the side that was complained about, where it differs.
    """

    id: str
    label: Text
    end: bool = False
    asked: Text | None = None


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
class Offer:
    """An action and whether it is open; ``closed`` is the key of the reason when it is not."""

    action: Action
    closed: str = ""

    @property
    def open(self) -> bool:
        """Tell whether the action may be done now."""
        return not self.closed


def offers(
    track: Track, state: str, role: Role, consents: frozenset[str] = frozenset()
) -> tuple[Offer, ...]:
    """Return every action of the track with the reason it is closed to ``role`` in ``state``.

    ``consents`` are those the filer has given.
    """
    return tuple(
        Offer(row, _why_closed(row, state, role, consents))
        for row in track.actions
        if OPENED_BY_FILING not in row.from_states
    )


def _why_closed(row: Action, state: str, role: Role, consents: frozenset[str]) -> str:
    if role not in row.roles:
        return "not_your_role"
    if state not in row.from_states:
        return "not_in_this_state"
    return next((f"no_consent_{need}" for need in row.consents if need not in consents), "")
