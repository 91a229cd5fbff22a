"""Papers that no act issues: made when somebody asks for them, with their number and their place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.contacts import AT_ONCE
from stationkiosk.casework.issuing.issuers import ISSUED_BY
from stationkiosk.casework.papers import next_paper
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed
from stationkiosk.ledger.canonical import parse
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

MADE: Mapping[str, tuple[str, ...]] = {
    "evidence_list": ("party", "language"),
    "service_address": ("party", "language"),
    "power_of_attorney": ("party", "language"),
    "referral_letter": ("body", "reason", "until"),
}
"""The kinds, each with the inputs it takes: ``party`` is a party's number, ``until`` a day."""

MAKE = "make_paper"
"""How the journal calls it."""

_STAFF = frozenset({Role.CLERK, Role.OFFICER})

MAKERS_OF: Mapping[str, frozenset[Role]] = {
    "evidence_list": _STAFF | {Role.MEDIATOR},
    "service_address": _STAFF | {Role.MEDIATOR},
    "power_of_attorney": _STAFF | {Role.MEDIATOR},
    "referral_letter": _STAFF,
}
"""Who may make each kind."""

ONLY_ON: Mapping[str, frozenset[str]] = {"referral_letter": frozenset({"referral"})}
"""The tracks whose cases a kind is made in, where not in all."""


def fits(kind: str, tracks: Collection[str]) -> bool:
    """Tell whether a kind is made in a case with matters on ``tracks``."""
    return kind not in ONLY_ON or not ONLY_ON[kind].isdisjoint(tracks)


def make_paper(
    station: Station, case_id: UUID, kind: str, actor: Actor, inputs: Mapping[str, str]
) -> tuple[PaperRef, ...]:
    """Make a paper of a case and return where it stands.

    The same one asked for by the same hand within ``AT_ONCE`` is one: the key was pressed twice.
    Raises Closed ``not_made_by_hand``, ``not_your_role``, ``not_a_member``, and what the kind asks for.
    """
    with station.store.write() as unit:
        now = station.at_one_moment()
        just = _just_made(now, unit, case_id, actor, _named(kind, inputs))
        return just or make_within(now, unit, case_id, kind, actor, inputs)


def _just_made(
    station: Station, unit: Unit, case_id: UUID, actor: Actor, named: Mapping[str, str]
) -> tuple[PaperRef, ...]:
    journal, now = tables.Journal.__table__, station.clock.now()
    query = select(journal.c.body).where(
        journal.c.chain == str(case_id),
        journal.c.action == MAKE,
        journal.c.actor == actor.name,
        journal.c.at.between(now - AT_ONCE, now),
    )
    for body in unit.connection.execute(query).scalars():
        detail = parse(body)["detail"]
        if {name: value for name, value in detail.items() if name != "papers"} == named:
            return tuple(PaperRef(case_id, n) for n in detail["papers"])
    return ()


def _named(kind: str, inputs: Mapping[str, str]) -> dict[str, str]:
    """Return what the journal tells of a paper that is made."""
    return {"kind": kind} | {name: inputs[name] for name in ("party", "language") if inputs.get(name)}


def make_within(
    station: Station, unit: Unit, case_id: UUID, kind: str, actor: Actor, inputs: Mapping[str, str]
) -> tuple[PaperRef, ...]:
    """Make a paper within ``unit``; it is journaled as the actor's."""
    if kind not in MADE:
        raise Closed("not_made_by_hand", kind=kind)
    if actor.role not in MAKERS_OF[kind]:
        raise Closed("not_your_role", action=kind)
    check_member(unit.connection, actor)
    table, first = tables.Matter.__table__, next_paper(unit, case_id).n
    matters = unit.connection.execute(
        select(table).where(table.c.case_id == case_id).order_by(table.c.n)
    ).all()
    matter = next((row for row in matters if fits(kind, [row.track])), None)
    if matter is None:
        raise Closed("no_such_matter")
    ISSUED_BY[kind](station, unit, matter, actor, inputs)
    last = next_paper(unit, case_id).n
    detail = _named(kind, inputs) | {"papers": list(range(first, last))}
    unit.journal(case_id, actor, MAKE, station.clock.now(), detail)
    return tuple(PaperRef(case_id, n) for n in range(first, last))
