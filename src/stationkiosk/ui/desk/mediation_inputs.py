"""What an act of a mediation asks for, with what the mediation knows as choices: no number is typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from stationkiosk.casework.desk.views import CaseFile, Choice, InputAsked
from stationkiosk.casework.mediating.shown import DutyState, MediationShown
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.mediation_rows import MediationRows, sides, state_of

WHICH = {
    "open_session": ("planned",),
    "move_session": ("planned",),
    "close_session": ("open", "planned"),
    "record": ("over", "open"),
}
"""The sessions an act is about; one to which nobody came is closed without having been opened."""


def known_inputs(
    words: Words,
    shown: MediationShown,
    file: CaseFile,
    action: str,
    inputs: Iterable[InputAsked],
    now: datetime,
) -> tuple[InputAsked, ...]:
    """Return an act's inputs, each that names something of the mediation with what there is to choose."""
    known = _Known(words, shown, file, now)
    return tuple(known.asked(action, asked) for asked in inputs)


class _Known:
    def __init__(self, words: Words, shown: MediationShown, file: CaseFile, now: datetime) -> None:
        self._rows = MediationRows(words, shown, (), now)
        self._shown = shown
        self._file = file

    def asked(self, action: str, asked: InputAsked) -> InputAsked:
        """Return one input with its choices; as it is where there are none to give."""
        choices = {
            "session": lambda: self._sessions(action),
            "duty": self._duties,
            "exhibit": self._exhibits,
            "room": self._rooms,
            "present": self._people,
            "checked": self._people,
            "private": self._sides,
            "party": self._people if action == "inform" else self._sides,
        }.get(asked.id)
        found = choices() if choices and not asked.choices else ()
        if not found:
            return asked
        kind = asked.kind if asked.kind in ("party", "parties") else "choice"
        value = asked.value or self._next(action, asked, found)
        return replace(asked, kind=kind, choices=found, value=value)

    def _next(self, action: str, asked: InputAsked, found: tuple[Choice, ...]) -> str:
        """Return what there is no doubt about: the only choice, or who is still to be told of rights."""
        if action == "inform" and asked.id == "party":
            return next((str(one.n) for one in self._shown.attendants if not one.informed), "")
        return found[0].id if len(found) == 1 and asked.required else ""

    def _sessions(self, action: str) -> tuple[Choice, ...]:
        wanted = WHICH.get(action)
        return tuple(
            Choice(
                str(one.n),
                _same(self._rows.say("session", n=one.n)),
                _same(f"{self._rows.span(one.starts_at, one.minutes)}  {one.room}"),
            )
            for one in self._shown.sessions
            if wanted is None or state_of(one) in wanted
        )

    def _duties(self) -> tuple[Choice, ...]:
        return tuple(
            Choice(str(one.n), one.what, _same(f"{one.who}  {one.due or ''}".strip()))
            for one in self._shown.duties
            if one.state is DutyState.OPEN
        )

    def _exhibits(self) -> tuple[Choice, ...]:
        return tuple(Choice(str(one.n), _same(one.name)) for one in self._file.exhibits)

    def _rooms(self) -> tuple[Choice, ...]:
        return tuple(Choice(room, _same(room)) for room in self._shown.rooms)

    def _sides(self) -> tuple[Choice, ...]:
        return tuple(Choice(str(n), _same(self._rows.side(n))) for n in sides(self._shown))

    def _people(self) -> tuple[Choice, ...]:
        return tuple(Choice(str(one.n), _same(one.name), one.role) for one in self._shown.attendants)


def _same(words: str) -> Text:
    return Text(words, words)
