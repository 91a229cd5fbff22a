"""The one door: the only way a matter changes once it is open.

``perform`` checks the actor's role, the matter's state and the guards of its track's row,
and the versions the actor had read; applies the row; and journals it: one transaction,
with no I/O inside, and one effect however often it is asked with the same client key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from stationkiosk.casework.effects import follow
from stationkiosk.casework.issuing.issuers import ISSUED_BY
from stationkiosk.casework.matters import Doing, move_matter
from stationkiosk.casework.mediating.brought import BROUGHT_BY
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import check_printable
from stationkiosk.casework.staff import check_member, named_on_case, posts_of
from stationkiosk.casework.standing import standing_of
from stationkiosk.casework.station import Station
from stationkiosk.casework.undoing import picture
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.grounds import Ground
from stationkiosk.domain.staff import APART
from stationkiosk.domain.tracks.needs import LONGEST, MOST, Asked, Need, NeedKind, tidy, wrong
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import Action, Standing, offers
from stationkiosk.ledger.journal import Entry, chain_name
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit, head_of

CASE = tables.Case.__table__
MATTER = tables.Matter.__table__
ACTED = tables.Acted.__table__
JOURNAL = tables.Journal.__table__


@dataclass(frozen=True, slots=True)
class Act:
    """What someone wants done to a matter, and the versions of case and matter they were looking at."""

    action: str
    case_id: UUID
    matter: int
    case_version: int
    matter_version: int
    actor: Actor
    client_key: str
    inputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Performed:
    """The matter after the act; ``again`` when this client key had done it before."""

    case_id: UUID
    matter: int
    state: str
    matter_version: int
    case_version: int
    again: bool = False


def perform(station: Station, act: Act) -> Performed:
    """Carry out an act. Raises Closed with the reason, or Changed when the record moved on meanwhile.

    A client key stands for one act: with another act it is Closed ``another_act``, and Changed
    where the act it stands for was taken back. KnownError ``glyph_missing`` for what its paper
    could not print.
    """
    with station.store.write() as unit:
        station, act = station.at_one_moment(), replace(act, inputs=tidy(act.inputs))
        matter, case_version = read_matter(unit.connection, act.case_id, act.matter)
        if _done_before(unit.connection, act, matter):
            return _result(matter, case_version, again=True)
        carry_out(station, unit, act)
        return _result(*read_matter(unit.connection, act.case_id, act.matter))


def carry_out(station: Station, unit: Unit, act: Act) -> Entry:
    """Carry out an act within ``unit`` and return its journal entry; rows entered before it go in too.

    Raises what ``perform`` raises. The caller sees to it that it is done once.
    """
    check_member(unit.connection, act.actor)
    act = replace(act, inputs=tidy(act.inputs))
    matter, case_version = read_matter(unit.connection, act.case_id, act.matter)
    track, standing = TRACKS[matter.track], standing_of(station, unit.connection, matter)
    row = _row(act, matter, standing)
    _check(station, unit.connection, act, matter, case_version, row)
    doing, before = Doing(act.actor, act.inputs, standing.known), picture(unit, matter)
    move_matter(station, unit, matter, track, row, doing)
    if (entered := BROUGHT_BY.get(f"{track.id}.{row.id}")) is not None:
        entered(station, unit, matter, doing)
    follow(station, unit, matter, row, doing)
    unit.update(tables.Case, {"id": act.case_id}, expect_version=case_version)
    _note_done(unit, act, before)
    article = station.reference.article(row.article, station.today())
    detail = {"matter": act.matter, "action": row.id, "article": article.zh}
    entry = unit.journal(act.case_id, act.actor, f"{track.id}.{row.id}", station.clock.now(), detail)
    for kind in row.issues(standing.known):
        if kind in ISSUED_BY:
            ISSUED_BY[kind](station, unit, matter, act.actor, act.inputs)
    return entry


def choices(station: Station, matter: Record, need: Need) -> tuple[Ground, ...]:
    """Return what an input of an act on a matter may be: the list of the day it was opened."""
    return station.reference.choices(need.options, station_day(matter.opened_at)) if need.options else ()


def _row(act: Act, matter: Record, standing: Standing) -> Action:
    for offer in offers(TRACKS[matter.track], matter.state, act.actor.role, standing):
        if offer.action.id == act.action:
            if offer.closed:
                raise Closed(offer.closed, action=act.action, state=matter.state)
            return offer.action
    raise Closed("no_such_action", action=act.action)


def _check(
    station: Station,
    connection: Connection,
    act: Act,
    matter: Record,
    case_version: int,
    row: Action,
) -> None:
    if matter.version != act.matter_version:
        raise Changed("matter", act.matter_version, matter.version)
    if case_version != act.case_version:
        raise Changed("case", act.case_version, case_version)
    listed = {
        need.options: {one.option for one in choices(station, matter, need)}
        for need in row.inputs
        if need.options
    }
    found = wrong(row.inputs, act.inputs, Asked(station.clock.now(), act.actor.name, listed))
    if found := found or _no_member(connection, act, row):
        why, need = found
        label = need.label
        raise Closed(
            why,
            input=need.id,
            missing_zh=label.zh,
            missing_en=label.en,
            most=str(MOST.get(need.kind, LONGEST)),
        )
    if row.papers or row.papers_if:
        check_printable(station, dict(act.inputs))
    other = APART.get(act.actor.role)
    if other and _acted_as(connection, act, other):
        raise Closed("roles_apart", role=act.actor.role, other=other)


def _no_member(connection: Connection, act: Act, row: Action) -> tuple[str, Need] | None:
    """Return the input that names a colleague who holds no post in which this act is done."""
    for need in row.needs:
        login = act.inputs.get(need.id, "").strip()
        if need.kind is NeedKind.STAFF and login and not posts_of(connection, login) & row.posts(need):
            return "input_unreadable", need
    return None


def _acted_as(connection: Connection, act: Act, role: Role) -> bool:
    if role in named_on_case(connection, act.case_id, act.actor.name):
        return True
    query = select(JOURNAL.c.seq).where(
        JOURNAL.c.chain == str(act.case_id), JOURNAL.c.role == role.value, JOURNAL.c.actor == act.actor.name
    )
    return connection.execute(query.limit(1)).first() is not None


def read_matter(connection: Connection, case_id: UUID, n: int) -> tuple[Record, int]:
    """Return a matter and its case's version. Closed ``no_such_matter``."""
    matter = connection.execute(select(MATTER).where(MATTER.c.case_id == case_id, MATTER.c.n == n)).first()
    if matter is None:
        raise Closed("no_such_matter")
    return matter, connection.execute(select(CASE.c.version).where(CASE.c.id == case_id)).scalar_one()


