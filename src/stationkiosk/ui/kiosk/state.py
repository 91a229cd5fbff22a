"""The honest lines at the foot of the home page: what works now, and what follows where it does not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from stationkiosk.domain.text import Text, listed
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.views import Face
    from stationkiosk.domain.opening import Opening

SOON = timedelta(days=6)
"""How far ahead a day is told by its weekday alone."""


def notes(words: Words, face: Face | None, *, short: bool = False) -> list[dict[str, str]]:
    """Return the lines as icon, tone (``good``, ``warn``) and words.

    ``short``: where there is little room, several things that do not work are told in one line.
    """
    if face is None:
        return [_note(words, "clock", "home.starting")]
    printing = "printer_ready" if face.printer_ready else "printer_off"
    said = [_note(words, "printer", f"home.{printing}", warn=not face.printer_ready)]
    said += _missing(words, face.missing, short)
    if face.opening is not None:
        said.append(_hours(words, face.opening, face.at))
    said.append(_note(words, "globe", "home.offline"))
    if face.demo:
        said.append(_note(words, "info", "home.demo"))
    return said


def _missing(words: Words, missing: tuple[str, ...], short: bool) -> list[dict[str, str]]:
    if not short or len(missing) < 2:
        return [_note(words, "info", f"home.{gone}_off", warn=True) for gone in missing]
    named = [words.text(f"home.{gone}") for gone in missing]
    return [_note(words, "info", "home.several_off", warn=True, things=listed(named))]


def _hours(words: Words, opening: Opening, now: datetime | None) -> dict[str, str]:
    if opening.until is None or now is None:
        return _note(words, "clock", "home.closed_long", warn=True)
    key = "home.open_until" if opening.open else "home.closed_until"
    return _note(words, "clock", key, warn=not opening.open, when=when(words, opening.until, now))


def when(words: Words, moment: datetime, now: datetime) -> Text:
    """Return a moment to come as people say it: the hour, with weekday or date if it is another day."""
    there = now.astimezone(moment.tzinfo)
    hour = Text(f"{moment:%H:%M}", f"{moment:%H:%M}")
    if moment.date() == there.date():
        return hour
    near = moment.date() - there.date() <= SOON
    day = words.text(f"home.weekday_{moment.isoweekday()}") if near else _date(moment)
    return Text(f"{day.zh} {hour.zh}", f"{day.en}, {hour.en}")


def _date(moment: datetime) -> Text:
    from stationkiosk.domain.trace import day_text

    return day_text(moment.date())


def _note(words: Words, icon: str, key: str, *, warn: bool = False, **values: object) -> dict[str, str]:
    said = words.speak(words.text(key).put(**values))
    return {"icon": "warn" if warn else icon, "tone": "warn" if warn else "good", "words": said}
