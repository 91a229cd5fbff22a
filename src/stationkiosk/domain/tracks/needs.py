"""What an action needs to be told: its inputs, each drawn as a field of the dialog."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from stationkiosk.domain.actors import Role
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.text import Text
from stationkiosk.domain.typed import paragraphs, words

LONGEST = 5000
"""Characters that one input may have."""

_EARLIEST, _LATEST = 1949, 2199
"""Years a day may lie in: what is outside was mistyped."""

LIST_SEPARATOR = ","
"""What stands between the chosen options of a need that takes several."""


class NeedKind(StrEnum):
    """What an input is."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    CHOICES = "choices"
    STAFF = "staff"
    PARTY = "party"
    PARTIES = "parties"
    """Numbers of parties with commas between."""
    NUMBER = "number"
    """A whole number of a row, or of minutes."""
    SEALED = "sealed"
    """A box in hex, enciphered to its reader before it is said here: no plain word of it is kept."""
    STROKES = "strokes"
    """A signature's strokes as JSON."""
    HASH = "hash"
    """The SHA-256 in hex of exact bytes."""


MOST = {NeedKind.SEALED: 8_000_000, NeedKind.STROKES: 200_000}
"""Characters of the kinds that nobody types."""

NOT_TYPED = frozenset({NeedKind.SEALED, NeedKind.STROKES, NeedKind.HASH})
"""What no field of a dialog can ask for: it comes from a page of its own."""


class Must(StrEnum):
    """What an input must be beyond its kind."""

    ANYTHING = ""
    AHEAD = "ahead"
    """A day after today; a moment has to be still to come, unless it must be something else."""
    TODAY = "today"
    """A moment of today or later."""
    PAST = "past"
    """A day not after today."""
    ANOTHER = "another"
    """A member of staff other than whoever acts."""


@dataclass(frozen=True, slots=True)
class Need:
    """One input of an action; ``options`` names the dated list its choices come from.

    ``post`` is what a named colleague must hold, None: any post in which the action is done.

    Inputs go as strings: days and moments as ISO 8601, several options with commas between.
    """

    id: str
    kind: NeedKind
    label: Text
    required: bool = True
    options: str = ""
    hint: Text | None = None
    must: Must = Must.ANYTHING
    post: Role | None = None


_WRITTEN = {
    NeedKind.PARTY: re.compile(r"[0-9]{1,9}"),
    NeedKind.PARTIES: re.compile(r"[0-9]{1,9}(,[0-9]{1,9})*"),
    NeedKind.NUMBER: re.compile(r"[0-9]{1,9}"),
    NeedKind.SEALED: re.compile(r"([0-9a-f]{2})+"),
    NeedKind.HASH: re.compile(r"[0-9a-f]{64}"),
}
"""How the kinds are written that are neither words, days nor choices."""

REASON = Need(
    "reason",
    NeedKind.TEXT,
    Text("理由", "Reason"),
    hint=Text("会写进流程记录。", "It is kept with the journal."),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What inputs are checked against: the moment, who acts, and the options of each list."""

    now: datetime
    actor: str
    options: Mapping[str, Collection[str]]


def tidy(inputs: Mapping[str, str]) -> dict[str, str]:
    """Return inputs as they are kept: trimmed, in NFC, with nothing in them that nobody can see."""
    return {words(name): paragraphs(given) for name, given in inputs.items()}


def wrong(needs: tuple[Need, ...], inputs: Mapping[str, str], asked: Asked) -> tuple[str, Need] | None:
    """Return why the first wrong input will not do, and which it is.

    ``input_missing``, ``input_unreadable``, ``input_long``, ``input_not_ahead``,
    ``input_not_past`` or ``input_not_another``.
    """
    for need in needs:
        given = inputs.get(need.id, "").strip()
        why = _why(need, given, asked) if given else "input_missing" * need.required
        if why:
            return why, need
    return None


def _why(need: Need, given: str, asked: Asked) -> str:
    if len(given) > MOST.get(need.kind, LONGEST):
        return "input_long"
    if need.kind in _WRITTEN:
        return "" if _WRITTEN[need.kind].fullmatch(given) else "input_unreadable"
    if need.kind in (NeedKind.CHOICE, NeedKind.CHOICES):
        chosen = given.split(LIST_SEPARATOR) if need.kind is NeedKind.CHOICES else [given]
        return "" if set(chosen) <= set(asked.options[need.options]) else "input_unreadable"
    if need.must is Must.ANOTHER:
        return "input_not_another" if given == asked.actor else ""
    if need.kind is NeedKind.DAY:
        day = read_day(given)
        return "input_unreadable" if day is None else _of_day(need.must, day, station_day(asked.now))
    if need.kind is NeedKind.MOMENT:
        return _of_moment(need.must, read_moment(given), asked.now)
    return ""


def _of_moment(must: Must, moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "input_unreadable"
    late = station_day(moment) < station_day(now) if must is Must.TODAY else moment <= now
    return "input_not_ahead" if late else ""


def _of_day(must: Must, day: date, today: date) -> str:
    if must is Must.PAST and day > today:
        return "input_not_past"
    return "input_not_ahead" if must is Must.AHEAD and day <= today else ""


def read_day(given: str) -> date | None:
    """Return the day an input writes, None where it writes none."""
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return None
    return day if day.isoformat() == given and _EARLIEST <= day.year <= _LATEST else None


def read_moment(given: str) -> datetime | None:
    """Return the moment an input writes, None where it writes none or says not in which time zone."""
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo and _EARLIEST <= moment.year <= _LATEST else None
