"""What an agreement is made from: the matter with its case, its sides, and how it is mediated."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.issuing.brief import Brief, brief
from stationkiosk.casework.mediating.attendants import attendants, sides
from stationkiosk.casework.mediating.sealing import mediation_of
from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.mediating.way import rule_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.mediation import MediationRule
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

AGREEMENT = tables.Agreement.__table__
MATTER = tables.Matter.__table__
SIGNATURE = tables.Signature.__table__


@dataclass(frozen=True, slots=True)
class Ground:
    """A matter that is mediated, at one moment of the store."""

    brief: Brief
    mediation: Record

    @property
    def station(self) -> Station:
        """The station."""
        return self.brief.station

    @property
    def connection(self) -> Connection:
        """The transaction it is read in."""
        return self.brief.unit.connection

    @property
    def matter(self) -> Record:
        """The matter."""
        return self.brief.matter

    @property
    def rule(self) -> MediationRule:
        """The rule of the way it is mediated."""
        return rule_of(self.station, self.mediation)

    @property
    def sides(self) -> tuple[Record, ...]:
        """The parties as the filing named them, the filers first."""
        return sides(self.brief.parties)

    @property
    def attendants(self) -> tuple[Attendant, ...]:
        """Who may come and sign for each side."""
        return attendants(self.station.reference.words, self.brief.parties)

    def side_of(self, party_n: int) -> Record:
        """Return the side that a party is, or speaks for, in whatever answer it was named."""
        party = next(one for one in self.brief.parties if one.n == party_n)
        named = party.answers_for or party.n
        return next((side for side in self.sides if side.n == named), self.sides[0])

    def versions(self) -> tuple[Record, ...]:
        """Return the versions of the agreement, the first one first."""
        query = select(AGREEMENT).where(
            AGREEMENT.c.case_id == self.matter.case_id, AGREEMENT.c.matter_n == self.matter.n
        )
        return tuple(self.connection.execute(query.order_by(AGREEMENT.c.version)))

    def readable(self) -> tuple[Record, ...]:
        """Return the versions that the mediator of the day may read: their own, and what was ever fixed."""
        mediator = self.mediation.mediator
        return tuple(one for one in self.versions() if one.fixed_at or one.by == mediator)

    def newest(self) -> Record | None:
        """Return the newest version, None while nothing was written."""
        return next(reversed(self.versions()), None)

    def standing(self, state: str) -> Record:
        """Return the newest version if it is in a state. Closed ``no_such_version`` where it is not."""
        found = self.newest()
        if found is None or found.state != state:
            raise Closed("no_such_version")
        return found

    def signatures(self, agreement_n: int) -> tuple[Record, ...]:
        """Return the signatures under a version, in the order they were made."""
        query = select(SIGNATURE).where(
            SIGNATURE.c.case_id == self.matter.case_id, SIGNATURE.c.agreement_n == agreement_n
        )
        return tuple(self.connection.execute(query.order_by(SIGNATURE.c.n)))


def ground(station: Station, unit: Unit, matter: Record) -> Ground:
    """Read what an agreement on a matter is made from. Closed ``no_mediator`` while nobody is appointed."""
    mediation = mediation_of(unit.connection, matter.case_id, matter.n)
    if mediation is None:
        raise Closed("no_mediator")
    return Ground(brief(station, unit, matter, station.itself(), {}), mediation)


def read_ground(station: Station, connection: Connection, case_id: UUID, matter_n: int) -> Ground:
    """Read the same where nothing is to be changed. Closed ``no_such_matter``, too."""
    query = select(MATTER).where(MATTER.c.case_id == case_id, MATTER.c.n == matter_n)
    matter = connection.execute(query).first()
    if matter is None:
        raise Closed("no_such_matter")
    return ground(station, Unit(connection, station.random), matter)
