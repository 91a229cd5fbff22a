"""Who may come to a mediation and sign for a side: the party itself, its head, its agents (CPL 61, 62)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.record import Record
from stationkiosk.domain.agreement import Capacity
from stationkiosk.domain.application import PartyKind, PartyRole
from stationkiosk.domain.text import Text
from stationkiosk.reference.words import Words

SPECIAL = "special"
"""The authority of an agent who may settle for a party (CPL 62)."""


def attendants(
    words: Words, parties: Sequence[Record], informed: Collection[int] = ()
) -> tuple[Attendant, ...]:
    """Return who may come for each side, the filers first; ``informed`` are rows of parties."""
    return tuple(_attendants(words, parties, informed))


def _attendants(words: Words, parties: Sequence[Record], informed: Collection[int]) -> Iterator[Attendant]:
    for side in sides(parties):
        itself = answering(parties, side) or side
        called = itself.name or side.name or words.text("answering.whoever").zh
        for one in (itself, *agents(parties, side)):
            capacity = _capacity(one)
            yield Attendant(
                n=one.n,
                side_n=side.n,
                name=(one.representative if capacity is Capacity.HEAD else one.name) or called,
                side=called,
                role=capacity_words(words, parties, one.n),
                capacity=capacity,
                may_settle=capacity is not Capacity.AGENT or one.authority == SPECIAL,
                informed=one.n in informed,
            )


def capacity_words(words: Words, parties: Sequence[Record], n: int) -> Text:
    """Return as what the person in row ``n`` signs; an agent who may settle says so (CPL 62)."""
    (party,) = (one for one in parties if one.n == n)
    capacity = _capacity(party)
    special = capacity is Capacity.AGENT and party.authority == SPECIAL
    return words.text(f"mediation.capacity.{'special' if special else capacity.value}")


def mediator_words(words: Words) -> Text:
    """Return as what the mediator signs."""
    return words.text("mediation.capacity.mediator")


def sides(parties: Sequence[Record]) -> tuple[Record, ...]:
    """Return the parties as the filing named them, the filers first."""
    named = [party for party in parties if party.answers_for is None]
    return tuple(
        party
        for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
        for party in named
        if party.role == role.value
    )


def answering(parties: Sequence[Record], side: Record) -> Record | None:
    """Return how a side named itself when it last answered, None where it did not."""
    own = [p for p in parties if p.answers_for == side.n and p.role == PartyRole.RESPONDENT.value]
    return own[-1] if own else None


def agents(parties: Sequence[Record], side: Record) -> tuple[Record, ...]:
    """Return who speaks for a side; of several filers the first has the agents of the filing."""
    spoken = [party for party in parties if party.role == PartyRole.AGENT.value]
    if side.role == PartyRole.RESPONDENT.value:
        itself = answering(parties, side)
        since = itself.n if itself is not None else side.n
        return tuple(party for party in spoken if party.answers_for == side.n and party.n > since)
    first = next(p for p in parties if p.role == side.role and p.answers_for is None)
    return tuple(p for p in spoken if p.answers_for is None) if side.n == first.n else ()


def _capacity(party: Record) -> Capacity:
    if party.role == PartyRole.AGENT.value:
        return Capacity.AGENT
    return Capacity.HEAD if party.kind == PartyKind.ORGANISATION.value else Capacity.SELF
