"""What is said to reach a settlement, as it is kept: boxes that tell by whom and when, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.sealing import Content, box, check_mediator, opened, sealed_with
from stationkiosk.casework.mediating.shown import TalkShown
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import next_n
from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.talks import Heard, Reader, Talk, heard, open_offer, read_talk
from stationkiosk.ledger.canonical import canonical_bytes, parse
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

ACT = "talk"
"""The action that keeps what is said: to the journal a note, an offer and an answer are one."""

SEALED = "sealed"
"""The input that holds the box, in hex."""

TALK = tables.Talk.__table__


def enter(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Keep what was said, sealed as it came. Closed ``not_the_mediator``, ``offer_gone``.

    KnownError as ``unsealed``: a box that does not open would hide all that was said before it.
    """
    check_mediator(unit.connection, matter.case_id, matter.n, doing.actor.name)
    kept = bytes.fromhex(doing.inputs[SEALED])
    said = unsealed(station, matter.case_id, matter.n, kept)
    before = rows_of(unit.connection, matter.case_id, matter.n) if said.answers is not None else ()
    if said.answers is not None and not open_offer(told(station, before, doing.actor.name), said.answers):
        raise Closed("offer_gone")
    unit.insert(
        tables.Talk,
        case_id=matter.case_id,
        n=next_n(unit, tables.Talk, matter.case_id),
        matter_n=matter.n,
        by=doing.actor.name,
        at=station.clock.now(),
        box=kept,
        **sealed_with(station),
    )


def sealed(station: Station, case_id: UUID, matter_n: int, said: Talk) -> str:
    """Return what was said as an act takes it: a box in hex, which the mediator alone can open."""
    return box(station, Content.TALK, case_id, matter_n, canonical_bytes(said.written())).hex()


def unsealed(station: Station, case_id: UUID, matter_n: int, sealed: bytes) -> Talk:
    """Return what lies in a box. KnownError as ``sealing.opened``, for words that are no talk too."""
    plain = opened(station, Content.TALK, case_id, matter_n, sealed)
    try:
        return read_talk(parse(plain))
    except (ValueError, KeyError, TypeError) as fault:
        raise KnownError("seal_closed") from fault


def rows_of(connection: Connection, case_id: UUID, matter_n: int) -> Sequence[Record]:
    """Return the boxes of a matter in the order in which they were kept."""
    query = select(TALK).where(TALK.c.case_id == case_id, TALK.c.matter_n == matter_n)
    return connection.execute(query.order_by(TALK.c.n)).all()


def kept_back(station: Station, rows: Sequence[Record], mediator: str) -> int:
    """Return how much of what a mediator before this one heard stays closed."""
    heard_by = [row for row in rows if row.by != mediator]
    if not heard_by:
        return 0
    everything = sum(unsealed(station, row.case_id, row.matter_n, row.box).answers is None for row in rows)
    return everything - len(told(station, rows, mediator))


def told(station: Station, rows: Sequence[Record], mediator: str) -> tuple[Heard, ...]:
    """Return what was said, to the mediator with this login: the caller asked before who this is.

    Of what a mediator before them heard only what both sides may know is told.
    """
    by = {row.n: row.by for row in rows}
    said = heard((row.n, unsealed(station, row.case_id, row.matter_n, row.box)) for row in rows)
    return tuple(one for one in said if one.said.reader is Reader.BOTH or by[one.n] == mediator)


def shown(station: Station, rows: Sequence[Record], mediator: str) -> Iterator[TalkShown]:
    """Yield what was said as the mediator's page shows it; see ``told``."""
    kept = {row.n: row for row in rows}
    for one in told(station, rows, mediator):
        row, said = kept[one.n], one.said
        yield TalkShown(
            n=one.n,
            session_n=said.session_n,
            offer=one.offer,
            side_n=said.side_n,
            text=said.text,
            amount=said.amount,
            reader=said.reader,
            answer=one.answer.value,
            by=row.by,
            at=row.at,
        )
