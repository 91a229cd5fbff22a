"""When a paper counts as served: by hand, by post, electronically, by substitution, by publication.

CPL 95, 283; OLR 31: an electronic paper is served when it reaches the address the party gave;
of several ways the first that took effect counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.deadlines import reckon
from stationkiosk.domain.rules import Period
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text


class Mode(StrEnum):
    """A way of serving a paper."""

    HAND = "hand"
    POST = "post"
    ELECTRONIC = "electronic"
    SUBSTITUTED = "substituted"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at serving a paper, and the day that decides for its mode.

    By hand the day it was signed for; by post the day on the receipt; electronically the day
    it arrived at the address given; by substitution the day recorded; by publication the day
    of the notice. ``day`` None: it did not reach the party.
    """

    mode: Mode
    day: date | None


@dataclass(frozen=True, slots=True)
class Served:
    """The day a paper counts as served, and why."""

    day: date
    mode: Mode
    trace: tuple[Text, ...]


def served(attempts: Iterable[Attempt], publication: Period, calendar: Calendar) -> Served | None:
    """Return when a paper counts as served, by the first way that took effect; None if none did.

    ``publication`` is the period a public notice must run for this party (30 or 60 days).
    """
    reached = [found for one in attempts if (found := _one(one, publication, calendar))]
    return min(reached, key=lambda found: found.day, default=None)


def _one(attempt: Attempt, publication: Period, calendar: Calendar) -> Served | None:
    if attempt.day is None:
        return None
    if attempt.mode is Mode.PUBLICATION:
        notice = reckon(publication, attempt.day, calendar)
        return Served(notice.due, attempt.mode, notice.trace)
    return Served(attempt.day, attempt.mode, (_TOLD[attempt.mode].put(day=day_text(attempt.day)),))


_TOLD = {
    Mode.HAND: Text("本人{day}签收。", "Signed for on {day}."),
    Mode.POST: Text("回执上的收件日期是{day}。", "The postal receipt is dated {day}."),
    Mode.ELECTRONIC: Text(
        "{day}到达当事人给的电子地址。", "It reached the electronic address given on {day}."
    ),
    Mode.SUBSTITUTED: Text(
        "{day}留置或者转交，有记录。", "Left behind or handed on, as recorded on {day}."
    ),
}