def _done_before(connection: Connection, act: Act, matter: Record) -> bool:
    done = connection.execute(select(ACTED).where(ACTED.c.client_key == act.client_key)).first()
    if done is None:
        return False
    if (done.case_id, done.matter_n, done.action, done.inputs) != _asked(act):
        raise Closed("another_act")
    if done.undone_at is not None:
        raise Changed("matter", act.matter_version, matter.version)
    return True


def _note_done(unit: Unit, act: Act, before: dict[str, Any]) -> None:
    known = unit.connection.execute(select(func.max(ACTED.c.n)).where(ACTED.c.case_id == act.case_id))
    case_id, matter_n, action, inputs = _asked(act)
    unit.insert(
        tables.Acted,
        case_id=case_id,
        n=(known.scalar() or 0) + 1,
        client_key=act.client_key,
        matter_n=matter_n,
        action=action,
        inputs=inputs,
        seq=head_of(unit.connection, chain_name(case_id)).seq + 1,
        before=before,
    )


def _asked(act: Act) -> tuple[UUID, int, str, dict[str, str]]:
    return act.case_id, act.matter, act.action, dict(act.inputs)


def _result(matter: Record, case_version: int, *, again: bool = False) -> Performed:
    return Performed(matter.case_id, matter.n, matter.state, matter.version, case_version, again)
