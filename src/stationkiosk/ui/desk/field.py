"""One thing an action has to be told, alive while it is typed or chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.casework.desk.views import Choice, InputAsked
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.ui.common.bridge import LINES, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.days import read_day, read_moment

CHOSEN = ("choice", "choices", "staff", "party", "parties")
"""The kinds that are chosen from a list; the others are typed."""

MANY = ("choices", "parties")
EVERYBODY = "parties"
"""The kind of which all may be chosen with one press: who came, whose identity was checked."""

BETWEEN = ","
"""What stands between several choices in one input."""

FILTERED_FROM = 9
"""From how many choices on a list is narrowed by typing."""

NAMED_DAYS = {0: "acting.today", 1: "acting.tomorrow"}
QUICK_DAYS = (0, 1, 3, 7)
"""Days offered for one press, counted from today."""


Kept = tuple[str, tuple[str, ...]]
"""What a person typed into a field and chose in it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a field knows of the world: the words, the time, the earlier values worth offering."""

    words: Words
    now: Callable[[], datetime]
    offered: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """The station's day."""
        return self.now().astimezone(STATION_TIME).date()


class FieldAsked(QObject):
    """Bridge of one field of a dialog.

    Signals:
        changed: what stands in it, or what is wrong with it, is new.
        reworded: other choices, or said otherwise; apart, so that typing and choosing rebuild no row.
        edited: a person changed it.
    """

    changed = Signal()
    reworded = Signal()
    edited = Signal()

    def __init__(self, asked: InputAsked, around: Surroundings) -> None:
        super().__init__()
        self.asked = asked
        self._around = around
        self._words = around.words
        self._text = "" if asked.kind in CHOSEN else asked.value
        self._chosen = tuple(filter(None, asked.value.split(BETWEEN))) if asked.kind in CHOSEN else ()
        self._narrowed = ""
        self._problem = ""
        self._words.changed.connect(self.changed)
        self._words.changed.connect(self.reworded)

    # what Python asks

    @property
    def value(self) -> str:
        """What goes into the act's inputs; "" while nothing usable stands here."""
        if self.asked.kind in CHOSEN:
            return BETWEEN.join(self._chosen)
        if self.asked.kind == "day":
            day = read_day(self._text, self._around.today)
            return day.isoformat() if day else ""
        if self.asked.kind == "moment":
            moment = read_moment(self._text, self._around.now())
            return moment.isoformat() if moment else ""
        return self._text.strip()

    @property
    def kept(self) -> Kept:
        """What a person typed and chose, for the same field of another dialog."""
        return self._text, self._chosen

    def take(self, kept: Kept) -> None:
        """Take what was typed and chosen before; choices that are gone or closed fall away."""
        open_ = {choice.id for choice in self.asked.choices if choice.closed is None}
        self._text = kept[0]
        self._chosen = tuple(id for id in kept[1] if id in open_)
        self.changed.emit()
        self.reworded.emit()

    def check(self) -> bool:
        """Say what is wrong with the field, if anything; return whether it is well."""
        key = ""
        if not self.value:
            if self._text.strip() and self.asked.kind in ("day", "moment"):
                key = f"acting.{self.asked.kind}_unread"
            elif self.asked.required:
                key = "acting.choose_one" if self.asked.kind in CHOSEN else "acting.write_it"
        self.blame(self._say(key) if key else "")
        return not key

    def blame(self, problem: str) -> None:
        """Say what is wrong, "" for nothing."""
        if problem != self._problem:
            self._problem = problem
            self.changed.emit()

    # what QML may do

    @Slot(str)
    def type(self, text: str) -> None:
        """Take what now stands in the field."""
        if text != self._text:
            self._text, self._problem = text, ""
            self.changed.emit()
            self.edited.emit()

    @Slot(str)
    def pick(self, id: str) -> None:
        """Choose one; of several, choose it or take it back."""
        choice = next((one for one in self.asked.choices if one.id == id), None)
        if choice is None or choice.closed is not None:
            return
        if self.asked.kind in MANY:
            rest = tuple(one for one in self._chosen if one != id)
            picked = rest if id in self._chosen else (*rest, id)
            self._chosen = tuple(one.id for one in self.asked.choices if one.id in picked)
        else:
            self._chosen = (id,)
        self._problem = ""
        self.changed.emit()
        self.edited.emit()

    @Slot()
    def all(self) -> None:
        """Of several, choose every one that may be chosen; all of them chosen, none."""
        open_ = tuple(one.id for one in self.asked.choices if one.closed is None)
        self._chosen = () if self._chosen == open_ else open_
        self._problem = ""
        self.changed.emit()
        self.edited.emit()

    @Slot(int)
    def quick(self, days: int) -> None:
        """Put in the day that many days from today."""
        self.type((self._around.today + timedelta(days=days)).isoformat())

    @Slot(str)
    def narrow(self, text: str) -> None:
        """Show only the choices in which ``text`` occurs."""
        self._narrowed = text.strip().casefold()
        self.reworded.emit()

    # what QML shows

    def _say(self, key: str, **values: object) -> str:
        return self._words.speak(self._words.text(key).put(**values))

    def _shown(self) -> Iterable[Choice]:
        speak, wanted = self._words.speak, self._narrowed
        for choice in self.asked.choices:
            said = f"{speak(choice.label)} {speak(choice.detail)}".casefold()
            if wanted in said or choice.id in self._chosen:
                yield choice

    def _get_choices(self) -> list[dict[str, object]]:
        speak = self._words.speak
        return [
            {
                "id": choice.id,
                "label": speak(choice.label),
                "detail": speak(choice.detail),
                "closed": speak(choice.closed),
            }
            for choice in self._shown()
        ]

    def _get_read(self) -> str:
        """Say how a typed day or moment was understood."""
        value = self.value
        if self.asked.kind not in ("day", "moment") or not value:
            return ""
        moment = datetime.fromisoformat(value)
        weekday = self._say(f"acting.weekday_{moment.isoweekday()}")
        hour = f" {moment:%H:%M}" if self.asked.kind == "moment" else ""
        return f"{moment:%Y-%m-%d}{hour}  {weekday}"

    def _get_quick(self) -> list[dict[str, object]]:
        if self.asked.kind != "day":
            return []
        return [
            {"days": n, "label": self._say(NAMED_DAYS.get(n, "acting.in_days"), n=n)} for n in QUICK_DAYS
        ]

    def _get_label(self) -> str:
        label = self._words.speak(self.asked.label)
        return label if self.asked.required else self._say("common.optional", label=label)

    def _get_offered(self) -> list[str]:
        return (
            [] if self.asked.kind != "text" else [one for one in self._around.offered if one != self._text]
        )

    id = Property(str, lambda self: self.asked.id, constant=True)
    kind = Property(str, lambda self: self.asked.kind, constant=True)
    label = Property(str, _get_label, notify=reworded)
    hint = Property(str, lambda self: self._words.speak(self.asked.hint), notify=reworded)
    text = Property(str, lambda self: self._text, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    read = Property(str, _get_read, notify=changed)
    quickDays = Property(ROWS, _get_quick, notify=reworded)  # noqa: N815
    chosen = Property(LINES, lambda self: list(self._chosen), notify=changed)
    choices = Property(ROWS, _get_choices, notify=reworded)
    offered = Property(LINES, _get_offered, notify=reworded)
    many = Property(bool, lambda self: self.asked.kind in MANY, constant=True)
    everybody = Property(bool, lambda self: self.asked.kind == EVERYBODY, constant=True)
    filtered = Property(bool, lambda self: len(self.asked.choices) >= FILTERED_FROM, constant=True)
