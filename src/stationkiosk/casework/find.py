"""The lists of the desk: counts, pages by key, and what was typed; cut to what the person may see.

A page costs the same at any depth of any list. What waits goes by the nearest last day; all cases, and
whatever was searched for, by filing, the last first. Of all cases, those of an urgency go by last day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import merge
from itertools import islice, takewhile
from typing import Any

from sqlalchemy import Connection, func, or_, select, tuple_

from stationkiosk.casework.desk.urgency import SOON, urgency_of
from stationkiosk.casework.desk.views import Counts, Listed, ListPage, Shelf, Urgency, Wanted
from stationkiosk.casework.receipt import kind_of_dispute
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn, check_present
from stationkiosk.casework.station import Station
from stationkiosk.domain.access import Part, lists_case, may_see, tracks_seen
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store import lists, search, search_words
from stationkiosk.store.list_rows import NEVER, next_on
from stationkiosk.store.list_tables import QueueCase, QueueCount, QueueDay, QueueWaiting

PAGE = 50
"""Lines of a page."""
MOST_WORDS = 8
LONGEST_WORD = 40
CASE, WAITING = QueueCase.__table__, QueueWaiting.__table__
COUNT, DAY = QueueCount.__table__, QueueDay.__table__
_NOT_SHOWN = {"hay", "tags", "tracks", "asked", "small"}
_LINE = select(*(column for column in CASE.c if column.name not in _NOT_SHOWN))
_WAIT = select(WAITING)


@dataclass(frozen=True, slots=True)
class Sees:
    """What the lists show somebody: the tracks and sets of tracks, whether parties are named."""

    login: str
    roles: frozenset[Role]
    tracks: frozenset[str]
    names: bool
    counted: Mapping[str, int]
    """How many cases there are of each set of tracks that is shown."""
    everything: bool

    @property
    def holders(self) -> tuple[str, ...]:
        """Return under whom their own matters wait."""
        return (f"@{self.login}", *sorted(role.value for role in self.roles))


def sees(connection: Connection, who: SignedIn) -> Sees:
    """Return what the lists show somebody. Closed ``part_not_yours`` for who sees no cases."""
    roles = check_present(connection, who)
    if not may_see(roles, Part.CASES):
        raise Closed("part_not_yours")
    rows = connection.execute(select(COUNT.c.key, COUNT.c.lines).where(COUNT.c.list == lists.TRACKS))
    counted = {row.key: row.lines for row in rows}
    shown = {key: n for key, n in counted.items() if lists_case(roles, frozenset(key.split()))}
    everything = len(shown) == len(counted)
    return Sees(who.login, roles, tracks_seen(roles), may_see(roles, Part.PARTIES), shown, everything)


def counts(station: Station, who: SignedIn) -> Counts:
    """Return how many lines each list holds for somebody."""
    today = station.today().isoformat()
    with station.store.read() as connection:
        seen = sees(connection, who)
        waiting = _by_day(connection, seen)
    return Counts(
        mine=sum(waiting.values()),
        today=sum(n for due, n in waiting.items() if due <= today),
        overdue=sum(n for due, n in waiting.items() if due < today),
        all=sum(seen.counted.values()),
    )


def page(station: Station, who: SignedIn, wanted: Wanted, after: str = "", most: int = PAGE) -> ListPage:
    """Return a page of the list that is asked for; ``after`` is what the page before gave.

    Closed ``part_not_yours``, ``no_such_page``.
    """
    with station.store.read() as connection:
        seen = sees(connection, who)
        words = tuple(word[:LONGEST_WORD] for word in search_words.words_in(wanted.text)[:MOST_WORDS])
        look = _Look(station, connection, seen, wanted, words)
        keys = list(islice(look.keys(after), most + 1))
        rows = lines(connection, seen, keys[:most], look.waits)
    more = "|".join(map(str, keys[most - 1])) if len(keys) > most else ""
    return ListPage(tuple(_listed(station, seen, line) for line in rows), more)


_Line = dict[str, Any]
_Key = tuple[Any, ...]
"""Of a line in the order of last days ``(due, n, matter)``, else ``(n, matter)``; matter 0 for the case."""
_Waits = dict[tuple[int, int], Record]


@dataclass(frozen=True, slots=True)
class _Look:
    """One question to the lists."""

    station: Station
    connection: Connection
    seen: Sees
    wanted: Wanted
    words: tuple[str, ...]
    waits: _Waits = field(default_factory=dict)
    """The matters that waited under the keys given so far."""

    def keys(self, after: str) -> Iterator[_Key]:
        """Yield the keys of the lines wanted, behind the one that is given."""
        at = _read_key(after, self._by_due()) if after else ()
        if self.wanted.shelf is not Shelf.ALL:
            return self._waiting_found(at) if self.words else self._waiting(at or ("", 0, 0))
        if self.wanted.urgency is not Urgency.NONE:
            return self._all_due(at or ("", 0, 0))
        return self._all_found(at) if self.words or self._narrow() else self._newest(at)

    def _by_due(self) -> bool:
        """Tell whether the lines go by their last day, and not by their filing."""
        if self.wanted.shelf is not Shelf.ALL:
            return not self.words
        return self.wanted.urgency is not Urgency.NONE

    def _until(self) -> str:
        """Return the last day that is wanted of what waits."""
        today = self.station.today().isoformat()
        return today if self.wanted.shelf is Shelf.TODAY else NEVER

    def _waiting(self, at: _Key) -> Iterator[_Key]:
        """Go through what waits, the nearest last day first."""
        yield from merge(*(self._held(holder, at) for holder in self.seen.holders))

    def _held(self, holder: str, at: _Key) -> Iterator[_Key]:
        query = _WAIT.where(WAITING.c.holder == holder, tuple_(*_BY_DUE) > tuple_(*at))
        ordered = query.where(*self._of_waits()).order_by(*_BY_DUE)
        for row in self.connection.execute(ordered, execution_options=_READ_ON):
            self.waits[row.n, row.matter_n] = row
            yield row.due, row.n, row.matter_n

    def _waiting_found(self, at: _Key) -> Iterator[_Key]:
        """Go through the cases found, the last filed first, for the matters of them that wait."""
        tags = self._tags_of_waits()
        if not tags:
            return
        cases = self._found(at[0] + 1 if at else _LAST, [search_words.tagged(tags)])
        held = (WAITING.c.holder + "").in_(self.seen.holders)  # by ``n``: a holder may hold all there is
        query = _WAIT.where(held, *self._of_waits())
        while some := list(islice(cases, PAGE + 1)):
            rows = self.connection.execute(query.where(WAITING.c.n.in_(some))).all()
            for row in sorted(rows, key=lambda row: (-row.n, row.matter_n)):
                if not at or row.n < at[0] or row.matter_n > at[1]:
                    self.waits[row.n, row.matter_n] = row
                    yield row.n, row.matter_n

    def _tags_of_waits(self) -> set[str]:
        """Return the tags of which a case that waits for this person has one."""
        holders = self.seen.holders
        if self.wanted.shelf is not Shelf.TODAY:
            return {search_words.holder_tag(holder) for holder in holders}
        days, today = _by_day(self.connection, self.seen), self.station.today().isoformat()
        return set().union(*(search_words.due_tags(holder, days, today) for holder in holders))

    def _of_waits(self) -> list[Any]:
        """Return what must hold of a matter that waits."""
        wanted, seen = self.wanted, self.seen
        first, last = self._dues()
        kept = [WAITING.c.due >= first, WAITING.c.due <= min(last, self._until())]
        tracks = wanted.tracks & seen.tracks if wanted.tracks else seen.tracks
        kept.append(WAITING.c.track.in_(sorted(tracks)))
        if wanted.states:
            kept.append(WAITING.c.state.in_(sorted(wanted.states)))
        if wanted.forms:
            kept.append(WAITING.c.form.in_(sorted(wanted.forms)))
        if wanted.since or wanted.until:
            kept.append(WAITING.c.n.between(*self._filed_between()))
        return kept

    def _newest(self, at: _Key) -> Iterator[_Key]:
        first, last = self._filed_between()
        last = min(last, at[0] - 1) if at else last
        query = select(CASE.c.n).where(CASE.c.n.between(first, last)).order_by(CASE.c.n.desc())
        for n in self.connection.execute(query, execution_options=_READ_ON).scalars():
            yield n, 0

    def _all_found(self, at: _Key) -> Iterator[_Key]:
        for n in self._found(at[0] if at else _LAST, []):
            yield n, 0

    def _all_due(self, at: _Key) -> Iterator[_Key]:
        """Go through the open cases that have a last day, the nearest first."""
        first, last = (date.fromisoformat(day or "0001-01-01") for day in self._dues())
        query = select(CASE.c.due, CASE.c.n, CASE.c.hay, CASE.c.tags).where(
            CASE.c.due.between(first, last), CASE.c.n.between(*self._filed_between())
        )
        if at[0]:
            day = date.fromisoformat(at[0])
            query = query.where(CASE.c.due >= day, or_(CASE.c.due > day, CASE.c.n > at[1]))
        ordered = query.order_by(CASE.c.due, CASE.c.n)
        narrow = [set(tags) for tags in self._narrow()]
        for row in self.connection.execute(ordered, execution_options=_READ_ON):
            tags = set(row.tags.split())
            if all(tags & any_of for any_of in narrow) and self._holds(row.hay):
                yield row.due.isoformat(), row.n, 0

    def _found(self, below: int, more: list[str]) -> Iterator[int]:
        """Yield the cases filed between that hold all words and tags, the last filed first."""
        first, last = self._filed_between()
        parts = [search_words.asked(word, self.seen.names) for word in self.words]
        parts += [*map(search_words.tagged, self._narrow()), *more]
        asked = (self.connection, " AND ".join(parts), min(last + 1, below))
        if all(map(search_words.exact, self.words)):
            yield from takewhile(lambda n: n >= first, search.numbers(*asked))
            return
        for n, hay in takewhile(lambda found: found[0] >= first, search.found(*asked)):
            if self._holds(hay):
                yield n

    def _holds(self, hay: str) -> bool:
        return not self.words or search_words.holds(hay, self.words, self.seen.names)

    def _narrow(self) -> list[list[str]]:
        """Return the tags that a case must have, any of each list."""
        wanted, found = self.wanted, []
        if not self.seen.everything:
            found.append([search_words.ways_tag(tracks) for tracks in self.seen.counted] or ["w:"])
        if wanted.forms:
            found.append([search_words.form_tag(form) for form in wanted.forms])
        tracks = (wanted.tracks or self.seen.tracks) & self.seen.tracks
        if wanted.states:
            found.append([search_words.state_tag(t, s) for t in tracks for s in wanted.states] or ["s:"])
        elif wanted.tracks:
            found.append([search_words.track_tag(track) for track in tracks] or ["t:"])
        return found

    def _filed_between(self) -> tuple[int, int]:
        return filed_between(self.connection, self.wanted.since, self.wanted.until)

    def _dues(self) -> tuple[str, str]:
        """Return the first and the last day due that the urgency wanted stands for."""
        today = self.station.today()
        day, soon = timedelta(days=1), today + SOON
        spans = {
            Urgency.NONE: ("", NEVER),
            Urgency.OVERDUE: ("", (today - day).isoformat()),
            Urgency.TODAY: (today.isoformat(), today.isoformat()),
            Urgency.SOON: ((today + day).isoformat(), soon.isoformat()),
            Urgency.LATER: ((soon + day).isoformat(), "9998-12-31"),
        }
        return spans[self.wanted.urgency]


def _read_key(after: str, by_due: bool) -> _Key:
    try:
        *due, n, matter_n = after.split("|")
        if len(due) != by_due or any(day != NEVER and not date.fromisoformat(day) for day in due):
            raise ValueError(after)
        return (*due, min(int(n), _LAST), min(int(matter_n), _LAST))
    except ValueError:
        raise Closed("no_such_page") from None


_BY_DUE = (WAITING.c.due, WAITING.c.n, WAITING.c.matter_n)
_LAST = (1 << 63) - 2
_READ_ON = {"yield_per": PAGE + 1}


def _by_day(connection: Connection, seen: Sees) -> dict[str, int]:
    """Return how many of somebody's matters wait, by their last day."""
    query = select(COUNT.c.key, func.sum(COUNT.c.lines)).where(COUNT.c.list.in_(seen.holders))
    return dict(connection.execute(query.group_by(COUNT.c.key)).all())


