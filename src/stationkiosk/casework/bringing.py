"""What whoever stood at the kiosk brings the next time: names of steps (``steps.<name>``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stationkiosk.domain.application import Application, Party, PartyKind, PartyRole
from stationkiosk.domain.told import ABROAD

FOREIGN = "foreign"
"""What somebody answers who has a party from another country."""

ORDINARY = "ordinary"
"""The standing of a licensee among others, who acts alone by the owner's written leave only."""


def to_bring(application: Application) -> Iterator[str]:
    """Yield what the filer of an application brings."""
    yield from papers_of(party for party in application.parties if party.role is not PartyRole.RESPONDENT)
    if application.right.standing == ORDINARY:
        yield "bring_leave"
    if any(fact.question == ABROAD and fact.value == FOREIGN for fact in application.facts):
        yield "bring_translations"


def papers_of(parties: Iterable[Party]) -> Iterator[str]:
    """Yield what tells who one side is: an agent's letter, and the ID of whoever came without one."""
    side = list(parties)
    agents = [party for party in side if party.role is PartyRole.AGENT]
    if agents:
        yield "authority"
    if any(party.kind is PartyKind.PERSON and not party.id_number for party in agents or side):
        yield "bring_id"
