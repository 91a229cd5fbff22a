"""What is counted around a case: the same claimant, agent or right in how many cases. No verdict.

The numbers tell a clerk that a letter to many shops may lie behind a filing; they say nothing of
whether the right is good, and nothing is closed by them.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection, select, tuple_

from stationkiosk.casework import find
from stationkiosk.casework.desk import seeing
from stationkiosk.casework.desk.views import Pattern
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.money import to_yuan
from stationkiosk.store.lists import QUEUE, TIE

SPAN = timedelta(days=365)
"""How far back is counted."""
_KINDS = ("applicant", "agent", "right")


def pattern(station: Station, who: SignedIn, case_id: UUID) -> Pattern | None:
    """Return what is counted around a case up to its filing, None where it stands alone.

    Only cases that this person's lists show are counted. Closed ``part_not_yours``, ``no_such_case``.
    """
    with station.store.read() as connection:
        seeing.sees(connection, who, case_id).check(Part.PATTERN)
        seen = find.sees(connection, who)
        own = connection.execute(select(QUEUE).where(QUEUE.c.case_id == case_id)).first()
        if own is None or own.tracks not in seen.counted:
            raise Closed("no_such_case")
        since = station_day(own.filed_at) - SPAN
        first, _last = find.filed_between(connection, since, station.today())
        ties = connection.execute(select(TIE.c.kind, TIE.c.key).where(TIE.c.n == own.n)).all()
        cases = {
            kind: _cases(connection, seen, [tuple(tie) for tie in ties if tie.kind == kind], first)
            for kind in _KINDS
        }
        around = set().union(*cases.values())
        if len(around) < 2:
            return None
        sides, small, asked = _sums(connection, around)
    return Pattern(
        since=since,
        by_claimant=len(cases["applicant"]),
        by_agent=len(cases["agent"]),
        by_right=len(cases["right"]),
        respondents=sides,
        small_shops=small,
        asked=to_yuan(asked),
    )


def _cases(
    connection: Connection, seen: find.Sees, ties: list[tuple[str, int]], first: int
) -> frozenset[int]:
    """Return the cases that share one of these ties."""
    query = select(TIE.c.n).where(tuple_(TIE.c.kind, TIE.c.key).in_(ties), TIE.c.n >= first)
    if not seen.everything:
        query = query.join(QUEUE, QUEUE.c.n == TIE.c.n).where(QUEUE.c.tracks.in_(seen.counted))
    return frozenset(connection.execute(query).scalars()) if ties else frozenset()


def _sums(connection: Connection, cases: set[int]) -> tuple[int, int, int]:
    """Return how many other sides there are, how many cases against small ones, and the sum asked for."""
    sides: set[str] = set()
    small = asked = 0
    ordered = sorted(cases)
    for at in range(0, len(ordered), _AT_ONCE):
        part = ordered[at : at + _AT_ONCE]
        rows = select(QUEUE.c.respondent, QUEUE.c.small, QUEUE.c.asked).where(QUEUE.c.n.in_(part))
        for respondent, is_small, sum_asked in connection.execute(rows):
            sides.add(respondent)
            small += is_small
            asked += sum_asked
    return len(sides), small, asked


_AT_ONCE = 500