def filed_between(connection: Connection, since: date | None, until: date | None) -> tuple[int, int]:
    """Return the numbers of the first and the last case filed between two days; none is a bound."""
    if since is None and until is None:
        return 1, _LAST
    days = DAY.c.day.between(since or date.min, until or date.max)
    ends = select(func.min(DAY.c.first), func.max(DAY.c.last)).where(days)
    first, last = connection.execute(ends).one()
    return (1, 0) if first is None else (first, last)


def lines(
    connection: Connection, seen: Sees, keys: Sequence[_Key], waits: Mapping[tuple[int, int], Record]
) -> list[_Line]:
    """Return what the lines of these keys show, in their order; ``waits`` are the matters under them."""
    cases = {
        row.n: row._asdict() for row in connection.execute(_LINE.where(CASE.c.n.in_({k[-2] for k in keys})))
    }
    return [_line(cases[key[-2]], waits.get((key[-2], key[-1])), seen.tracks) for key in keys]


def _line(case: _Line, wait: Record | None, tracks: Collection[str]) -> _Line:
    if wait is None:
        return case if case["track"] in tracks else case | next_on(case["behind"], tracks)
    return case | {
        "matter_n": wait.matter_n,
        "track": wait.track,
        "state": wait.state,
        "owner_role": wait.owner_role,
        "owner": wait.holder[1:] if wait.holder.startswith("@") else "",
        "since": wait.since,
        "due": None if wait.due == NEVER else date.fromisoformat(wait.due),
        "provisional": wait.provisional,
        "ended": False,
    }


def _listed(station: Station, seen: Sees, line: _Line) -> Listed:
    words, track = station.reference.words, TRACKS.get(line["track"])
    return Listed(
        case_id=line["case_id"],
        matter_n=line["matter_n"],
        number=line["number"],
        claimant=line["claimant"] if seen.names else "",
        respondent=line["respondent"] if seen.names else "",
        kind=kind_of_dispute(words, station.reference.forms[line["form"]]),
        right=line["right"],
        track=track.label if track else _NO_TEXT,
        state=track.state(line["state"]).label if track else _NO_TEXT,
        owner_role=line["owner_role"],
        owner=line["owner"],
        filed_at=line["filed_at"],
        since=line["since"] or line["filed_at"],
        due=line["due"],
        provisional=line["provisional"],
        urgency=urgency_of(line["due"], station.today()),
        ended=line["ended"],
    )


_NO_TEXT = Text("", "")
