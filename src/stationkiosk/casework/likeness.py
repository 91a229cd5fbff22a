"""Filings that may be the same dispute twice: found by their sides and right, decided by the clerk.

Nothing is joined and nothing is dropped: what is alike is told in words, and what somebody decided
stands in the journals of both cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from stationkiosk.casework import find
from stationkiosk.casework.desk import seeing
from stationkiosk.casework.desk.views import Likeness
from stationkiosk.casework.saying import keep_said, needed
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import PARTS, Part
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.reference.spelling import fold
from stationkiosk.store import tables
from stationkiosk.store.lists import QUEUE, TIE
from stationkiosk.store.uuid7 import uuid7

DECIDE = "decide_alike"
"""What the journal calls a decision."""
NEAR = timedelta(days=90)
"""How far apart two filings of one dispute may lie."""
LOOKED_AT = 200
"""The newest cases of the same claimant that are looked at."""
MOST = 20
NAMES_ALIKE = 0.6
"""Shared pairs of characters, out of all, from which two names count as nearly the same."""

FACT, ACTED = tables.Fact.__table__, tables.Acted.__table__
_DECIDERS = frozenset(role for role, parts in PARTS.items() if Part.LIKENESS in parts)

SAID = {True: "yes", False: "no", None: ""}
DECIDED = {"yes": "same", "no": "different"}


@dataclass(frozen=True, slots=True)
class _Tied:
    """A case that shares something: which kinds of ties."""

    line: Row[Any]
    kinds: frozenset[str]

    def far_from(self, own: Row[Any]) -> tuple[bool, int, timedelta]:
        """Return what sorts the likest first."""
        apart = abs(self.line.filed_at - own.filed_at)
        return "respondent" not in self.kinds, -len(self.kinds), apart


def alike(station: Station, who: SignedIn, case_id: UUID) -> tuple[Likeness, ...]:
    """Return the filings that may be the same as a case, those most alike first.

    Closed ``part_not_yours``; ``no_such_case`` for one that is not in their lists.
    """
    with station.store.read() as connection:
        seeing.sees(connection, who, case_id).check(Part.LIKENESS)
        seen = find.sees(connection, who)
        own = _own(connection, seen, case_id)
        found = [_tell(station, connection, own, tied) for tied in _tied(connection, seen, own)]
        decided = _decided(connection, case_id)
        order = sorted(found, key=lambda one: one[0].far_from(own))[:MOST]
        shown = find.lines(connection, seen, [(tied.line.n, 0) for tied, _said in order], {})
    return tuple(_likeness(line, said, decided) for line, (_tied, said) in zip(shown, order, strict=True))


def decide_alike(
    station: Station, who: SignedIn, case_id: UUID, other: UUID, same: bool | None, reason: str
) -> None:
    """Keep what somebody decided about two filings, in the journals of both; None takes it back.

    Closed: ``reason_missing``, ``not_your_role``, ``no_such_case``, ``same_case``.
    """
    why = needed(reason)
    if case_id == other:
        raise Closed("same_case")
    with station.store.write() as unit:
        now, seen = station.clock.now(), find.sees(unit.connection, who)
        actor = seeing.acting(unit.connection, who, _DECIDERS, station.device, case_id)
        for one, against in ((case_id, other), (other, case_id)):
            _own(unit.connection, seen, one)
            said = {"other": str(against), "same": SAID[same], "reason": why}
            keep_said(unit, one, DECIDE, said, str(uuid7(station.clock, station.random)))
            unit.journal(one, actor, DECIDE, now)


def _own(connection: Connection, seen: find.Sees, case_id: UUID) -> Row[Any]:
    row = connection.execute(select(QUEUE).where(QUEUE.c.case_id == case_id)).first()
    if row is None or row.tracks not in seen.counted:
        raise Closed("no_such_case")
    return row


def _tied(connection: Connection, seen: find.Sees, own: Row[Any]) -> Iterator[_Tied]:
    """Yield the cases near in time that share a side, or a claimant and what looks like the other side."""
    day = station_day(own.filed_at)
    first, last = find.filed_between(connection, day - NEAR, day + NEAR)
    kinds: dict[int, set[str]] = {}
    for tie in connection.execute(select(TIE.c.kind, TIE.c.key).where(TIE.c.n == own.n)).all():
        query = select(TIE.c.n).where(TIE.c.kind == tie.kind, TIE.c.key == tie.key)
        near = query.where(TIE.c.n.between(first, last), TIE.c.n != own.n).order_by(TIE.c.n.desc())
        for n in connection.execute(near.limit(LOOKED_AT)).scalars():
            kinds.setdefault(n, set()).add(tie.kind)
    several = [n for n, shared in kinds.items() if len(shared) > 1]
    rows = connection.execute(select(QUEUE).where(QUEUE.c.n.in_(several), QUEUE.c.tracks.in_(seen.counted)))
    for row in rows.all():
        shared = frozenset(kinds[row.n])
        if "respondent" in shared or nearly(row.respondent, own.respondent):
            yield _Tied(row, shared)


def nearly(one: str, other: str) -> bool:
    """Tell whether two names are written nearly alike."""
    first, second = ({a + b for a, b in pairwise(fold(name))} for name in (one, other))
    return bool(first & second) and len(first & second) / len(first | second) >= NAMES_ALIKE


def _tell(
    station: Station, connection: Connection, own: Row[Any], tied: _Tied
) -> tuple[_Tied, tuple[Text, ...]]:
    words = station.reference.words
    said = [words.text(f"alike.{kind}") for kind in _KINDS if kind in tied.kinds]
    if "respondent" not in tied.kinds:
        said.append(words.text("alike.respondent_nearly"))
    if own.form == tied.line.form:
        said.append(words.text("alike.form"))
    told, theirs = (_facts(connection, case_id) for case_id in (own.case_id, tied.line.case_id))
    both = told.keys() & theirs.keys()
    same = sum(told[question] == theirs[question] for question in both)
    if same:
        said.append(words.text("alike.facts").put(same=same, all=len(both)))
    apart = abs((station_day(own.filed_at) - station_day(tied.line.filed_at)).days)
    said.append(words.text("alike.days").put(days=apart) if apart else words.text("alike.same_day"))
    return tied, tuple(said)


_KINDS = ("applicant", "agent", "respondent", "right")


def _facts(connection: Connection, case_id: UUID) -> dict[str, Any]:
    rows = connection.execute(select(FACT.c.question, FACT.c.value).where(FACT.c.case_id == case_id))
    return {row.question: row.value for row in rows}


def _decided(connection: Connection, case_id: UUID) -> dict[str, str]:
    query = select(ACTED.c.inputs).where(ACTED.c.case_id == case_id, ACTED.c.action == DECIDE)
    said = connection.execute(query.order_by(ACTED.c.n)).scalars()
    return {one["other"]: DECIDED.get(one["same"], "") for one in said}


def _likeness(line: dict[str, Any], said: tuple[Text, ...], decided: dict[str, str]) -> Likeness:
    track = TRACKS.get(line["track"])
    return Likeness(
        case_id=line["case_id"],
        number=line["number"],
        claimant=line["claimant"],
        respondent=line["respondent"],
        filed_at=line["filed_at"],
        alike=said,
        state=track.state(line["state"]).label if track else Text("", ""),
        decided=decided.get(str(line["case_id"]), ""),
    )
