"""A day of the station's rooms: who sits where and when, and the place for a session chosen by keys."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.mediating.shown import Booked, MediationShown, SessionShown
from stationkiosk.domain.booking import LONGEST, SHORTEST
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import LINES, MAP, ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.mediation_clash import Clash, clash, clashes, ends, lanes
from stationkiosk.ui.desk.saying import told_in_full

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking

FIRST_HOUR, LAST_HOUR = 8, 20
"""The hours a day shows at least; sessions outside of them widen it."""

STEP = 15
"""Minutes by which the keys move the session that is being placed."""

USUAL = 60
"""Minutes a session is planned for to begin with."""

NOBODY = ""


class Rooms(Bridge):
    """Bridge of the calendar of rooms, a sheet over the page.

    Signals:
        listed: another day, or other bookings; apart, so that moving the session rebuilds none.
        chosen(act, given): the session has its room and time.
    """

    changed = Signal()
    listed = Signal()
    chosen = Signal(object)

    def __init__(self, words: Words, asking: Asking, clock: Clock) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asking = asking
        self._clock = clock
        self._shown: MediationShown | None = None
        self._turn = 0
        self._shut()

    def _shut(self) -> None:
        self._act = ""
        self._given: dict[str, str] = {}
        self._booked: tuple[Booked, ...] = ()
        self._asked = self._touched = False
        self._trouble: KnownError | None = None
        self._turn += 1
        self._place(self._next_slot())

    def _place(self, starts: datetime, minutes: int = USUAL, room: int = 0) -> None:
        self._starts, self._minutes, self._room = starts, minutes, room

    def _next_slot(self) -> datetime:
        """Return the next quarter of an hour within the day's hours."""
        now = self._clock.now().astimezone(STATION_TIME).replace(second=0, microsecond=0)
        soon = now + timedelta(minutes=STEP - now.minute % STEP)
        if soon.hour >= LAST_HOUR - 1:
            return datetime.combine(soon.date() + timedelta(days=1), time(9), STATION_TIME)
        return max(soon, datetime.combine(soon.date(), time(FIRST_HOUR), STATION_TIME))

    def take(self, shown: MediationShown | None) -> None:
        """Take the mediation a session is placed for."""
        if shown is None and self.is_open:
            self.close()
        self._shown = shown

    @property
    def is_open(self) -> bool:
        """Whether the calendar is up."""
        return bool(self._act)

    def open(self, act: str, given: dict[str, str]) -> None:
        """Bring the calendar up to place a session, or one that is to move."""
        self._shut()
        self._act, self._given = act, given
        moved = next((s for s in self._sessions if str(s.n) == given.get("session")), None)
        if moved is not None:
            rooms = self._rooms
            at = rooms.index(moved.room) if moved.room in rooms else 0
            self._place(moved.starts_at.astimezone(STATION_TIME), moved.minutes, at)
        self._ask()
        self.changed.emit()

    # what QML may do

    @Slot()
    def close(self) -> None:
        """Put the calendar away."""
        self._shut()
        self.listed.emit()
        self.changed.emit()

    @Slot(int)
    def later(self, steps: int) -> None:
        """Move the session by so many steps of a quarter of an hour; it stays within its day."""
        moved = self._starts + timedelta(minutes=STEP * steps)
        if moved.date() == self._starts.date():
            self._starts, self._touched = moved, True
            self.changed.emit()

    @Slot(int)
    def beside(self, rooms: int) -> None:
        """Move it to the next room, or the one before."""
        self._room, self._touched = max(0, min(self._room + rooms, len(self._rooms) - 1)), True
        self.changed.emit()

    @Slot(int)
    def longer(self, steps: int) -> None:
        """Make it longer or shorter."""
        self._minutes = max(SHORTEST, min(self._minutes + STEP * steps, LONGEST))
        self.changed.emit()

    @Slot(int)
    def turn(self, days: int) -> None:
        """Show another day; 0 shows today."""
        day = self._starts.date() + timedelta(days=days) if days else station_day(self._clock.now())
        self._starts = datetime.combine(day, self._starts.timetz())
        self._ask()
        self.changed.emit()

    @Slot(int, int)
    def put(self, room: int, minute: int) -> None:
        """Place it in a room at a minute of the day, as it is pointed at."""
        even = max(0, min(minute // STEP * STEP, 24 * 60 - STEP))
        self._room, self._touched = room, True
        self._starts = datetime.combine(self._starts.date(), time(even // 60, even % 60), STATION_TIME)
        self.changed.emit()

    @Slot()
    def choose(self) -> None:
        """Go on with this room and time; not where it clashes."""
        if not self._act or self._own_clashes or not self._rooms:
            return
        given = {
            "room": self._rooms[self._room],
            "starts": f"{self._starts:%Y-%m-%d %H:%M}",
            **({} if self._given.get("session") else {"minutes": str(self._minutes)}),
        }
        chosen = (self._act, self._given | given)
        self.close()
        self.chosen.emit(chosen)

    # what the desk answers

    def _ask(self) -> None:
        self._turn += 1
        turn, day = self._turn, self._starts.date()
        self._asked, self._trouble = False, None
        self._asking.ask(
            lambda desk: desk.booked(day),
            lambda booked: self._know(turn, booked),
            lambda trouble: self._cannot(turn, trouble),
        )
        self.listed.emit()

    def _know(self, turn: int, booked: tuple[Booked, ...]) -> None:
        if turn == self._turn:
            self._booked, self._asked = booked, True
            if not self._touched and self._own_clashes:
                self._seek()
            self.listed.emit()
            self.changed.emit()

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self._trouble = known
            self.changed.emit()
        return known is not None

    def _seek(self) -> None:
        """Go to the first place of the day that is free; stay where there is none."""
        before = self._starts, self._room
        over = datetime.combine(self._starts.date(), time(LAST_HOUR), STATION_TIME)
        while self._starts + timedelta(minutes=self._minutes) <= over:
            for room in range(len(self._rooms)):
                self._room = room
                if not self._own_clashes:
                    return
            self._starts += timedelta(minutes=STEP)
        self._starts, self._room = before

    # what it comes to

    @property
    def _sessions(self) -> tuple[SessionShown, ...]:
        return self._shown.sessions if self._shown else ()

    @property
    def _rooms(self) -> tuple[str, ...]:
        named = self._shown.rooms if self._shown else ()
        return named or tuple(dict.fromkeys(one.room for one in self._booked))

    @property
    def _placed(self) -> Booked:
        """The session being placed, as a booking."""
        room = self._rooms[self._room] if self._rooms else ""
        mediator = self._shown.mediator if self._shown else NOBODY
        case_id = self._shown.case_id if self._shown else None
        return Booked(room, mediator, self._starts, self._minutes, "", case_id)

    @property
    def _others(self) -> tuple[Booked, ...]:
        """The bookings of the day without the session that is to move."""
        moved = next((s for s in self._sessions if str(s.n) == self._given.get("session")), None)
        return tuple(
            one
            for one in self._booked
            if moved is None or (one.room, one.starts_at) != (moved.room, moved.starts_at)
        )

    @property
    def _own_clashes(self) -> tuple[Clash, ...]:
        placed = self._placed
        return tuple(found for one in self._others if (found := clash(placed, one)))

    @property
    def _hours(self) -> tuple[int, int]:
        begins = [one.starts_at.astimezone(STATION_TIME).hour for one in self._booked]
        over = [-(-_minute(ends(one), one.starts_at) // 60) for one in self._booked]
        return min([FIRST_HOUR, *begins]), min(24, max([LAST_HOUR, *over]))

    def _tell(self, found: Clash, *, own: bool = False) -> str:
        """Say a clash: which room or mediator, from when to when, with which case."""
        other = found.second
        return self.say(
            f"mediate.clash_{'own_' if own else ''}{'room' if found.room else 'mediator'}",
            room=other.room,
            who=other.mediator,
            since=f"{found.since.astimezone(STATION_TIME):%H:%M}",
            until=f"{found.until.astimezone(STATION_TIME):%H:%M}",
            first=self._number(found.first),
            second=self._number(other),
        )

    def _number(self, one: Booked) -> str:
        """Return the number of a booking's case; one that is not this person's has none here."""
        return one.number or self.say("mediate.another_case")

    def _get_columns(self) -> list[dict[str, object]]:
        wrong = {id(one) for found in clashes(self._booked) for one in (found.first, found.second)}
        columns: list[dict[str, object]] = []
        for room in self._rooms:
            held = sorted((b for b in self._booked if b.room == room), key=lambda one: one.starts_at)
            blocks = [
                self._block(one, *lane, wrong=id(one) in wrong)
                for one, lane in zip(held, lanes(held), strict=True)
            ]
            columns.append({"room": room, "blocks": blocks})
        return columns

    def _block(self, one: Booked, lane: int, all_: int, *, wrong: bool) -> dict[str, object]:
        own = self._shown is not None and one.case_id == self._shown.case_id
        starts, over = one.starts_at.astimezone(STATION_TIME), ends(one).astimezone(STATION_TIME)
        return {
            "from": _minute(starts, starts),
            "minutes": one.minutes,
            "lane": lane,
            "lanes": all_,
            "hours": f"{starts:%H:%M}–{over:%H:%M}",
            "number": self.say("mediate.this_case") if own else self._number(one),
            "who": one.mediator,
            "own": own,
            "clash": self.say("mediate.clash") if wrong else "",
        }

    def _get_place(self) -> dict[str, object]:
        own = self._own_clashes
        over = self._starts + timedelta(minutes=self._minutes)
        hours = f"{self._starts:%H:%M}–{over:%H:%M}"
        room = self._rooms[self._room] if self._rooms else ""
        return {
            "room": self._room,
            "from": _minute(self._starts, self._starts),
            "minutes": self._minutes,
            "hours": hours,
            "clash": bool(own),
            "told": self.say("mediate.place", room=room, hours=hours, minutes=self._minutes),
            "why": [self._tell(found, own=True) for found in own],
        }

    def _get_day(self) -> str:
        weekday = self.say(f"acting.weekday_{self._starts.isoweekday()}")
        return f"{self._starts:%Y-%m-%d}  {weekday}"

    up = Property(bool, lambda self: self.is_open, notify=changed)
    moves = Property(bool, lambda self: self._act == "move_session", notify=changed)
    asked = Property(bool, lambda self: self._asked, notify=changed)
    trouble = Property(MAP, lambda self: told_in_full(self.words, self._trouble), notify=changed)
    day = Property(str, _get_day, notify=changed)
    firstHour = Property(int, lambda self: self._hours[0], notify=listed)  # noqa: N815
    lastHour = Property(int, lambda self: self._hours[1], notify=listed)  # noqa: N815
    columns = Property(ROWS, _get_columns, notify=listed)
    clashes = Property(
        LINES, lambda self: [self._tell(found) for found in clashes(self._booked)], notify=listed
    )
    place = Property(MAP, _get_place, notify=changed)


def _minute(moment: datetime, day: datetime) -> int:
    """Return the minute of ``day`` that a moment is, past the day's end where it lies behind it."""
    there = moment.astimezone(STATION_TIME)
    begins = datetime.combine(day.astimezone(STATION_TIME).date(), time(), STATION_TIME)
    return int((there - begins).total_seconds() // 60)
